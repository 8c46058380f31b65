#!/bin/bash
# What azimut-pack says of the lists of a campus: courses, desks, modules… Many mistakes are made at once in
# a copy of the folder, and each message must name the file, the line and the mend. Then what ends soon, and
# that all of it comes out of a pack again.
set -u
pack=$AZIMUT_BUILD/asan/azimut-pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
campus=$work/campus

# The trades and the plan of the demonstration, and lists of the test's own.
own=tests/tools/records/campus
copy_campus() {
    rm -rf "$campus" && cp -r content/campus "$campus" && rm -rf "$campus/clips" "$campus/courses" "$campus/lang"
    cp -r "$own"/* "$campus"
    sed -i '/(kiosk:lab\/design-lab)/d' "$campus"/topics/creer.*.md # of labs there is one
    sed -i '/(kiosk:partner\//d' "$campus"/topics/campus.*.md # nor are all partners there
}

# break FILE sed-script: must change the file.
break_file() {
    sed -i "$2" "$campus/$1"
    cmp -s "$own/$1" "$campus/$1" && fault "the test changed nothing: $1: $2"
}
said=$work/said
expect() {
    grep -qE "/campus/$1" "$said" || fault "expected: $1"
}

# ---- mistakes ----
copy_campus
break_file courses/bac-pro-usinage.yaml 's/to: 2030-06-30/to: 2027-06-30/; /^desk:/d; s/^mode: .*/mode: alternace/; s/^route: .*/route: bus/'
cat >> "$campus/courses/bac-pro-usinage.yaml" <<'END'
blocks: [autre-1]
figures:
  - {what: in-work, value: 130, people: 48, scope: school, source: InserJeunes, year: 2025}
  - {what: pay, value: 1500, people: 19, scope: school, source: InserJeunes, year: 2025}
  - {what: studying, value: 30, scope: school, source: InserJeunes, year: 2025}
END
break_file certifications.yaml 's/^- id: bac-pro-produits-mecaniques/&\n  rncp: 38878/'
cat >> "$campus/certifications.yaml" <<'END'
- id: autre
  rncp: RNCP2
  kind: cap
  level: 3
  name: Autre
  leads-to: [autre]
  blocks:
    - {code: autre-1, name: Autre}
    - {code: RNCP1BC01, name: Un autre}
    - {code: "RNCP 2", name: Espace}
- {id: jumelle, rncp: RNCP3, kind: cap, level: 3, name: Jumelle}
- {id: jumeau, rncp: RNCP3, kind: cap, level: 3, name: Jumeau}
END
break_file courses/inter-lecture-de-plan.yaml 's/^id: .*/id: inter-plan/; /^write-to/d; s/open-until: .*/open-until: 28\/11\/2026/; s/from: 20[0-9][0-9]/from: 2209/; s/"014"/"A44"/'
break_file modules.yaml 's/^- id: securite-atelier/&\n  needs: [regler-une-machine]/'
break_file desks.yaml 's/hours: Mo-Fr 13:30-17:00; PH off/hours: lundi matin/; s/Mo-Fr 09:00-12:00,13:00-17:00; We 09:00-12:00/Mo-Fr 18:00-18:00; We 09:00-25:00/'
break_file pathways.yaml 's/\[securite-atelier, lire-un-plan, /[lire-un-plan, /'
break_file partners.yaml 's/desk: orientation/desk: orientaton/'
break_file internships.yaml 's/to: 2027-03-26/to: 2026-03-26/'
break_file internship-steps.yaml '/^- id: raconter/,$d'
break_file events.yaml 's/to: 2026-12-09T16:00/to: 2026-12-09T13:00/'
break_file projects.yaml '/Couper, avec/d; s/decoupe-laser/imprimante/'
break_file back-to-school.yaml 's/^    next: envie/    next: age/; s/cards: \[essayer, parler\]/cards: [essayer]/; 0,/desk: orientation/! s/^    desk: orientation/    law: art. 1\n&/'
break_file project.yaml 's/amount: 2.3/amount: 1.3/; s/number: 10}/number: 9}/; s/tranche-3/tranche-33/'
break_file glossary.yaml 's/^- id: alternance/- id: pfmp/; s/icon: swap_horiz/icon: swap_horizontal/'
break_file machines.yaml 's/first-time: 20/first-time: vite/'
"$pack" check "$campus" > "$said" 2>/dev/null && fault "nothing was noticed"

expect 'courses/bac-pro-usinage.yaml:[0-9]+: la session finit avant de commencer ; échanger from et to'
expect 'certifications.yaml:[0-9]+: « RNCP3 » est déjà le numéro de « jumelle » ; corriger celui des deux qui est faux'
expect 'courses/bac-pro-usinage.yaml:1: la rubrique « desk » manque ; l’ajouter'
expect 'courses/bac-pro-usinage.yaml:8: « alternace » n’existe pas pour « mode » ; est-ce « alternance » \?'
expect 'courses/bac-pro-usinage.yaml:12: « bus » n’existe pas pour « route » ; écrire l’un de : direct, affelnet, '
expect 'courses/bac-pro-usinage.yaml:[0-9]+: « autre-1 » n’est pas un bloc de cette certification ; l’effacer ou'
expect 'courses/bac-pro-usinage.yaml:[0-9]+: une part de plus de 100 %'
expect 'courses/bac-pro-usinage.yaml:[0-9]+: « people » doit aller de 20 à 1000000, pas '
expect 'courses/bac-pro-usinage.yaml:[0-9]+: dire de combien de personnes'
expect 'courses/inter-lecture-de-plan.yaml:[0-9]+: la session commence en 2209, plus de dix ans après dated: ; corriger l’année'
expect 'courses/bac-pro-usinage.yaml:[0-9]+: les parts des mêmes personnes font [0-9]+ % ensemble ; 100 au plus'
expect 'desks.yaml:[0-9]+: de 18:00 à 18:00, il n’y a pas d’heure ouverte'
expect 'desks.yaml:[0-9]+: ces heures finissent après minuit, à 25:00 ; 24:00 au plus'
expect 'certifications.yaml:[0-9]+: un numéro du répertoire s’écrit RNCP et des chiffres'
expect 'certifications.yaml:[0-9]+: une certification ne mène pas à elle-même'
expect 'certifications.yaml:[0-9]+: « RNCP1BC01 » n’est pas un bloc de cette certification ; corriger le code'
expect 'certifications.yaml:[0-9]+: « RNCP 2 » doit s’écrire en lettres sans accent, chiffres et tirets'
expect 'courses/inter-lecture-de-plan.yaml:1: le nom « inter-plan » doit être celui du fichier'
expect 'courses/inter-lecture-de-plan.yaml:[0-9]+: dire à qui écrire pour cette formation'
expect 'courses/inter-lecture-de-plan.yaml:[0-9]+: open-until : « 28/11/2026 » n’est pas .* écrire 2026-11-28$'
expect 'courses/inter-lecture-de-plan.yaml:10: « A44 » n’existe pas dans plan/plan.osm ; est-ce « A4 » \?'
expect 'modules.yaml:[0-9]+: « [a-z-]+ » a besoin de lui-même, par les modules qu’il demande ; effacer'
expect 'desks.yaml:[0-9]+: les heures « lundi matin » ne sont pas comprises ; les écrire comme OpenStreetMap : Mo-Fr'
expect 'pathways.yaml:[0-9]+: avant cela, il manque « securite-atelier » ; l’ajouter plus tôt'
expect 'partners.yaml:[0-9]+: « orientaton » n’existe pas dans desks.yaml ; est-ce « orientation » \?'
expect 'internships.yaml:[0-9]+: le stage finit avant de commencer ; échanger'
expect 'internship-steps.yaml:[0-9]+: « comment se passe une PFMP » a exactement cinq étapes'
expect 'events.yaml:[0-9]+: l’événement finit avant de commencer ; échanger'
expect 'projects.yaml:[0-9]+: « steps » doit avoir de 3 à 5 éléments, pas 2'
expect 'projects.yaml:[0-9]+: « imprimante » n’existe pas dans machines.yaml ; est-ce « imprimante-3d » \?'
expect 'back-to-school.yaml:[0-9]+: plus de trois questions à la suite, ou un cercle'
expect 'back-to-school.yaml:[0-9]+: deux ou trois fiches sont attendues'
expect 'back-to-school.yaml:[0-9]+: un article de loi a une source'
expect 'project.yaml:[0-9]+: les parts font 29 M€, le total 30 ; ajouter'
expect 'project.yaml:[0-9]+: ce numéro de fiche est donné deux fois'
expect 'project.yaml:[0-9]+: « tranche-33 » n’existe pas dans plan/plan.osm ; est-ce « tranche-3 » \?'
expect 'glossary.yaml:[0-9]+: le nom « pfmp » est donné deux fois ; en changer un'
expect 'glossary.yaml:[0-9]+: « swap_horizontal » n’existe pas pour « icon »'
expect 'machines.yaml:[0-9]+: « first-time » doit être un nombre, pas « vite »'
grep -vE '^[^:]+:[0-9]+:([0-9]+:)? .' "$said" && fault "not file:line: message"

# ---- what ends soon ----
copy_campus
"$pack" check "$campus" --now 2026-12-09 > "$said" 2>/dev/null || fault "the campus is not right: $(cat "$said")"
expect 'courses/inter-lecture-de-plan.yaml:1: avertissement : le dernier départ de la formation se termine bientôt \(2027-01-25\)'
expect 'events.yaml:2: avertissement : l’événement se termine bientôt \(2026-12-09\)'
grep -q internships.yaml "$said" && fault "seventy-nine days are soon"
"$pack" check "$campus" --lines --now 2026-12-09 > "$said" 2>/dev/null || fault "not with --lines"
grep -qP "^warning\t$campus/events.yaml\t2\t0\tl’événement se termine bientôt" "$said" || fault "no line for a program: $(cat "$said")"
grep -q avertissement "$said" && fault "a program is told in French"
sed 's/^id:.*//' "$campus/campus.yaml" > "$work/no-id.yaml" && cp "$work/no-id.yaml" "$campus/campus.yaml"
"$pack" check "$campus" --lines > "$said" 2>/dev/null && fault "a campus without an id"
grep -qP "^fault\t$campus/campus.yaml\t[0-9]+\t[0-9]+\t." "$said" || fault "no fault for a program: $(cat "$said")"
copy_campus
"$pack" check "$campus" --now 2027-02-27 > "$said" 2>/dev/null
expect 'internships.yaml:2: avertissement : l’offre de stage est passée \(2027-02-26\)'

# ---- and in the pack ----
"$pack" build "$campus" -o "$work/a.pack" > "$said" 2>&1 || fault "not built: $(cat "$said")"
[ "$(sqlite3 "$work/a.pack" "select mode || ' ' || desk || ' ' || place from course where id='bac-pro-usinage'")" = \
    "alternance orientation A4" ] || fault "a course is another in the pack"
[ "$(sqlite3 "$work/a.pack" "select needs from module where id='regler-une-machine'")" = "securite-atelier lire-un-plan" ] ||
    fault "the needs of a module are others in the pack"
[ "$(sqlite3 "$work/a.pack" "select value from text where owner='desk/bureau-des-stages' and field='opening' and lang='en'")" = \
    "Monday to Friday, 1.30 pm – 5 pm, except public holidays" ] || fault "the hours are not said"

exit $status
