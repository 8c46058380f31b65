# shellcheck shell=bash disable=SC2034,SC2154
# Displays of one’s own to test on, and hands for them. Sourced; wants $top, a folder, $kiosk and
# $pack.
fault() { echo "$1"; : > "$top/failed"; }
export SDL_AUDIODRIVER=dummy
unset SDL_VIDEODRIVER WAYLAND_DISPLAY
servers=
until_there() { for _ in $(seq "${2:-150}"); do eval "$1" && return 0; sleep 0.1; done; return 1; }
# display COMMAND…: starts an X server and sets DISPLAY and $server.
display() {
    : > "$work/number"
    "$@" -displayfd 3 3> "$work/number" > "$work/server" 2>&1 &
    server=$!
    servers="$servers $server"
    until_there '[ -s "$work/number" ]' || { fault "no display: $(tail -3 "$work/server")"; return 1; }
    DISPLAY=:$(cat "$work/number")
    export DISPLAY
}
xvfb() { display Xvfb -noreset -screen 0 "${1}x24"; } # WxH
# Nothing here is waited for without an end: a test that hangs tells nobody why.
end_display() {
    kill "$server" 2> /dev/null
    until_there '! kill -0 "$server" 2> /dev/null' 50 || kill -9 "$server" 2> /dev/null
    wait "$server" 2> /dev/null
}
bounded() { timeout -k 5 "${PATIENCE_S:-120}" "$@"; }
xdotool() { PATIENCE_S=60 bounded "$(type -P xdotool)" "$@"; }
xprop() { PATIENCE_S=60 bounded "$(type -P xprop)" "$@"; }
xwd() { PATIENCE_S=60 bounded "$(type -P xwd)" "$@"; }
end_displays() { for server in $servers; do end_display; done; }
manager() {
    openbox > /dev/null 2>&1 &
    until_there 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id"' ||
        fault "no window manager"
}
# kiosk COMMAND…: starts it, waits for its window; $program.
kiosk() {
    : > "$work/err"
    "$@" 2> "$work/err" &
    program=$!
    until_there 'grep -q "drawn by" "$work/err" || ! kill -0 $program 2>/dev/null'
    until_there 'xdotool search --onlyvisible --name "^Azimut$" > "$work/window" 2> /dev/null' 50 ||
        fault "no window: $(cat "$work/err")"
}
ends() { # ends STATUS WHAT: it does, with that status, within ten seconds
    until_there '! kill -0 $program 2>/dev/null' 100 || { fault "$2: it goes on"; kill -9 $program; }
    wait $program
    rc=$?
    [ $rc = "$1" ] || fault "$2: status $rc instead of $1: $(cat "$work/err")"
}
geometry() {
    WIDTH=none
    eval "$(xdotool getwindowgeometry --shell "$(tail -1 "$work/window")" 2> /dev/null)"
    [ $WIDTH = none ] || echo "${WIDTH}x$HEIGHT+$X+$Y"
}
lies_at() { until_there "[ \"\$(geometry)\" = $1 ]" 50 ||
    fault "$2: the window lies at $(geometry) instead of $1"; }
# What the glass shows: a sum over its pixels, and the moment when it stands still (clock, films and
# slides apart).
pixels() { xwd -root -silent 2>/dev/null | tail -c +4096 | cksum; }
until_still() { a=$(pixels); until_there 'b=$a; sleep 0.1; a=$(pixels); [ "$a" = "$b" ]' 15; }
touch_at() { xdotool mousemove "$1" "$2" mousedown 1; sleep 0.08; xdotool mouseup 1; }

# Parts wait more than they work: they go on side by side, each with displays and a folder of its
# own.
part() { # part NAME COMMAND…
    (
        work=$top/$1
        mkdir "$work"
        trap end_displays EXIT
        "${@:2}"
    ) &
}
wait_for_parts() { while [ "$(jobs -rp | wc -l)" -ge "$1" ]; do wait -n; done; } # until fewer are left

# controls_of WxH SCRIPT [OPTIONS]: X Y W H LABEL of each control on the page that a script leads
# to; headless says it.
controls_of() {
    printf '%s\n' "$2" > "$work/to.touch"
    bounded "$kiosk" --headless --pack "$pack" --window "$1" --still --script "$work/to.touch" \
        --transcript "$work/page" "${@:3}" 2> "$work/headless" ||
            fault "$1: headless does not come there: $(tail -1 "$work/headless")"
    tac "$work/page" | sed '/^screen/,$d' |
        sed -n 's/^action "\(.*\)" \([0-9-]*\),\([0-9-]*\) \([0-9]*\)x\([0-9]*\).*/\2 \3 \4 \5 \1/p' | tac
}

# changes WHAT COMMAND…: it does something that is seen; then the page is looked at, as by a person.
changes() {
    before=$(pixels)
    "${@:2}"
    until_there '[ "$(pixels)" != "$before" ]' 100 || fault "$1 changes nothing"
    until_still
    sleep 0.3
}
