#!/bin/bash
# The full screen on displays of its own: it covers each of them without a window manager and with
# one, and a touch at each corner's control is heard there; it follows another mode, a turned
# display and another primary output; it lives under Wayland.
set -u
kiosk=$AZIMUT_BUILD/azimut
pack=$AZIMUT_BUILD/campus.pack
top=$(mktemp -d)
. tests/support/display.sh
trap 'rm -rf "$top"' EXIT

# ---- covering, and being heard at the corners ----------------------------------------------------

# The control nearest to a corner, touched at its own outermost point.
at_corner() { # at_corner X Y, controls from stdin
    awk -v cx="$1" -v cy="$2" '{ x = cx ? $1 + $3 - 6 : $1 + 5; y = cy ? $2 + $4 - 6 : $2 + 5
        d = (x - cx) ^ 2 + (y - cy) ^ 2; if (NR == 1 || d < least) { least = d; at = x " " y } } END { print at }'
}

# From home each corner's control opens something, Escape comes back; the last one ends the visit.
touch_corners() { # touch_corners WxH WHERE
    w=${1%x*} h=${1#*x}
    start=$(controls_of "$1" 'screen attract' | awk '/Commencer$/ { print int($1 + $3 / 2), int($2 + $4 / 2) }')
    controls_of "$1" 'tap "Commencer"' > "$work/controls"
    changes "$2: Commencer at $start" touch_at $start
    for corner in "0 0" "$w 0" "$w $h" "0 $h"; do
        at=$(at_corner $corner < "$work/controls")
        changes "$2: the control at $at, by the corner $corner," touch_at $at
        [ "$corner" = "0 $h" ] || changes "$2: Escape" xdotool key Escape
    done
}

full_screen() { # full_screen WxH WHERE
    kiosk "$kiosk" --pack "$pack" --still
    lies_at "$1+0+0" "$2"
    touch_corners "$1" "$2"
    kill -TERM $program
    ends 0 "$2: a signal"
}

sizes() { # sizes COMMAND: a manager, or none
    for size in 1366x768 1080x1920 800x600 1280x1024; do
        xvfb $size || return
        "$1"
        full_screen $size "$size, $1"
        end_display
    done
}
alone() { :; }

large() {
    for size in 3840x2160 1920x1200; do
        xvfb $size || return
        kiosk "$kiosk" --pack "$pack"
        lies_at "$size+0+0" "$size"
        kill -HUP $program
        ends 0 "$size: a signal"
        end_display
    done
}

# ---- what a manager may not do -------------------------------------------------------------------

managed() {
    xvfb 1280x720 || return
    manager
    kiosk "$kiosk" --pack "$pack"
    window=$(cat "$work/window")
    xdotool key alt+F4
    wmctrl -ic "$window"
    sleep 0.5
    kill -0 $program 2>/dev/null || fault "it can be closed"
    xmessage -center "in front" &
    other=$!
    until_there 'xdotool search --onlyvisible --class Xmessage > /dev/null 2>&1' ||
        fault "nothing to lie in front"
    until_there '[ "$(xdotool getactivewindow)" = "$window" ]' 50 ||
        fault "it does not come back to the front"
    kill $other
    xdotool mousemove 640 360 key Tab # goes to the kiosk alone: the keyboard is its own
    kill -TERM $program
    ends 0 "a signal"
    kiosk "$kiosk" --pack "$pack" --window 800x600
    wmctrl -ic "$(cat "$work/window")"
    ends 0 "a window that is closed"
    end_display
}

# ---- outputs that come, change and turn ----------------------------------------------------------

outputs_change() {
    cat > "$work/xorg.conf" <<'CONF'
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
EndSection
CONF
    display Xorg -noreset -config "$work/xorg.conf" -logfile "$work/xorg.log" || return
    outputs() { xrandr "$@" || fault "xrandr $*"; sleep 0.2; }
    outputs --newmode upright 100 1080 1090 1100 1110 1920 1921 1922 1923
    outputs --addmode DUMMY0 upright
    outputs --output DUMMY0 --primary --mode 1280x1024
    kiosk "$kiosk" --pack "$pack" --still
    lies_at 1280x1024+0+0 "one output"
    outputs --output DUMMY0 --mode upright
    lies_at 1080x1920+0+0 "the output turned upright"
    touch_corners 1080x1920 "the output turned upright"
    outputs --addmode DUMMY1 1024x768
    outputs --output DUMMY1 --mode 1024x768 --right-of DUMMY0
    lies_at 1080x1920+0+0 "a second output beside"
    outputs --output DUMMY1 --primary
    lies_at 1024x768+1080+0 "the other output made primary"
    outputs --output DUMMY0 --primary
    kill -TERM $program
    ends 0 "a signal"
    kiosk "$kiosk" --pack "$pack" --display 1
    lies_at 1024x768+1080+0 "--display 1"
    outputs --output DUMMY1 --off
    lies_at 1080x1920+0+0 "its output switched off"
    outputs --output DUMMY1 --mode 1024x768 --right-of DUMMY0
    lies_at 1024x768+1080+0 "its output back"
    kill -TERM $program
    ends 0 "a signal"
    kiosk "$kiosk" --pack "$pack" --display 5
    grep -q 'there is no display 5, only 0 to 1' "$work/err" ||
        fault "a display that is not there goes unsaid: $(cat "$work/err")"
    lies_at 1080x1920+0+0 "--display 5"
    kill -TERM $program
    ends 0 "a signal"
    manager
    kiosk "$kiosk" --pack "$pack" --display 1
    lies_at 1024x768+1080+0 "--display 1 with a manager"
    kill -TERM $program
    ends 0 "a signal"
    kiosk "$kiosk" --pack "$pack"
    lies_at 1080x1920+0+0 "a manager, the primary output"
    outputs --output DUMMY1 --off --output DUMMY0 --mode 1280x1024
    lies_at 1280x1024+0+0 "a manager, another mode"
    kill -TERM $program
    ends 0 "a signal"
    end_display
}

# ---- Wayland, on a compositor that is itself a window of ours ------------------------------------

wayland() {
    xvfb 1400x1100 || return
    outside=$DISPLAY
    export XDG_RUNTIME_DIR=$work/run
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    weston --backend=x11-backend.so --use-pixman --width=1280 --height=1024 --socket=azimut --xwayland --idle-time=0 > "$work/weston" 2>&1 &
    compositor=$!
    until_there '[ -S "$XDG_RUNTIME_DIR/azimut" ]' ||
        fault "no compositor: $(tail -3 "$work/weston")"
    sleep 1
    # Natively nobody tells where the window lies: the controls by the corners are painted where
    # they should be.
    seen_by_the_compositor() { # WHERE
        until_there 'DISPLAY=$outside import -window root -crop 1280x1024+0+0 +repage "$work/seen.png" &&
            compare -metric AE -fuzz 3% "$work/seen.png[1280x160+0+864]" "$work/attract.png[1280x160+0+864]" null: 2> "$work/differ";
            [ "$(cut -d" " -f1 "$work/differ")" -lt 3000 ]' 30 ||
                fault "$1: the glass shows something else: $(cat "$work/differ") points"
    }
    printf 'shot attract\n' > "$work/attract.touch"
    "$kiosk" --headless --pack "$pack" --window 1280x1024 --script "$work/attract.touch" --shots "$work"
    for renderer in "" opengles2; do
        : > "$work/err"
        DISPLAY='' WAYLAND_DISPLAY=azimut "$kiosk" --pack "$pack" ${renderer:+--renderer $renderer} 2> "$work/err" &
        program=$!
        until_there 'grep -q "drawn by" "$work/err"' ||
            fault "no window under Wayland: $(cat "$work/err")"
        grep -q "1280x1024 .* under wayland, drawn by ${renderer:-software}" "$work/err" ||
            fault "under Wayland: $(cat "$work/err")"
        seen_by_the_compositor "Wayland, ${renderer:-software}"
        kill -TERM $program
        ends 0 "Wayland, a signal"
    done
    inner=$(sed -n 's/.*xserver listening on display \(:[0-9]*\)$/\1/p' "$work/weston" | head -1)
    DISPLAY=$inner
    kiosk "$kiosk" --pack "$pack"
    lies_at 1280x1024+0+0 "Xwayland"
    seen_by_the_compositor "Xwayland"
    kill -TERM $program
    ends 0 "Xwayland, a signal"
    : > "$work/err"
    DISPLAY='' WAYLAND_DISPLAY=azimut "$kiosk" --pack "$pack" 2> "$work/err" &
    program=$!
    until_there 'grep -q "drawn by" "$work/err"'
    kill $compositor
    ends 1 "a compositor that dies"
    DISPLAY=$outside
}

part alone sizes alone
part managed sizes manager
part large large
part manager managed
wait_for_parts 4
part outputs outputs_change
wait_for_parts 4
part wayland wayland
wait
[ ! -e "$top/failed" ]
