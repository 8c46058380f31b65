#!/bin/sh
# French typography of what is written by hand in assets/lang/fr.po: what the builder does for a pack
# is done by hand there.
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C.UTF-8
status=0
nbsp=$(printf '\302\240')
narrow=$(printf '\342\200\257')
# The French text is the msgid; a long one stands in pieces, one a line. noun/ and search/ have lists for the program, and
# GUIDE goes into a text file for any editor, with plain spaces.
french=$(awk '/^msgctxt /{ ours = !/"(noun|search)\/|"report\/GUIDE"/ }
    /^msgid / && ours { text = 1; sub(/^msgid /, "") } /^msgstr /{ if (text) print said; text = 0; said = "" }
    text { gsub(/^"|"$/, ""); said = said $0 }' assets/lang/fr.po)
[ "$(echo "$french" | wc -l)" -gt 500 ] || { echo "assets/lang/fr.po: hardly a text is found"; status=1; }
complain() { echo "assets/lang: $1"; status=1; }
echo "$french" | grep -nE "[^$narrow][?!;]" && complain "a narrow no-break space is missing before ? ! or ;"
echo "$french" | grep -nE "[^$nbsp]:" && complain "a no-break space is missing before :"
grep -n "[a-z]'[a-zé]" assets/lang/*.po && complain "a straight apostrophe"
grep -rnI "[a-zé]·[a-z]" assets/lang content/campus && complain "a median point"
exit $status
