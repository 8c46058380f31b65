#!/bin/bash
# The slips of authors, all of slips.tsv, each made once on a copy of the campus. Graded: good (the one line that was wanted, and no
# other), vague (something else is said as well, or instead), silent (nothing is said, and it should be). NUMBERS="03 04" takes
# only those; VERBOSE=1 prints what was said to each.
set -u
. tests/support/film.sh
pack=$(realpath "$AZIMUT_BUILD/azimut-pack") # as installed: the checked build says nothing more and takes three times as long
table=$(realpath tests/tools/slips.tsv)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
LEAST=65

# The campus, and the same with one film of our own.
cp -r content/campus "$work/plain" && rm -rf "$work/plain/clips" "$work/plain/lang"
cp content/SOURCES.md "$work/SOURCES.md"
sed -i '/^ *clip:/d' "$work/plain/machines.yaml" # they name films of the demonstration
# Pictures cost the most to check: two are enough.
sed -i 's/^\( *picture: \)quiz-.*/\1moulage/' "$work/plain/quiz.yaml"
sed -i '/^picture: soudage$/!s/^\( *picture: \).*/\1moulage/' "$work/plain/"*.yaml "$work/plain/trades/"*.yaml
find "$work/plain/pictures" -type f ! -name soudage.svg ! -name moulage.svg -delete
(clip "$work/clips" essai 6 soudage) || fault "no film can be made"

# ---- how slips are made, in the folder itself ----
swap() { # FILE OLD NEW: its first place, as it is written
    FILE=$1 OLD=$2 NEW=$3 perl -0pi -e 's/\Q$ENV{OLD}\E/$ENV{NEW}/' "$1"
}
drop() { sed -i "0,/$2/{/$2/d}" "$1"; }
mark() { sed -i '1s/^/\xef\xbb\xbf/' "$1"; }
picture() { # ID SIZE: a photo instead of its drawing
    rm "pictures/$1.svg" && convert -size "$2" gradient:steelblue-gold -quality 70 "pictures/$1.jpg"
}
as_film() { film clips/essai.mp4 6 "$@"; }
turned() { ffmpeg -nostdin -v error -y -i clips/essai.mp4 -c copy -metadata:s:v rotate=90 -movflags +faststart t.mp4 && mv t.mp4 clips/essai.mp4; }
negative() { perl -pi -e 's/\b(id|ref)=.(\d+)./$1="-$2"/g' plan/*.osm; }
unlinked() { perl -pi -e 's/\bsoudage\b;?// if /kiosk:trades/' plan/plan.osm; }
unmarked() {
    sed -i '/^ *illustrative:/d; s/, illustrative: true//g; s/illustrative: true, //g; s/ {exemple}//; s/ {example}//' ./*.yaml ./*/*.yaml ./*/*.md
    rm ../SOURCES.md
}
with_film() { cp -r "$work/clips" clips; }

make_slip() { # COMMAND
    rm -rf "$work/campus" && cp -r "$work/plain" "$work/campus"
    cp content/SOURCES.md "$work/SOURCES.md"
    cd "$work/campus" || return 1
    clip() { with_film; }
    eval "$1"
}

grade() { # WANTED: prints what it was
    said=$(cat "$work/said")
    case $1 in
    -) [ -z "$said" ] && echo good || echo vague; return ;;
    *'|-') [ -z "$said" ] && { echo good; return; } ;;
    esac
    [ -n "$said" ] || { echo silent; return; }
    printf '%s\n' "$said" | grep -qE "^(${1%|-})" && [ "$(wc -l < "$work/said")" = 1 ] && echo good || echo vague
}

good=0 vague=0 silent=0
while IFS=$'\t' read -r number what command wanted; do
    case $number in '#'*) continue ;; esac
    case " ${NUMBERS:-$number} " in *" $number "*) ;; *) continue ;; esac
    (make_slip "$command") || fault "$number, $what: cannot be made"
    diff -rq "$work/plain" "$work/campus" > /dev/null 2>&1 && fault "$number, $what: nothing is changed"
    timeout 120 "$pack" check --now 2026-01-01 "$work/campus" 2> "$work/err" | grep -E '^/' | sed "s|^$work/campus/||; s|^$work/||" > "$work/said"
    is=$(grade "$wanted")
    case $is in good) good=$((good + 1)) ;; vague) vague=$((vague + 1)) ;; silent) silent=$((silent + 1)) ;; esac
    [ "$is" = good ] && [ -z "${VERBOSE:-}" ] && continue
    echo "$number, $what: $is"
    sed 's/^/    /' "$work/said" | head -5
done < "$table"
echo "$good good, $vague vague, $silent silent of $((good + vague + silent))"
[ -n "${NUMBERS:-}" ] && exit $status
[ "$good" -ge $LEAST ] || fault "fewer than $LEAST are good"
[ "$silent" = 0 ] || fault "some are silent"
exit $status
