#!/bin/sh
# Makes the sounds that a storyboard asks for, out of nothing, and mixes them. usage: tools/clips/sound.sh STORYBOARD OUT.wav
# A line "sound SECONDS NAME [LENGTH [GAIN]]" plays the recipe NAME below. Sox falls the same way every time.
set -eu
board=$1
out=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
seconds=$(sed -n 's/^length *//p' "$board")

# make LENGTH EFFECTS…: one sound of that length into $made
make() {
    length=$1
    shift
    sox -R -D -n -r 48000 -c 1 -b 16 "$made" synth "$length" "$@"
}

# fade-out and fade-in keep every sound free of clicks
recipe() {
    name=$1
    l=$2
    case $name in
    hall) make "$l" sine 110 sine 164.8 sine 220.3 sine 329.9 remix 1,2,3,4 tremolo 0.11 45 lowpass 500 fade t 1.5 "$l" 2 gain -31 ;;
    clunk) make 0.5 sine 84 brownnoise remix 1v0.6,2v0.3 lowpass 900 fade l 0.002 0.5 0.46 gain -7 ;;
    drop) make 0.35 sine 210 brownnoise remix 1v0.5,2v0.6 lowpass 1600 fade l 0.002 0.35 0.32 gain -10 ;;
    tick) make 0.09 sine 1900 whitenoise remix 1v0.5,2v0.25 highpass 900 fade l 0.001 0.09 0.085 gain -12 ;;
    snip) make 0.16 whitenoise sine 2600 remix 1v0.4,2v0.3 highpass 1500 fade l 0.002 0.16 0.15 gain -11 ;;
    beep) make 0.22 sine 880 sine 1320 remix 1v0.7,2v0.2 fade t 0.01 0.22 0.12 gain -14 ;;
    buzzer) make 0.5 square 196 sine 98 remix 1v0.3,2v0.4 lowpass 900 fade t 0.02 0.5 0.1 gain -15 ;;
    bell | chime) make 1.6 sine 659.3 sine 987.8 sine 1318.5 remix 1v0.5,2v0.4,3v0.2 fade l 0.005 1.6 1.55 gain -12 ;;
    paper) make 0.3 pinknoise remix 1v0.4 highpass 1800 lowpass 7000 fade q 0.04 0.3 0.2 gain -8 ;;
    slide) make "$l" brownnoise remix 1v0.4 lowpass 1400 highpass 200 fade q 0.15 "$l" 0.3 gain -3 ;;
    arc) make "$l" whitenoise pinknoise remix 1v0.3,2v0.4 highpass 700 lowpass 5200 tremolo 97 80 tremolo 7.3 35 fade t 0.08 "$l" 0.1 gain -3 ;;
    hiss) make "$l" whitenoise remix 1v0.4 highpass 3000 lowpass 8000 fade l 0.02 "$l" 1.2 gain -13 ;;
    ratchet) make "$l" whitenoise sine 1400 remix 1v0.4,2v0.3 highpass 900 tremolo 13 100 fade t 0.01 "$l" 0.05 gain -13 ;;
    screw) make "$l" brownnoise sine 240 remix 1v0.8,2v0.15 tremolo 2.6 85 fade t 0.1 "$l" 0.15 gain -12 ;;
    servo) make "$l" sine 190 sine 380 triangle 571 remix 1v0.4,2v0.3,3v0.12 tremolo 23 25 lowpass 1500 fade t 0.25 "$l" 0.35 gain -19 ;;
    spindle) make "$l" triangle 232 sine 466 pinknoise remix 1v0.4,2v0.2,3v0.2 lowpass 1400 fade t 1.2 "$l" 0.8 gain -19 ;;
    milling) make "$l" pinknoise brownnoise remix 1v0.5,2v0.6 highpass 300 lowpass 3200 tremolo 38 70 fade t 0.3 "$l" 0.4 gain -6 ;;
    granules) make "$l" whitenoise remix 1v0.4 highpass 2500 lowpass 6500 tremolo 31 95 tremolo 4.7 60 fade t 0.2 "$l" 0.4 gain -11 ;;
    press) make "$l" sine 58 brownnoise remix 1v0.6,2v0.25 lowpass 500 fade q 0.12 "$l" 0.3 gain -12 ;;
    push) make "$l" sine 74:128 brownnoise remix 1v0.7,2v0.3 lowpass 600 tremolo 9 20 fade t 0.2 "$l" 0.3 gain -14 ;;
    pencil) make "$l" pinknoise remix 1v0.3 highpass 1700 lowpass 6000 tremolo 3.1 75 tremolo 47 30 fade t 0.1 "$l" 0.2 gain -6 ;;
    rise) make "$l" sine 220:440 sine 330:660 remix 1v0.4,2v0.3 tremolo 5 20 fade t 0.4 "$l" 0.8 gain -19 ;;
    printer) make "$l" sine 262 sine 393 triangle 196 remix 1v0.4,2v0.3,3v0.3 tremolo 1.6 60 tremolo 11 35 lowpass 1300 fade t 0.4 "$l" 0.6 gain -19 ;;
    motor) make "$l" sine 50:98 sine 99:196 brownnoise remix 1v0.6,2v0.4,3v0.15 lowpass 700 fade t 0.6 "$l" 0.9 gain -14 ;;
    *) echo "$board: aucun son « $name » ; les noms sont dans tools/clips/sound.sh" >&2; exit 1 ;;
    esac
}

n=0
set --
while read -r word at name length gain rest; do
    [ "$word" = sound ] || continue
    n=$((n + 1))
    made=$work/$n.wav
    recipe "$name" "${length:-1}"
    sox -R -D "$made" "$work/$n.at.wav" pad "$at"
    set -- "$@" -v "${gain:-1}" "$work/$n.at.wav"
done <"$board"
[ $# -gt 2 ] || { echo "$board: deux sons au moins, dont « sound 0 hall » ; voir content/README.md" >&2; exit 1; }
sox -R -D -m "$@" "$out" trim 0 "$seconds" compand 0.004,0.2 -60,-60,-40,-38,-20,-14,0,-8 0 -90 0.004 \
    gain -n -5 fade t 0 "$seconds" 0.4
