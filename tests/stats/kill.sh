#!/bin/bash
# The real program, killed without warning again and again while visitors use it: its file stays whole, what was released stays as
# it was, and nothing of a visit is to be found in anything it left behind.
set -u
kiosk=$AZIMUT_BUILD/asan/azimut
stats=$AZIMUT_BUILD/asan/azimut-stats
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

: >"$work/visits.touch"
for _ in 1 2 3 4 5 6 7 8; do
    printf 'tap "Faire le test"\ntap "Plutôt oui"\nwait 400\ntap "Beaucoup"\nwait 400\ntap "Accueil"\ntap "J’ai fini"\nwait 3600000\n' >>"$work/visits.touch"
done
cd "$work" || exit 1
[ "${kiosk#/}" = "$kiosk" ] && kiosk=$OLDPWD/$kiosk stats=$OLDPWD/$stats AZIMUT_BUILD=$OLDPWD/$AZIMUT_BUILD
ulimit -c unlimited
for day in 01 02 03 04 05 06 07 08 09 10 11 12 13 14; do
    "$kiosk" --headless --pack "$AZIMUT_BUILD/campus.pack" --window 1280x720 --stats "$work/s.db" --script "$work/visits.touch" \
        --now "2026-11-${day}T09:37:41" >>"$work/log" 2>&1 &
    victim=$!
    [ $day = 01 ] || { # the first day ends well, however slow the machine: then there is a file to be harmed
        sleep "0.$((RANDOM % 9))$((RANDOM % 9))"
        kill -9 $victim 2>/dev/null
    }
    wait $victim 2>/dev/null
    [ -e "$work/s.db" ] || continue
    # A release that changed would be a conflict with the copy of the day before.
    if [ -e "$work/seen.db" ]; then set -- "$work/seen.db"; else set --; fi
    "$stats" merge "$work/next.db" "$work/s.db" "$@" >/dev/null 2>"$work/err" || { fault "after a kill: $(cat "$work/err")"; continue; }
    mv "$work/next.db" "$work/seen.db"
done
[ -n "$(find "$work" -name "*unreadable*")" ] && fault "the kiosk could not read its own file"
[ -e "$work/seen.db" ] || fault "nothing was ever written"
"$stats" report "$work/s.db" >/dev/null || fault "no report after all that"

# Forensics: no time finer than the hour, nothing of an answer, no name of a screen, in any file.
rm -f "$work/visits.touch" "$work/err"
for canary in '09:37' '37:41' '093741' 'Plut' 'Beaucoup' 'visit\.start' 'quiz\.answer'; do
    grep -rla "$canary" "$work" && fault "\"$canary\" is to be found"
done
find "$work" -name 'core*' | grep . && fault "a core dump"
exit $status
