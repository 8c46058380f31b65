#!/bin/bash
# The storyboards: each plays to its end, the same way every time, moves, and asks for sounds that exist; a mistake in one is
# named with its file, its line and the mend. What holds for the films themselves is held by azimut-pack.
set -u
player=$AZIMUT_BUILD/asan/storyboard
boards=content/campus/clips/storyboards
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

still() { "$player" "$1" still "$2" 320 "$3" || fault "$1: no picture at $2 s"; }

for board in "$boards"/*.story; do
    id=$(basename "$board" .story)
    length=$("$player" "$board" length)
    [ "$length" -ge 20 ] && [ "$length" -le 40 ] || fault "$id: $length s, a clip has 20 to 40"
    still "$board" "$("$player" "$board" poster)" "$work/poster.png"
    still "$board" "$("$player" "$board" poster)" "$work/again.png"
    cmp -s "$work/poster.png" "$work/again.png" || fault "$id: the same moment is drawn in two ways"
    # Something has changed in every eight seconds: it is a film, not a picture.
    for second in $(seq 0 8 $((length - 1))); do
        still "$board" "$second" "$work/now.png"
        [ "$second" -gt 0 ] && cmp -s "$work/now.png" "$work/before.png" && fault "$id: nothing moved before $second s"
        mv "$work/now.png" "$work/before.png"
    done
    for sound in $(sed -n 's/^sound [0-9.]* \([a-z]*\).*/\1/p' "$board"); do
        grep -qE "^ *([a-z]+ \| )*$sound( \| [a-z]+)*\) make" tools/clips/sound.sh || fault "$id: no sound is called $sound"
    done
done

for trade in $(sed -n 's/^- id: //p' content/campus/clips/clips.yaml); do
    [ -e "$boards/$trade.story" ] || fault "clips.yaml names $trade, which has no storyboard"
done
for family in $(sed -n 's/^- id: //p' content/campus/families.yaml); do
    trades=$(grep -l "^family: $family$" content/campus/trades/*.yaml | sed 's|.*/||; s|\.yaml$||')
    sed -n 's/^  trade: //p' content/campus/clips/clips.yaml | grep -qxF "$trades" || fault "the family $family has no clip"
done

# expect "what is said" "line": the line is added to a storyboard that is right, as its third.
expect() {
    printf 'length 20\npaper\n%s\n' "$2" >"$work/board.story"
    said=$("$player" "$work/board.story" still 1 320 "$work/no.png" 2>&1) && fault "not noticed: $2"
    printf '%s\n' "$said" | grep -qE "board.story:3: .*$1" || fault "expected: $1
got: $said"
}
expect '« rct » n’est pas un mot des storyboards ; voir' 'rct 0 0 10 10'
expect 'il manque quelque chose après « 10 »' 'rect 0 0 10'
expect '« 10\+\*2 » n’est pas un calcul ; regarder à partir de « \*2 »' 'rect 0 0 10 10+*2'
expect 'regarder à partir de « speed »' 'rect 0 0 10 speed'
expect '« mauve » n’est pas connu ici' 'rect 0 0 10 10 fill mauve'
expect 'écrire TEMPS:VALEUR' 'key x 1 2'
expect 'le temps 1 vient après 3 ; remettre en ordre' 'key x 3:0 1:5'
expect 'bloc sans « end »' 'group at 0 0'
expect 'ne ferme aucun bloc' 'end'
expect 'aucune « part wheel »' 'put wheel'
exit $status
