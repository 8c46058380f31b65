#!/bin/bash
# What the READMEs for programmers call by name is there: files and folders, functions, types.
cd "$(dirname "$0")/.." || exit 1
status=0
# Eleven changes speak of files to make, and have a test of their own (changes.sh).
quoted() { sed '/^## Eleven changes/,/^## /d' "$1" | grep -oE '`[^`]+`' | tr -d '`' | sort -u; }
is_there() {
    local name=${1%/}
    for place in . kiosk tests tools content; do
        [ -e "$place/$name" ] && return
        compgen -G "$place/$name" >/dev/null && return
    done
    git ls-files | grep -qE "(^|/)${name//./\\.}(/|$)" || grep -q "^msgctxt \"$name/" assets/lang/fr.po
}
words=$(mktemp)
trap 'rm -f "$words"' EXIT
git ls-files kiosk tools tests Makefile | grep -E '\.(c|h|def|sh|yaml)$|Makefile' | xargs grep -ohE '[A-Za-z_][A-Za-z_0-9]+' | sort -u >"$words"
seen=0
for readme in kiosk/README.md tests/README.md; do
    while read -r name; do
        case $name in
        *[!a-zA-Z0-9_./*-]* | build/*) continue ;;
        */*.* | */) is_there "$name" ;;
        *_*) [[ $name =~ ^[A-Za-z_0-9]+$ ]] || continue; grep -qxF "$name" "$words" ;;
        [A-Z][a-z]*[A-Z]*) [[ $name =~ ^[A-Za-z]+$ ]] || continue; grep -qxF "$name" "$words" ;;
        *) continue ;;
        esac || { echo "$readme: there is no $name"; status=1; }
        seen=$((seen + 1))
    done < <(quoted "$readme")
done
[ "$seen" -gt 100 ] || { echo "hardly a name is found: $seen"; status=1; }
exit $status
