#!/bin/sh
# Walks through every screen without a display and keeps a picture of each. usage: tools/tour.sh BUILD
set -eu
build=$1
out=$build/tour
rm -rf "$out"

pin=$build/tour.pin
printf '471108\n471108\n' | "$build/azimut" --pin "$pin" --set-pin 2>/dev/null
videos=$("$build/azimut-pack" show "$build/campus.pack" | grep 'vidéo :' || true)

walk() { # name language options…
    name=$1
    lang=$2
    shift 2
    mkdir -p "$out/$name"
    "$build/azimut" --pack "$build/campus.pack" --headless --script "tests/tour/tour.$lang.touch" --lang "$lang" --shots "$out/$name" \
        --transcript "$out/$name/transcript.txt" --now 2026-11-23T14:32 --seed 7 "$@"
    # A film has the whole screen where both lie.
    case $name in portrait*) upright='/^tap "\(Réduire\|Smaller\)"/d' ;; *) upright= ;; esac
    sed "$upright" "tests/tour/videos.$lang.touch" > "$out/videos.touch"
    [ -z "$videos" ] || "$build/azimut" --pack "$build/campus.pack" --headless --script "$out/videos.touch" --lang "$lang" \
        --shots "$out/$name" --now 2026-11-23T14:32 --seed 7 "$@"
}

walk paysage fr --window 1920x1080
walk portrait fr --window 1080x1920
walk contraste fr --window 1920x1080 --theme contraste
walk sombre fr --window 1920x1080 --theme sombre
walk grand fr --window 1920x1080 --text 1.5
walk portrait-grand-assis fr --window 1080x1920 --text 1.5 --seated
walk english en --window 1920x1080
mkdir -p "$out/personnel"
"$build/azimut" --pack "$build/campus.pack" --headless --script tests/tour/staff.touch --pin "$pin" --window 1920x1080 --now 2026-11-23T14:32 \
    --shots "$out/personnel" --transcript "$out/personnel/transcript.txt"
rm -f "$pin" "$out/videos.touch"
echo "The tour's pictures are in $out/ ($(find "$out" -name '*.png' | wc -l) of them, one folder a way of seeing)."
