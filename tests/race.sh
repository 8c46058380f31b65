#!/bin/bash
# A visit with videos under ThreadSanitizer, on a display of its own with a device for sound: opened, wound, left half open,
# watched. Ends non-zero when two threads met where they should not. usage: tests/race.sh BUILD
set -u
kiosk=$1/azimut
top=$(mktemp -d)
work=$top
pack=$work/race.pack
size=1920x1080
. tests/support/film.sh
. tests/support/display.sh
trap 'end_displays; rm -rf "$top"' EXIT

cp -r content/campus "$work/campus"
rm -rf "$work/campus/lang" "$work/campus/clips"
sed -i '/^ *clip:/d' "$work/campus/machines.yaml" # they name films of the demonstration
clip "$work/campus/clips" un 60 soudage
clip "$work/campus/clips" deux 60 usinage -s 1280x720
"$1/azimut-pack" build "$work/campus" -o "$pack" > "$work/said" || { fault "no pack: $(tail -3 "$work/said")"; exit 1; }

# ---- where everything lies -------------------------------------------------------------------------

way=
page() { # page NAME COMMAND: what is on the page that it leads to from the page before
    way="$way$2"$'\n'
    controls_of $size "$way" > "$work/$1.controls"
}
page attract 'screen attract'
page map 'tap "Plan"'
page home 'tap "Accueil"'
page gestures 'tap "Tous les gestes"'
page player 'tap "Essai un"'
page whole 'tap "Plein écran"'

press() { # press PAGE LABEL [SECONDS [PART]]: so far along it, in hundredths; then it is looked at for a while
    # shellcheck disable=SC2046
    set -- $(awk -v label="$2" -v part="${4:-50}" '{
            at = int($1 + $3 * part / 100) " " int($2 + $4 / 2)
            sub(/^[^ ]* [^ ]* [^ ]* [^ ]* /, "")
            if (!(place && exact) && ($0 == label || (!place && index($0, label)))) { place = at; exact = $0 == label }
        } END { print place }' "$work/$1.controls") "$1" "$2" "${3:-1}"
    [ $# -eq 5 ] || { fault "nothing is called $2"; return; }
    touch_at "$1" "$2"
    sleep "$5"
}

# ---- the visit -------------------------------------------------------------------------------------

xvfb $size || exit 1
TSAN_OPTIONS="log_path=$work/found exitcode=0" kiosk "$1/tsan/azimut" --pack "$pack" --window $size --stats "$work/s.db"
sleep 2
press attract Plan 3
press map Accueil 2
press home 'Tous les gestes' 2
press gestures 'Essai un' 3
import -window root "$work/early.png"
sleep 3
import -window root "$work/late.png"
cmp -s "$work/early.png" "$work/late.png" && fault "no video was seen to move"
press player Retour 2
for _ in 1 2 3; do
    press gestures 'Essai un' 2.5
    press player Avancer 0.2 15 # along its bar, before it has come there
    press player Avancer 0.2 85
    press player Avancer 1.5 60
    press player Son
    press player Lecture # as it is called where nothing moves: pause, and on
    press player Lecture
    press player 'Plein écran' 1.5
    touch_at 900 400 # the picture itself: pause
    sleep 1
    touch_at 900 400
    sleep 1
    press whole Réduire 1.5
    press player Retour 0.1 # and at once into the other
    press gestures 'Essai deux' 0.3
    press player Retour 2
done
press gestures Accueil 2
press home 'Tous les gestes' 2
press gestures 'Essai un' 3
press player Avancer 8 97 # to its end
kill -TERM "$program"
ends 0 "asked to end"
cat "$work"/found.* 2> /dev/null && fault "two threads met"
[ ! -e "$top/failed" ] || exit 1
echo "no two threads met"
