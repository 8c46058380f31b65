#!/bin/bash
# Recorded sentences: what azimut-pack says of them, one thing wrong at a time; that a pack with some is the same bytes twice; and that
# the kiosk takes them for what it says, in that language and at the usual speed, with everything else spoken as before.
set -u
. tests/support/small_campus.sh
pack=$AZIMUT_BUILD/azimut-pack
kiosk=$AZIMUT_BUILD/asan/azimut
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

# No human voice: a tone stands for each.
tone() { ffmpeg -nostdin -v error -y -f lavfi -i "sine=frequency=400:duration=${2:-1},volume=${3:-3}" "${@:4}" "$1"; }

small_campus "$work/good"
mkdir "$work/good/recordings"
tone "$work/good/recordings/choisir.ogg" 1 3 -c:a libopus
tone "$work/good/recordings/metiers.wav"
tone "$work/good/recordings/choose.ogg" 1 3 -c:a libvorbis
sentence() { printf -- '- {id: %s, lang: %s, says: "%s", voice: "un ton", licence: "CC0"}\n' "$@"; }
{
    sentence choisir fr 'Choisir un métier.'
    sentence metiers fr 'Les métiers, bouton'
    sentence choose en 'Choose a trade.'
} > "$work/good/recordings.yaml"
"$pack" check "$work/good" > "$work/said" || fault "good recordings are refused: $(cat "$work/said")"
grep recordings "$work/said" && fault "good recordings are complained about"

campus=$work/campus
again() { rm -rf "$campus" && cp -r "$work/good" "$campus"; }
# expect "what is said" command…: of a folder in which the command was run; with "warns" before it, it is built all the same.
expect() {
    local warns=0
    [ "$1" = warns ] && warns=1 && shift
    local wanted=$1
    shift
    again
    (cd "$campus" && "$@") || fault "the test changes nothing: $*"
    if "$pack" check "$campus" > "$work/said" 2> "$work/err"; then [ $warns = 1 ] || fault "not noticed: $*"
    else [ $warns = 0 ] || fault "more than a warning: $*"; fi
    grep -qE "^[^:]*recordings[^:]*:[0-9]+: .*$wanted" "$work/said" || fault "expected: $wanted
got: $(cat "$work/said" "$work/err")"
    [ "$(wc -l < "$work/said")" -le $((1 + 2 * warns)) ] || fault "said beside « $wanted »: $(cat "$work/said")"
}
edit() { sed -i "$@" recordings.yaml; }
say() { sentence "$@" >> recordings.yaml; }
twice() { sentence encore fr 'Les métiers , bouton' >> recordings.yaml && cp recordings/metiers.wav recordings/encore.wav; }
garbage() { head -c 4000 /dev/zero > recordings/choisir.ogg; }

expect 'le son manque ; ajouter « recordings/choisir.ogg »' rm recordings/choisir.ogg
expect 'ni un WAV ni un Ogg' garbage
half() { truncate -s $(($(stat -c %s "$1") / 2)) "$1"; }
expect 'ce son est coupé : le fichier finit avant la phrase' half recordings/metiers.wav
expect 'ce son est coupé' half recordings/choisir.ogg
expect 'ce son est coupé' half recordings/choose.ogg
expect 'ni un WAV ni un Ogg' tone recordings/choisir.ogg 1 3 -c:a libmp3lame -f mp3
expect 'ne lit pas le codec flac' tone recordings/choisir.ogg 1 3 -c:a flac
expect 'ne lit pas le codec mp3' tone recordings/metiers.wav 1 3 -c:a libmp3lame
expect 'dure plus de 60 s' tone recordings/choisir.ogg 70 3 -c:a libopus
expect 'trop lourd : [0-9]+ octets, 2097152 au plus' tone recordings/metiers.wav 30
expect 'on n’entend rien' tone recordings/choisir.ogg 1 0 -c:a libopus
expect warns 'ce son sature' tone recordings/metiers.wav 1 30
expect 'enregistrée deux fois' twice
expect 'le nom « choose » est donné deux fois' say choose en 'Begin'
expect '« de » n’est pas une langue d’ici ; elles s’appellent fr, en' edit 's/lang: en/lang: de/'
expect warns 'aucune page ne dit cette phrase ; est-ce « Choisir un métier. »' edit 's/Choisir un métier/Choisir ce métier/'
expect warns 'aucune page ne dit cette phrase ; la recopier' edit 's/Choisir un métier/Zzz yyy/'
expect warns 'n’est pas dans recordings.yaml' edit '/choose/d'
expect 'deux sons s’appellent « choisir »' cp recordings/metiers.wav recordings/choisir.wav
expect 'renommer en « choisir.ogg »' mv recordings/choisir.ogg recordings/choisir.OGG
expect 'cette sorte de son n’est pas lue ; l’enregistrer en Ogg' cp recordings/choisir.ogg recordings/autre.mp3
expect 'la rubrique « voice » manque' edit '1s/, voice: "un ton"//'

for i in 1 2; do "$pack" build "$work/good" -o "$work/$i.pack" > /dev/null || fault "not built"; done
cmp -s "$work/1.pack" "$work/2.pack" || fault "same sources, other bytes"
"$pack" show "$work/1.pack" | grep -qF 'phrase enregistrée (en) : Choose a trade.' || fault "show says nothing of them"

# ---- what is heard ---------------------------------------------------------------------------------

play() { # script transcript more…
    "$kiosk" --headless --voice --pack "$work/1.pack" --window 1920x1080 --seed 7 --now 2026-11-23T14:32 --script "$1" \
        --transcript "$2" "${@:3}" 2> "$work/err" || fault "$1: $(cat "$work/err")"
    grep -E '^say ' "$2" > "$2.said"
}
printf 'open "topic/ici"\nlisten\n' > "$work/topic.touch"
printf 'open "topic/ici"\nlisten\nchoose "Vite"\nopen "topic/ici"\nlisten\n' > "$work/fast.touch"
play "$work/topic.touch" "$work/fr.txt"
diff -u - "$work/fr.txt.said" << 'END' || fault "a French page is not said so"
say "Venir ici"
say "Trois métiers."
say "Commencer, choisi"
say "Commencer"
say "Choisir un métier." recorded choisir
say "Les métiers, bouton" recorded metiers
END
play "$work/topic.touch" "$work/en.txt" --lang en
diff -u - "$work/en.txt.said" << 'END' || fault "an English page is not said so"
say "Come here"
say "Three trades."
say "Begin, chosen"
say "Begin"
say "Choose a trade." recorded choose
say "The trades, button"
END
play "$work/fast.touch" "$work/fast.txt"
grep -c '"Choisir un métier." recorded choisir' "$work/fast.txt.said" | grep -qx 1 || fault "not heard at the usual speed"
grep -cx 'say "Choisir un métier."' "$work/fast.txt.said" | grep -qx 1 || fault "a recording is heard at another speed"
exit $status
