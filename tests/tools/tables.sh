#!/bin/bash
# A spreadsheet into a content folder: what is written, what stays, and what is said of a table that is
# wrong, with its row and column. Nothing is half-written.
set -u
pack=$AZIMUT_BUILD/asan/azimut-pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
campus=$work/campus
# Trades and lists are all that is needed; what else is missing is not this file's.
mkdir "$campus"
cp -r content/campus/campus.yaml content/campus/families.yaml content/campus/trades "$campus"
for list in courses certifications desks modules partners events machines labs; do
    cp -r content/campus/$list* "$campus"
done
before() { rm -rf "$work/before"; cp -r "$campus" "$work/before"; }
import() { "$pack" import "$@" "$campus" > "$work/said" 2>&1; }

# refuse "what is said" KIND FILE: and nothing is written.
refuse() {
    before
    import "$2" "$3" && fault "taken: $3"
    grep -qE "$1" "$work/said" || fault "expected: $1
got: $(cat "$work/said")"
    diff -r "$work/before" "$campus" > /dev/null || fault "half-written: $3"
}

head='id;certification;name.fr;name.en;audience;mode;entry;route;desk;trades;sessions.from;sessions.to;sessions.seats'
one='cap-usinage;bac-pro-produits-mecaniques;"Usinage; les bases";Machining basics;school, apprentice;alternance;Après la 3e;affelnet;orientation;usinage|reglage;01/09/2027;30/06/2029;12'

# ---- taken: as Excel saves it, with a second session in a row of its own ----
{ printf '\xef\xbb\xbf%s\r\n' "$head"; printf '%s\r\n' "$one"; printf 'cap-usinage;;;;;;;;;;01/09/2028;30/06/2030;\r\n;;;;;;;;;;;;\r\n'; } > "$work/courses.csv"
import table "$work/courses.csv" || fault "not taken: $(cat "$work/said")"
diff - "$campus/courses/cap-usinage.yaml" << 'END' || fault "another file than expected"
id: cap-usinage
certification: bac-pro-produits-mecaniques
name: {fr: "Usinage; les bases", en: "Machining basics"}
audience: [school, apprentice]
mode: alternance
entry: "Après la 3e"
route: affelnet
desk: orientation
trades: [usinage, reglage]
sessions:
  - from: 2027-09-01
    to: 2029-06-30
    seats: 12
  - from: 2028-09-01
    to: 2030-06-30
END

# ---- laid over: one key changes, what an author wrote beside it stays ----
printf 'id,Phone\norientation,04 00 00 00 00\naccueil,\n' | sed '3d' > "$work/desks.csv"
import table "$work/desks.csv" || fault "not taken: $(cat "$work/said")"
grep -q '^# Where somebody can be talked to' "$campus/desks.yaml" || fault "a remark is gone"
grep -q 'phone: "04 00 00 00 00"' "$campus/desks.yaml" || fault "the number was not written"
grep -q 'Faire signer une convention' "$campus/desks.yaml" || fault "the other desk is gone"
grep -q 'Reprendre sa route' "$campus/desks.yaml" || fault "what the desk says is gone"
[ "$(grep -c '^- id:' "$campus/desks.yaml")" = "$(grep -c '^- id:' content/campus/desks.yaml)" ] || fault "desks came or went"
before
import table "$work/desks.csv" || fault "not taken twice"
diff -r "$work/before" "$campus" || fault "the same again is another"

# ---- refused, with row and column ----
bad=$work/bad.csv
table() { printf '%s\n' "$@" > "$bad"; }
table "$head" "$head" "$one"; refuse 'bad.csv:2:1: deux lignes d’en-tête ; n’en garder qu’une' courses "$bad"
table "$head"; refuse 'bad.csv:1:1: cette table n’a que son en-tête ; y écrire une ligne' courses "$bad"
refuse 'away.csv:1:1: la table ne peut pas être lue : il n’existe pas' courses "$work/away.csv"
table 'Formations 2027;;;' "$head" "$one"; refuse 'bad.csv:2:1: deux lignes d’en-tête' courses "$bad"
spoken='Identifiant;Diplôme;Nom;Nom anglais;Public;Mode;Entrée;Porte;Bureau;Métiers;Début;Fin;Places'
table "$head" "$spoken" "$one"; refuse 'bad.csv:2:1: deux lignes d’en-tête ; n’en garder qu’une' courses "$bad"
table 'Qui;;Nom;;;;;;;;Quand;;' "$head" "$one"; refuse 'bad.csv:2:1: deux lignes d’en-tête' courses "$bad"
table 'Formations;;' ';;' "$head" "$one"; refuse 'bad.csv:3:1: deux lignes d’en-tête' courses "$bad"
table "${head/mode/mod}" "$one"; refuse 'bad.csv:1:6: colonne F : rubrique inconnue « mod » ; est-ce « mode » \?' courses "$bad"
table "${head/mode/id}" "$one"; refuse 'bad.csv:1:6: colonne F : la rubrique est déjà en colonne A' courses "$bad"
table "${head#id;}" "${one#*;}"; refuse 'bad.csv:1:1: la colonne « id » manque' courses "$bad"
table "$head" "${one/Machining basics/28/11/2026}"; refuse 'bad.csv:2:4: colonne D : « 28/11/2026 » est une date, mais « name » n’en attend pas' courses "$bad"
table "$head" "${one/12/28/11/2026}"; refuse 'bad.csv:2:13: colonne M : « 28/11/2026 » est une date, mais « seats »' courses "$bad"
table "$head" "${one/01\/09\/2027/1er septembre}"; refuse 'bad.csv:2:11: colonne K : from : « 1er septembre » n’est pas une date' courses "$bad"
table "$head" "${one/01\/09\/2027/31/02/2027}"; refuse 'bad.csv:2:11: colonne K : from : ' courses "$bad"
table "$head" "${one/30\/06\/2029/30/06/2026}"; refuse 'bad.csv:2:12: colonne L : la session finit avant de commencer' courses "$bad"
table "$head" "${one/orientation/orientaton}"; refuse 'bad.csv:2:9: colonne I : « orientaton » n’existe pas dans desks.yaml ; est-ce « orientation »' courses "$bad"
new=${one/cap-usinage/neuf}
table "$head" "${new/orientation/}"; refuse 'bad.csv:2(:0)?: la rubrique « desk » manque' courses "$bad"
table "$head" "${one/usinage|reglage/usinage|reglages}"; refuse 'bad.csv:2:10: colonne J : « reglages » n’existe pas' courses "$bad"
table "$head" "$one" "${one/alternance/short}"; refuse 'bad.csv:3:6: colonne F : « mode » est déjà dit plus haut' courses "$bad"
table "$head" "$one" "${one/cap-usinage/autre}" "$one"; refuse 'bad.csv:4:1: colonne A : le nom « cap-usinage » est donné deux fois' courses "$bad"
table "$head" "$one;x"; refuse 'bad.csv:2:14: colonne N : cette colonne n’a pas d’en-tête' courses "$bad"
table 'id;needs' 'securite-atelier;regler-une-machine'; refuse 'bad.csv:2:[0-9]+: .* a besoin de lui-même' modules "$bad"
table 'id;hours' 'orientation;le matin'; refuse 'bad.csv:2:2: colonne B : les heures « le matin » ne sont pas comprises' desks "$bad"
table 'id;kind;level;name;rncp;blocks.code;blocks.name' 'autre;cap;3;Autre;RNCP2;RNCP1BC01;Un bloc'
refuse 'bad.csv:2:6: colonne F : « RNCP1BC01 » n’est pas un bloc de cette certification' certifications "$bad"
: > "$bad"; refuse 'bad.csv:1:1: .*la table est vide' courses "$bad"
refuse 'de quelle liste est cette table' table "$bad"
refuse 'aucune sorte de fichier ne s’appelle tabel ; il y a table' tabel "$bad"
table "$head" "$one"; mkdir "$work/mine" && cp "$bad" "$work/mine/courses-2027.csv"
import table "$work/mine/courses-2027.csv" || fault "the name of the file says of which list it is: $(cat "$work/said")"

# ---- a spreadsheet: the same, and cells that are one over several columns ----
# ods NAME ROW… where a row has its cells between semicolons, and > before a cell that spans two columns
ods() {
    local row cell name=$1; shift
    mkdir -p "$work/ods"
    {
        printf '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">'
        printf '<office:body><office:spreadsheet><table:table>'
        for row in "$@"; do
            printf '<table:table-row>'
            while IFS= read -rd ';' cell; do
                case $cell in
                '>'*) printf '<table:table-cell table:number-columns-spanned="2"><text:p>%s</text:p></table:table-cell><table:covered-table-cell/>' "${cell#>}" ;;
                *) printf '<table:table-cell><text:p>%s</text:p></table:table-cell>' "$cell" ;;
                esac
            done < <(printf '%s;' "$row")
            printf '</table:table-row>'
        done
        printf '</table:table></office:spreadsheet></office:body></office:document-content>'
    } > "$work/ods/content.xml"
    rm -f "$name"
    (cd "$work/ods" && zip -q "$name" content.xml)
}
sheet=$work/courses.ods
plain=${one/\"Usinage; les bases\"/Usinage}
ods "$sheet" "$head" "$head" "$plain"; refuse 'courses.ods:2:1: deux lignes d’en-tête ; n’en garder qu’une' courses "$sheet"
ods "$sheet" "$head" "$spoken" "$plain"; refuse 'courses.ods:2:1: deux lignes d’en-tête' courses "$sheet"
ods "$sheet" "$head" "${plain/Usinage;Machining basics/>Usinage}"
refuse 'courses.ods:2:3: colonne C : des cellules sont fusionnées ici ; défaire la fusion et répéter la valeur' courses "$sheet"
ods "$sheet" '>Qui;Nom' "$head" "$plain"; refuse 'courses.ods:1:1: colonne A : des cellules sont fusionnées' courses "$sheet"
ods "$sheet" "$head" "$plain"; import courses "$sheet" || fault "a spreadsheet is not taken: $(cat "$work/said")"

# ---- all or none: what cannot be written leaves the rest as it was ----
rm -rf "$campus/courses/un.yaml.part"; mkdir "$campus/courses/un.yaml.part"
table "$head" "${one/cap-usinage/autre-cap}" "${one/cap-usinage/un}"
refuse 'courses/un.yaml:1: ce fichier ne s’écrit pas' courses "$bad"
[ -z "$(find "$campus" -name '*.part' -type f)" ] || fault "left behind: $(find "$campus" -name '*.part')"

exit $status
