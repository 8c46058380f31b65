#!/bin/bash
# Every list of the demonstration goes out as a table, as CSV and for LibreOffice, and comes back: nothing of any file changes. A cell
# that changes is one value in the file; one that is wrong is told with row and column; what a table cannot say is not lost.
set -u
. tests/support/studio.sh
# All of the lists; one picture and one film many times over, for each is looked at only once.
rm -rf "$campus" && cp -r content/campus "$campus"
for picture in "$campus"/pictures/*.svg; do cp content/campus/pictures/soudage.svg "$picture"; done
for film in "$campus"/clips/*.mp4; do cp content/campus/clips/soudage.mp4 "$film"; done
sed -i '/^  loop-/d' "$campus/clips/clips.yaml" # of a film of another length
rm "$campus"/clips/*.vtt
for clip in $(grep -oP '^- id: \K.*' "$campus/clips/clips.yaml"); do
    for lang in fr en; do cp content/campus/clips/soudage.$lang.vtt "$campus/clips/$clip.$lang.vtt"; done
done
start "$campus"
cp -r "$campus" "$work/before"
"$pack" check "$campus" >"$work/checked" || fault "the campus is none: $(head -3 "$work/checked")"

# ---- there and back ----
import() { "$pack" import "$@" "$campus" >"$work/said" 2>&1; }
lists=$(sed -n 's/^MENU(\([a-z_]*\),.*/\1/p' tools/studio/kinds.def)
[ "$(wc -w <<<"$lists")" -ge 23 ] || fault "which lists are there? $lists"
mkdir "$work/sheets"
for list in $lists; do
    [ "$list" = recording ] && continue # there is none
    for ending in csv ods; do
        (cd "$work/sheets" && curl -s -OJ "$fr/sheet/$list.$ending")
    done
done
[ "$(find "$work/sheets" -type f | wc -l)" -ge 44 ] || fault "not every list goes out: $(ls "$work/sheets")"
for sheet in "$work/sheets"/*; do
    import table "$sheet" || fault "not taken: $(cat "$work/said")"
    grep -q '^0 fiche écrite' "$work/said" || fault "$sheet: $(cat "$work/said")"
done
diff -r "$work/before" "$campus" || fault "there and back is another"

# ---- one cell, one value: also of a list within a list ----
# changed SHEET old new FILE 'what is there then'
changed() {
    sed "s|$2|$3|" "$work/sheets/$1" >"$work/$1"
    cmp -s "$work/$1" "$work/sheets/$1" && fault "the test changed nothing: $1"
    import table "$work/$1" || fault "$1: $(cat "$work/said")"
    grep -q '^1 fiche écrite, dont 0' "$work/said" || fault "$1: $(cat "$work/said")"
    grep -qF -e "$5" "$campus/$4" || fault "$4: not written: $5"
    [ "$(diff "$work/before/$4" "$campus/$4" | grep -c '^>')" = 1 ] || fault "$4: more than one line: $(diff "$work/before/$4" "$campus/$4")"
    cp "$work/before/$4" "$campus/$4"
    diff -r "$work/before" "$campus" || fault "$1: more than $4"
}
changed back-to-school.csv 'Moins de 16 ans' 'Avant 16 ans' back-to-school.yaml '- label: {fr: "Avant 16 ans", en: "Under 16"}'
changed trades.csv '"Masque, dont' '"Casque, dont' trades/soudage.yaml 'fr: "Casque, dont l'
changed families.csv '"Métal"' '"Métaux"' families.yaml 'name: {fr: "Métaux", en: Metalwork}'
changed facets.csv '"réparer"' '"remettre en état"' facets.yaml 'remettre en état'
changed quiz.csv 'Inventer une histoire' 'Raconter une histoire' quiz.yaml 'fr: "Raconter une histoire"'
changed charts.csv '"13.8"' '"13,9"' charts.yaml 'value: 13.9'
changed clips.csv 'Poser un cordon de soudure' 'Souder un cordon' clips/clips.yaml 'fr: "Souder un cordon"'
changed topics.csv 'apartment' 'factory' topics/topics.yaml 'icon: factory'
changed project.csv '"Michelin"' '"Michelin et Cie"' project.yaml 'Michelin et Cie'

# ---- wrong: where ----
# refused SHEET old new 'what is said'
refused() {
    sed "s|$2|$3|" "$work/sheets/$1" >"$work/$1"
    import table "$work/$1" && fault "taken: $1: $3"
    grep -qE "$1:$4" "$work/said" || fault "expected: $4
got: $(cat "$work/said")"
    diff -r "$work/before" "$campus" || fault "half-written: $1"
}
refused trades.csv '"H2913"' '"2913"' '[0-9]+:3: colonne C : un code ROME'
refused trades.csv '"interests.R"' '"interests.X"' '1:[0-9]+: colonne [A-Z]+ : rubrique inconnue « interests.X » ; est-ce « interests.'
refused families.csv '"crimson"' '"crimsom"' '[0-9]+:5: colonne E : .*est-ce « crimson »'
refused facets.csv '"M"' '"M1"' '2:1: colonne A : « M1 » doit s’écrire en lettres'
refused quiz.csv '"quiz-r1"' '"quiz-r99"' '2:6: colonne F : « quiz-r99 » n’existe pas dans pictures/'
refused charts.csv '"13.8"' '"beaucoup"' '2:[0-9]+: colonne [A-Z]+ : '
refused clips.csv '"fs2"' '"fs22"' '2:[0-9]+: colonne [A-Z]+ : « fs22 » n’existe pas'
refused topics.csv '"apartment"' '"apartmnt"' '[0-9]+:2: colonne B : .*est-ce « apartment »'
refused back-to-school.csv '"diplome"' '"diplomme"' '[0-9]+:[0-9]+: colonne [A-Z]+ : '
refused project.csv '"true"' '"peut-être"' '[0-9]+:[0-9]+: colonne [A-Z]+ : '
printf 'id;name.fr\n../../x;X\n' >"$work/trades.csv"
import table "$work/trades.csv" && fault "a record outside"
grep -q 'trades.csv:2:1: .*n’est pas un nom de fiche' "$work/said" || fault "not said: $(cat "$work/said")"
[ -e "$work/x.yaml" ] && fault "a record outside the folder"

# ---- a part of the columns ----
printf 'id;phone\norientation;04 00 00 00 00\n' >"$work/desks.csv"
import table "$work/desks.csv" || fault "$(cat "$work/said")"
[ "$(diff "$work/before/desks.yaml" "$campus/desks.yaml" | grep -c '^[<>]')" -le 2 ] || fault "more than the number: $(diff "$work/before/desks.yaml" "$campus/desks.yaml")"

cp "$work/before/desks.yaml" "$campus"
head='id;sessions.from;sessions.to'
printf '%s\nbac-pro-usinage;01/09/2027;30/06/2029\n' "$head" >"$work/courses.csv"
had=$(grep -c 'seats:' "$campus/courses/bac-pro-usinage.yaml")
[ "$had" -gt 0 ] || fault "the course has no seats to lose"
if [ "$(grep -c '  - from:' "$campus/courses/bac-pro-usinage.yaml")" = 1 ]; then
    printf ';01/09/2028;30/06/2030\n' >>"$work/courses.csv"
fi
import table "$work/courses.csv" && fault "seats are lost"
grep -q 'courses.csv:2:2: colonne B : « sessions » a . éléments au lieu de .*« [a-z-]* » ; ajouter cette colonne' "$work/said" ||
    fault "not said: $(cat "$work/said")"
diff -r "$work/before" "$campus" || fault "half-written"

# ---- what follows elsewhere is told, and no reason to refuse ----
printf 'id;name.fr;name.en;icon\nZ;ranger;tidying;build\n' >"$work/facets.csv"
import table "$work/facets.csv" || fault "a facet: $(cat "$work/said")"
grep -q 'trades/soudage.yaml:[0-9]*: .*Z' "$work/said" || fault "who lacks it is not said: $(head -3 "$work/said")"
exit $status
