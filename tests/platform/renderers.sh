#!/bin/bash
# What a graphics processor would paint: SDL's opengl and opengles2, over Mesa's software, walk the tour in a real window, its
# films and its map included, and give the pictures of the software renderer.
set -u
kiosk=$AZIMUT_BUILD/azimut
pack=$AZIMUT_BUILD/campus.pack
top=$(mktemp -d)
. tests/support/display.sh
trap 'rm -rf "$top"' EXIT
size=960x540
export LIBGL_ALWAYS_SOFTWARE=1

walk() { # walk FOLDER OPTIONS…
    mkdir -p "$top/$1"
    for script in "tour.fr.touch --still" videos.fr.touch; do # a film stands where nothing may move
        # shellcheck disable=SC2086
        "$kiosk" --pack "$pack" --script tests/tour/$script --window $size --shots "$top/$1" --seed 7 \
            --now 2026-11-23T14:32 "${@:2}" 2> "$work/err" ||
                fault "$1, $script: $(cat "$work/err")"
        [ "$1" = headless ] || grep -q "drawn by $1\$" "$work/err" ||
            fault "$1: something else draws: $(cat "$work/err")"
    done
}

# Edges are smoothed and films enlarged in other ways: that is 1.8 % in the mean. A word or an icon that is missing is more than
# 2, and red in the place of blue in a film was 9.
like_headless() { # like_headless RENDERER
    count=0
    for made in "$top/headless"/*.png; do
        other=$top/$1/$(basename "$made")
        [ -e "$other" ] || { fault "$1: there is no ${other##*/}"; continue; }
        mean=$(compare -metric RMSE "$made" "$other" null: 2>&1 | sed 's/.*(\(.*\))/\1/')
        most=0.02
        case $made in *parcours*) most=0.03 ;; esac # bricks are hatched: nothing but edges
        awk -v m="$mean" -v most=$most 'BEGIN { exit !(m <= most) }' ||
            fault "$1: ${other##*/} differs by $mean in the mean"
        count=$((count + 1))
    done
    [ $count -ge 30 ] || fault "$1: only $count pictures"
}

renderer() {
    xvfb $size || return
    walk "$1" --renderer "$1"
    end_display
}

work=$top
part headless walk headless --headless
part opengl renderer opengl
part opengles2 renderer opengles2
wait
like_headless opengl
like_headless opengles2
[ ! -e "$top/failed" ]
