#!/bin/bash
# Desks, labs, back to school and the project told: visits against their golden transcripts. ACCEPT=1 takes what was done
# as the new goldens: look at them before you commit them.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for name in talk lab-hours left-school story; do
    "$AZIMUT_BUILD/asan/azimut" --headless --now 2026-11-23T14:32 --seed 7 --pack "$AZIMUT_BUILD/campus.pack" \
        --window 1920x1080 --script "tests/visit/$name.touch" --transcript "$work/$name.txt" || { echo "$name fails"; status=1; }
    [ -n "${ACCEPT:-}" ] && cp "$work/$name.txt" "tests/golden/visit-$name.txt"
    diff -u "tests/golden/visit-$name.txt" "$work/$name.txt" | head -60
    cmp -s "tests/golden/visit-$name.txt" "$work/$name.txt" || { echo "tests/golden/visit-$name.txt differs"; status=1; }
done
exit $status
