#!/bin/sh
# Walks through every screen without a display and keeps a picture of each. usage: tools/tour.sh BUILD
set -eu
build=$1
out=$build/tour
rm -rf "$out"

walk() { # name options…
    name=$1
    shift
    mkdir -p "$out/$name"
    "$build/azimut" --pack "$build/campus.pack" --headless --script tests/tour/tour.touch --shots "$out/$name" \
        --transcript "$out/$name/transcript.txt" --now 2026-11-23T14:32 --seed 7 "$@"
}

walk paysage --window 1920x1080
walk portrait --window 1080x1920
walk contraste --window 1920x1080 --theme contraste
walk sombre --window 1920x1080 --theme sombre
walk grand --window 1920x1080 --text 1.5
walk portrait-grand-assis --window 1080x1920 --text 1.5 --seated
walk english --window 1920x1080 --lang en
echo "The tour's pictures are in $out/ ($(find "$out" -name '*.png' | wc -l) of them, one folder a way of seeing)."
