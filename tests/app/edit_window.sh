#!/bin/bash
# azimut --edit in a real window, without a window manager: its keys, a file that is saved meanwhile, and how it ends.
set -u
kiosk=$AZIMUT_BUILD/azimut
top=$(mktemp -d)
work=$top
. tests/support/display.sh
. tests/support/small_campus.sh
trap 'end_displays; rm -rf "$top"' EXIT
export XDG_CACHE_HOME=$work/cache TMPDIR=$work/tmp
mkdir "$work/cache" "$work/tmp"
small_campus "$work/campus"
trade=$work/campus/trades/soudage.yaml

built() { grep -c 'edit: looked at' "$work/err"; }
press() { xdotool key --clearmodifiers "$1"; }
xvfb 1600x1200 || exit 1
kiosk "$kiosk" --edit "$work/campus" --still --lang fr --now 2026-11-23T14:32
until_there '[ "$(built)" -ge 1 ]' 300 || fault "the folder is not built: $(cat "$work/err")"
until_there '[ "$(geometry | cut -d+ -f1)" = 960x540 ]' 50 || fault "not a small window: $(geometry)"
xdotool mousemove --window "$(tail -1 "$work/window")" 400 300
until_still
xdotool windowfocus "$(tail -1 "$work/window")"
for key in F1 F1 F3 F3 F3 F4 F5 F5 F7 F9; do changes "$key" press $key; done
press F2
until_there '[ "$(geometry | cut -d+ -f1)" = 540x960 ]' 50 || fault "F2 does not stand it up: $(geometry)"
press F2
until_there '[ "$(geometry | cut -d+ -f1)" = 960x540 ]' 50 || fault "F2 does not lay it down: $(geometry)"

# Two saves at once are looked at once; a fault and its mend are seen.
known=$(built)
sed -i 's/^rome: .*/rome: 12/' "$trade"
sed -i 's/^order: .*/order: 3/' "$trade"
until_there 'grep -q "1 to mend" "$work/err"' 100 || fault "a fault is not seen"
[ "$(built)" -eq $((known + 1)) ] || fault "two saves at once are looked at $(($(built) - known)) times"
changes "the mend" sed -i 's/^rome: .*/rome: H2913/' "$trade"
until_there 'tail -1 "$work/err" | grep -q "0 to mend"' 100 || fault "the mend is not seen"

# Gone and back.
mv "$work/campus" "$work/away"
until_there '[ "$(built)" -ge $((known + 3)) ]' 100 || fault "a folder that is gone is not noticed"
mv "$work/away" "$work/campus"
until_there '[ "$(built)" -ge $((known + 4)) ]' 100 || fault "a folder that is back is not noticed"
kill -0 "$program" || fault "it has ended: $(cat "$work/err")"
kill "$program"
ends 0 "asked to end"
[ -z "$(ls -A "$work/tmp")" ] || fault "left behind: $(ls -A "$work/tmp")"
[ ! -e "$top/failed" ]
