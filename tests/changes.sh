#!/bin/bash
# "Eleven changes" of kiosk/README.md: every file and folder named there exists, what is called new does
# not, and every search finds something.
cd "$(dirname "$0")/.." || exit 1
status=0
fault() { echo "kiosk/README.md: $1"; status=1; }
rows=$(sed -n '/^## Eleven changes/,/^## /p' kiosk/README.md | grep '^| [^|]* | [^|]')
rows=$(echo "$rows" | grep -v '^| to add')
[ "$(echo "$rows" | wc -l)" = 11 ] || fault "not eleven changes"

folders='kiosk|tools|assets|content|tests'
paths=$(echo "$rows" | grep -oE "(new )?\`(($folders)/[^ \`]*|Makefile)\`" | sort -u)
[ "$(echo "$paths" | wc -l)" -gt 40 ] || fault "hardly a file is found"
while read -r path; do
    name=$(echo "$path" | sed 's/^new //; s/`//g')
    case $path in
    new*) [ ! -e "$name" ] || fault "$name is there" ;;
    *) [ -e "$name" ] || fault "$name is not there" ;;
    esac
done <<<"$paths"

while read -r search; do
    pattern=$(echo "$search" | sed "s/.* '\(.*\)' .*/\1/; s/\\\\|/|/g")
    read -ra where <<<"${search#*-- }"
    git grep -qE "$pattern" -- "${where[@]}" || fault "$search finds nothing"
done < <(echo "$rows" | grep -oE "git grep -lE [^\`]*")
exit $status
