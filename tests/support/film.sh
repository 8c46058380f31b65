# shellcheck shell=bash
# Sourced by tests that need films: they make their own, so that no media lies in the tests. Needs ffmpeg.
# film FILE SECONDS [ffmpeg options…]: moving bars with a tone, 320x180, 25 pictures a second, one in 25 standing alone.
film() {
    film_file=$1 film_seconds=$2
    shift 2
    ffmpeg -nostdin -v error -y -f lavfi -i "testsrc=size=320x180:rate=25:duration=$film_seconds" \
        -f lavfi -i "sine=frequency=440:sample_rate=48000:duration=$film_seconds" -c:v libx264 -preset ultrafast -pix_fmt yuv420p \
        -g 25 -bf 2 -c:a aac -movflags +faststart -colorspace bt709 -color_primaries bt709 -color_trc bt709 -fflags +bitexact "$@" \
        "$film_file"
}

# clip FOLDER ID SECONDS TRADE [ffmpeg options…]: a film with all that belongs to it, and its entry in clips.yaml.
clip() {
    clip_folder=$1 clip_id=$2 clip_seconds=$3 clip_trade=$4
    shift 4
    mkdir -p "$clip_folder"
    film "$clip_folder/$clip_id.mp4" "$clip_seconds" "$@"
    ffmpeg -nostdin -v error -y -i "$clip_folder/$clip_id.mp4" -frames:v 1 "$clip_folder/$clip_id.png"
    printf 'WEBVTT\n\n00:00.500 --> 00:02.500\nRégler la machine\n\n00:03.000 --> 00:05.500\nMesurer la pièce\nau centième\n' \
        > "$clip_folder/$clip_id.fr.vtt"
    printf 'WEBVTT\n\n00:00.500 --> 00:02.500\nSet the machine\n\n00:03.000 --> 00:05.500\nMeasure the part\nto a hundredth\n' \
        > "$clip_folder/$clip_id.en.vtt"
    printf 'Des barres de couleur bougent.\n\nUn son continu.\n' > "$clip_folder/$clip_id.fr.md"
    printf 'Bars of colour move.\n\nA steady tone.\n' > "$clip_folder/$clip_id.en.md"
    cat >> "$clip_folder/clips.yaml" <<EOF
- id: $clip_id
  title: {fr: "Essai $clip_id", en: "Test $clip_id"}
  line: {fr: "montrer des barres de couleur", en: "show bars of colour"}
  trade: $clip_trade
  place: {fr: "Atelier d'essai", en: "Test workshop"}
  licence: "CC0"
  credit: {fr: "Film d'essai", en: "Test film"}
  illustrative: true
EOF
}
