#!/bin/bash
# A night and a lost clock, against their golden transcripts. ACCEPT=1 takes what was done as the new
# goldens: look at them before you commit them.
set -u
kiosk=$AZIMUT_BUILD/asan/azimut
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
printf '#!/bin/sh\necho "$1" >>"%s/called"\n' "$work" >"$work/helper"
chmod +x "$work/helper"
printf '471108\n471108\n' | "$kiosk" --pin "$work/pin" --set-pin 2>/dev/null

visit() { # visit NAME OPTIONS…
    "$kiosk" --headless --seed 7 --still --pack "$AZIMUT_BUILD/campus.pack" --window 1920x1080 \
        --script "tests/visit/$1.touch" --transcript "$work/$1.txt" "${@:2}" 2>"$work/err" || fault "$1: $(cat "$work/err")"
    [ -n "${ACCEPT:-}" ] && cp "$work/$1.txt" "tests/golden/visit-$1.txt"
    diff -u "tests/golden/visit-$1.txt" "$work/$1.txt" | head -60
    cmp -s "tests/golden/visit-$1.txt" "$work/$1.txt" || fault "tests/golden/visit-$1.txt differs"
}
visit closed --now 2026-12-04T18:29 --open '1-5 07:30-18:30'
visit clock-lost --now 1970-01-01T00:00 --pin "$work/pin" --set-clock "$work/helper"
[ "$(cat "$work/called")" = "2020-12-02 00:59:00" ] || fault "the helper is told: $(cat "$work/called")"
exit $status
