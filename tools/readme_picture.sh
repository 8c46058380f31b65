#!/bin/sh
# Draws assets/kiosk.png, the picture of the README: six pages, each as it is. usage: tools/readme_picture.sh BUILD
set -eu
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

page() { # number, then lines of a script
    number=$1
    shift
    printf '%s\n' "$@" "shot $number" >"$work/$number.touch"
    "$build/azimut" --headless --pack "$build/campus.pack" --script "$work/$number.touch" --shots "$work" --window 1600x900 \
        --lang fr --now 2026-11-23T14:32 --seed 7
}

page 1 'wait 2600'
page 2 'tap "Commencer"' 'wait 3000'
page 3 "$(cat tests/visit/result-five.touch)" 'wait 5000'
page 4 'tap "Commencer"' 'tap "Plan"' 'tap "Chercher un lieu"' 'type "soud"' 'tap "Atelier soudage"' 'wait 9000'
page 5 'tap "Poser un cordon"' 'wait 9500'
page 6 'open "trade/usinage"' 'wait 1000'

ffmpeg -nostdin -v error -y -framerate 1 -i "$work/%d.png" -frames:v 1 \
    -vf 'scale=800:450:flags=lanczos,tile=2x3:padding=10:margin=5:color=0xC6CFD8,split[a][b];[a]palettegen=max_colors=192:stats_mode=single[p];[b][p]paletteuse=dither=none' \
    assets/kiosk.png
