#!/bin/sh
# A made-up language out of English: accented, and longer by the vowels that stand twice. Fills a PO
# file whose remarks (#.) are the English texts, or says one text. usage: pseudo.sh FILE.po > OTHER.po
# pseudo.sh --say TEXT
export LC_ALL=C.UTF-8
accent='
function accented(text) {
    gsub(/a/, "àa", text); gsub(/e/, "ée", text); gsub(/i/, "îi", text); gsub(/o/, "ôo", text)
    gsub(/u/, "ûu", text); gsub(/A/, "Å", text); gsub(/E/, "Ë", text); gsub(/O/, "Ø", text)
    return text
}'
if [ "$1" = --say ]; then
    echo "$2" | awk "$accent"' { print accented($0) }'
    exit
fi
awk "$accent"'
/^#\. / { english = english (english == "" ? "" : "\\n") substr($0, 4); next }
/^#\.$/ { next }
/^msgid ""$/ && !begun { header = 1 }
/^msgid / { begun = 1; if (english == "") own = substr($0, 8, length($0) - 8) }
/^$/ { header = 0; english = own = "" }
!header && /^msgstr ""$/ {
    gsub(/"/, "\\\"", english)
    print "msgstr \"" accented(english == "" ? own : english) "\""
    next
}
{ print }' "$1"
