#!/bin/bash
# Puts the tables of content/README.md in order: what an author may write of each record, as content.def has it.
set -eu
cd "$(dirname "$0")/.."
pack=${AZIMUT_BUILD:-build}/azimut-pack
new=$(mktemp)
trap 'rm -f "$new"' EXIT
while IFS= read -r line; do
    case $line in
    '<!-- fields: '*)
        record=${line#<!-- fields: } record=${record% -->} inside=1
        echo "$line" && "$pack" fields "$record" ;;
    '<!-- end -->') inside=0 && echo "$line" ;;
    *) [ "${inside:-0}" = 1 ] || printf '%s\n' "$line" ;;
    esac
done < content/README.md > "$new"
cmp -s "$new" content/README.md || cat "$new" > content/README.md
