#!/bin/bash
# Which languages there are is data: no C of the program or of its tools knows one from another.
cd "$(dirname "$0")/.." || exit 1
found=$(git grep -nE 'LANG_(FR|EN)' -- kiosk tools)
[ -z "$found" ] || { echo "a language in the code: $found"; exit 1; }
