#!/bin/bash
# A whole visit to a video, without a display: what is said, shown and counted, in both languages; a film whose bytes are
# damaged is a poster, a calm sentence and one line in the log.
set -u
. tests/support/film.sh
kiosk=$AZIMUT_BUILD/asan/azimut
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

cp -r content/campus "$work/campus" && rm -rf "$work/campus/lang"
rm -rf "$work/campus/clips"
sed -i "/^ *clip:/d" "$work/campus/machines.yaml" # they name films of the demonstration
clip "$work/campus/clips" essai 8 soudage || fault "no film can be made"
sed -i 's/illustrative: true/muted: true\n  attract: true\n  illustrative: true/' "$work/campus/clips/clips.yaml"
"$AZIMUT_BUILD/azimut-pack" build "$work/campus" -o "$work/v.pack" > /dev/null || fault "the pack does not build"

visit() { "$kiosk" --headless --pack "$work/v.pack" --now 2026-11-23T14:32 --seed 7 --window 1920x1080 "$@"; }
cat > "$work/fr.touch" <<'EOF'
tap "Commencer"
tap "Tous les gestes"
tap "Essai essai"
screen player
wait 1000
expect "Régler la machine"
shot first
wait 3000
expect "au centième"
shot second
tap "Pause"
wait 60000
expect "0:04 / 0:08"
tap "Réduire"
shot paused
tap "Lecture"
wait 500
tap "Accessibilité"
wait 20000
tap "Fermer"
expect "0:04 / 0:08"
wait 4000
screen video_end
expect "Atelier d’essai"
tap "Lire la fiche du métier"
screen trade
tap "En vidéo, Essai essai · 8 secondes"
screen player
tap "Réduire"
tap "Accueil"
EOF
visit --script "$work/fr.touch" --shots "$work" --transcript "$work/t.txt" --stats "$work/s.db" 2> "$work/err" ||
    fault "the visit fails: $(cat "$work/err")"
[ -s "$work/err" ] && fault "the log says: $(cat "$work/err")"
grep -E '^(video|fact video)' "$work/t.txt" | uniq > "$work/said"
cat > "$work/wanted" <<'EOF'
video essai at 0 silent
fact video.watch essai 0/4
video essai at 0 silent
video essai at 1000 silent
fact video.watch essai 1/4
video essai at 2000 silent
video essai at 3000 silent
fact video.watch essai 2/4
video essai at 4000 silent
video essai at 4000 paused silent
video essai at 4000 silent
video essai at 5000 silent
fact video.watch essai 3/4
video essai at 6000 silent
video essai at 7000 silent
fact video.watch essai 4/4
video essai at 0 silent
fact video.watch essai 0/4
EOF
grep -v '^video essai at 0 silent' "$work/said" > "$work/said.later"
grep -v '^video essai at 0 silent' "$work/wanted" | diff -u - "$work/said.later" || fault "told otherwise"
cmp -s "$work/first.png" "$work/second.png" && fault "the picture stands still"
# The picture lies at 64,124 and is 1216 wide; the digit in it tells the second.
digit="-crop 44x64+254+58 +repage -colorspace gray -threshold 50%"
# shellcheck disable=SC2086
convert "$work/paused.png" -crop 1216x684+64+124 +repage -filter triangle -resize 320x180! $digit "$work/shown.png"
apart_from() { # the picture of a second, as late in it as the finger took to press
    ffmpeg -nostdin -v error -i "$work/campus/clips/essai.mp4" -vf "select=eq(n\,$((25 * $1 + 2)))" -frames:v 1 -y "$work/frame.png"
    # shellcheck disable=SC2086
    convert "$work/frame.png" $digit "$work/asked.png"
    echo "$(compare -metric RMSE "$work/shown.png" "$work/asked.png" null: 2>&1 | sed 's/.*(\(.*\))/\1/') $1"
}
nearest=$(for second in 0 1 2 3 4 5 6 7; do apart_from "$second"; done | sort -g | head -1 | cut -d" " -f2)
[ "$nearest" = 4 ] || fault "paused at four seconds it shows the picture of $nearest"

printf 'tap "Start"\ntap "All the films"\ntap "Test essai"\nwait 1000\nexpect "Set the machine"\ntap "Captions"\nexpect-not "Set the machine"\n' > "$work/en.touch"
visit --lang en --script "$work/en.touch" || fault "the English visit fails"

# Nobody is here: the clip plays in silence among the drawings.
printf 'wait 33000\nscreen attract\nwait 2000\nscreen attract\nwait 60000\nscreen attract\n' > "$work/attract.touch"
visit --script "$work/attract.touch" --transcript "$work/attract.txt" || fault "the attract screen fails"
grep -q '^video essai at .* silent' "$work/attract.txt" || fault "no video while nobody is here"

# Damage in the film: seen when it is read, not before, and nothing else is touched.
chmod u+w "$work/v.pack"
offset=$(grep -abo ftypisom "$work/v.pack" | tail -1 | cut -d: -f1)
printf 'damage' | dd of="$work/v.pack" bs=1 seek=$((offset + 2000)) conv=notrunc 2>/dev/null
printf 'tap "Commencer"\ntap "Tous les gestes"\ntap "Essai essai"\nwait 2000\nexpect "n’est pas disponible"\nshot broken\ntap "Lire le texte"\nscreen transcript\ntap "Accueil"\ntap "Faire le test"\nscreen quiz\n' > "$work/bad.touch"
visit --script "$work/bad.touch" --shots "$work" 2> "$work/err" || fault "a damaged film stops the kiosk: $(cat "$work/err")"
[ "$(wc -l < "$work/err")" = 1 ] && grep -q 'video: essai: ' "$work/err" || fault "the log says: $(cat "$work/err")"
exit $status
