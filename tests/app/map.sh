#!/bin/bash
# Three visits to the map against their golden transcripts, and the way on a phone read back from the painted pixels.
# ACCEPT=1 takes what it did as the new goldens: look at them before you commit them.
. tests/support/visit.sh

same_visit fablab --now 2019-10-01T14:30
same_visit stepfree --now 2019-10-01T14:30
same_visit notyet --now 2017-10-02T14:30

# The code is read from the picture, and says what the steps say.
zbarimg --raw -q "$work/fablab-code.png" > "$work/code.txt" 2> /dev/null
"$AZIMUT_BUILD/asan/azimut-map" route "$pack" --to 010 --at 2019-10-01T14:30 > "$work/route.txt"
diff -u "$work/route.txt" "$work/code.txt" || fault "the code does not say the way"

# The same way as JSON; an id that is not there; a way that is not open yet.
"$AZIMUT_BUILD/asan/azimut-map" route "$pack" --to 010 --at 2019-10-01T14:30 --json |
    grep -qE '^\{"found":true,"to":"010",.*"seconds":[0-9.]+,.*"steps":\[\{"text":"[^"]+",.*\],"path":\[\[.*\]\]\}$' || fault "no JSON of the way"
"$AZIMUT_BUILD/asan/azimut-map" route "$pack" --to nulle-part > /dev/null 2> "$work/err"
[ $? -eq 2 ] && grep -q '« nulle-part »' "$work/err" || fault "an id that is not there: $(cat "$work/err")"
"$AZIMUT_BUILD/asan/azimut-map" route "$pack" --to 217 --at 2017-10-02 > "$work/out"
[ $? -eq 1 ] && grep -q 'ouverture le' "$work/out" || fault "not open yet: $(cat "$work/out")"

# Another kiosk of the plan; one that is not on it is said in one line, and the first stands in.
printf 'tap "Plan"\n' > "$work/other.touch"
"$kiosk" --headless --pack "$pack" --kiosk etage-1 --now 2019-10-01 --window 1920x1080 --script "$work/other.touch" --transcript "$work/other.txt" || fault "no other kiosk"
grep -q '"1er étage" .* chosen' "$work/other.txt" || fault "the other kiosk stands on the first floor"
"$kiosk" --headless --pack "$pack" --kiosk nulle-part --window 1920x1080 --script "$work/other.touch" 2> "$work/err"
grep -q 'no kiosk called nulle-part' "$work/err" || fault "a kiosk that is not there goes unsaid"
exit $status
