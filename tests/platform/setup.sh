#!/bin/bash
# What a technician sets of the display, on one that can be turned (Xephyr): it turns and the kiosk covers it, touches go through
# the matrix, and the pages of the first day turn it, turn it back by themselves, and keep it when it is touched anywhere.
set -u
kiosk=$AZIMUT_BUILD/azimut
pack=$AZIMUT_BUILD/campus.pack
top=$(mktemp -d)
. tests/support/display.sh
trap 'rm -rf "$top"' EXIT

inner() { # inner WxH: a display within one that is large enough both ways up
    xvfb 1400x1400 || return 1
    display Xephyr -noreset -screen "$1" || return 1
}

turned() {
    inner 1280x720 || return
    kiosk "$kiosk" --pack "$pack" --still --rotate 90
    lies_at 720x1280+0+0 "turned by a quarter"
    kill -TERM $program
    ends 0 "a signal"
    kiosk "$kiosk" --pack "$pack" --still --rotate 0
    lies_at 1280x720+0+0 "turned back"
    kill -TERM $program
    ends 0 "a signal"
    end_display
}

# The middle of a control, controls from stdin.
middle() { awk -v label="$1" '$0 ~ label "$" { print int($1 + $3 / 2), int($2 + $4 / 2) }'; }

# A glass that is upside down: where "Commencer" is, it says the opposite corner.
matrix() {
    xvfb 1280x720 || return
    read -r x y < <(controls_of 1280x720 'screen attract' | middle Commencer)
    kiosk "$kiosk" --pack "$pack" --still --touch-matrix "-1 0 1 0 -1 1"
    changes "a touch through the matrix" touch_at $((1280 - x)) $((720 - y))
    kill -TERM $program
    ends 0 "a signal"
    end_display
}

# control LABEL SCRIPT: its middle, after that script
control() { controls_of 1280x720 "$2" --setup --config "$work/none.conf" | middle "$1"; }

first_day() {
    inner 1280x720 || return
    next=$(control Suite 'screen setup')
    right=$(control 'À droite, 90°' 'tap "Suite"')
    kiosk "$kiosk" --pack "$pack" --still --setup --config "$work/azimut.conf"
    lies_at 1280x720+0+0 "the first day"
    changes "Suite" touch_at $next
    changes "a quarter to the right" touch_at $right
    lies_at 720x1280+0+0 "on trial"
    until_there '[ "$(geometry)" = 1280x720+0+0 ]' 200 || fault "nobody touched it, and it does not turn back: $(geometry)"
    until_still
    sleep 1 # a page that has just come takes no touch
    changes "a quarter to the right, again" touch_at $right
    lies_at 720x1280+0+0 "on trial again"
    changes "touched anywhere" touch_at 60 1200
    kill -TERM $program
    ends 0 "a signal"
    end_display
}

part turned turned
part matrix matrix
part first first_day
wait_for_parts 1
[ ! -e "$top/failed" ]
