#!/bin/bash
# New content in real windows: it is taken over while nobody is there, and then the program ends with 75 to be started again;
# not while somebody is; two crashes bring the old one back, and an end in good order is no crash.
set -u
kiosk=$AZIMUT_BUILD/azimut
pack=$AZIMUT_BUILD/campus.pack
tool=$AZIMUT_BUILD/azimut-pack
top=$(mktemp -d)
work=$top
. tests/support/display.sh
trap 'end_displays; rm -rf "$top"' EXIT
size=1280x720

mkdir "$work/updates"
"$tool" keygen -W "$work/key" >/dev/null
cp "$pack" "$work/new.pack"
"$tool" sign "$work/new.pack" -k "$work/key" --not-before 2026-11-01 --expires 2027-11-01

begin() { # begin OPTION…
    kiosk "$kiosk" --pack "$pack" --still --now 2026-11-29T09:10 --packs "$work/packs" --key "$work/key.pub" "$@"
}
crash() { kill -9 "$program"; wait "$program" 2>/dev/null; }
ledger() { grep -q "$1" "$work/packs/ledger.txt" 2>/dev/null; }
is_shown() { [ -e "$work/packs/current" ]; }

xvfb $size || exit 1
controls_of $size 'screen attract' >"$work/controls"

# Somebody is here: it waits in the store, and the visit goes on.
begin --updates "$work/updates"
at=$(awk '/Commencer/ { print int($1 + $3 / 2), int($2 + $4 / 2) }' "$work/controls")
# shellcheck disable=SC2086
changes "a touch" touch_at $at
cp "$work/new.pack" "$work/new.pack.minisig" "$work/updates"
until_there 'ledger "^next "' 900 || fault "what lies in the folder is not taken"
sleep 1
kill -0 "$program" 2>/dev/null || fault "it ends while somebody is here"
is_shown && fault "it is shown while somebody is here"
kill "$program"
ends 0 "asked to end"

# Nobody is here: what waits is shown at the next start, and tried; an end in good order is no crash.
for life in 1 2 3; do
    begin
    until_there is_shown 100 || fault "life $life: it is not shown"
    kill "$program"
    ends 0 "life $life"
done
ledger '^trial 0 0 .* -$' || fault "an end in good order is counted: $(cat "$work/packs/ledger.txt")"

# Two crashes: the third start has the content that came with the program, and never tries the other again.
for life in 1 2; do
    begin
    is_shown || fault "crash $life: it is not shown"
    crash
done
begin
is_shown && fault "after two crashes it is shown still"
ledger '^bad ' || fault "it is not known to be bad"
kill "$program"
ends 0 "after the crashes"

# It comes while nobody is here: within the minute the program wants to be started again.
rm -r "$work/packs"
begin --updates "$work/updates"
until_there '! kill -0 $program 2>/dev/null' 900 || fault "nobody is here, and it goes on"
ends 75 "new content"
begin
is_shown || fault "after the restart it is not shown"
kill "$program"
ends 0 "the end"
[ ! -e "$top/failed" ]
