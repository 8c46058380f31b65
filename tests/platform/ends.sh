#!/bin/bash
# How the kiosk ends, and does not begin: whoever stops it, visits that were made until then are
# counted; what it answers to a service; a display that comes late or never; drivers that only look
# like one.
set -u
kiosk=$AZIMUT_BUILD/azimut
asan=$AZIMUT_BUILD/asan/azimut
pack=$AZIMUT_BUILD/campus.pack
top=$(mktemp -d)
. tests/support/display.sh
trap 'rm -rf "$top"' EXIT
size=1280x720

# ---- counted until the end -----------------------------------------------------------------------

# Two copies of the live file differ by what was counted between them, exactly: the noise is the
# same in both.
visits_in() { # visits_in COPY
    sqlite3 "$1" "SELECT writefile('$1.cells', n) FROM open WHERE tbl = 'end'" > "$work/sql" 2>&1 ||
        fault "$(cat "$work/sql")"
    od -An -v -td4 "$1.cells" | awk '{ for (i = 1; i <= NF; i++) sum += $i } END { print sum + 0 }'
}
copy() { cp "$work/s.db" "$work/$1" 2> /dev/null && if [ -e "$work/s.db-wal" ]; then cp "$work/s.db-wal" "$work/$1-wal"; fi; }
has_opened() { copy early && sqlite3 "$work/early" "SELECT count(*) FROM open WHERE tbl = 'end'" 2> /dev/null | grep -qx 1; }

tap_label() { # tap_label LABEL, that one or else the first that has it, among the controls in $work/controls
    at=$(awk -v label="$1" 'index($0, label) && (!any || $0 ~ " " label "$") { any = 1; at = int($1 + $3 / 2) " " int($2 + $4 / 2) }
        END { print at }' "$work/controls")
    [ -n "$at" ] || { fault "no control is called $1"; return; }
    changes "$1" touch_at $at
}

TO_HOME='tap "Plan"
tap "Accueil"'

come_home() { # by the map, as somebody who looks for a room
    cp "$work/attract" "$work/controls"
    tap_label Plan
    cp "$work/map" "$work/controls"
    tap_label Accueil
    cp "$work/home" "$work/controls"
}

# Four visits that end, and one that does not: with it there are five, which is what goes to the
# disk together.
visit() { # visit WHERE: leaves somebody before the page that WHERE leads to
    controls_of $size 'screen attract' > "$work/attract"
    controls_of $size 'tap "Plan"' > "$work/map"
    controls_of $size "$TO_HOME" > "$work/home"
    for _ in 1 2 3 4; do
        come_home
        tap_label 'J’ai fini'
    done
    come_home
    [ "$1" = film ] || return
    tap_label 'Tous les gestes'
    controls_of $size "$TO_HOME"$'\ntap "Tous les gestes"' > "$work/controls"
    tap_label 'Poser un cordon'
    sleep 1
}

counted() { # counted STATUS WHERE HOW COMMAND…
    xvfb $size || return
    kiosk "$kiosk" --pack "$pack" --still --stats "$work/s.db"
    until_there has_opened 50 || fault "$3: the statistics do not begin"
    visit "$2"
    "${@:4}"
    ends "$1" "$3"
    copy late
    was=$(visits_in "$work/early")
    is=$(visits_in "$work/late")
    [ $((is - was)) = 5 ] ||
        fault "$3: $((is - was)) visits counted instead of 5: $(cat "$work/err")"
    end_display
}
by_signal() { kill "-$1" $program; }
server_dies() { kill -9 $server; }

# ---- what it answers -----------------------------------------------------------------------------

pin() { printf '471108\n471108\n' | bounded "$kiosk" --pin "$work/pin" --set-pin 2> /dev/null; }
KNOCK='tap 1270,10
tap 1270,10
tap 1270,10
tap 1270,10
tap 1270,10
type "471108"
tap "Borne"'

leaves() { # leaves STATUS LABEL
    xvfb $size || return
    pin
    own="--config /dev/null --pin $work/pin" # without a script it would be that of /etc
    controls_of $size "$KNOCK" $own > "$work/controls"
    controls_of $size "${KNOCK%
*}" $own > "$work/first"
    kiosk "$kiosk" --pack "$pack" --still $own
    for _ in 1 2 3 4 5; do
        touch_at 1270 10
        sleep 0.2
    done
    until_still
    for digit in 4 7 1 1 0 8; do xdotool key $digit; sleep 0.15; done
    until_still
    cp "$work/controls" "$work/last" && cp "$work/first" "$work/controls"
    tap_label Borne
    cp "$work/last" "$work/controls"
    tap_label "$2"
    touch_at $at
    ends "$1" "$2"
    end_display
}

# ---- displays ------------------------------------------------------------------------------------

one_line() { # one_line WHAT PATTERN: said exactly that
    [ "$(wc -l < "$work/err")" = 1 ] && grep -q "$2" "$work/err" || fault "$1: $(cat "$work/err")"
}

refused() {
    for driver in dummy offscreen; do
        SDL_VIDEODRIVER=$driver bounded "$kiosk" --pack "$pack" 2> "$work/err"
        [ $? = 1 ] || fault "$driver is taken"
        one_line "$driver" "\"$driver\" shows nothing"
    done
    DISPLAY='' bounded "$kiosk" --pack "$pack" 2> "$work/err"
    [ $? = 1 ] || fault "no display, and it goes on"
    one_line "no display" 'no display'
    xvfb $size || return
    bounded "$kiosk" --pack "$pack" --renderer cardboard 2> "$work/err"
    [ $? = 2 ] || fault "a renderer that is not there is taken"
    head -1 "$work/err" | grep -qF "pas compris : --renderer cardboard" || fault "no such renderer: $(cat "$work/err")"
    end_display
}

late() {
    export DISPLAY=:$((1000 + $$ % 20000)) # servers that choose take the lowest that is free
    : > "$work/err"
    "$kiosk" --pack "$pack" 2> "$work/err" &
    program=$!
    until_there 'grep -q "waited for for 60 s" "$work/err"' 200 ||
        fault "a late display is not waited for: $(cat "$work/err")"
    sleep 1
    one_line "late" 'there is none yet'
    Xvfb "$DISPLAY" -noreset -screen 0 ${size}x24 > /dev/null 2>&1 &
    servers="$servers $!"
    until_there 'xdotool search --onlyvisible --name "^Azimut$" > "$work/window" 2> /dev/null' ||
        fault "late: no window"
    kill -TERM $program
    ends 0 "a late display"
    : > "$work/err"
    DISPLAY=:4711 "$kiosk" --pack "$pack" 2> "$work/err" &
    program=$!
    until_there '[ -s "$work/err" ]' 200
    kill -TERM $program
    ends 1 "a signal while it waits"
}

never() {
    begun=$(date +%s)
    DISPLAY=:4712 bounded "$kiosk" --pack "$pack" 2> "$work/err"
    [ $? = 1 ] || fault "no display for a minute, and it goes on"
    [ $(($(date +%s) - begun)) -ge 60 ] || fault "it does not wait for a minute"
    [ "$(wc -l < "$work/err")" = 2 ] ||
        fault "it says more than that it waits and that it ends: $(cat "$work/err")"
}

kiosk=$asan part term counted 0 home "SIGTERM" by_signal TERM
part int counted 0 home "SIGINT" by_signal INT
part hup counted 0 film "SIGHUP during a film" by_signal HUP
part never never
part late late
kiosk=$asan part refused refused
wait_for_parts 5
part server counted 1 home "an X server that dies" server_dies
part film counted 1 film "an X server that dies during a film" server_dies
kiosk=$asan part quit leaves 0 Quitter
part again leaves 75 Redémarrer
wait
[ ! -e "$top/failed" ]
