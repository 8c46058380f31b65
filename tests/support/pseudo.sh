#!/bin/sh
# A made-up language out of English: accented, and longer by the vowels that stand twice; slots in
# braces stay. Fills a PO file whose remarks (#.) are the English texts, one line for each form of a
# text that counts, or says one text. Its twin is written from right to left: the same in Arabic letters.
# usage: pseudo.sh [--leftward] FILE.po > OTHER.po    pseudo.sh [--leftward] --say TEXT
export LC_ALL=C.UTF-8
accent='
BEGIN {
    split("a b c d e f g h i j k l m n o p q r s t u v w x y z", latin, " ")
    split("ا ب ص د ة ف غ ه ي ج ك ل م ن و پ ق ر س ت ع ڤ ش خ ی ز", arabic, " ")
}
function turned(text,    i) {
    text = tolower(text)
    gsub(/\\n/, "\001", text) # the escape of a line end has a letter too
    for (i = 1; i <= 26; i++) gsub(latin[i], arabic[i], text)
    gsub(/\001/, "\\n", text)
    return text
}
function vowels(text) {
    if (leftward) return turned(text)
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
leftward=0
[ "$1" = --leftward ] && { leftward=1; shift; }
if [ "$1" = --say ]; then
    echo "$2" | awk -v leftward=$leftward "$accent"' { print accented($0) }'
    exit
fi
awk -v leftward=$leftward "$accent"'
function said(form,    text) {
    text = form >= 0 ? line[form] : english
    gsub(/"/, "\\\"", text)
    if (text == "") text = own
    return keys ? text : accented(text) # a keyboard without a letter cannot type it
}
/^msgctxt / { keys = $2 == "\"ui/KEYBOARD\"" }
/^#\. / { line[lines++] = substr($0, 4); english = english (english == "" ? "" : "\\n") substr($0, 4); next }
/^#\.$/ { english = english "\\n"; next }
/^msgid ""$/ && !begun { header = 1 }
/^msgid / { begun = 1; if (english == "") own = substr($0, 8, length($0) - 8) }
/^$/ { header = 0; english = own = ""; lines = 0; line[0] = line[1] = "" }
!header && /^msgstr ""$/ { print "msgstr \"" said(-1) "\""; next }
!header && /^msgstr\[[0-9]\] ""$/ { print "msgstr[" substr($0, 8, 1) "] \"" said(substr($0, 8, 1) + 0) "\""; next }
{ print }' "$1"
