#!/bin/bash
# Makes some small films in every format the kiosk plays and feeds them, broken in every way, to its decoder. Bounded; ends
# non-zero when a sanitizer has found something. usage: tests/fuzz/run.sh BUILD [ROUNDS [SEED]]
set -eu
. tests/support/film.sh
build=$1 rounds=${2:-3000} seed=${3:-1}
work=$build/fuzz
mkdir -p "$work"
film "$work/a.mp4" 3
film "$work/b.mp4" 3 -movflags +frag_keyframe+empty_moov
film "$work/c.mp4" 3 -an -pix_fmt yuv420p10le
for codecs in "libvpx-vp9 -deadline realtime -cpu-used 8|libopus|webm" "libaom-av1 -cpu-used 8 -usage realtime|libvorbis|mkv"; do
    IFS='|' read -r picture sound ending <<< "$codecs"
    # shellcheck disable=SC2086
    ffmpeg -nostdin -v error -y -f lavfi -i testsrc=size=160x90:rate=25:duration=3 -f lavfi -i sine=duration=3 -pix_fmt yuv420p \
        -c:v $picture -c:a $sound -g 25 "$work/d.$ending"
done
rm -f "$work"/found.*
ASAN_OPTIONS="log_path=$work/found${ASAN_OPTIONS:+:$ASAN_OPTIONS}" UBSAN_OPTIONS="log_path=$work/found:print_stacktrace=1" \
    "$build/asan/tests/fuzz/film" "$rounds" "$seed" "$work"/*.mp4 "$work"/*.webm "$work"/*.mkv || status=$?
cat "$work"/found.* 2>/dev/null || true
exit "${status:-0}"
