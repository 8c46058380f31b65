#!/bin/bash
# Prints one line a figure: name value unit peer ratio. Opens a display of its own. usage: tools/bench/run.sh BUILD
set -eu
build=$1
display=:$((90 + $$ % 100))
Xvfb "$display" -noreset -screen 0 1920x1080x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb 2>/dev/null' EXIT
sleep 1
export DISPLAY="$display"
regular=$(fc-match -f '%{file}' 'B612:style=Regular')
bold=$(fc-match -f '%{file}' 'B612:style=Bold')

# Where the kiosk has its controls it tells itself: the first question of the quiz is a page on which nothing moves.
seed=7
printf 'wait 1000\ntap "Commencer le test"\nwait 1500\n' >"$build/bench/places.touch"
"$build/azimut" --headless --pack "$build/campus.pack" --window 1920x1080 --seed $seed --script "$build/bench/places.touch" \
    --transcript "$build/bench/places.txt"
place() { # screen, label, awk's words for a point of its box: "X,Y"
    awk -v screen="screen $1" -v label="action \"$2\" " '$0 ~ /^screen / { there = $0 == screen }
        there && index($0, label) == 1 { split(substr($0, length(label) + 1), n, /[,x ]/); x = n[1]; y = n[2]; w = n[3]; h = n[4]
            print int('"$3"'); exit }' "$build/bench/places.txt"
}
control() { # screen, label: its middle, and the upper edge of its plate, which a press moves
    middle=$(place "$1" "$2" 'x + w / 2) "," int(y + h / 2')
    edge=$(place "$1" "$2" 'x + w / 2) "," int(y + 1')
    [ -n "$middle" ] || { echo "tools/bench/run.sh: no \"$2\" on the page $1: see $build/bench/places.txt" >&2; exit 1; }
}
watch() { # out-file command… : medians of three runs
    out=$1
    shift
    : >"$out"
    for _ in 1 2 3; do "$build/bench/outside" "$@" >>"$out"; done
}
median() { grep "^$1 " "$2" | cut -d' ' -f2 | sort -n | sed -n 2p; }
control attract "Commencer le test"
go=$middle
control quiz "Plutôt oui"
AZIMUT_BENCH_GO=$go AZIMUT_BENCH_PRESS=$middle AZIMUT_BENCH_WATCH=$edge watch "$build/bench/kiosk.txt" \
    "$build/azimut" --pack "$build/campus.pack" --seed $seed
AZIMUT_BENCH_PRESS=1180,400 AZIMUT_BENCH_WATCH=1180,262 watch "$build/bench/floor.txt" "$build/bench/floor" "$regular" "$bold"
"$build/bench/inside" "$build/campus.pack" >"$build/bench/inside.txt"

"$build/bench/quiz" "$build/campus.pack" >>"$build/bench/inside.txt"
"$build/bench/search" >>"$build/bench/inside.txt"
ffmpeg -nostdin -v error -y -f lavfi -i sine=frequency=300:duration=2,volume=4 -c:a libopus "$build/bench/tone.ogg"
for _ in 1 2 3; do "$build/bench/voice" "$build/campus.pack" "$build/bench/tone.ogg" 2>/dev/null; done >"$build/bench/voice.txt"
tools/bench/courses.sh 2000 "$build/bench/courses.pack" "$build/azimut-pack"
"$build/bench/courses" "$build/bench/courses.pack" "$build/campus.pack" >>"$build/bench/inside.txt"

# Respondents a second through the program as others use it: 20,000 rows of answers, read, asked and written.
respondents=20000
awk -v rows=$respondents 'BEGIN { srand(7); for (r = 0; r < rows; r++) { line = ""; for (i = 0; i < 72; i++) line = line (i ? "," : "") int(rand() * 5); print line } }' >"$build/bench/answers.csv"
begun=$(date +%s%N)
"$build/azimut-quiz" run "$build/campus.pack" --answers "$build/bench/answers.csv" >"$build/bench/answers.out"
echo "respondents_per_s $((respondents * 1000000000 / ($(date +%s%N) - begun)))" >>"$build/bench/inside.txt"

line() { awk -v n="$1" -v v="$2" -v u="$3" -v p="$4" 'BEGIN { printf "%-24s %10s %-10s %10s %8s\n", n, v, u, p, (p + 0 > 0) ? sprintf("%.2f", v / p) : "-" }'; }
own() { grep "^$1 " "$build/bench/inside.txt" | cut -d' ' -f2; }
line name value unit peer
for figure in first_picture_ms press_to_pixel_ms pss_mb wakeups_hz repaints_n; do
    line "${figure%_*}" "$(median $figure "$build/bench/kiosk.txt")" "${figure##*_}" "$(median $figure "$build/bench/floor.txt")"
done
line page_change_p50 "$(own page_change_p50_ms)" ms -
line page_change_p99 "$(own page_change_p99_ms)" ms 8
line slide_frames "$(own slide_frames_per_s)" per_s 60
line slide_longest_gap "$(own slide_longest_gap_ms)" ms 20
line memory_walk "$(own memory_walk_mb)" MB 55
line memory_rest "$(own memory_rest_mb)" MB 42
line memory_growth "$(own memory_growth_mb)" MB 1
line quiz_answer_p50 "$(own quiz_answer_p50_ms)" ms -
line quiz_answer_p99 "$(own quiz_answer_p99_ms)" ms 2
line search_letter_p50 "$(own search_letter_p50_ms)" ms "$(own fts5_letter_p50_ms)"
line search_letter_p99 "$(own search_letter_p99_ms)" ms "$(own fts5_letter_p99_ms)"
# From a touch to the first sample that the sound device is handed; the peer of a language is eSpeak NG alone with the same words.
least() { grep "^$1 " "$build/bench/voice.txt" | cut -d' ' -f"$2" | sort -n | head -1; }
for figure in first_ever first_of_visit page touch_worst recorded_first recorded; do
    line "voice_$figure" "$(least "voice_${figure}_ms" 2)" ms 150
done
line voice_turn_worst "$(least voice_turn_worst_ms 2)" ms 16.6
for lang in $(sed -n 's/^in \([^ ]*\) touch .*/\1/p' "$build/bench/voice.txt" | sort -u); do
    line "voice_touch_$lang" "$(least "in $lang touch" 4)" ms "$(least "in $lang touch" 5)"
    line "voice_cpu_$lang" "$(least "in $lang cpu" 4)" ms_per_s "$(least "in $lang cpu" 5)"
done
line courses_open_more "$(own courses_open_more_ms)" ms 50
line courses_memory_more "$(own courses_memory_more_mb)" MB -
line courses_page_p50 "$(own courses_page_p50_ms)" ms -
line courses_page_p99 "$(own courses_page_p99_ms)" ms 8
line quiz_respondents "$(own respondents_per_s)" per_s 2000

# Building a pack from a plan of 264 rooms on three floors, three times; the peer is the second that it may take.
"$build/bench/building" 264 3 >"$build/bench/264.osm"
for _ in 1 2 3; do
    begun=$(date +%s%N)
    "$build/azimut-pack" map "$build/bench/264.osm" -o "$build/bench/264.pack" >/dev/null
    echo "plan_264_rooms_ms $((($(date +%s%N) - begun) / 1000000))"
done >"$build/bench/plan.txt"
line plan_264_rooms "$(median plan_264_rooms_ms "$build/bench/plan.txt")" ms 1000

# Ways against igraph's Dijkstra on the same graph; frames of the map against a sixtieth and a thirtieth of a second.
"$build/bench/route" >>"$build/bench/inside.txt"
"$build/bench/map" "$build/campus.pack" >>"$build/bench/inside.txt"
line route_720_places "$(own route_us)" us "$(own route_peer_us)"
line map_300_rooms_p99 "$(own map_300_p99_ms)" ms 16.6
line map_5000_rooms_p99 "$(own map_5000_p99_ms)" ms 33
line touch_to_way_p99 "$(own touch_to_way_p99_ms)" ms 16.6
"$build/bench/counting" "$build/bench" >"$build/bench/counting.txt"
while read -r figure value peer; do
    line "${figure%_*}" "$value" "${figure##*_}" "$peer"
done <"$build/bench/counting.txt"
tools/bench/video.sh "$build" $xvfb
tools/bench/pack.sh "$build" | tail -n +2
