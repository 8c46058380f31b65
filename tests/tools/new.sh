#!/bin/bash
# A campus to start from: copied whole or not at all, checked without a remark, built twice to the same bytes, asked from, walked,
# judged, and inspected page by page in both languages. Each is of another field than the demonstration, and no C knows of it.
cd "$(dirname "$0")/../.." || exit 1
pack=$(realpath "$AZIMUT_BUILD/asan/azimut-pack")
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

refuse() { # refuse "what is said" DIR NAME: and nothing of it is left
    "$pack" new "$2" --from "$3" > "$work/out" 2> "$work/err" && fault "not refused: $2 from $3"
    grep -qF -e "$1" "$work/err" || fault "expected: $1, got: $(cat "$work/err")"
    [ ! -s "$work/out" ] || fault "refused, and something is printed: $2 from $3"
}

# ---- what cannot be a new campus is named, and nothing is left of it ----
refuse '--from boi : aucun campus de départ ne s’appelle ainsi ; est-ce « bois » ? il y a : bois, sante, vide' "$work/none" boi
refuse '--from marine : aucun campus de départ ne s’appelle ainsi ; il y a : bois, sante, vide' "$work/none" marine
touch "$work/file" && refuse "$work/file : c’est un fichier" "$work/file" bois
mkdir "$work/real" && ln -s real "$work/link" && refuse "$work/link : c’est un lien" "$work/link/" bois
mkdir "$work/full" && touch "$work/full/notes" && refuse "$work/full : ce dossier n’est pas vide" "$work/full" bois
refuse "le dossier où il doit être n’existe pas" "$work/nowhere/campus" bois
refuse "$work/no/such : " "$work/no/such" bois
refuse "$work/… : ce nom n’a ni lettre ni chiffre" "$work/…" bois
if [ "$(id -u)" != 0 ]; then
    mkdir -m 555 "$work/closed" && refuse "$work/closed/mine : " "$work/closed/mine" bois
    refuse "$work/closed : " "$work/closed" bois
fi
(ulimit -f 8; trap '' XFSZ; "$pack" new "$work/tight" --from bois) > "$work/out" 2> "$work/err" && fault "a file that cannot be written whole is not named"
grep -q "$work/tight/.* : " "$work/err" || fault "a full disk: $(cat "$work/err")"
(ulimit -f 8; trap '' XFSZ; "$pack" new "$work/real" --from bois) > /dev/null 2>&1 && fault "a full disk is not noticed in a folder that was there"
[ -d "$work/real" ] && [ -z "$(ls -A "$work/real")" ] || fault "a folder that was there is not empty again"
[ ! -e "$work/none" ] && [ ! -e "$work/tight" ] && [ ! -e "$work/…" ] || fault "something is left: $(ls -A "$work")"

# ---- a folder that is there and empty does, under any name of its own ----
(cd "$work" && mkdir "Mon Lycée 2" && "$pack" new "Mon Lycée 2/" --from sante) > "$work/said" || fault "not made in an empty folder"
grep -q '^id: mon-lycee-2$' "$work/Mon Lycée 2/campus.yaml" || fault "its id is not the folder's name: $(grep ^id: "$work/Mon Lycée 2/campus.yaml")"
for command in 'azimut-pack check' 'azimut --edit' 'azimut-pack build'; do
    grep -qF "$command \"Mon Lycée 2/\"" "$work/said" || fault "what to do next is not said: $command"
done
find "$work/Mon Lycée 2" -type l | grep . && fault "a link leads back to where it came from"

# ---- two of them are complete: nothing to remark, the same bytes, all to be reached, all to be asked ----
walk() { # walk NAME LANG WINDOW start quiz home trades family trade map place word
    { printf 'tap "%s"\ntap "%s"\n' "$4" "$5"
      for i in $(seq 30); do printf 'type "%d"\nwait 400\n' $((i % 3 ? 5 : 2)); done
      printf 'screen result\nwait 2300\ntap "%s"\ntap "%s"\ntap "%s"\ntap "%s"\nscreen trade\ntap "%s"\n' "$6" "$7" "$8" "$9" "$6"
      printf 'tap "%s"\nscreen map\ntap "%s"\ntype "%s"\ntap "%s"\nscreen map\nwait 900\nshot way\n' "${10}" "${11}" "${12:0:8}" "${12}"
      printf 'tap "%s"\ntap "%s"\nscreen find\ntype "%s"\nexpect "%s"\n' "$6" "${13}" "${14}" "$9"
    } > "$work/script"
    "$AZIMUT_BUILD/asan/azimut" --headless --pack "$work/$1.pack" --window "$3" --lang "$2" --seed 7 --now 2026-11-23T14:32 --still \
        --script "$work/script" --shots "$work/shots" --transcript "$work/$1.$2" 2> "$work/err" || fault "no visit to $1 in $2: $(cat "$work/err")"
}
for name in bois sante; do
    "$pack" new "$work/$name" --from $name > /dev/null || fault "$name: not made"
    "$pack" check "$work/$name" --now 2026-11-28 > "$work/said" 2>&1 || fault "$name: $(cat "$work/said")"
    grep -q 'avertissement' "$work/said" && fault "$name: a remark: $(cat "$work/said")"
    "$pack" build "$work/$name" -o "$work/$name.pack" > /dev/null && "$pack" build "$work/$name" -o "$work/again.pack" > /dev/null
    cmp -s "$work/$name.pack" "$work/again.pack" || fault "$name: built twice, it differs"
    "$AZIMUT_BUILD/azimut-quiz" audit "$work/$name.pack" > "$work/audit" 2>&1 || fault "$name: the quiz: $(cat "$work/audit")"
    grep -q 'jamais posées : 0' "$work/audit" || fault "$name: questions that are never asked"
    "$AZIMUT_BUILD/asan/azimut-map" audit "$work/$name.pack" > "$work/audit" 2>&1 || fault "$name: the plan: $(cat "$work/audit")"
    for shape in lying standing; do
        SWEEP_OWN=1 SWEEP_PACK=$work/$name.pack "$AZIMUT_BUILD/asan/tests/screens/sweep_${shape}_test" > "$work/sweep" 2>&1 ||
            fault "$name: $(grep -v '^\[' "$work/sweep" | sort -u | head -20)"
    done
done
walk bois fr 1920x1080 Commencer 'Faire le test' Accueil 'Les 6 métiers' 'Fabriquer et aménager' Menuiserie \
    'Plan du campus' 'Chercher un lieu' 'Atelier menuiserie' Chercher menuisier
walk sante fr 1080x1920 Commencer 'Faire le test' Accueil 'Les 6 métiers' 'Soigner et secourir' 'Soins infirmiers' \
    'Plan du campus' 'Chercher un lieu' 'Chambre d’exercice' Chercher infirmiere
walk sante en 1920x1080 Start 'Take the quiz' Home 'All 6 trades' 'Care and rescue' Nursing \
    'Campus map' 'Search for a place' 'Practice room' Search nurse

# Nothing in them is of industry.
grep -hiE 'industri|usin|soud|câbl|machin|weld|wiring' "$work/sante.fr" "$work/sante.en" && fault "words of another campus"
grep -hi 'atelier' "$work/sante.fr" && fault "health has no workshop"
"$pack" find "$work/bois.pack" menuisière | head -1 | grep -q $'^trade\tmenuiserie\t' || fault "a joiner is not found"
"$pack" find "$work/sante.pack" infirmière | head -1 | grep -q $'^trade\tinfirmier\t' || fault "a nurse is not found"
"$pack" find "$work/sante.pack" "métiers de la santé" | head -1 | grep -q $'^trades\t' || fault "all trades are not found by the campus's own words"

# ---- the third has all there must be, and says what is still to be written ----
"$pack" new "$work/vide" --from vide > /dev/null && "$pack" build "$work/vide" -o "$work/vide.pack" > "$work/said" 2>&1 || fault "vide: $(cat "$work/said")"
for said in 'campus.yaml:6: avertissement : 5 textes sont encore à écrire' 'plan/plan.osm:1: avertissement : aucun plan' \
    'desks.yaml:1: avertissement : aucun bureau' 'trades/metier-1.yaml:7: avertissement : 22 textes sont encore à écrire' \
    'topics/campus.en.md:3: avertissement : 2 textes sont encore à écrire'; do
    grep -qF "$said" "$work/said" || fault "vide: it is not said: $said"
done
sed -i 's/^version: 0/version: 1/' "$work/vide/campus.yaml" && "$pack" check "$work/vide" > "$work/said" 2>&1
grep -q 'plan.osm\|desks.yaml' "$work/said" && fault "an edition that is out is still called lacking"
sed -i 's/\[à écrire\]/écrit/; s/\[to be written\]/written/' "$work"/vide/*.yaml "$work"/vide/*/*.yaml "$work"/vide/*/*.md
"$pack" check "$work/vide" 2>&1 | grep 'encore à écrire' && fault "what is written is still called unwritten"
exit $status
