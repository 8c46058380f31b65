#!/bin/bash
# A kiosk's first day by touch, against its golden transcript, and the file that comes of it; the second time, from the staff
# area; a file with mistakes; a folder where nothing can be written; leaving without writing.
# ACCEPT=1 takes what it did as the new golden: look at it before you commit it.
. tests/support/visit.sh
mkdir "$work/etc"
conf=$work/etc/azimut.conf
printf '#!/bin/sh\necho "$1" > "%s"\n' "$work/clock" > "$work/set-clock"
chmod +x "$work/set-clock"

play() { # script options…
    script=$1
    shift
    "$kiosk" --headless --pack "$AZIMUT_BUILD/campus.pack" --window 1920x1080 --seed 7 --now 2026-11-23T14:32 --config "$conf" \
        --set-clock "$work/set-clock" --pin "$work/pin" --stats "$work/stats" --script "tests/visit/$script.touch" --shots "$work" --transcript "$work/$script.txt" \
        "$@" 2> "$work/err"
}

# ---- the first time: 75, "start me again" ------------------------------------------------------------
play setup --setup
[ $? -eq 75 ] || fault "the first time: $(cat "$work/err")"
same_text tests/golden/visit-setup.txt "$work/setup.txt"
grep -q '^2026-11-23 15:32:' "$work/clock" ||
    fault "another time than was said: $(cat "$work/clock")"
grep -q '^fact' "$work/setup.txt" && fault "setting up is counted"
diff -u - "$conf" <<END || fault "another file than was said"
rotate = 0
touch-matrix = 1 0 -0.00651 0 1 -0.00602
volume = 60
timezone = America/Martinique
lang = fr
kiosk = etage-1
open = 1-2 07:45-19:00; 3-5 08:00-18:00; 6 08:00-17:00; 7 fermé
pin = $work/pin
END
[ "$(ls "$work/etc")" = azimut.conf ] || fault "left behind: $(ls "$work/etc")"

# ---- the second time: what was said stands there; words and keys of others stay --------------------
sed -i -e '1i # our kiosk in the hall' -e 's/^lang = fr$/lang = fr   # as most here/' "$conf"
sed 's/^kiosk = .*/kiosk = galerie/' "$conf" > "$work/wanted"
play setup-again
[ $? -eq 75 ] || fault "the second time: $(cat "$work/err")"
diff -u "$work/wanted" "$conf" || fault "the second time changes more than one thing"

# ---- a file with mistakes: read as far as it goes, the mistakes kept as comments -------------------
rm -f "$work/pin"
printf 'theem = sombre\nkiosk = galerie\nvolume = loud\n' > "$conf"
play setup --setup
[ $? -eq 75 ] || fault "with mistakes: $(cat "$work/err")"
grep -qF "$conf:1: aucune option ne s’appelle theem ; est-ce theme ?" "$work/err" || fault "a mistake goes unsaid: $(cat "$work/err")"
head -3 "$conf" | diff - <(printf '# theem = sombre\nkiosk = etage-1\n# volume = loud\n') || fault "mistakes are not kept"
grep -q 'gardées en commentaire : 2' "$work/setup.txt" || fault "mistakes are not told on the page"

# ---- nothing can be written: said on the page, nothing is there, nothing ends --------------------------
rm "$conf" "$work/pin"
mkdir "$conf.part"
sed 's/^expect "C’est écrit.*/expect "ne s’écrit pas"/' tests/visit/setup.touch > "$work/refused.touch"
"$kiosk" --headless --setup --pack "$AZIMUT_BUILD/campus.pack" --window 1920x1080 --seed 7 --now 2026-11-23T14:32 --config "$conf" \
    --set-clock "$work/set-clock" --pin "$work/pin" --script "$work/refused.touch" --shots "$work" 2> "$work/err" || fault "refused: $(cat "$work/err")"
[ -e "$conf" ] || [ -e "$work/pin" ] && fault "half of it is written"
rmdir "$conf.part"

# ---- left without writing: a kiosk as without a file; the name that is enough --------------------------
play setup-left --setup || fault "left: $(cat "$work/err")"
[ -e "$conf" ] && fault "left, and yet written"
ln -s "$(realpath "$kiosk")" "$work/azimut-setup"
printf 'screen setup\n' > "$work/name.touch"
"$work/azimut-setup" --headless --pack "$AZIMUT_BUILD/campus.pack" --window 1920x1080 --config "$conf" --script "$work/name.touch" 2> "$work/err" ||
    fault "by its other name: $(cat "$work/err")"
exit $status
