#!/bin/bash
# Videos, beside mpv, ffplay and bare decoding: ten seconds of 1080p30 H.264, drawn in software at the size of the player's page,
# captions on. Needs the display that run.sh has opened. usage: tools/bench/video.sh BUILD PID-OF-THE-DISPLAY-SERVER
set -eu
. tests/support/film.sh
build=$1 server=$2
work=$build/bench/video
rm -rf "$work" && mkdir -p "$work"
cp -r content/campus "$work/campus"
rm -rf "$work/campus/clips"
clip "$work/campus/clips" film 12 usinage
# Noise, so that there is as much to decode as in a real film.
ffmpeg -nostdin -v error -y -f lavfi -i "testsrc2=size=1920x1080:rate=30:duration=12,noise=alls=6:allf=t" \
    -f lavfi -i sine=frequency=440:sample_rate=48000:duration=12 -c:v libx264 -preset medium -pix_fmt yuv420p -b:v 6M -g 60 -c:a aac \
    -movflags +faststart -colorspace bt709 -color_primaries bt709 -color_trc bt709 "$work/campus/clips/film.mp4"
"$build/azimut-pack" build "$work/campus" -o "$work/film.pack" >/dev/null
export SDL_AUDIODRIVER=dummy
"$build/bench/film" "$work/film.pack" "$server" >"$work/own.txt"
box=$(grep '^video_box ' "$work/own.txt" | cut -d' ' -f2)

ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
peer() { # name command…: CPU seconds of the program and of the display server
    name=$1
    shift
    before=$(ticks)
    { time -p "$@" >/dev/null 2>"$work/peer.err"; } 2>"$work/$name.time" || true
    awk -v x=$(($(ticks) - before)) -v hz="$(getconf CLK_TCK)" '/^user|^sys/ { s += $2 } END { printf "%.2f\n", s + x / hz }' "$work/$name.time"
}
mpv=$(peer mpv mpv --no-config --vo=x11 --ao=null --length=10 --geometry="$box+0+0" --no-border --sub-file="$work/campus/clips/film.fr.vtt" \
    "$work/campus/clips/film.mp4")
export SDL_RENDER_DRIVER=software SDL_FRAMEBUFFER_ACCELERATION=0
ffplay=$(peer ffplay ffplay -loglevel quiet -autoexit -t 10 -noborder -x "${box%x*}" -y "${box#*x}" "$work/campus/clips/film.mp4")

own() { grep "^$1 " "$work/own.txt" | cut -d' ' -f2; }
line() { awk -v n="$1" -v v="$2" -v u="$3" -v p="$4" 'BEGIN { printf "%-24s %10s %-10s %10s %8s\n", n, v, u, p, (p + 0 > 0) ? sprintf("%.2f", v / p) : "-" }'; }
line video_cpu_mpv "$(own video_cpu_s)" s "$mpv"
line video_cpu_ffplay "$(own video_cpu_s)" s "$ffplay"
line video_own_cpu_bare "$(own video_own_cpu_s)" s "$(own video_bare_cpu_s)"
line video_dropped "$(own video_dropped)" pictures 0
line video_open_p50 "$(own video_open_p50_ms)" ms 50
line video_open_finger_p50 "$(own video_open_finger_p50_ms)" ms 33
line video_preopened_p50 "$(own video_preopened_p50_ms)" ms 33
line video_wind_p50 "$(own video_wind_p50_ms)" ms 150
line video_weight "$(own video_weight_mb)" MB 60
line video_growth "$(own video_growth_mb)" MB 1
line video_descriptors "$(own video_descriptors)" - 0
