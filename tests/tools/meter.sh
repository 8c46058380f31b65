#!/bin/bash
# How far long work is: one line on a terminal, written over and taken away; nothing in a file or a pipe, nothing when all is known.
set -u
. tests/support/film.sh
pack=$AZIMUT_BUILD/azimut-pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
export XDG_CACHE_HOME=$work/cache TERM=xterm
mkdir "$XDG_CACHE_HOME"
"$pack" new "$work/campus" --from vide > /dev/null || fault "no campus"
trade=$(basename "$(find "$work/campus/trades" -name '*.yaml' | LC_ALL=C sort | head -1)" .yaml)
for id in un deux; do clip "$work/campus/clips" $id 6 "$trade" || fault "no film can be made"; done

# terminal COLUMNS command…: what a terminal of that width gets.
terminal() {
    width=$1
    shift
    script -qec "stty cols $width; $(printf '%q ' "$@")" /dev/null < /dev/null > "$work/said"
}
# Every line that was begun, one a line; the last is what stands in the end.
lines() { tr '\r' '\n' < "$work/said" | sed 's/\x1b\[K//g' | grep '^\['; }
stands() { tr -d '\n' < "$work/said" | grep -aoP '\[[# ]{20}\](?:(?!\r\x1b\[K).)*$'; }

check() { "$pack" check "$work/campus" --now 2026-11-28; }
check > "$work/out" 2> "$work/err"
grep -q '\[' "$work/err" && fault "a meter in a file: $(cat "$work/err")"
check 2>&1 | grep -q '\] films' && fault "a meter in a pipe"

rm -rf "$XDG_CACHE_HOME/azimut"
terminal 80 "$pack" check "$work/campus" --now 2026-11-28
for said in 'films 1/2 un.mp4' 'films 2/2 deux.mp4' 'images 1/'; do
    lines | grep -qF "] $said" || fault "not said: $said in $(lines)"
done
stands && fault "a meter stands when all is done"
tr '\r' '\n' < "$work/said" | sed 's/\x1b\[K//g' | grep -v '^\[' | grep -v '^$' > "$work/rest"
cat "$work/out" "$work/err" | cmp -s - "$work/rest" || fault "other sentences on a terminal: $(diff "$work/rest" <(cat "$work/out" "$work/err"))"

# Known: nothing to wait for.
sleep 4
check > "$work/out" 2>&1
terminal 80 "$pack" check "$work/campus" --now 2026-11-28
lines | grep -q . && fault "a meter, and nothing takes time: $(lines)"

# No line is as wide as the terminal, so each can be taken away.
rm -rf "$XDG_CACHE_HOME/azimut"
terminal 36 "$pack" check "$work/campus" --now 2026-11-28
lines | grep -q 'films 1/2 u' || fault "nothing on a narrow terminal: $(lines)"
lines | awk 'length > 35 { bad = 1 } END { exit bad }' || fault "too wide: $(lines)"
TERM=dumb terminal 80 env TERM=dumb "$pack" check "$work/campus" --now 2026-11-28
lines | grep -q . && fault "a meter on a terminal that cannot write over"

# Building copies the films; media converts.
terminal 80 "$pack" build "$work/campus" -o "$work/pack"
[ -s "$work/pack" ] && for said in 'copie des films 1/2' 'copie des films 2/2'; do
    lines | grep -qF "] $said" || fault "not said: $said in $(lines)"
done
ffmpeg -nostdin -v error -i "$work/campus/clips/un.mp4" -c copy "$work/campus/clips/trois.mov"
terminal 80 "$pack" media "$work/campus"
lines | grep -q '\] conversion [1-3]/3 [0-9]* % trois.mov' || fault "media says: $(lines)"
stands && fault "a meter of media stands"
exit $status
