#!/bin/bash
# What an author waits for: a campus with FILMS films, checked and built when nothing is known, and after a comma was corrected.
# Prints name, value, unit. usage: tools/bench/pack.sh BUILD [FILMS]
set -eu
build=$1 films=${2:-400}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work
cp -r content/campus "$work/campus"
clips=$work/campus/clips
mapfile -t ids < <(sed -n 's/^- id: //p' "$clips/clips.yaml")
: > "$work/more"
for ((i = ${#ids[@]}; i < films; i++)); do
    id=${ids[i % ${#ids[@]}]}
    for file in "$clips/$id".*; do cp "$file" "$clips/film-$i.${file##*/"$id".}"; done
    awk -v from="- id: $id" -v to="- id: film-$i" '/^- id:/ { on = $0 == from; if (on) { print to; next } } on && NF' \
        "$clips/clips.yaml" >> "$work/more"
done
{ echo; cat "$work/more"; } >> "$clips/clips.yaml"
sleep 4 # so that the times of the files are not those of now
ms() { # name command…
    name=$1 begun=$(date +%s%N)
    shift
    "$@" > "$work/said" 2>&1 || { tail -3 "$work/said" >&2; exit 1; }
    echo "$name $((($(date +%s%N) - begun) / 1000000)) ms"
}
comma() { sed -i '0,/, /s//,  /' "$work/campus/trades/soudage.yaml"; }
ms pack_check_cold "$build/azimut-pack" check "$work/campus"
comma
ms pack_check_warm "$build/azimut-pack" check "$work/campus"
ms pack_build_cold_disk "$build/azimut-pack" build "$work/campus" -o "$work/pack"
comma
ms pack_build_warm "$build/azimut-pack" build "$work/campus" -o "$work/pack"
ms pack_copying cp "$work/pack" "$work/copy"
