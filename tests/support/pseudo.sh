#!/bin/sh
# A made-up language out of English: accented, and longer by the vowels that stand twice; slots in
# braces stay. Fills a PO file whose remarks (#.) are the English texts, one line for each form of a
# text that counts, or says one text. usage: pseudo.sh FILE.po > OTHER.po    pseudo.sh --say TEXT
export LC_ALL=C.UTF-8
accent='
function vowels(text) {
    gsub(/a/, "àa", text); gsub(/e/, "ée", text); gsub(/i/, "îi", text); gsub(/o/, "ôo", text)
    gsub(/u/, "ûu", text); gsub(/A/, "Å", text); gsub(/E/, "Ë", text); gsub(/O/, "Ø", text)
    return text
}
function accented(text,    made, open, close_) {
    while ((open = index(text, "{")) && (close_ = index(text, "}")) > open) {
        made = made vowels(substr(text, 1, open - 1)) substr(text, open, close_ - open + 1)
        text = substr(text, close_ + 1)
    }
    return made vowels(text)
}'
if [ "$1" = --say ]; then
    echo "$2" | awk "$accent"' { print accented($0) }'
    exit
fi
awk "$accent"'
function said(form,    text) {
    text = form >= 0 ? line[form] : english
    gsub(/"/, "\\\"", text)
    return accented(text == "" ? own : text)
}
/^#\. / { line[lines++] = substr($0, 4); english = english (english == "" ? "" : "\\n") substr($0, 4); next }
/^#\.$/ { english = english "\\n"; next }
/^msgid ""$/ && !begun { header = 1 }
/^msgid / { begun = 1; if (english == "") own = substr($0, 8, length($0) - 8) }
/^$/ { header = 0; english = own = ""; lines = 0; line[0] = line[1] = "" }
!header && /^msgstr ""$/ { print "msgstr \"" said(-1) "\""; next }
!header && /^msgstr\[[0-9]\] ""$/ { print "msgstr[" substr($0, 8, 1) "] \"" said(substr($0, 8, 1) + 0) "\""; next }
{ print }' "$1"
