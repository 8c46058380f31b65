#!/bin/bash
# From a kiosk to the technician: the file that it writes is genuine and the same whatever visitors
# did; one that was changed, and a second machine of that name, are named.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
kiosk=$AZIMUT_BUILD/asan/azimut
fleet=$AZIMUT_BUILD/asan/azimut-fleet
mkdir "$work/a" "$work/b"

# night FOLDER ID STATISTICS SCRIPT: what a kiosk writes at three, after what the script does.
night() {
    printf '%s\n' "$4" 'wait 900000' >"$work/touch"
    "$kiosk" --headless --pack "$AZIMUT_BUILD/campus.pack" --kiosk "$2" --now 2026-11-30T02:50 --seed 7 --still \
        --stats "$work/$3" --health "$work/$1" --script "$work/touch" 2>"$work/err" || fault "$2: $(cat "$work/err")"
}
report() { "$fleet" report "$work/$1" --now 2026-11-30 >"$work/said" 2>&1; }

night a hall busy.db "$(cat tests/visit/toilets.touch)"
[ "$(ls "$work/a")" = kiosk-hall.health ] || fault "written: $(ls "$work/a")"
[ "$(stat -c %a "$work/busy.db.key")" = 600 ] || fault "others may read the key"
report a || fault "no report: $(cat "$work/said")"
grep -q "^hall · " "$work/said" || fault "the kiosk is not told of: $(cat "$work/said")"
grep -q "signature" "$work/said" && fault "its own file is no good: $(cat "$work/said")"

# Nothing of use: a kiosk with visits says what one without says. What the machine itself changes in
# between, and the keys, are left out.
night b hall empty.db "wait 1"
same() { sed 's/"\(uptime_hours\|disk_percent\|temperature\)":[^,]*,//g; /^"key"/d; /^,"signature"/d' "$1"; }
[ "$(same "$work/a/kiosk-hall.health")" = "$(same "$work/b/kiosk-hall.health")" ] ||
    fault "visits are seen: $(diff "$work/a/kiosk-hall.health" "$work/b/kiosk-hall.health")"

# Two machines of one name, in folders of their own.
mkdir "$work/both"
cp -r "$work/a" "$work/b" "$work/both"
report both
grep -q "Deux machines portent ce nom" "$work/said" || fault "twins: $(cat "$work/said")"

sed -i 's/"starts":[0-9]*/"starts":0/' "$work/b/kiosk-hall.health"
report b
grep -q "La signature d’un fichier est fausse" "$work/said" || fault "changed: $(cat "$work/said")"

printf 'hall\ngarage\n' >"$work/list"
"$fleet" report "$work/a" --expect "$work/list" --now 2026-11-30 >"$work/said" || fault "no list is taken"
grep -q "^garage · À dépanner" "$work/said" || fault "one that never wrote: $(cat "$work/said")"
printf 'no folder' >"$work/plain" && chmod +x "$work/plain"
"$fleet" report "$work/plain" --expect "$work/list" >/dev/null 2>&1 && fault "a file is taken for a folder of none"
"$fleet" report "$work/a" --expect "$work/no/list" >/dev/null 2>"$work/err"
[ $? -eq 1 ] && grep -q "no/list" "$work/err" || fault "a list that is not there: $(cat "$work/err")"

"$fleet" report "$work/a" --html "$work/page.html" --lang en >/dev/null || fault "no page"
xmllint --html --noout "$work/page.html" 2>"$work/err" || fault "the page: $(cat "$work/err")"
grep -q 'lang="en"' "$work/page.html" || fault "its language is not said"
"$fleet" report "$work/a" --html "$work/no/page.html" >/dev/null 2>"$work/err" && fault "a page nowhere"
"$fleet" report "$work/a" --lang xx >/dev/null 2>"$work/err" && fault "a language that is not there"
"$fleet" report "$work/a" --silent 0 >/dev/null 2>"$work/err"
[ $? -eq 2 ] || fault "no days at all are taken"

# A kiosk whose folder cannot be written goes on, and says so.
night nowhere hall s.db "wait 1"
grep -q "health: .*nowhere/kiosk-hall.health" "$work/err" || fault "nothing said: $(cat "$work/err")"
exit $status
