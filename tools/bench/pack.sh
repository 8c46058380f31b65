#!/bin/bash
# What an author waits for: a campus with FILMS films, no two alike, checked and built when nothing is known, and after a comma was
# corrected. Prints name value unit peer ratio: ms are those of the clock, cpu_ms those of the processor, which others on the machine
# do not lengthen. A check after a comma may take 300 ms; a pack built again two seconds more than copying it. usage: pack.sh BUILD [FILMS]
set -eu
build=$1 films=${2:-400}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work
cp -r content/campus "$work/campus"
clips=$work/campus/clips

# Four seconds of a drawn clip, then a box that players skip, of another content in each: as many bytes as such a film has.
FREE_BYTES=700000
drawn=$clips/equipe.mp4
ffmpeg -nostdin -v error -i "$drawn" -t 4 -c copy -movflags +faststart "$work/short.mp4"
number() { printf "\\x$(printf %02x $(($1 >> 24 & 255)))\\x$(printf %02x $(($1 >> 16 & 255)))\\x$(printf %02x $(($1 >> 8 & 255)))\\x$(printf %02x $(($1 & 255)))"; }
one_film() { # FILE
    cp "$work/short.mp4" "$1"
    { number $((FREE_BYTES + 8)) && printf free && head -c $FREE_BYTES /dev/urandom; } >> "$1"
}
more=$((films - $(grep -c '^- id: ' "$clips/clips.yaml")))
entry=$(awk '/^- id:/ { on = $3 == "equipe"; next } on && NF' "$clips/clips.yaml")
for ((i = 0; i < more; i++)); do
    for file in "$clips/equipe".*.md "$clips/equipe.jpg"; do cp "$file" "$clips/film-$i.${file##*/equipe.}"; done
    for lang in fr en; do printf 'WEBVTT\n\n00:00.500 --> 00:03.500\nFilm %d\n' "$i" > "$clips/film-$i.$lang.vtt"; done
    one_film "$clips/film-$i.mp4"
    printf -- '- id: film-%d\n%s\n' "$i" "$entry" >> "$work/more"
done
if ((more > 0)); then { echo && cat "$work/more"; } >> "$clips/clips.yaml"; fi
sleep 4 # so that the times of the files are not those of now

TIMEFORMAT='%R %U %S'
measure() { # command… : sets ms and cpu_ms
    { time "$@" > "$work/said" 2>&1 || { tail -3 "$work/said" >&2 && exit 1; }; } 2> "$work/time"
    read -r ms cpu_ms < <(awk '{ printf "%d %d\n", $1 * 1000, ($2 + $3) * 1000 }' "$work/time")
}
line() { awk -v n="$1" -v v="$2" -v u="$3" -v p="$4" 'BEGIN { printf "%-24s %10s %-10s %10s %8s\n", n, v, u, p, (p + 0 > 0) ? sprintf("%.2f", v / p) : "-" }'; }
both() { # name, peer in ms of both
    line "$1" "$ms" ms "$2"
    line "$1" "$cpu_ms" cpu_ms "$3"
}
comma() { sed -i '0,/, /s//,  /' "$work/campus/trades/soudage.yaml"; }
check() { measure "$build/azimut-pack" check "$work/campus"; }
build() { measure "$build/azimut-pack" build "$work/campus" -o "$work/pack"; }
line name value unit peer
line films "$films" n -
line bytes "$(du -sm "$work/campus" | cut -f1)" MB -
check && both pack_check_cold - -
comma && check && both pack_check_warm 300 300
build && both pack_build_first - -
measure cp "$work/pack" "$work/copy" && sync "$work/copy" && copy_ms=$ms copy_cpu_ms=$cpu_ms && both pack_copying - -
comma && build && both pack_build_warm $((2000 + copy_ms)) $((2000 + copy_cpu_ms))
