#!/bin/bash
# The display itself: off when the campus is closed and nobody has touched it for a minute, on again
# by a touch, and left on when the kiosk ends. On Xorg's dummy driver, which knows DPMS.
set -u
kiosk=$AZIMUT_BUILD/azimut
top=$(mktemp -d)
. tests/support/display.sh
trap 'end_displays; rm -rf "$top"' EXIT
work=$top/work
mkdir "$work"
printf '#!/bin/sh\necho "$1" >>"%s/told"\n' "$work" >"$work/helper"
chmod +x "$work/helper"
cat >"$work/xorg.conf" <<'CONF'
Section "Device"
  Identifier "card"
  Driver "dummy"
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
EndSection
CONF
display Xorg -noreset -config "$work/xorg.conf" -logfile "$work/xorg.log" || exit 1
monitor() { bounded xset q | grep -q "Monitor is $1"; }
told() { tr '\n' ' ' <"$work/told" 2>/dev/null; }

kiosk "$kiosk" --pack "$AZIMUT_BUILD/campus.pack" --still --open '1-7 fermé' --screen-power "$work/helper"
until_there 'monitor Off' 1200 || fault "closed, and the display stays on: $(bounded xset q | tail -3)"
until_there '[ "$(told)" = "off " ]' || fault "the helper was told: $(told)"
touch_at 600 400
until_there 'monitor On' || fault "a touch does not switch it on"
until_there '[ "$(told)" = "off on " ]' || fault "the helper was told then: $(told)"
until_there 'monitor Off' 1200 || fault "it does not sleep again"
kill -TERM $program
ends 0 "a signal"
until_there 'monitor On' || fault "it leaves a display that is off"
[ ! -e "$top/failed" ]
