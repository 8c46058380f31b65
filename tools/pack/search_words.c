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
    "bts, brevet de technicien superieur, bac 2",
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

const char *const PAGE_NAMES[TARGET_LEVEL][4] = {
    [TARGET_QUIZ] = {"quiz", "test", NULL},
    [TARGET_TRADES] = {"metiers", "trades", "jobs", NULL},
    [TARGET_COURSES] = {"formations", "catalogue", "courses", NULL},
    [TARGET_PATHWAY] = {"parcours", "pathway", NULL},
    [TARGET_INTER] = {"formations des salaries", "staff training", NULL},
    [TARGET_INTERNSHIPS] = {"stages", "internships", NULL},
    [TARGET_DESKS] = {"bureaux", "desks", NULL},
};

const char *const PAGE_ALSO[TARGET_LEVEL] = {
    [TARGET_QUIZ] =
        "quizz, questionnaire, test d orientation, test de personnalite, test metier, quel metier, "
        "quel metier choisir, quel metier pour moi, quel travail, choisir un metier, mes interets, "
        "je ne sais pas quoi faire, pas d idee, aucune idee, riasec, career quiz, career test, "
        "which job, what job, no idea",
    [TARGET_TRADES] =
        "tous les metiers, liste des metiers, fiches metiers, metiers de l industrie, "
        "decouvrir les metiers, metier manuel, travail manuel, professions, careers, all trades",
    [TARGET_COURSES] =
        "toutes les formations, liste des formations, diplomes, cours, offre de "
        "formation, se former, apprendre un metier, programme, training, all courses",
    [TARGET_PATHWAY] = "parcours a la carte, briques, sur mesure, bloc par bloc, modules, "
                       "construire son parcours, build a pathway, bricks",
    [TARGET_INTER] =
        "former un salarie, former ses salaries, former mes equipes, formation entreprise, "
        "formation "
        "en entreprise, formation courte, stage court, plan de formation, plan de developpement "
        "des "
        "competences, catalogue inter, inter entreprises, perfectionnement, monter en competences, "
        "train my staff, training for employees, company training, short courses",
    [TARGET_INTERNSHIPS] =
        "offres de stage, offre de stage, stage a pourvoir, pfmp, trouver un stage, stages d ete, "
        "internship offers, placements, work experience",
    [TARGET_DESKS] = "parler a quelqu un, demander de l aide, rencontrer quelqu un, rendez vous, "
                     "contact, horaires des bureaux, heures d ouverture, guichets, renseignements, "
                     "qui contacter, talk to somebody, opening hours, appointment, ask somebody",
    [TARGET_BACK] =
        "reprendre l ecole, retour a l ecole, retourner a l ecole, arrete l ecole, quitte l ecole, "
        "plus d ecole, sorti de l ecole, decroche, decrocheur, decrochage, descolarise, sans "
        "diplome, pas de diplome, reprendre ses etudes, reprise d etudes, deuxieme chance, seconde "
        "chance, back to school, school leaver, dropout, dropped out, left school, no diploma",
    [TARGET_STORY] = "histoire du campus, le projet, financement du campus, qui finance, fiches "
                     "actions, history of the campus, the project",
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
    [SPACE_TOILETS] = "toilettes wc sanitaires cabinets chiottes pipi lavabo toilet toilets "
                      "restroom bathroom loo",
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
    [AUDIENCE_EMPLOYEE] = "salarie salariee employe employee adulte adult",
    [AUDIENCE_JOBSEEKER] = "demandeur emploi chomage chomeur adulte jobseeker unemployed adult",
    [AUDIENCE_BACK_TO_SCHOOL] = "reprendre etudes decrocheur dropout",
};

const char *const MODE_WORDS[MODE_MODULES + 1] = {
    [MODE_SCHOOL] = "scolaire temps plein full time",
    [MODE_ALTERNANCE] = "alternance apprentissage apprenticeship",
    [MODE_SHORT] = "courte rapide express short quick",
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
