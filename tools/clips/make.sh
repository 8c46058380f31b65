#!/bin/sh
# Makes one clip and its poster from its storyboard. usage: tools/clips/make.sh PROGRAM STORYBOARD FOLDER
# H.264 high profile, 25 frames a second, a key frame every two seconds, so that a kiosk can jump; AAC; index first.
set -eu
program=$1
board=$2
folder=$3
id=$(basename "$board" .story)
video="-c:v libx264 -profile:v high -preset slow -tune animation -crf 29 -g 50 -keyint_min 25 -threads 2
    -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv"
colours=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=yuv420p
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What stands beside a film in sign language is upright, silent, and has no poster.
if [ "${id%.lsf}" != "$id" ]; then
    { "$program" "$board" frames || echo failed >"$work/failed"; } |
        ffmpeg -v error -y -f rawvideo -pixel_format bgra -video_size 1280x720 -framerate 25 -i - \
            -vf "crop=576:720,scale=480:600:$colours" \
            $video -map_metadata -1 -fflags +bitexact -flags:v +bitexact -movflags +faststart "$work/clip.mp4"
    [ ! -e "$work/failed" ] || exit 1
    mv "$work/clip.mp4" "$folder/$id.mp4"
    exit 0
fi

tools/clips/sound.sh "$board" "$work/sound.wav"
{ "$program" "$board" frames || echo failed >"$work/failed"; } |
    ffmpeg -v error -y -f rawvideo -pixel_format bgra -video_size 1280x720 -framerate 25 -i - -i "$work/sound.wav" \
        -vf "scale=$colours" \
        $video \
        -c:a aac -b:a 64k -ar 48000 -ac 1 -shortest \
        -map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -movflags +faststart "$work/clip.mp4"
[ ! -e "$work/failed" ] || exit 1
"$program" "$board" still "$("$program" "$board" poster)" 1280 "$work/poster.png"
ffmpeg -v error -y -i "$work/poster.png" -q:v 4 -pix_fmt yuvj420p -map_metadata -1 -fflags +bitexact "$work/poster.jpg"
mv "$work/clip.mp4" "$folder/$id.mp4"
mv "$work/poster.jpg" "$folder/$id.jpg"
