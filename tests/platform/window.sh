#!/bin/bash
# A real window: opened on a display of its own, touched by a hand of its own, recorded, stopped, and replayed without a display.
set -u
kiosk=$AZIMUT_BUILD/asan/azimut
work=$(mktemp -d)
status=0
fault() { echo "$1"; status=1; }

Xvfb -displayfd 3 -noreset -screen 0 1280x720x24 3> "$work/display" > /dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
until_there() { for _ in $(seq 100); do eval "$1" && return 0; sleep 0.1; done; return 1; }
until_there '[ -s "$work/display" ]' || { echo "no display"; exit 1; }
DISPLAY=:$(cat "$work/display")
export DISPLAY SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy

"$kiosk" --pack "$AZIMUT_BUILD/campus.pack" --window 1280x720 --still --record "$work/visit.touch" \
    2> "$work/err" &
program=$!
until_there 'xdotool search --name Azimut > "$work/window" 2>/dev/null' ||
    fault "no window: $(cat "$work/err")"
sleep 1
touch_at() { xdotool mousemove "$1" "$2" mousedown 1; sleep 0.2; xdotool mouseup 1; sleep 0.8; }
touch_at 980 665 # Commencer le test
touch_at 900 370 # Plutôt oui
touch_at 900 370 # the same again
import -window root "$work/seen.png" 2>/dev/null
[ "$(identify -format '%k' "$work/seen.png")" -gt 20 ] || fault "nothing is painted"
kill -TERM $program
wait $program
[ $? -eq 0 ] || fault "stopping it fails: $(cat "$work/err")"
grep -v 'LeakSanitizer\|^$\|display: 1280x720 .* drawn by software$' "$work/err" | grep -q . && fault "it says: $(cat "$work/err")"

[ "$(grep -c '^tap' "$work/visit.touch")" = 3 ] || fault "recorded: $(cat "$work/visit.touch")"
{ cat "$work/visit.touch"; echo 'wait 500'; echo 'screen quiz'; echo 'expect "Question 3"'; } > "$work/again.touch"
unset DISPLAY
"$kiosk" --headless --pack "$AZIMUT_BUILD/campus.pack" --window 1280x720 --still --script "$work/again.touch" ||
    fault "the recorded visit does not replay"
exit $status
