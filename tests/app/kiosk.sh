#!/bin/bash
# The program as others use it: a whole visit against its golden transcript, a few pictures against golden ones, and what it
# says when something is missing. ACCEPT=1 takes what it did as the new goldens: look at them before you commit them.
. tests/support/visit.sh
differences=$AZIMUT_BUILD/differences

# Headless, on a clock of its own, with the same random numbers every time.
visit() { "$kiosk" --headless --now 2026-11-23T14:32 --seed 7 "$@"; }

# Two pictures are the same when no point differs by more than a fiftieth; else a picture of the difference is kept.
same_picture() { # golden made
    [ -n "${ACCEPT:-}" ] && cp "$2" "$1"
    [ -e "$1" ] || { fault "the golden $1 is missing"; return; }
    points=$(compare -metric AE -fuzz 2% "$1" "$2" "$work/difference.png" 2>&1)
    [ "${points%% *}" = 0 ] && return
    mkdir -p "$differences" && cp "$work/difference.png" "$differences/$(basename "$1")"
    fault "$1: $points points differ, see $differences/$(basename "$1")"
}

visit --pack "$pack" --window 1920x1080 --script tests/visit/whole.touch --transcript "$work/whole.txt" \
    --stats "$work/stats.db" || fault "the whole visit fails"
same_text tests/golden/whole.txt "$work/whole.txt"
visit --pack "$pack" --window 1920x1080 --script tests/visit/whole.touch --transcript "$work/again.txt" || fault "the second visit fails"
cmp -s "$work/whole.txt" "$work/again.txt" || fault "the same visit twice is not the same"

echo 'tap "Commencer"
shot home' > "$work/home.touch"
echo 'tap "Commencer"
tap "Faire le test"
tap "Plutôt oui"
shot question' > "$work/question.touch"
visit --pack "$pack" --window 1920x1080 --script "$work/home.touch" --shots "$work/shots/made" || fault "home cannot be drawn"
visit --pack "$pack" --window 1080x1920 --theme contraste --script "$work/question.touch" --shots "$work" || fault "the question cannot be drawn"
same_picture tests/golden/home.png "$work/shots/made/home.png"
same_picture tests/golden/question.png "$work/question.png"

visit --pack "$pack" --window 1920x1080 --script tests/visit/enough.touch || fault "the result cannot be had after eighteen answers"

# A disk that is full is told, not a transcript that ends somewhere.
visit --pack "$pack" --window 1920x1080 --script tests/visit/enough.touch --transcript /dev/full 2> "$work/err" && fault "a full disk goes unnoticed"
grep -q "the transcript cannot be written to its end" "$work/err" || fault "of a full disk is said: $(cat "$work/err")"

# A script that fails says where.
printf 'screen attract\n\ntap "Rien"\n' > "$work/bad.touch"
visit --pack "$pack" --window 1920x1080 --script "$work/bad.touch" 2> "$work/err" && fault "a script that fails succeeds"
grep -q 'bad.touch:3: nothing to touch is called "Rien"' "$work/err" || fault "a failing script does not say where: $(cat "$work/err")"

# Unknown options: usage and 2.
for wrong in --fullscreen "--window huge" stray; do
    # shellcheck disable=SC2086
    "$kiosk" $wrong > "$work/out" 2> "$work/err"
    [ $? -eq 2 ] || fault "$wrong is taken"
    grep -q '^usage : azimut' "$work/err" || fault "$wrong: no usage"
done

# One line in the log, and the built-in pack; without one, the calm page that still tells the time of day.
mkdir "$work/alone" && cp "$kiosk" "$work/alone/azimut"
head -c 100000 "$pack" > "$work/short.pack"
echo 'screen attract' > "$work/attract.touch"
cp "$pack" "$work/alone/campus.pack"
"$work/alone/azimut" --headless --pack "$work/short.pack" --window 1920x1080 --script "$work/attract.touch" 2> "$work/err" ||
    fault "the built-in pack does not stand in: $(cat "$work/err")"
[ "$(wc -l < "$work/err")" = 1 ] && grep -q 'short.pack: truncated' "$work/err" || fault "the log says: $(cat "$work/err")"
rm -f "$work/alone/campus.pack"
printf 'screen calm\ntap 900,500\nwait 200000\nscreen calm\nshot calm\n' > "$work/calm.touch"
for broken in "$work/short.pack" "$work/none.pack" /dev/null; do
    "$work/alone/azimut" --headless --pack "$broken" --window 1080x1920 --script "$work/calm.touch" --shots "$work" \
        --transcript "$work/calm.txt" 2> "$work/err" || fault "no calm page for $broken: $(cat "$work/err")"
    grep -q "$broken" "$work/err" || fault "the log does not name $broken: $(cat "$work/err")"
    [ -s "$work/calm.png" ] || fault "a blank screen for $broken"
done

# Statistics that cannot be written: the visit goes on, the log says what is lost.
visit --pack "$pack" --window 1920x1080 --script tests/visit/whole.touch --stats "$work/no/folder/s.db" 2> "$work/err" ||
    fault "no statistics, no kiosk"
grep -q 'visits are kept in memory only' "$work/err" || fault "lost statistics go unsaid: $(cat "$work/err")"

# No font at all: it says so and ends, there is nothing it could show. One font only: it goes on.
echo '<fontconfig><cachedir>'"$work"'/fc</cachedir></fontconfig>' > "$work/nofonts.conf"
FONTCONFIG_FILE=$work/nofonts.conf visit --pack "$pack" --window 1920x1080 --script "$work/attract.touch" 2> "$work/err" && fault "no font, and it went on"
grep -q 'font' "$work/err" || fault "missing fonts go unsaid: $(cat "$work/err")"
one=$(fc-list : file | grep -i 'inter' | head -1 | sed 's/: *$//')
mkdir "$work/one" && cp "$one" "$work/one/"
echo '<fontconfig><dir>'"$work"'/one</dir><cachedir>'"$work"'/fc</cachedir></fontconfig>' > "$work/onefont.conf"
FONTCONFIG_FILE=$work/onefont.conf visit --pack "$pack" --window 1920x1080 --script "$work/attract.touch" 2> "$work/err" ||
    fault "one font is not enough: $(cat "$work/err")"
exit $status
