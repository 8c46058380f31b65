#!/bin/bash
# azimut-pack media: films as telephones and cameras write them become films that check takes, posters and subtitles too; originals
# are kept, and what cannot be done is named and changes nothing.
set -u
. tests/support/film.sh
pack=$AZIMUT_BUILD/azimut-pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
export XDG_CACHE_HOME=$work
clips=$work/campus/clips
make() { rm -rf "$work/campus" && mkdir -p "$clips"; }
media() { "$pack" media "$work/campus" "$@" > "$work/said" 2>&1; }
say() { ffprobe -v error -show_entries "$2" -of default=nw=1:nk=1 "$1"; }
point() { ffmpeg -nostdin -v error -ss 1 -i "$1" -frames:v 1 -vf "crop=2:2:$2:$3,format=rgb24" -f rawvideo - | head -c 3 | xxd -p; }
is_red() { [[ $((16#${1:0:2})) -gt 150 && $((16#${1:2:2})) -lt 90 && $((16#${1:4:2})) -lt 90 ]]; }

# A telephone held upright: stored lying, turned by a flag, with the place in it, as .MOV; red above, blue below when upright.
make
ffmpeg -nostdin -v error -f lavfi -i color=red:s=320x360:r=30:d=3 -f lavfi -i color=blue:s=320x360:r=30:d=3 -f lavfi -i sine=d=3 \
    -filter_complex '[0:v][1:v]hstack[v]' -map '[v]' -map 2:a -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac "$work/lying.mov"
ffmpeg -nostdin -v error -i "$work/lying.mov" -c copy -metadata:s:v rotate=90 -metadata location=+45.77+003.08/ "$clips/essai.MOV"
printf '1\n00:00:00,500 --> 00:00:02,500\nRégler la machine\n\n' > "$clips/essai.fr.srt"
cp "$clips/essai.MOV" "$work/original"
media || fault "not converted: $(cat "$work/said")"
[ "$(cd "$work/campus" && find . -type f | LC_ALL=C sort | tr '\n' ' ')" = \
    './clips/essai.fr.vtt ./clips/essai.jpg ./clips/essai.mp4 ./originals/essai.MOV ./originals/essai.fr.srt ' ] ||
    fault "other files: $(cd "$work/campus" && find . -type f)"
cmp -s "$work/original" "$work/campus/originals/essai.MOV" || fault "the original is another"
[ "$(say "$clips/essai.mp4" stream=width,height | head -2 | tr '\n' x)" = 1280x720x ] || fault "not 1280x720"
grep -qa '45.77' "$clips/essai.mp4" "$clips/essai.jpg" && fault "the place is still in it"
above=$(point "$clips/essai.mp4" 640 60) below=$(point "$clips/essai.mp4" 640 660)
is_red "$above" || is_red "$below" || fault "neither red above nor below: $above $below"
is_red "$above" && is_red "$below" && fault "it lies on its side"
head -1 "$clips/essai.fr.vtt" | grep -q WEBVTT || fault "no WEBVTT"
media || fault "a second time: $(cat "$work/said")"
grep -q '^0 fichier converti' "$work/said" || fault "converted again: $(cat "$work/said")"

# One colour at the sides.
make && cp "$work/original" "$clips/essai.mov"
media --plain-side || fault "--plain-side: $(cat "$work/said")"
side=$(point "$clips/essai.mp4" 20 360)
[[ $side == d[a-e]e[6-a]f[0-4] ]] || fault "the side is $side"

# A film that check takes stays; one of its name that it does not take is replaced: 4K with 60 pictures a second; the place only.
make
film "$clips/bon.mp4" 3
film "$clips/lieu.mp4" 3 -metadata location=+45.77+003.08/
ffmpeg -nostdin -v error -f lavfi -i testsrc2=s=3840x2160:r=60:d=2.2 -c:v libx264 -preset ultrafast "$clips/grand.mp4"
for id in bon lieu grand; do cp "$clips/$id.mp4" "$work/$id.mp4"; done
media || fault "not converted: $(cat "$work/said")"
cmp -s "$clips/bon.mp4" "$work/bon.mp4" || fault "a good film was changed"
[ "$(ls "$work/campus/originals" | tr '\n' ' ')" = 'grand.mp4 lieu.mp4 ' ] || fault "originals: $(ls "$work/campus/originals")"
cmp -s "$work/campus/originals/grand.mp4" "$work/grand.mp4" || fault "the original of a replaced film is another"
grep -qa '45.77' "$clips/lieu.mp4" && fault "the place stays"
[ "$(say "$clips/grand.mp4" stream=r_frame_rate | head -1)" = 30/1 ] || fault "60 pictures stay"

# HDR as telephones film it (PQ, HLG), a wide screen's colours, an old camera's matrix: check names what the kiosk would show dull, and
# the same orange comes out; a film in a screen's light and eight bits stays.
LINEAR='scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709,zscale=t=linear:npl=203,format=gbrpf32le'
lit() { # FILE FILTERS [ffmpeg options…]
    lit_file=$1 lit_filters=$2
    shift 2
    ffmpeg -nostdin -v error -y -f lavfi -i color=0xC86432:s=320x180:r=25:d=3 -vf "$lit_filters" \
        -c:v libx264 -preset ultrafast -g 25 -movflags +faststart "$@" "$lit_file"
}
is_orange() { # point, least and most of red
    local red=$((16#${1:0:2})) green=$((16#${1:2:2})) blue=$((16#${1:4:2}))
    ((red >= $2 && red <= $3 && green >= 80 && green <= 112 && blue >= 30 && blue <= 66))
}
make
lit "$clips/pq.mp4" "$LINEAR,zscale=p=bt2020:t=smpte2084:m=bt2020nc:r=tv:npl=203,format=yuv420p10le" \
    -color_trc smpte2084 -color_primaries bt2020 -colorspace bt2020nc
lit "$clips/hlg.mp4" "$LINEAR,zscale=p=bt2020:t=arib-std-b67:m=bt2020nc:r=tv:npl=203,format=yuv420p" \
    -color_trc arib-std-b67 -color_primaries bt2020 -colorspace bt2020nc
lit "$clips/p3.mp4" "$LINEAR,zscale=p=smpte432:t=bt709:m=bt709:r=tv,format=yuv420p" \
    -color_trc bt709 -color_primaries smpte432 -colorspace bt709
lit "$clips/vieux.avi" 'scale=out_color_matrix=bt601:out_range=tv,format=yuv420p' \
    -color_trc smpte170m -color_primaries smpte170m -colorspace smpte170m
for id in pq hlg p3; do
    cp "$clips/$id.mp4" "$work/$id.mp4"
    printf -- '- id: %s\n  title: {fr: "Essai", en: "Test"}\n  line: {fr: "essayer", en: "try"}\n' "$id" >> "$work/lit.yaml"
done
cp content/campus/campus.yaml "$work/campus" && cp "$work/lit.yaml" "$clips/clips.yaml"
"$pack" check "$work/campus" > "$work/said" 2>&1
for id in pq hlg; do grep -q "clips/$id.mp4:1: film HDR (PQ ou HLG)" "$work/said" || fault "check names no HDR in $id: $(grep $id "$work/said")"; done
grep -q 'clips/p3.mp4:1: film aux couleurs BT.2020 ou P3' "$work/said" || fault "check names no P3: $(grep p3 "$work/said")"
media || fault "not converted: $(cat "$work/said")"
for id in pq hlg; do is_orange "$(point "$clips/$id.mp4" 640 360)" 172 205 || fault "$id: $(point "$clips/$id.mp4" 640 360)"; done
for id in p3 vieux; do is_orange "$(point "$clips/$id.mp4" 640 360)" 191 203 || fault "$id: $(point "$clips/$id.mp4" 640 360)"; done

# What cannot be done: named, and everything as before.
refuse() { # "what is said" file
    before=$(cd "$work/campus" && find . | LC_ALL=C sort | xargs -d '\n' md5sum 2>/dev/null)
    media && fault "done: $1"
    grep -qE "^[^ ]*$2:1: .*$1" "$work/said" || fault "expected: $1
got: $(cat "$work/said")"
    [ "$before" = "$(cd "$work/campus" && find . | LC_ALL=C sort | xargs -d '\n' md5sum 2>/dev/null)" ] || fault "changed: $1"
}
make && head -c 20000 /dev/urandom > "$clips/essai.mov"
refuse 'n’a pas pu être converti' clips/essai.mov
make && ln -s "$work/original" "$clips/essai.mov"
refuse 'ce lien mène hors du dossier' clips/essai.mov
make && cp "$work/original" "$clips/essai.mov" && cp "$work/bon.mp4" "$clips/essai.mp4" && : > "$clips/essai.jpg"
refuse 'existe déjà' clips/essai.mov
make && cp "$work/original" "$clips/essai.mov" && mkdir "$work/campus/originals" && echo earlier > "$work/campus/originals/essai.mov"
media || fault "another original of that name: $(cat "$work/said")"
cmp -s "$work/original" "$work/campus/originals/essai-2.mov" || fault "the second original is not kept"
[ "$(cat "$work/campus/originals/essai.mov")" = earlier ] || fault "an earlier original is lost"

# Who signs stands upright, and has no poster of their own.
make && cp "$work/original" "$clips/essai.lsf.mov"
media || fault "sign language: $(cat "$work/said")"
[ "$(say "$clips/essai.lsf.mp4" stream=width,height | head -2 | tr '\n' x)" = 360x640x ] || fault "signs lie"
[ -e "$clips/essai.lsf.jpg" ] && fault "a poster that nobody reads"
make && cp "$work/original" "$clips/essai.mov"
mkdir "$work/none"
PATH=$work/none "$pack" media "$work/campus" > "$work/said" 2>&1 && fault "done without ffmpeg"
grep -q 'ffmpeg n’a pas pu être lancé (.*) ; l’installer' "$work/said" || fault "without ffmpeg: $(cat "$work/said")"
exit $status
