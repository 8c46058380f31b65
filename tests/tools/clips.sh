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

cp -r content/campus "$work/campus" && rm -rf "$work/campus/lang"
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
told() { printf 'WEBVTT\n\n%b' "$2" > "essai.ad.$1.vtt"; }
as_film() { film essai.mp4 6 "$@"; }

expect 'le film manque' rm essai.mp4
expect 'l’affiche manque' rm essai.png
expect 'les sous-titres \(English\) manquent' rm essai.en.vtt
expect 'la transcription \(Français\) manque' rm essai.fr.md
expect '« soudage-x » n’existe pas dans trades' edit clips.yaml 's/trade: soudage/trade: soudage-x/'
expect 'rubrique inconnue « auteur »' edit clips.yaml 's/licence:/auteur: "x"\n  licence:/'
expect 'la rubrique « licence » manque' edit clips.yaml '/licence:/d'
expect 'le geste va de 60 à 0 s, et le film dure 6.0 s' edit clips.yaml '/licence:/i\  loop-from: 60'
expect 'le geste va de 2 à 9 s' edit clips.yaml '/licence:/i\  loop-from: 2\n  loop-to: 9'
expect 'le geste va de 4 à 3 s' edit clips.yaml '/licence:/i\  loop-from: 4\n  loop-to: 3'
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
expect 'cette description recouvre les paroles' told fr '00:01.000 --> 00:05.000\nUne main prend la pièce.\n'
expect 'l’audiodescription \(Français\) manque' told en '00:05.200 --> 00:05.900\nA hand.\n'
expect 'ne lit pas le codec mpeg4' as_film -c:v mpeg4
expect 'ne lit pas le codec mp3' as_film -c:a libmp3lame
expect 'images de 2048x1152' as_film -vf scale=2048:1152
expect '100 images par seconde' as_film -r 100
expect '8 bits en 4:2:0' as_film -pix_fmt yuv444p
expect '6.0 s entre deux images entières' as_film -g 250
expect 'la table du film est à la fin' as_film -movflags 0
expect 'plus de trois éclairs par seconde' as_film -vf "drawbox=color=white:t=fill:enable='lt(mod(t,0.2),0.1)',drawbox=color=black:t=fill:enable='gte(mod(t,0.2),0.1)'"
expect 'n’a que du son' as_film -vn
expect 'ni un MP4 ni un WebM' cp essai.png essai.mp4
expect 'film de 1.0 s' film essai.mp4 1
half() { truncate -s $(($(stat -c %s essai.mp4) / 2)) essai.mp4; }
expect 'il est tronqué' half
# Noise in the middle of the pictures: the place is found by decoding, not by looking at the file.
scratch() { dd if=/dev/urandom of=essai.mp4 bs=1 seek=$(($(stat -c %s essai.mp4) / 2)) count=3000 conv=notrunc 2>/dev/null; }
expect '(décodé|abîmée)' scratch

expect 'les images ne commencent qu’à 3600' eval 'rm essai.mp4 && ffmpeg -nostdin -v error -f lavfi -i testsrc=size=320x180:rate=25:duration=6 -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -pix_fmt yuv420p -g 25 -output_ts_offset 3600 essai.webm'

# What stands in captions is read as it was meant, whoever wrote them.
cues() { # "what is shown" of the French captions, which are the second argument
    again && printf '%b' "$2" > "$clips/essai.fr.vtt"
    "$pack" build "$work/campus" -o "$work/cues.pack" > "$work/said" || fault "refused: $2: $(cat "$work/said")"
    shown=$(sqlite3 "file:$work/cues.pack?immutable=1" "select group_concat(first || second, '|') from clip_cue where lang = 'fr'")
    [ "$shown" = "$1" ] || fault "of $2 is shown: $shown"
}
cues 'C’est égal à 2 < 3 & à la fin' 'WEBVTT\n\n00:00.500 --> 00:05.500\nC&#39;est &eacute;gal &#xe0; 2 &lt; 3 &amp; &agrave; la <i>fin</i>\n'
cues 'deux tôles < trois tôles' 'WEBVTT\n\n00:00.500 --> 00:05.500\ndeux tôles < trois tôles\n'
cues 'Premier|Deux' 'WEBVTT\n\nNOTES-DE-JEAN-1\n00:00.200 --> 00:02.800\nPremier\n\nSTYLEE\n00:03.000 --> 00:05.000\nDeux\n'
cues 'Un mot' 'WEBVTT\n\nNOTE\nde qui lit\n\n00:00.200 --> 00:02.800\nUn mot\n'
cues 'Un mot|Deux' '1\r\n00:00:00,200 --> 00:00:02,800\r\nUn mot\r\n\r\n2\r\n00:00:03,000 --> 00:00:05,800\r\nDeux\r\n'
at() { case $said in *"essai.fr.vtt:$1: "*) ;; *) fault "not in line $1: $said" ;; esac; }
expect 'une ligne vide manque avant ces temps' words fr '00:01.000 --> 00:03.000\nUn\n00:04.000 --> 00:05.000\nDeux\n'
at 5
expect 'une ligne vide manque avant ces temps' words fr 'NOTE rien\n00:01.000 --> 00:03.000\nUn\n'
at 4
expect 'les temps commencent à 1 h' words fr '01:00:01.000 --> 01:00:03.000\nUn\n'
expect '« &truc; » vient d’une page web' words fr '00:01.000 --> 00:05.000\nUn &truc; fort\n'
expect 'U.1F525. n’est dans aucune police' words fr '00:01.000 --> 00:05.000\nUn 🔥 fort\n'
warned() { # "what is warned of" captions
    again && printf 'WEBVTT\n\n%b' "$2" > "$clips/essai.fr.vtt"
    "$pack" check "$work/campus" | grep -q "essai.fr.vtt:[0-9]*: avertissement : .*$1" || fault "not warned of: $1"
}
warned '« line:0 » n’est pas suivi' '00:01.000 --> 00:05.000 line:0\nUn mot\n'
warned '« {.an8} » n’est pas suivi' '00:01.000 --> 00:05.000\n{\\an8}Un mot\n'
warned '(<v Jean>) n’est pas montré' '00:01.000 --> 00:05.000\n<v Jean>Un mot\n'

# A film whose clock begins at one hour, a film without sound and a WebM are good films.
again
(cd "$clips" && as_film -output_ts_offset 3600) && "$pack" check "$work/campus" > "$work/said" || fault "a film that begins at one hour is refused: $(cat "$work/said")"
again
(cd "$clips" && as_film -an) && "$pack" check "$work/campus" > "$work/said" || fault "a silent film is refused: $(cat "$work/said")"
(cd "$clips" && rm essai.mp4 && ffmpeg -nostdin -v error -f lavfi -i testsrc=size=320x180:rate=25:duration=6 -f lavfi -i sine=duration=6 \
    -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -pix_fmt yuv420p -g 25 -c:a libopus essai.webm) &&
    "$pack" check "$work/campus" > "$work/said" || fault "a WebM is refused: $(cat "$work/said")"

again
edit "$clips/clips.yaml" '/licence:/i\  attract: true'
"$pack" check "$work/campus" | grep -q 'clips.yaml:[0-9]*: avertissement : la page d’attente montre ce film, et demanderait autre chose' ||
    fault "a film that nobody is asked about is not named"

# Somebody who signs it: as long as the film, and known by her name.
signs() { again && film "$clips/essai.lsf.mp4" "$@"; }
signs 9 && "$pack" check "$work/campus" | grep -q 'essai.lsf.mp4:1: avertissement : la langue des signes dure 9.0 s et le film 6.0 s' ||
    fault "not warned of another length"
signs 6 -c:v mpeg4 && "$pack" check "$work/campus" | grep -q 'essai.lsf.mp4:.*ne lit pas le codec mpeg4' || fault "a broken film beside is taken"
again && cp "$clips/essai.mp4" "$clips/essai.vieux.mp4" &&
    "$pack" check "$work/campus" | grep -q 'essai.vieux.mp4:1: avertissement : ce film n’est pas dans clips.yaml' || fault "a film that nobody sees is not named"

# Same sources, same bytes; show names the film.
signs 6
"$AZIMUT_BUILD/asan/azimut-pack" build "$work/campus" -o "$work/a.pack" > /dev/null || fault "the clip does not build"
"$pack" build "$work/campus" -o "$work/b.pack" > /dev/null
cmp "$work/a.pack" "$work/b.pack" || fault "same sources, other bytes"
"$pack" show "$work/a.pack" | grep -q 'vidéo : Essai essai (6 s, 320x180, h264 + aac' || fault "show does not name the clip"
"$pack" show "$work/a.pack" | grep -q 'langue des signes : Essai essai' || fault "show does not name who signs it"
exit $status
