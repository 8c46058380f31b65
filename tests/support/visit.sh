# shellcheck shell=bash disable=SC2034
# Sourced by tests of visits: the program and its pack, a folder of the test's own, how a fault is told, and goldens.
set -u
kiosk=$AZIMUT_BUILD/asan/azimut
pack=$AZIMUT_BUILD/campus.pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

same_text() { # golden made
    [ -n "${ACCEPT:-}" ] && cp "$2" "$1"
    [ -e "$1" ] || { fault "the golden $1 is missing"; return; }
    diff -u "$1" "$2" | head -60
    cmp -s "$1" "$2" || fault "$1 differs"
}

# Plays tests/visit/NAME.touch, with options as one likes, against tests/golden/visit-NAME.txt.
same_visit() { # name options…
    "$kiosk" --headless --pack "$pack" --window 1920x1080 --seed 7 --script "tests/visit/$1.touch" --shots "$work" \
        --transcript "$work/$1.txt" "${@:2}" 2> "$work/err" || fault "$1: $(cat "$work/err")"
    same_text "tests/golden/visit-$1.txt" "$work/$1.txt"
}
