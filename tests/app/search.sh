#!/bin/bash
# Visits that search, against their golden transcripts: how many touches they take beside typing, and what they must not show. And
# azimut-pack find, which prints what the kiosk answers. ACCEPT=1 takes what it did as the new goldens: look at them first.
. tests/support/visit.sh
tool=$AZIMUT_BUILD/asan/azimut-pack

for name in pfmp toilets; do
    same_visit "$name" --now 2026-11-27T14:30
    [ "$(grep -c '^tap' "tests/visit/$name.touch")" -le 3 ] || fault "$name takes more than three touches"
done
same_visit nothing --now 2026-11-27T14:30
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
