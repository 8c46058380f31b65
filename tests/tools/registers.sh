#!/bin/bash
# Files of registers into a content folder: small made-up ones in the shape of the real ones
# (registers/), then what is said of those that changed, and that a long one costs no memory.
set -u
pack=$AZIMUT_BUILD/asan/azimut-pack
from=tests/tools/registers
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
campus=$work/campus
import() { "$pack" import "$@" "$campus" > "$work/said" 2>&1; }
said() { grep -qE "$1" "$work/said" || fault "expected: $1
got: $(cat "$work/said")"; }

# The courses of the demonstration campus, and a certification of which the registers know.
fresh() {
    rm -rf "$campus" && mkdir "$campus"
    cp -r content/campus/{*.yaml,trades,courses} "$campus"
    cat > "$campus/certifications.yaml" << 'END'
# A remark that stays.
- id: bac-pro-produits-mecaniques
  rncp: RNCP90002
  kind: bac-pro
  level: 3
  name: "Un autre nom"
  short: "Produits mécaniques"
  trades: [usinage, ajustage]
  blocks:
    - code: ancien
      name: "Un bloc que le registre n'a pas"
  illustrative: true
END
}

# refuse "what is said" KIND FILE: and nothing is written.
refuse() {
    fresh && [ -n "${4:-}" ] && sed -i "$4" "$campus/certifications.yaml"
    rm -rf "$work/before" && cp -r "$campus" "$work/before"
    import "$2" "$3" && fault "taken: $3"
    said "$1"
    diff -r "$work/before" "$campus" > /dev/null || fault "half-written: $3"
}

# ---- RNCP ----
xml=$from/rncp-v4-2026-11-01.xml
fresh
import rncp "$xml" || fault "not taken: $(cat "$work/said")"
cat > "$work/wanted" << 'END'
- id: bac-pro-produits-mecaniques
  rncp: RNCP90002
  kind: bac-pro
  level: 4
  name: "Technicien inventé en réalisation de produits"
  short: "Produits mécaniques"
  trades: [usinage, ajustage]
  blocks:
    - code: RNCP90002BC01
      name: "Préparer une fabrication inventée"
      evidence: "Mise en situation Entretien oral"
    - code: RNCP90002BC02
      name: "Régler et usiner une pièce inventée"
  illustrative: false
  until: 2028-08-31
  source: "France compétences, RNCP"
  imported: 2026-11-01
  licence: "Licence Ouverte 2.0"
END
diff "$work/wanted" <(sed 1d "$campus/certifications.yaml") || fault "another certification than in the register"
head -1 "$campus/certifications.yaml" | grep -q '^# ' || fault "a remark is gone"

# The two tables say the same, without how one is assessed.
cp "$campus/certifications.yaml" "$work/by-xml"
fresh
import rncp "$from/rncp-standard-2026-11-01.csv" || fault "not taken: $(cat "$work/said")"
import rncp "$from/rncp-blocs-2026-11-01.csv" || fault "not taken: $(cat "$work/said")"
diff <(grep -v evidence "$work/by-xml" | sort) <(sort "$campus/certifications.yaml") || fault "tables and XML differ"

# In two languages the register has the French, and what else was written stays; twice is as once.
for name in '{fr: "Un autre nom", en: "Another name"}' '\n    fr: "Un autre nom"\n    en: "Another name"'; do
    fresh && sed -i "s/^  name: \"Un autre nom\"/  name: $name/" "$campus/certifications.yaml"
    import rncp "$xml" || fault "two languages are not taken: $(cat "$work/said")"
    sed -n '/^  name:/,/^  short:/p' "$campus/certifications.yaml" | tr -s ' \n' ' ' |
        grep -qE '^ name: \{?fr: "Technicien inventé en réalisation de produits",? en: "Another name"' ||
        fault "the other language is gone: $(cat "$campus/certifications.yaml")"
    cp "$campus/certifications.yaml" "$work/once"
    import rncp "$xml" && cmp -s "$work/once" "$campus/certifications.yaml" || fault "another time writes otherwise"
done
# So it is of the campus that is shown, every name of which has two.
rm -rf "$campus" && mkdir "$campus" && cp -r content/campus/{*.yaml,trades,courses} "$campus"
sed -i 's/rncp: RNCP41015/rncp: RNCP90002/; /rncp: RNCP[0-8]/d; s/- code: RNCP41015/- code: RNCP90002/' "$campus/certifications.yaml"
grep -rl RNCP41015 "$campus" | xargs -r sed -i 's/RNCP41015/RNCP90002/g'
import rncp "$xml" || fault "the demonstration campus is not taken: $(cat "$work/said")"
said '1 fiche écrite, dont 0 nouvelle'
grep -q '^  name: {fr: "Technicien inventé en réalisation de produits", en: ' "$campus/certifications.yaml" || fault "no English any more"

refuse 'certifications.yaml:3: RNCP999 n’est pas dans .*xml ; corriger rncp' rncp "$xml" 's/RNCP90002/RNCP999/'
refuse 'aucune certification du dossier n’a de numéro' rncp "$xml" '/rncp:/d'
changed() { sed "$2" "$1" > "$work/changed.${1##*.}"; }
changed "$xml" 's/INTITULE>/TITRE>/g'; refuse 'changed.xml:13: l’élément INTITULE manque dans la fiche RNCP90002 : le format a changé' rncp "$work/changed.xml"
changed "$xml" 's/NIVEAU>/DEGRE>/g'; refuse 'NOMENCLATURE_EUROPE/NIVEAU manque' rncp "$work/changed.xml"
changed "$xml" 's/NUMERO_FICHE>/NUMERO>/g'; refuse 'aucun élément FICHE/NUMERO_FICHE' rncp "$work/changed.xml"
changed "$xml" 's/FICHES>/REPERTOIRE>/'; refuse 'la racine est <REPERTOIRE>, pas <FICHES>' rncp "$work/changed.xml"
changed "$xml" 's/LIBELLE>/NOM>/g'; refuse 'CODE ou LIBELLE manque dans un bloc' rncp "$work/changed.xml"
changed "$xml" '$d'; refuse 'changed.xml:[0-9]+:[0-9]+: ce fichier XML n’est pas bien formé' rncp "$work/changed.xml"
changed "$xml" '1a <!DOCTYPE FICHES [<!ENTITY a "aaaa">]>'; refuse 'une déclaration d’entité' rncp "$work/changed.xml"
changed "$from/rncp-standard-2026-11-01.csv" '1s/Intitule/Nom/'; refuse 'changed.csv:1: la colonne « Intitule » manque ; l’en-tête a changé : Id_Fiche, Numero_Fiche, Nom, ' rncp "$work/changed.csv"
changed "$from/rncp-blocs-2026-11-01.csv" '1s/Bloc_Competences_Libelle/Libelle/'; refuse 'la colonne « Bloc_Competences_Libelle » manque' rncp "$work/changed.csv"
refuse 'ne peut pas être lu' rncp "$work/nothing.xml"

# A long register: RNCP_MB=200 tries the whole one. What is not wanted is not kept: 100 MB of heap are
# enough, whatever the length.
big() {
    awk -v mb="$1" 'BEGIN {
        print "<?xml version=\"1.0\" encoding=\"UTF-8\"?><FICHES>"
        for (i = 0; i < 60; i++) long = long "une phrase de la fiche, avec tout ce que le registre en dit &amp; plus ; "
        for (n = 10000; bytes < mb * 1048576; n++) {
            fiche = "<FICHE><ID_FICHE>" n "</ID_FICHE><NUMERO_FICHE>RNCP" n "</NUMERO_FICHE><INTITULE>Fiche " n "</INTITULE>" \
                "<NOMENCLATURE_EUROPE><NIVEAU>NIV5</NIVEAU></NOMENCLATURE_EUROPE><ACTIVITES_VISEES>" long "</ACTIVITES_VISEES>" \
                "<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP" n "BC01</CODE><LIBELLE>Bloc</LIBELLE><LISTE_COMPETENCES>" long \
                "</LISTE_COMPETENCES></BLOC_COMPETENCES></BLOCS_COMPETENCES></FICHE>"
            print fiche
            bytes += length(fiche)
        }
        print "</FICHES>" }'
}
fresh
big "${RNCP_MB:-20}" | sed '/<\/FICHES>/d' > "$work/big.xml"
sed '1,/<VERSION_FLUX/d' "$xml" >> "$work/big.xml"
(ulimit -d 102400; time "$AZIMUT_BUILD/azimut-pack" import rncp "$work/big.xml" "$campus") > "$work/said" 2>&1 ||
    fault "the whole register: $(cat "$work/said")"
[ -z "${RNCP_MB:-}" ] || { du -m "$work/big.xml"; cat "$work/said"; }
grep -q 'code: RNCP90002BC02' "$campus/certifications.yaml" || fault "the last of a long register is not found"

# ---- LHEO in ----
lheo=$from/lheo-2.3-2026-11-01.xml
fresh
import lheo "$lheo" || fault "not taken: $(cat "$work/said")"
diff - "$campus/courses/14-usinage-1.yaml" << 'END' || fault "another course than in the file"
# Deviné, LHEO ne le dit pas : audience, mode, route, desk. Vérifier, puis effacer cette ligne.
id: 14-usinage-1
certification: bac-pro-produits-mecaniques
name: "Apprendre à usiner une pièce inventée"
line: "Préparer, régler, usiner et contrôler une pièce simple, puis une série de pièces, en suivant…"
entry: "Avoir un CAP"
audience: [jobseeker, employee]
mode: alternance
route: direct
desk: accueil
trades: [usinage]
hours: 840
entry-level: 3
sessions:
  - from: 2027-09-06
    to: 2028-06-30
    open-until: 2027-06-30
    seats: 12
  - from: 2028-09-04
    to: 2029-06-29
source: "LHEO 2.3"
imported: 2026-11-01
END
# Again after an author has been there: dates are new, the rest stays.
sed -i 's/^name: .*/name: "Usiner"/; s/^desk: .*/desk: orientation/' "$campus/courses/14-usinage-1.yaml"
changed "$lheo" 's/20270906/20270913/'
import lheo "$work/changed.xml" || fault "not taken again: $(cat "$work/said")"
head -1 "$campus/courses/14-usinage-1.yaml" | grep -q '^# Deviné' || fault "what was guessed is not said any more"
grep -q '^name: "Usiner"$' "$campus/courses/14-usinage-1.yaml" && grep -q '^desk: orientation' "$campus/courses/14-usinage-1.yaml" ||
    fault "what an author wrote is gone"
[ "$(grep -c 'from: 2027-09-13' "$campus/courses/14-usinage-1.yaml")" = 1 ] || fault "the new date is not there"
[ "$(grep -c 'from: ' "$campus/courses/14-usinage-1.yaml")" = 2 ] || fault "sessions came or went"

refuse 'lheo-2.3-2026-11-01.xml:4: RNCP90002 n’est la certification d’aucune fiche ; l’ajouter' lheo "$lheo" '/rncp:/d'
changed "$lheo" 's/intitule-formation/titre/g'; refuse 'changed.xml:4: l’élément intitule-formation manque' lheo "$work/changed.xml"
changed "$lheo" 's/debut>/commence>/g'; refuse 'changed.xml:4: l’élément session/periode/debut manque' lheo "$work/changed.xml"
changed "$lheo" 's/20280630/20260630/'; refuse 'changed.xml:[0-9]+: la session finit avant de commencer' lheo "$work/changed.xml"
changed "$lheo" 's/lheo>/offre>/; s/<lheo /<offre /'; refuse 'la racine est <offre>, pas <lheo>' lheo "$work/changed.xml"

# ---- figures of courses ----
# Here it is the demonstration campus, whose courses have examples.
demonstration() {
    rm -rf "$campus" && mkdir "$campus" && cp -r content/campus/{*.yaml,trades,courses} "$campus"
    { # examples that wait for the register
        echo 'figures:'
        for figure in in-work:62 studying:27 other-ways:11 pay:1620 wishes:48 first-wishes:21 places:24 enrolled:23; do
            echo "  - {what: ${figure%:*}, value: ${figure#*:}, people: 48, scope: school, source: Exemple, year: 2026, illustrative: true}"
        done
    } >> "$campus/courses/bac-pro-usinage.yaml"
}
asks() { sed -i 's/^id: bac-pro-usinage$/&\nuai: 0630000A\ncfd: 40099901/' "$campus/courses/bac-pro-usinage.yaml"; }
ask_all() { demonstration && asks && sed -i 's/^id: cap-soudage$/&\nuai: 0630000A\ncfd: 50099902/' "$campus/courses/cap-soudage.yaml"; }
figures() { sed -n '/^figures:/,/^[a-z]*: *[^ ]/p' "$campus/courses/$1.yaml" | grep '^ ' | tr '\n' ' ' | sed 's/ *- what/\nwhat/g; s/  */ /g'; }
refuse_figures() {
    demonstration
    [ "$4" = asks ] && asks
    rm -rf "$work/before" && cp -r "$campus" "$work/before"
    import "$2" "$3" && fault "taken: $3"
    said "$1"
    diff -r "$work/before" "$campus" > /dev/null || fault "half-written: $3"
}

schools=$from/inserjeunes-formations-2026-11-01.csv
country=$from/inserjeunes-certifications-2026-11-01.csv
wishes=$from/affelnet-2026-11-01.csv
ask_all
import inserjeunes "$schools" || fault "not taken: $(cat "$work/said")"
said '1 lignes parlent de moins de 20 personnes : rien n’en est pris'
said '1 fiche écrite, dont 0 nouvelle'
figures bac-pro-usinage > "$work/figures"
grep -q 'what: in-work value: 53.5 people: 44 scope: school source: "DEPP, InserJeunes, Licence Ouverte 2.0, 2026-11-01" year: 2023 cohort: 2022-2023' "$work/figures" ||
    fault "not the newest of those who are pupils here: $(cat "$work/figures")"
for figure in in-work:1 studying:1 other-ways:1 pay:1 wishes:1 places:1; do
    [ "$(grep -c "what: ${figure%:*} " "$work/figures")" = "${figure#*:}" ] || fault "${figure%:*}: not once in $(cat "$work/figures")"
done
grep -E 'in-work|studying|other-ways' "$work/figures" | grep -q illustrative && fault "an example stayed beside a fact"
grep -q 'what: pay .*illustrative: true' "$work/figures" || fault "an example that nothing replaces is gone"
grep -q 2022_2023 "$campus/courses/cap-soudage.yaml" && fault "nineteen people are told"

import inserjeunes "$country" || fault "not taken: $(cat "$work/said")"
figures bac-pro-usinage > "$work/figures"
grep -q 'what: pay value: 1510 people: 310 scope: country' "$work/figures" && grep -q 'what: pay-low value: 1420' "$work/figures" &&
    grep -q 'what: pay-high value: 1640' "$work/figures" || fault "no pay: $(cat "$work/figures")"
grep -q 'what: in-work value: 53.5' "$work/figures" || fault "what was imported before is gone"

import affelnet "$wishes" || fault "not taken: $(cat "$work/said")"
figures bac-pro-usinage > "$work/figures"
for figure in wishes:61 first-wishes:31 places:24 enrolled:23; do
    grep -q "what: ${figure%:*} value: ${figure#*:} scope: school source: \"Rectorat, Affelnet, 2026-11-01\" year: 2026" "$work/figures" ||
        fault "no $figure of this year: $(cat "$work/figures")"
done
figures cap-soudage | grep -q 'what: first-wishes value: 9' || fault "a row with empty cells is left out"
figures cap-soudage | grep -E 'what: (wishes|enrolled) .*Rectorat' && fault "an empty cell became a number"
"$pack" check "$campus" > "$work/said" 2>&1
grep -E 'courses/.*(uai|cfd|figures|valeur|value)' "$work/said" && fault "what was imported is not what an author may write"
cp "$campus/courses/bac-pro-usinage.yaml" "$work/once.yaml"
import affelnet "$wishes" && cmp -s "$work/once.yaml" "$campus/courses/bac-pro-usinage.yaml" || fault "twice is not once"

refuse_figures 'aucune formation du dossier ne dit son diplôme ; écrire cfd:' inserjeunes "$schools" nobody
changed "$schools" '1s/nb_annee_term/nb_annee_termin/'; refuse_figures 'changed.csv:1: la colonne « nb_annee_term » manque ; l’en-tête a changé : est-ce « nb_annee_termin » \?' inserjeunes "$work/changed.csv" asks
changed "$schools" '1s/taux_en_emploi_6_mois/part/'; refuse_figures 'la colonne « taux_en_emploi_6_mois » manque ; l’en-tête a changé : uai, uai_type, ' inserjeunes "$work/changed.csv" asks
changed "$schools" 's/53,5/beaucoup/'; refuse_figures 'changed.csv:3: « beaucoup » n’est pas un nombre, dans la colonne « taux_en_emploi_6_mois »' inserjeunes "$work/changed.csv" asks
changed "$schools" 's/0630000A/0631111B/'; refuse_figures 'rien n’est pris : aucune ligne' inserjeunes "$work/changed.csv" asks
changed "$schools" 's/2022_2023/hier/'; refuse_figures 'changed.csv:[0-9]+: aucune année dans la colonne « millesime »' inserjeunes "$work/changed.csv" asks
changed "$wishes" '1s/Capacité/Capacites/'; refuse_figures 'la colonne « Capacité » manque ; l’en-tête a changé : est-ce « Capacites » \?' affelnet "$work/changed.csv" asks
changed "$wishes" '1s/Nb de voeux/Voeux/'; demonstration; asks; import affelnet "$work/changed.csv" || fault "the wishes of every rank may be missing"
refuse_figures 'ne peut pas être lu' affelnet "$work/nothing.csv" asks

# Columns in another order are the same table.
ask_all && import affelnet "$wishes" && figures bac-pro-usinage > "$work/figures"
awk -F';' -v OFS=';' '{ print $10, $8, $7, $6, $4, $3, $1 }' "$wishes" > "$work/affelnet-2026-11-01.csv"
ask_all && import affelnet "$work/affelnet-2026-11-01.csv" && figures bac-pro-usinage | cmp -s - "$work/figures" || fault "columns are taken by their places"

# ---- ROME ----
# The sheets are in Latin-9, as France Travail saves them: the euro sign and œ tell it from Latin-1.
letters=$from/unix_referentiel_code_rome_riasec_v461_utf8-2026-11-01.csv
sheets=$work/unix_fiche_emploi_metier_v461-2026-11-01.xml
iconv -f UTF-8 -t ISO-8859-15 "$from/unix_fiche_emploi_metier_v461-2026-11-01.xml" > "$sheets"
demonstration && cp -r "$campus/trades" "$work/trades"
import rome "$letters" || fault "not taken: $(cat "$work/said")"
said 'avertissement : [A-Z][0-9]{4} \([a-z-]+\) n’y est pas ; corriger rome'
import rome "$sheets" || fault "not taken: $(cat "$work/said")"
diff - "$campus/drafts/soudage.yaml" << 'END' || fault "another draft than the register says"
id: soudage
draft: true
rome: H2913
interests: {R: 7, I: 2, A: 2, S: 2, E: 2, C: 5}
source: "France Travail, ROME 4"
imported: 2026-11-01
licence: "Licence Ouverte 2.0"
title: "Soudeur inventé / Soudeuse inventée"
gestures: ["Souder une œuvre inventée à moins de 10 €", "Contrôler une soudure inventée", "Préparer des bords inventés"]
hard: ["Travail debout", "Bruit inventé"]
END
diff -r "$work/trades" "$campus/trades" || fault "a trade was changed"
"$pack" check "$campus" > "$work/said" 2>&1
grep drafts "$work/said" && fault "a draft is read as a trade"

refuse_rome() {
    demonstration
    import rome "$2" && fault "taken: $2"
    said "$1"
    [ -e "$campus/drafts" ] && fault "half-written: $2"
}
changed "$letters" '1s/riasec_majeur/riasec_majeure/'; refuse_rome 'changed.csv:1: la colonne « riasec_majeur » manque ; l’en-tête a changé : est-ce « riasec_majeure » \?' "$work/changed.csv"
changed "$letters" 's/"H2913","R"/"H2913","Z"/'; refuse_rome 'changed.csv:3: « Z » n’est pas une lettre de RIASEC, dans la colonne « riasec_majeur »' "$work/changed.csv"
changed "$letters" 's/H2913/H0000/'; refuse_rome 'aucun métier du dossier n’y est' "$work/changed.csv"
plain=$from/unix_fiche_emploi_metier_v461-2026-11-01.xml
utf8() { sed '1s/ISO-8859-15/UTF-8/' "$plain" | sed "$1" > "$work/changed.xml"; }
utf8 's/savoir_faire>/savoirs_faire>/g'; refuse_rome 'changed.xml:[0-9]+: l’élément competences/savoir_faire/…/item/libelle manque dans la fiche H2913 : le format a changé' "$work/changed.xml"
utf8 's/fiches_metier>/fiches>/'; refuse_rome 'la racine est <fiches>, pas <fiches_metier>' "$work/changed.xml"
utf8 's/code_rome>/code>/g'; refuse_rome 'aucun élément fiche_metier/rome/code_rome' "$work/changed.xml"
refuse_rome 'ne peut pas être lu' "$work/nothing.xml"

# ---- LHEO out ----
whole=$work/whole
cp -r content/campus "$whole" && rm -rf "$whole/clips" "$whole/plan" "$whole/lang" && sed -i '/kiosk:place/d' "$whole/topics/"*.md
export_lheo() { "$pack" build "$whole" -o "$work/a.pack" > "$work/said" 2>&1 && "$pack" export --lheo "$work/a.pack" --now 2027-01-01 -o "$work/out.xml" > "$work/said" 2>&1; }
export_lheo && fault "a campus that does not say who it is was exported"
said 'écrire organisation: dans campus.yaml'
cat >> "$whole/campus.yaml" << 'END'
organisation:
  {name: "Campus & Cie", siret: "00000000000000", activity: "00000000000", street: "1 rue inventée", postcode: "63000", town: Clermont-Ferrand, public: "00000", formacode: V14}
END
export_lheo && fault "examples were published"
said 'aucune formation à dire : [0-9]+ sont des exemples'
[ -e "$work/out.xml" ] && fault "half-written: out.xml"
sed -i "/^illustrative/d" "$whole/courses/bac-pro-usinage.yaml"
sed -i '/^- id: bac-pro-produits-mecaniques/,/rncp:/s/rncp: .*/rncp: RNCP90002/' "$whole/certifications.yaml"
export_lheo || fault "not exported: $(cat "$work/said")"
xmllint --noout --dtdvalid "$from/lheo.dtd" "$work/out.xml" 2> "$work/said" || fault "not LHEO: $(cat "$work/said")"
grep -q '<nom-organisme>Campus &amp; Cie</nom-organisme>' "$work/out.xml" || fault "an ampersand"
xmllint --noout --dtdvalid "$from/lheo.dtd" "$lheo" 2> /dev/null && fault "the check takes anything" # recrutement has a periode there

# What went out comes in again.
fresh && rm "$campus/courses/"*
import lheo "$work/out.xml" || fault "what went out does not come in: $(cat "$work/said")"
for key in name: certification: 'from:' 'to:' open-until:; do
    diff <(grep -h "$key" "$whole/courses/bac-pro-usinage.yaml" | sed 's/{fr: \(".*"\), en.*/\1/; s/^[ -]*//') \
        <(grep -h "$key" "$campus/courses/bac-pro-usinage.yaml" | sed 's/^[ -]*//') > /dev/null || fault "$key is another after going out and in"
done

exit $status
