#!/bin/bash
# Visits that search, against their golden transcripts: how many touches they take beside typing, and what they must not show. And
# azimut-pack find, which prints what the kiosk answers. ACCEPT=1 takes what it did as the new goldens: look at them first.
set -u
kiosk=$AZIMUT_BUILD/asan/azimut
tool=$AZIMUT_BUILD/asan/azimut-pack
pack=$AZIMUT_BUILD/campus.pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

visit() { # name
    "$kiosk" --headless --pack "$pack" --window 1920x1080 --seed 7 --now 2026-11-27T14:30 --script "tests/visit/$1.touch" \
        --shots "$work" --transcript "$work/$1.txt" 2> "$work/err" || fault "$1: $(cat "$work/err")"
    [ -n "${ACCEPT:-}" ] && cp "$work/$1.txt" "tests/golden/visit-$1.txt"
    diff -u "tests/golden/visit-$1.txt" "$work/$1.txt" || fault "tests/golden/visit-$1.txt differs"
}
for name in pfmp toilets; do
    visit "$name"
    [ "$(grep -c '^tap' "tests/visit/$name.touch")" -le 3 ] || fault "$name takes more than three touches"
done
visit nothing
grep -q '"zoudage"' tests/golden/visit-nothing.txt || fault "what was typed is not told"
sed -n '/"zoudage"/,/"soudage"/p' tests/golden/visit-nothing.txt | grep -qi 'toilet' && fault "toilets stand in for what is not there"

# kind<TAB>id<TAB>title, best first; titles in the language that is asked for.
[ "$("$tool" find "$pack" pfmp | head -1)" = "$(printf 'word\tpfmp\tPFMP')" ] || fault "pfmp is not the word pfmp"
"$tool" find "$pack" soudeur | head -1 | grep -qP '^trade\tsoudage\tSoudeur, soudeuse$' || fault "no trade by its name"
"$tool" find "$pack" soudeur --lang en | head -1 | grep -qP '^trade\tsoudage\tWelder$' || fault "no title in English"
[ -z "$("$tool" find "$pack" zzzz)" ] || fault "zzzz is found"
"$tool" find "$pack" cap --lang xx > /dev/null 2> "$work/err" && fault "a language that is not there"
grep -q xx "$work/err" || fault "the language is not named"
exit $status
