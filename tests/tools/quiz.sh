#!/bin/bash
# azimut-quiz: the same answers give the same lines from the checked and from the optimised program; what is wrong with a table
# of answers or a pack is named with its row and column, and nothing is printed then.
set -u
quiz=$AZIMUT_BUILD/asan/azimut-quiz
fast=$AZIMUT_BUILD/azimut-quiz
pack=$AZIMUT_BUILD/campus.pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

items=72
# answers ROWS: rows of 72 answers, the same every time, some left out.
answers() {
    awk -v rows="$1" -v items="$items" 'BEGIN {
        s = 7
        for (r = 0; r < rows; r++) {
            line = ""
            for (i = 0; i < items; i++) {
                s = (s * 1103515245 + 12345) % 2147483648
                a = int(s / 65536) % 6
                line = line (i ? "," : "") (a < 5 ? a : "")
            }
            print line
        }
    }'
}

answers 40 > "$work/answers.csv"
"$quiz" run "$pack" --answers "$work/answers.csv" > "$work/slow.csv" || fault "the answers are refused"
"$fast" run "$pack" --answers "$work/answers.csv" > "$work/fast.csv"
cmp "$work/slow.csv" "$work/fast.csv" || fault "the checked and the optimised program differ"
[ "$(wc -l < "$work/slow.csv")" = 41 ] || fault "not a line a respondent"
awk -F, 'NF != 30 { exit 1 }' "$work/slow.csv" || fault "lines of different lengths"
awk -F, 'NR > 1 && ($2 < 18 || $2 > 30 || split($3, o, " ") != $2) { exit 1 }' "$work/slow.csv" || fault "asked and order do not agree"
"$quiz" run "$pack" --answers "$work/answers.csv" --fixed 30 | awk -F, 'NR > 1 && $2 != 30 { exit 1 }' || fault "--fixed 30 is not thirty"

# With a first row of names, with semicolons, carriage returns and quotes, and without a last line end: the same.
names=$(sed -n 's/^  - id: //p' content/campus/quiz.yaml | paste -sd,)
{ echo "$names"; cat "$work/answers.csv"; } | sed 's/,/;/g; s/$/\r/; s/^\([0-4]\);/"\1";/' | head -c -2 > "$work/other.csv"
"$quiz" run "$pack" --answers "$work/other.csv" | cmp - "$work/slow.csv" || fault "another way of writing the table gives other results"

# expect "what is said" file: refused, nothing printed.
expect() {
    printed=$("$quiz" run "${3:-$pack}" --answers "$2" 2> "$work/err") && fault "taken: $1"
    [ -z "$printed" ] || fault "half printed: $1"
    grep -qE "$1" "$work/err" || fault "expected: $1
got: $(cat "$work/err")"
}
change() { sed "$1" "$work/answers.csv" > "$work/bad.csv"; }
change '3s/^[^,]*,/5,/'; expect 'row 3, column 1: 5 is not an answer' "$work/bad.csv"
change '3s/^[^,]*,/-1,/'; expect 'row 3, column 1: -1 is not an answer' "$work/bad.csv"
change '40s/,[^,]*$/,NaN/'; expect 'row 40, column 72: NaN is not an answer' "$work/bad.csv"
change '7s/^[^,]*,/2.5,/'; expect 'row 7, column 1: 2.5 is not' "$work/bad.csv"
change '5s/,[^,]*$//'; expect 'row 5, column 72: 71 fields, the bank has 72' "$work/bad.csv"
change '5s/$/,1/'; expect 'row 5, column 73: 73 fields, the bank has 72' "$work/bad.csv"
change '2s/.*//'; expect 'row 2, column 2: 1 fields' "$work/bad.csv"
{ echo "$names" | sed 's/^r1,fm1/fm1,r1/'; cat "$work/answers.csv"; } > "$work/bad.csv"; expect 'row 1, column 1: fm1 stands where the bank has r1' "$work/bad.csv"
: > "$work/empty.csv"; expect 'row 1, column 1: no answers' "$work/empty.csv"
expect 'no/such.csv' "$work/no/such.csv"
expect 'not a file' "$work"
head -c 5000 /dev/urandom > "$work/noise.csv"; expect 'row [0-9]+, column [0-9]+' "$work/noise.csv"
head -c 100000 "$pack" > "$work/short.pack"; expect 'short.pack: truncated' "$work/answers.csv" "$work/short.pack"

# A full disk is said.
"$quiz" run "$pack" --answers "$work/answers.csv" > /dev/full 2> "$work/err" && fault "a full disk goes unnoticed"
grep -q 'cannot be written' "$work/err" || fault "a full disk goes unsaid"

for wrong in "" run "run $pack" "run $pack --answers" "run $pack --answers $work/answers.csv --fixed 0" \
    "run $pack --answers $work/answers.csv --fixed x" audit "audit $pack --pupils 5"; do
    # shellcheck disable=SC2086
    "$quiz" $wrong >/dev/null 2> "$work/err"
    [ $? -eq 2 ] && grep -q '^usage: azimut-quiz' "$work/err" || fault "no usage for: $wrong"
done

"$fast" audit "$pack" --pupils 500 > "$work/audit.txt"
for line in 'Métiers : part' 'entropie' 'Questions : ' 'jamais posées' 'Justesse' 'Réponses au hasard' 'Hexagone'; do
    grep -q "$line" "$work/audit.txt" || fault "audit does not say: $line"
done
exit $status
