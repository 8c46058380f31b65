#!/bin/sh
# Opens the kiosk; with no display, walks the tour instead and says where its pictures are. usage: tools/run.sh BUILD [WxH]
set -eu
build=$1
window=${2:-}
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ ! -e /dev/dri/card0 ]; then
    echo "No display here: walking the tour without one."
    exec tools/tour.sh "$build"
fi
mkdir -p "$build/var"
restart=75 # the staff wishes it
status=$restart
while [ $status -eq $restart ]; do
    status=0
    "$build/azimut" --pack "$build/campus.pack" --stats "$build/var/stats.db" --pin "$build/var/pin" \
        ${window:+--window "$window"} || status=$?
done
exit $status
