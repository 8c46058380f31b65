#!/bin/bash
# Records what moves, picture by picture, to be looked at: the page that slides in and back, the drawer, the step from one question
# to the next, the cards of a result that turn over. One sheet of pictures each. usage: tools/frames.sh BUILD DIR
set -eu
build=$1
out=$2
mkdir -p "$out"
work=$(mktemp -d)
display=:$((90 + $$ % 100))
Xvfb "$display" -noreset -screen 0 1280x720x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null; rm -rf "$work"' EXIT

sheet() { # name columns rows pattern
    ffmpeg -nostdin -v error -y -framerate 1 -i "$work/$4" -frames:v 1 -vf "scale=480:-1,tile=$2x$3:padding=6" "$out/$1.png"
}

# What a page shows by the clock of a script: from its last line on, every so many milliseconds.
by_script() { # name step count
    for frame in $(seq -w "$3"); do printf 'shot %s-%s\nwait %s\n' "$1" "$frame" "$2"; done >>"$work/$1.touch"
    "$build/azimut" --headless --pack "$build/campus.pack" --script "$work/$1.touch" --shots "$work" --window 1280x720 --lang fr \
        --now 2026-11-23T14:32 --seed 7
    sheet "$1" 6 $(($3 / 6)) "$1-%02d.png"
}

printf '%s\n' 'tap "Commencer"' 'wait 900' 'tap "Faire le test"' 'wait 900' 'tap "Plutôt oui"' >"$work/question.touch"
by_script question 25 24
printf '%s\n' 'tap "Commencer"' 'wait 900' 'tap "Accessibilité"' >"$work/drawer.touch"
by_script drawer 25 12
sed '$d' tests/visit/result-five.touch >"$work/reveal.touch"
printf 'wait 330\n' >>"$work/reveal.touch"
by_script reveal 45 60

# What the painter does between two pages has a window and the clock of the machine: pictures that are like the one before are left out.
grab() { # name x y: what a touch there sets going
    ffmpeg -nostdin -v error -y -f x11grab -framerate 60 -video_size 1280x720 -i "$display" -t 3 -c:v rawvideo "$work/$1.nut" &
    grabbing=$!
    sleep 1
    DISPLAY=$display xdotool mousemove "$2" "$3" mousedown 1
    sleep 0.08
    DISPLAY=$display xdotool mouseup 1
    wait $grabbing
    ffmpeg -nostdin -v error -y -i "$work/$1.nut" -vf mpdecimate=hi=200:lo=100:frac=0.01 -fps_mode vfr "$work/$1-%02d.png"
    rm "$work/$1.nut"
    sheet "$1" 6 4 "$1-%02d.png"
}

DISPLAY=$display "$build/azimut" --pack "$build/campus.pack" --window 1280x720 --lang fr --now 2026-11-23T14:32 2>/dev/null &
kiosk=$!
sleep 4
grab home 150 500 # the name of the campus
grab onward 90 512 # the plan
grab back 80 677
kill $kiosk
echo "$out/: $(find "$out" -name '*.png' | wc -l) sheets"
