#!/bin/bash
# The command that sets the code, and the staff area of the real program behind it: nothing of it is counted.
set -u
kiosk=$AZIMUT_BUILD/asan/azimut
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
set_code() { printf '%s\n%s\n' "$1" "$2" | "$kiosk" --pin "$work/pin" --set-pin 2>"$work/err"; }
staff() { "$kiosk" --headless --pack "$AZIMUT_BUILD/campus.pack" --window 1920x1080 --now 2026-11-23T14:32 --pin "$work/pin" \
    --stats "$work/s.db" --script "$1" --transcript "$work/transcript" 2>"$work/err"; }

set_code 471108 471109 && fault "two different codes are taken"
set_code 123456 123456 && fault "a code that is guessed first is taken"
set_code 4711 4711 && fault "four digits are taken"
[ -e "$work/pin" ] && fault "a code that was refused leaves a file"
set_code 471108 471108 || fault "the code cannot be set: $(cat "$work/err")"
[ "$(stat -c %a "$work/pin")" = 600 ] || fault "others may read the file of the code"
grep -q 471108 "$work/pin" && fault "the code lies in its file"
printf '471108\n' | "$kiosk" --pin /no/such/folder/pin --set-pin 2>/dev/null && fault "a code is set nowhere"

# What is no file stays what it is, and keeps no kiosk waiting.
mkfifo "$work/pipe"
printf '471108\n471108\n' | timeout 20 "$kiosk" --pin "$work/pipe" --set-pin 2>/dev/null && fault "a code is set into a pipe"
[ -p "$work/pipe" ] || fault "a file took the place of a pipe"
printf 'wait 100\n' >"$work/wait.touch"
timeout 60 "$kiosk" --headless --pack "$AZIMUT_BUILD/campus.pack" --pin "$work/pipe" --script "$work/wait.touch" 2>"$work/err" ||
    fault "with a pipe it does not begin"
grep -q "pin: .*pipe: Operation not supported: the staff area stays shut" "$work/err" || fault "a pipe is not said: $(cat "$work/err")"

staff tests/tour/staff.touch || fault "the staff cannot come in: $(cat "$work/err")"
grep -v '^fact visit.start' "$work/transcript" | grep '^fact' && fault "a visit of the staff is counted"

# What writes down every touch would write down the code, or a visit that is counted.
for beside in "--pin $work/pin" "--stats $work/s.db"; do
    # shellcheck disable=SC2086
    timeout 20 "$kiosk" --record "$work/record" $beside 2>"$work/err"
    [ $? -eq 2 ] && grep -q -e '--record' "$work/err" || fault "--record is taken with $beside"
done
[ -e "$work/record" ] && fault "a record was begun all the same"

# The code forgotten: the owner sets another, and the old one is no longer good.
set_code 860317 860317 || fault "the code cannot be set anew"
staff tests/tour/staff.touch && fault "the old code still opens"

# A file from which no code can be read: the page sends to the log, and the log says why.
: >"$work/pin"
printf 'tap "Commencer"\n%swait 100\nexpect "journal"\nexpect-not "set-pin"\n' "$(printf 'tap 1860,50\n%.0s' 1 2 3 4 5)" >"$work/none.touch"
staff "$work/none.touch" || fault "with an empty file: $(cat "$work/err")"
grep -q "pin: it is empty" "$work/err" || fault "an empty file is not said: $(cat "$work/err")"

# Without a code the page says how to set one, and lets nobody in.
rm "$work/pin"
printf 'tap "Commencer"\n%swait 100\nexpect "set-pin"\nexpect-not "Chiffres"\n' "$(printf 'tap 1860,50\n%.0s' 1 2 3 4 5)" >"$work/none.touch"
staff "$work/none.touch" || fault "without a code: $(cat "$work/err")"
grep -q "pin: No such file" "$work/err" || fault "a missing file is not said: $(cat "$work/err")"
exit $status
