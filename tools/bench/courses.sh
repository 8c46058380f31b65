#!/bin/bash
# The demonstration campus with far more courses than any campus has: five sessions each. usage: courses.sh COURSES OUT.pack AZIMUT_PACK
set -eu
courses=$1
out=$2
tool=$3
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cp -r content/campus "$work/campus"
chmod -R u+w "$work"
blocks=$(sed -n 's/^ *- code: //p' "$work/campus/certifications.yaml" | tr '\n' ' ')
there=$(ls "$work/campus/courses" | wc -l)
awk -v courses=$((courses - there)) -v blocks="$blocks" -v folder="$work/campus/courses" '
BEGIN {
    split("soudage usinage maintenance electricite chaudronnerie plasturgie robots conception logistique qualite impression chimie", trade)
    split("soudage|usinage|maintenance|électricité|chaudronnerie|plasturgie|robotique|conception|logistique|qualité|impression|chimie", what, "|")
    split("welding|machining|maintenance|electrics|metalwork|plastics|robotics|design|logistics|quality|printing|chemistry", en, "|")
    split("des systèmes|de production|industrielle|connectée|des installations|en atelier|sur chantier|aéronautique|automobile|ferroviaire", of, "|")
    known = split(blocks, block)
    split("school alternance short modules", mode)
    split("school apprentice employee jobseeker", audience)
    for (i = 1; i <= courses; i++) {
        file = sprintf("%s/gen-%04d.yaml", folder, i)
        t = i % 12 + 1
        title = sprintf("Formation %s %s %d", what[t], of[i % 10 + 1], i)
        printf "id: gen-%04d\nname: {fr: \"%s\", en: \"Training in %s %d\"}\n", i, title, en[t], i > file
        printf "line: {fr: \"Apprendre %s %s, pas à pas.\", en: \"Learning %s, step by step.\"}\n", what[t], of[i % 10 + 1], en[t] > file
        printf "blocks: [%s]\naudience: [%s]\nmode: %s\nhours: %d\n", block[i % known + 1], audience[i % 4 + 1], mode[int(i / 4) % 4 + 1], 14 + i % 700 > file
        printf "entry: {fr: \"Savoir lire un plan\", en: \"Being able to read a drawing\"}\nroute: direct\ndesk: entreprises\n" > file
        printf "place: A%d\ntrades: [%s]\nsessions:\n", i % 9 + 1, trade[t] > file
        for (s = 0; s < 5; s++)
            printf "  - {from: %d-%02d-%02d, to: %d-%02d-28, seats: %d}\n", 2027 + int(s / 3), (i + 4 * s) % 12 + 1, i % 20 + 1, 2027 + int(s / 3), (i + 4 * s) % 12 + 1, 8 + i % 20 > file
        print "illustrative: true" > file
        close(file)
    }
}'
"$tool" build "$work/campus" -o "$out" > /dev/null
