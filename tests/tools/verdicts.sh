#!/bin/bash
# What azimut-pack knows of films and pictures from before changes nothing of what it says: cold, warm, without a place to keep it,
# with a damaged one, four at once. A file that is changed under its old times is looked at again; so it is by another program.
set -u
. tests/support/film.sh
pack=$AZIMUT_BUILD/azimut-pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
export XDG_CACHE_HOME=$work/cache
mkdir "$XDG_CACHE_HOME"
db=$XDG_CACHE_HOME/azimut/verdicts.db
rows() { sqlite3 "$db" 'SELECT count(*) FROM verdict'; }

campus=$work/campus
cp -r content/campus "$campus" && rm -rf "$campus/lang" "$campus/plan" "$campus/clips" "$campus/pictures/"quiz-[a-eg-z]*
sed -i '/kiosk:place/d' "$campus/topics/"*.md
sed -i '/^ *clip:/d' "$campus/machines.yaml"
clip "$campus/clips" essai 6 soudage || fault "no film can be made"
film "$campus/clips/essai.mp4" 6 -g 250 # a fault of the film; and one of a drawing, and a warning
sed -i 's|</svg>|<text x="1">a</text></svg>|' "$campus/pictures/soudage.svg"
sed -i 's|</svg>|<path stroke="red" transform="scale(2 1)" d="M0 0h9"/></svg>|' "$campus/pictures/usinage.svg"
mkdir "$campus/lang" && cp content/campus/lang/tr.po "$campus/lang"
sleep 4 # so that the times of the files are not those of now

check() { "$pack" check "$campus" --now 2026-11-28 2>&1; }
env -u XDG_CACHE_HOME -u HOME "$pack" check "$campus" --now 2026-11-28 > "$work/without" 2>&1
for said in 'clips/essai.mp4:1: .*entre deux images entières' 'soudage.svg:[0-9]*: .*<text>' 'usinage.svg:[0-9]*: avertissement : .*étiré'; do
    grep -q "$said" "$work/without" || fault "not said: $said"
done
same() { check | cmp -s - "$work/without" || fault "$1: other sentences"; }
same "cold"
before=$(rows)
[ "$before" -gt 20 ] || fault "nothing is kept: $before"
same "warm"
[ "$(rows)" -eq "$before" ] || fault "warm: kept again"

# A translation that was changed is looked at again, and so is one that was put right.
sed '0,/^msgstr ".*{[a-z]*}/s/^\(msgstr ".*\){[a-z]*}/\1{zzz}/' content/campus/lang/tr.po > "$campus/lang/tr.po"
check | grep -q 'lang/tr.po:[0-9]*: .*{zzz}' || fault "a changed translation is not looked at again"
cp content/campus/lang/tr.po "$campus/lang"
same "a translation put right"

# It is recalled indeed: a sentence that is changed in the database, with its sum, is said.
sqlite3 "$db" "SELECT hex(key) FROM verdict WHERE instr(said, 'images enti')" | while read -r key; do
    said=$(sqlite3 "$db" "SELECT hex(said) FROM verdict WHERE key = x'$key'")
    said=${said/$(printf 'images' | xxd -p -u)/$(printf 'IMAGES' | xxd -p -u)}
    sum=$(printf '%s' "$said" | xxd -r -p | b2sum -l 256 | cut -c1-64)
    sqlite3 "$db" "UPDATE verdict SET said = x'$said', sum = x'$sum' WHERE key = x'$key'"
done
check | grep -q 'deux IMAGES enti' || fault "the film was looked at again"
# Without the right sum it is not believed.
sqlite3 "$db" "UPDATE verdict SET said = said || x'00'"
same "a changed row"

# Changed in place, as long as before, under its old times: looked at again.
touch -r "$campus/clips/essai.mp4" "$work/times"
film "$work/other.mp4" 6 -g 30
size=$(stat -c %s "$campus/clips/essai.mp4")
{ cat "$work/other.mp4"; head -c "$size" /dev/zero; } | head -c "$size" > "$work/padded"
cat "$work/padded" > "$campus/clips/essai.mp4"
touch -r "$work/times" "$campus/clips/essai.mp4"
check > "$work/changed"
grep -q 'clips/essai.mp4:1: .*entre deux images entières' "$work/changed" && fault "a changed film is not looked at again"
film "$campus/clips/essai.mp4" 6 -g 250
sleep 4

# So is a drawing, another colour under its old times, then a fault.
drawing=$campus/pictures/usinage.svg
cp -p "$drawing" "$work/drawing.svg"
touch -r "$drawing" "$work/times"
sed 's/stroke="red"/stroke="tan"/' "$work/drawing.svg" > "$work/other.svg"
cat "$work/other.svg" > "$drawing"
touch -r "$work/times" "$drawing"
check > "$work/changed"
cmp -s "$work/changed" "$work/without" || fault "another colour, other sentences"
sed 's|</svg>|<text>a</text></svg>|' "$work/drawing.svg" > "$drawing"
check | grep -q 'usinage.svg:[0-9]*: .*<text>' || fault "a changed drawing is not looked at again"
cp -p "$work/drawing.svg" "$drawing"
sleep 4
same "a drawing put right"

# Damaged, unreadable, four at once.
head -c 5000 /dev/urandom > "$db"
same "no database"
same "after no database"
rm -rf "$XDG_CACHE_HOME/azimut"
for i in 1 2 3 4; do check > "$work/at-once-$i" & done
wait
for i in 1 2 3 4; do cmp -s "$work/at-once-$i" "$work/without" || fault "four at once: other sentences"; done
same "after four at once"

# Another program knows nothing of it.
before=$(rows)
"$AZIMUT_BUILD/asan/azimut-pack" check "$campus" --now 2026-11-28 2>&1 | cmp -s - "$work/without" || fault "another program says otherwise"
[ "$(rows)" -gt "$before" ] || fault "another program takes what this one found"

# A pack is the same bytes, whether a film was looked at or known.
cp content/campus/pictures/* "$campus/pictures/"
film "$campus/clips/essai.mp4" 6
rm -rf "$XDG_CACHE_HOME/azimut"
"$pack" build "$campus" -o "$work/cold.pack" > "$work/out" || fault "not built: $(cat "$work/out")"
sleep 4
for name in known warm; do
    "$pack" build "$campus" -o "$work/$name.pack" > /dev/null
    cmp "$work/cold.pack" "$work/$name.pack" || fault "$name: another pack"
done
exit $status
