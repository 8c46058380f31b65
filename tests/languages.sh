#!/bin/bash
# Which languages there are is data: no C of the program or of its tools knows one from another. And no word waits
# for a page that is gone: each of the interface is said somewhere, by its name or by what a list is made of.
cd "$(dirname "$0")/.." || exit 1
found=$(git grep -nE 'LANG_(FR|EN)' -- kiosk tools)
[ -z "$found" ] || { echo "a language in the code: $found"; exit 1; }

said=$(mktemp)
trap 'rm -f "$said"' EXIT
git grep -hoE '[A-Z][A-Z0-9_]+' -- kiosk tools | sort -u > "$said"
sed -n 's/^msgctxt "ui\/\(.*\)"$/\1/p' assets/lang/fr.po | awk -v said="$said" '
    BEGIN {
        while ((getline name < said) > 0) {
            is[name] = 1
            sub(/[0-9]+$/, "", name) # STR_LEVEL_1 + n
            starts[name] = 1
        }
    }
    { family = tail = $0; sub(/[^_]*$/, "", family); sub(/^[^_]*_/, "", tail) } # STR_ZONE_##town
    !(("STR_" $0) in is || ("STR_" family) in starts || tail in is) { print "nobody says " $0; none = 1 }
    END { exit none }'
