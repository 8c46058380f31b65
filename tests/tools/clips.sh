#!/bin/bash
# What azimut-pack says about films: one thing after the other is wrong with a clip, and the message must name the file, the
# line and the mend. Then: a pack with a clip is the same bytes twice, and a chunk that is missing or damaged harms its clip only.
set -u
. tests/support/film.sh
pack=$AZIMUT_BUILD/azimut-pack # the films are decoded by a library: the checked build says nothing more and takes three times as long
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

cp -r content/campus "$work/campus"
clips=$work/campus/clips
rm -rf "$clips"
sed -i "/^ *clip:/d" "$work/campus/machines.yaml" # they name films of the demonstration
clip "$clips" essai 6 soudage || fault "no film can be made"
cp -r "$clips" "$work/good"
"$pack" check "$work/campus" > "$work/said" || fault "a good clip is refused: $(cat "$work/said")"

again() { rm -rf "$clips" && cp -r "$work/good" "$clips"; }
# expect "what is said" command…: after the command the folder must be complained about, in this way and with file and line.
expect() {
    wanted=$1
    shift
    again
    (cd "$clips" && "$@") || fault "the test changes nothing: $*"
    said=$("$pack" check "$work/campus" 2>/dev/null) && fault "not noticed: $*"
    printf '%s\n' "$said" | grep -qE "^[^:]*clips/[^:]*:[0-9]+: .*$wanted" || fault "expected: $wanted
got: $said"
}
edit() { file=$1; shift; sed -i "$@" "$file"; }
words() { printf 'WEBVTT\n\n%b' "$2" > "essai.$1.vtt"; }
as_film() { film essai.mp4 6 "$@"; }

expect 'le film manque' rm essai.mp4
expect 'l’affiche manque' rm essai.png
expect 'les sous-titres \(English\) manquent' rm essai.en.vtt
expect 'la transcription \(Français\) manque' rm essai.fr.md
expect '« soudage-x » n’existe pas dans trades' edit clips.yaml 's/trade: soudage/trade: soudage-x/'
expect 'rubrique inconnue « auteur »' edit clips.yaml 's/licence:/auteur: "x"\n  licence:/'
expect 'la rubrique « licence » manque' edit clips.yaml '/licence:/d'
expect 'n’a que des paragraphes' edit essai.fr.md '1i # Titre'
expect 'commence par une ligne WEBVTT' edit essai.fr.vtt '1d'
expect 'des temps sont attendus' words fr 'Bonjour\n\n'
expect 'commence avant la fin du précédent' words fr '00:01.000 --> 00:03.000\nUn\n\n00:02.000 --> 00:04.000\nDeux\n'
expect 'finit avant de commencer' words fr '00:03.000 --> 00:01.000\nUn\n'
expect 'finit après le film' words en '00:03.000 --> 00:09.000\nOne\n'
expect '3 lignes, deux au plus' words en '00:01.000 --> 00:05.000\nOne\nTwo\nThree\n'
expect 'trop rapide à lire : 29 signes en 1.0 s, 14 au plus' words en '00:01.000 --> 00:02.000\nTwenty-eight signs to read it\n'
expect 'ligne de [0-9]+ signes, 40 au plus' words en '00:01.000 --> 00:05.000\nA line that is much too long for the glass of a kiosk\n'
expect 'aucun sous-titre' words fr ''
expect 'codec mpeg4 is not played here' as_film -c:v mpeg4
expect 'codec mp3 is not played here' as_film -c:a libmp3lame
expect 'a picture of 2048x1152' as_film -vf scale=2048:1152
expect '100 images par seconde' as_film -r 100
expect '8 bits en 4:2:0' as_film -pix_fmt yuv444p
expect '6.0 s entre deux images entières' as_film -g 250
expect 'la table du film est à la fin' as_film -movflags 0
expect 'plus de trois éclairs par seconde' as_film -vf "drawbox=color=white:t=fill:enable='lt(mod(t,0.2),0.1)',drawbox=color=black:t=fill:enable='gte(mod(t,0.2),0.1)'"
expect 'it has no picture' as_film -vn
expect 'neither MP4 nor WebM' cp essai.png essai.mp4
expect 'film de 1.0 s' film essai.mp4 1
half() { truncate -s $(($(stat -c %s essai.mp4) / 2)) essai.mp4; }
expect 'il est tronqué' half
# Noise in the middle of the pictures: the place is found by decoding, not by looking at the file.
scratch() { dd if=/dev/urandom of=essai.mp4 bs=1 seek=$(($(stat -c %s essai.mp4) / 2)) count=3000 conv=notrunc 2>/dev/null; }
expect '(décodé|abîmée)' scratch

# A film without sound and a WebM are good films.
again
(cd "$clips" && as_film -an) && "$pack" check "$work/campus" > "$work/said" || fault "a silent film is refused: $(cat "$work/said")"
(cd "$clips" && rm essai.mp4 && ffmpeg -nostdin -v error -f lavfi -i testsrc=size=320x180:rate=25:duration=6 -f lavfi -i sine=duration=6 \
    -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -pix_fmt yuv420p -g 25 -c:a libopus essai.webm) &&
    "$pack" check "$work/campus" > "$work/said" || fault "a WebM is refused: $(cat "$work/said")"

# Same sources, same bytes; show names the film.
again
"$AZIMUT_BUILD/asan/azimut-pack" build "$work/campus" -o "$work/a.pack" > /dev/null || fault "the clip does not build"
"$pack" build "$work/campus" -o "$work/b.pack" > /dev/null
cmp "$work/a.pack" "$work/b.pack" || fault "same sources, other bytes"
"$pack" show "$work/a.pack" | grep -q 'vidéo : Essai essai (6 s, 320x180, h264 + aac' || fault "show does not name the clip"
exit $status
