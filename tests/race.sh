#!/bin/bash
# A visit with videos under ThreadSanitizer, on a display of its own with a device for sound: opened, wound, left half open,
# watched. Ends non-zero when two threads met where they should not. usage: tests/race.sh BUILD
set -u
. tests/support/film.sh
build=$1
work=$(mktemp -d)
Xvfb -displayfd 3 -noreset -screen 0 1920x1080x24 3> "$work/display" > /dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
cp -r content/campus "$work/campus"
rm -rf "$work/campus/clips"
clip "$work/campus/clips" un 30 soudage
clip "$work/campus/clips" deux 30 usinage -s 1280x720
"$build/azimut-pack" build "$work/campus" -o "$work/race.pack" > /dev/null
for _ in $(seq 50); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy
TSAN_OPTIONS="log_path=$work/found exitcode=0" "$build/tsan/azimut" --pack "$work/race.pack" --window 1920x1080 --stats "$work/s.db" 2> "$work/err" &
program=$!
for _ in $(seq 100); do xdotool search --name Azimut > /dev/null 2>&1 && break; sleep 0.1; done
sleep 2
touch_at() { xdotool mousemove "$1" "$2" mousedown 1; sleep 0.1; xdotool mouseup 1; sleep "${3:-0.8}"; }
touch_at 200 950 # Commencer
touch_at 1100 400 # Tous les gestes
for _ in 1 2 3; do
    touch_at 400 320 2.5 # the first clip
    touch_at 300 870 0.2 # along its bar, before it has come there
    touch_at 900 870 0.2
    touch_at 600 870 1.5
    touch_at 1450 640    # sound
    touch_at 1580 400    # pause
    touch_at 1580 400
    touch_at 1243 859 1  # it fills the screen
    touch_at 900 400     # the picture itself: pause
    touch_at 900 400
    touch_at 1760 1000   # small again
    touch_at 180 1000 0.1 # back, and at once into the other
    touch_at 1300 320 0.3
    touch_at 180 1000
done
touch_at 400 320 2 # to its end
import -window root "$work/early.png"
sleep 2
import -window root "$work/late.png"
cmp -s "$work/early.png" "$work/late.png" && echo "no video was seen to move"
touch_at 930 860 # nearly there
sleep 6
import -window root "$work/end.png"
kill -TERM $program
wait $program || echo "it did not end well: $(cat "$work/err")"
if ls "$work"/found.* > /dev/null 2>&1; then
    cat "$work"/found.*
    exit 1
fi
cmp -s "$work/early.png" "$work/late.png" && exit 1
echo "no two threads met"
