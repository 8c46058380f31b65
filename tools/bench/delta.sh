#!/bin/bash
# What a changed sentence costs a kiosk that fetches by casync: two editions of a campus with MEGABYTES of films, cut into
# chunks; those of the new one that the old one does not have are what is fetched, with the index. Ends non-zero above two
# in a hundred. usage: tools/bench/delta.sh BUILD [MEGABYTES [SENTENCES]]
set -eu
build=$1
size=${2:-2048}
sentences=${3:-1}
work=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf "$work"' EXIT
"$build/bench/delta" "$build/campus.pack" "$size" "$work/noise" "$work/old.pack" "$work/new.pack" "$sentences"
rm "$work/noise"
for edition in old new; do
    casync make --store="$work/$edition.castr" "$work/$edition.caibx" "$work/$edition.pack" >/dev/null
    (cd "$work/$edition.castr" && find . -name '*.cacnk' -printf '%f %s\n' | sort) >"$work/$edition.chunks"
done
fetched=$(comm -13 "$work/old.chunks" "$work/new.chunks" | awk '{ sum += $2 } END { print sum + 0 }')
index=$(stat -c %s "$work/new.caibx")
whole=$(stat -c %s "$work/new.pack")
pages=$(cmp -l "$work/old.pack" "$work/new.pack" 2>/dev/null | awk '{ page[int(($1 - 1) / 16384)] } END { print length(page) }' || true)
awk -v whole="$whole" -v fetched="$fetched" -v idx="$index" -v pages="$pages" 'BEGIN {
    share = 100 * (fetched + idx) / whole
    printf "pack_mb %.0f, pages_changed %d, chunks_kb %.0f, index_kb %.0f, fetched %.3f %%\n", whole / 1e6, pages, fetched / 1e3, idx / 1e3, share
    exit share > 2 }'
