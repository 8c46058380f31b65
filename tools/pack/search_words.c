#include "tools/pack/search_words.h"

const char *const SAME_THING[] = {
    /* places */
    "infirmerie, infirmier, infirmiere, docteur, medecin, soins, malade, nurse, doctor, infirmary, "
    "first aid",
    "scolaire, cpe, surveillant, surveillante, pion, absence, retard, school life",
    "mediatheque, bibliotheque, cdi, documentaliste, library",
    "direction, directeur, directrice, proviseur, proviseure, principal, head, headmaster, "
    "headteacher",
    "administration | secretariat, secretaire, inscription",
    "formateurs, professeurs, profs, enseignants, teachers, trainers, staff",
    "entreprises, employeur, employeurs, companies, employers",
    "foyer, detente, pause, lounge",
    "orientation, psychologue, psy, counsellor",
    "femmes, dames, ladies",
    "hommes, messieurs, gents",
    "vestiaires, vestiaire, casier, casiers, lockers",
    /* levels and ways of learning */
    "3 e, troisieme, 3 eme, ninth grade | college",
    "2 de, seconde, 2 nde",
    "bac pro, baccalaureat professionnel, bac professionnel | vocational baccalaureate, lycee pro",
    "bts, brevet de technicien superieur",
    "certificat d aptitude professionnelle | cap",
    "titre pro, titre professionnel",
    "alternance, apprentissage, apprenti, apprentie, apprenticeship, apprentice | contrat pro, "
    "professionnalisation, work study, sandwich",
    "pfmp | stage, internship, placement, work experience",
    "stage, internship, placement, work experience",
    "tuteur, tutrice, tutorat, tutor",
    "vae, validation des acquis",
    "cpf, compte personnel de formation",
    "financement, opco | financer, aide, argent, funding",
    "mission locale | sans emploi, decrocheur, 16 25, jeune",
    "portes ouvertes, open day, open house",
    /* trades, their gestures and machines */
    "soudage, soudure, souder, soudeur, soudeuse, welding, welder, weld",
    "usinage, usiner, usineur, tourneur, fraiseur, tournage, fraisage, machining, machinist",
    "chaudronnerie, chaudronnier, chaudronniere, boilermaker, sheet metal",
    "maintenance, depanner, reparer, reparation, mecanicien, mecanique industrielle, repair",
    "plasturgie, plastique, injection, plastics",
    "electricite, electricien, electricienne, electrician, electrical",
    "robotique, robot, robots, robotics",
    "logistique, flux et stocks, magasinier, cariste, entrepot, logistics, warehouse",
    "qualite, controle, controleur, quality",
    "impression 3 d, imprimante 3 d, 3 d printing, 3 d printer",
    "decoupe laser, decoupeuse laser, laser cutting, laser cutter, gravure",
    "lire un plan, lecture de plan, reading a drawing",
    "laboratoire | laborantin, laborantine, labo, chimiste",
    "fab lab, fablab, makerspace, fabrication numerique",
    NULL,
};

const char *const KIND_WORDS[SPACE_KIND_COUNT] = {
    [SPACE_WORKSHOP] = "atelier machines workshop",
    [SPACE_FABLAB] = "fablab fab lab makerspace imprimante 3d printer",
    [SPACE_DESIGNLAB] = "design lab studio",
    [SPACE_GALLERY] = "galerie exposition metiers exhibition gallery",
    [SPACE_RECEPTION] = "accueil renseignements reception information desk",
    [SPACE_GUIDANCE] = "orientation conseiller conseillere stage stages careers advice internships",
    [SPACE_OFFICE] = "bureau administration office",
    [SPACE_CLASSROOM] = "salle cours classe classroom room",
    [SPACE_PROJECT] = "salle projet project room",
    [SPACE_COMPUTER] = "informatique ordinateur ordinateurs computer computers it",
    [SPACE_LABORATORY] = "laboratoire mesures laboratory",
    [SPACE_AUDITORIUM] = "amphi amphitheatre conference auditorium lecture theatre",
    [SPACE_MEETING] = "reunion meeting",
    [SPACE_LIBRARY] = "bibliotheque cdi documentation livres library books",
    [SPACE_CAFETERIA] = "cantine cafeteria self repas manger restaurant cafe food lunch canteen",
    [SPACE_LOUNGE] = "foyer detente pause salon lounge break",
    [SPACE_CHANGING] = "vestiaire vestiaires douche casiers changing lockers shower",
    [SPACE_TOILETS] = "toilettes wc sanitaires cabinets toilet toilets restroom bathroom loo",
    [SPACE_STAIRS] = "escalier stairs staircase",
    [SPACE_LIFT] = "ascenseur lift elevator",
    [SPACE_ESCALATOR] = "escalator escalier mecanique",
    [SPACE_ENTRANCE] = "entree entrees sortie sorties porte entrance exit exits way out door",
    [SPACE_PARKING] = "parking stationnement voiture velo velos garage car park bike",
    [SPACE_STORAGE] = "magasin reserve outils store tools",
};

const char *const TARGET_WORDS[TARGET_KIND_COUNT] = {
    [TARGET_TRADE] = "metier job trade profession",
    [TARGET_COURSE] = "formation cours course training",
    [TARGET_CERTIFICATION] = "diplome certification qualification",
    [TARGET_BLOCK] = "bloc competences skills block",
    [TARGET_DESK] = "bureau guichet desk parler quelqu un talk",
    [TARGET_LAB] = "atelier lab fabriquer make",
    [TARGET_MACHINE] = "machine",
    [TARGET_PROJECT] = "projet fabriquer project make",
    [TARGET_VIDEO] = "video film",
    [TARGET_PARTNER] = "partenaire entreprise partner",
    [TARGET_EVENT] = "evenement event",
    [TARGET_WORD] = "mot definition word",
};

const char *const CERTIFICATION_WORDS[CERTIFICATION_OTHER + 1] = {
    [CERTIFICATION_CAP] = "cap",
    [CERTIFICATION_BAC_PRO] = "bac pro baccalaureat professionnel",
    [CERTIFICATION_MC] = "mention complementaire mc",
    [CERTIFICATION_BTS] = "bts",
    [CERTIFICATION_TITRE_PRO] = "titre pro professionnel",
    [CERTIFICATION_CQP] = "cqp cqpm",
    [CERTIFICATION_LICENCE_PRO] = "licence pro professionnelle",
};

const char *const INTERNSHIP_WORDS[INTERNSHIP_HIGHER + 1] = {
    [INTERNSHIP_PFMP] = "pfmp",
    [INTERNSHIP_TROISIEME] = "troisieme 3 college observation",
    [INTERNSHIP_SECONDE] = "seconde 2 observation",
    [INTERNSHIP_HIGHER] = "bts",
};

const char *const AUDIENCE_WORDS[AUDIENCE_BACK_TO_SCHOOL + 1] = {
    [AUDIENCE_SCHOOL] = "lyceen lyceenne eleve pupil",
    [AUDIENCE_APPRENTICE] = "apprenti apprentie apprentice",
    [AUDIENCE_EMPLOYEE] = "salarie salariee employe employee",
    [AUDIENCE_JOBSEEKER] = "demandeur emploi chomage chomeur jobseeker unemployed",
    [AUDIENCE_BACK_TO_SCHOOL] = "reprendre etudes decrocheur dropout",
};

const char *const MODE_WORDS[MODE_MODULES + 1] = {
    [MODE_SCHOOL] = "scolaire temps plein full time",
    [MODE_ALTERNANCE] = "alternance apprentissage apprenticeship",
    [MODE_SHORT] = "courte short",
    [MODE_MODULES] = "modules carte",
};

const char *const ROUTE_WORDS[ROUTE_COMPANY + 1] = {
    [ROUTE_DIRECT] = "inscription directe",        [ROUTE_AFFELNET] = "affelnet inscription",
    [ROUTE_PARCOURSUP] = "parcoursup inscription", [ROUTE_APPRENTICESHIP] = "contrat apprentissage",
    [ROUTE_COMPANY] = "entreprise employeur",
};

const char STEP_FREE_WORDS[] =
    "accessible accessibles handicap handicape pmr fauteuil roulant wheelchair disabled";

const char SMALL_WORDS[] = "de la le les des du d l et en a au aux un une of the and for in s bac "
                           "pro cap bts titre professionnel mention complementaire licence brevet";
