#!/bin/sh
# French typography of what is written by hand in assets/words.def and assets/report.def: what the
# builder does for a pack is done by hand there.
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C.UTF-8
status=0
nbsp=$(printf '\302\240')
narrow=$(printf '\342\200\257')
# The French text is the first that is quoted after the name; a long one stands in pieces, one a line.
french=$(cat assets/words.def assets/report.def | tr '\n' ' ' | sed 's/" *"/""/g; s/""//g; s/\(WORD\|REPORT\)(/\n&/g' |
    sed -n 's/^\(WORD\|REPORT\)([A-Z_0-9]*, *"\([^"]*\)".*/\2/p')
[ "$(echo "$french" | wc -l)" -gt 300 ] || { echo "assets/*.def: hardly a text is found"; status=1; }
complain() { echo "assets/*.def: $1"; status=1; }
echo "$french" | grep -nE "[^$narrow][?!;]" && complain "a narrow no-break space is missing before ? ! or ;"
echo "$french" | grep -nE "[^$nbsp]:" && complain "a no-break space is missing before :"
grep -n "[a-z]'[a-zé]" assets/words.def assets/report.def && complain "a straight apostrophe"
grep -rn "[a-zé]·[a-z]" assets/words.def assets/report.def content/campus && complain "a median point"
exit $status
