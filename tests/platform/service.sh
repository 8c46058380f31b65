#!/bin/bash
# What the service manager hears of a real kiosk: nothing before a page stands, then that it does,
# then again and again though nobody touches it, and at last that it goes. A kiosk that hangs is
# silent.
set -u
kiosk=$AZIMUT_BUILD/asan/azimut
pack=$AZIMUT_BUILD/campus.pack
top=$(mktemp -d)
. tests/support/display.sh
trap 'rm -rf "$top"' EXIT
command -v socat > /dev/null || { echo "socat is missing"; exit 1; }

told() { grep -ao '[A-Z]*=1' "$work/told"; }
alive() { told | grep -c WATCHDOG; }
lives_on() { [ "$(alive)" -gt "$1" ]; }

serve() {
    socat -u "UNIX-RECV:$work/socket" STDOUT > "$work/told" &
    servers="$servers $!"
    until_there '[ -S "$work/socket" ]' || fault "no socket"
    export DISPLAY=:$((1000 + $$ % 20000)) # there is none yet
    NOTIFY_SOCKET=$work/socket WATCHDOG_USEC=900000 "$kiosk" --pack "$pack" 2> "$work/err" &
    program=$!
    until_there 'grep -q "waited for for" "$work/err"' 300 || fault "no display, and it goes on"
    [ -s "$work/told" ] && fault "told before there is a display: $(told)"
    Xvfb "$DISPLAY" -noreset -screen 0 1280x720x24 > /dev/null 2>&1 &
    servers="$servers $!"
    until_there 'lives_on 3' 300 || fault "it is ready, and then silent: $(told | head -4)"
    kill -STOP $program
    sleep 0.5 # what was under way
    before=$(alive)
    sleep 2
    lives_on "$before" && fault "it hangs, and is called alive"
    kill -CONT $program
    until_there "lives_on $before" 100 || fault "it goes on, and is silent"
    kill -TERM $program
    ends 0 "a signal"
    until_there 'told | grep -q STOPPING' 50 || fault "it goes without a word"
    [ "$(told | uniq | tr '\n' ' ')" = "READY=1 WATCHDOG=1 STOPPING=1 " ] ||
        fault "told in another order: $(told | uniq | tr '\n' ' ')"
}

part serve serve
wait
[ ! -e "$top/failed" ]
