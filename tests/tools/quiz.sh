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
for way in --fixed --items; do
    for n in 1 30 72; do
        "$fast" run "$pack" --answers "$work/answers.csv" $way $n | awk -F, -v n=$n 'NR > 1 && $2 != n { exit 1 }' || fault "$way $n is not $n"
    done
done

# With a first row of names, with semicolons, carriage returns and quotes, and without a last line end: the same.
names=$(sed -n 's/^  - id: //p' content/campus/quiz.yaml | paste -sd,)
{ echo "$names"; cat "$work/answers.csv"; } | sed 's/,/;/g; s/$/\r/; s/^\([0-4]\);/"\1";/' | head -c -2 > "$work/other.csv"
"$quiz" run "$pack" --answers "$work/other.csv" | cmp - "$work/slow.csv" || fault "another way of writing the table gives other results"

# Capitals in the names, tabs, rows of nothing but separators, "sep=;", line ends of old Macs: the same.
{ echo "$names" | tr a-z A-Z; cat "$work/answers.csv"; } > "$work/other.csv"
"$quiz" run "$pack" --answers "$work/other.csv" | cmp - "$work/slow.csv" || fault "capitals in the names give other results"
{ cat "$work/answers.csv"; printf '%071d\n' 0 | tr 0 ,; echo; printf '%071d\n' 0 | tr 0 ,; } > "$work/other.csv"
"$quiz" run "$pack" --answers "$work/other.csv" | cmp - "$work/slow.csv" || fault "empty rows count as respondents"
tr ',' '\t' < "$work/answers.csv" | tr '\n' '\r' > "$work/other.csv"
"$quiz" run "$pack" --answers "$work/other.csv" | cmp - "$work/slow.csv" || fault "tabs or old line ends give other results"
{ printf 'sep=;\n%s\n' "$names"; cat "$work/answers.csv"; } | tr ',' ';' > "$work/other.csv"
"$fast" run "$pack" --answers "$work/other.csv" | cut -d, -f2- | cmp - <(cut -d, -f2- "$work/slow.csv") > /dev/null || fault "sep=; is not understood"
# An empty row in between keeps the numbers of the others as they are in the table.
sed '3s/.*//' "$work/answers.csv" > "$work/other.csv"
[ "$("$quiz" run "$pack" --answers "$work/other.csv" | cut -d, -f1 | sed -n '3,4p' | paste -sd' ')" = "2 4" ] || fault "respondents are renumbered"

# expect "what is said" file: refused, nothing printed.
expect() {
    printed=$(LC_ALL=en "$quiz" run "${3:-$pack}" --answers "$2" 2> "$work/err") && fault "taken: $1"
    [ -z "$printed" ] || fault "half printed: $1"
    grep -qE "$1" "$work/err" || fault "expected: $1
got: $(cat "$work/err")"
}
change() { sed "$1" "$work/answers.csv" > "$work/bad.csv"; }
change '3s/^[^,]*,/5,/'; expect 'row 3, column 1: 5 is not an answer' "$work/bad.csv"
change '3s/^[^,]*,/-1,/'; expect 'row 3, column 1: -1 is not an answer' "$work/bad.csv"
change '40s/,[^,]*$/,NaN/'; expect 'row 40, column 72: NaN is not an answer' "$work/bad.csv"
change '7s/^[^,]*,/2.5,/'; expect 'row 7, column 1: 2.5 is not' "$work/bad.csv"
change '5s/,[^,]*$//'; expect 'row 5, column 72: 71 fields where there are 72 items' "$work/bad.csv"
change '5s/$/,1/'; expect 'row 5, column 73: 73 fields where there are 72 items' "$work/bad.csv"
change '2s/.*/1/'; expect 'row 2, column 2: 1 fields' "$work/bad.csv"
tr ',' ';' < "$work/answers.csv" | sed '4s/^[^;]*;/3,0;/' > "$work/bad.csv"; expect 'row 4, column 1: 3,0 is not an answer' "$work/bad.csv"
{ echo "nom,$names"; sed 's/^/x,/' "$work/answers.csv"; } > "$work/bad.csv"; expect 'row 1, column 1: nom stands where the bank has r1' "$work/bad.csv"
printf '\377\376r\0001\000' > "$work/bad.csv"; expect 'row 1, column 1: UTF-16' "$work/bad.csv"
{ echo "$names" | sed 's/^r1,fm1/fm1,r1/'; cat "$work/answers.csv"; } > "$work/bad.csv"; expect 'row 1, column 1: fm1 stands where the bank has r1' "$work/bad.csv"
: > "$work/empty.csv"; expect 'row 1, column 1: no answers' "$work/empty.csv"
expect 'no/such.csv' "$work/no/such.csv"
expect 'not a file' "$work"
head -c 5000 /dev/urandom > "$work/noise.csv"; expect 'row [0-9]+, column [0-9]+' "$work/noise.csv"
head -c 100000 "$pack" > "$work/short.pack"; expect 'short.pack: truncated' "$work/answers.csv" "$work/short.pack"

# A full disk is said.
"$quiz" run "$pack" --answers "$work/answers.csv" > /dev/full 2> "$work/err" && fault "a full disk goes unnoticed"
grep -q 'la sortie ne s’écrit pas' "$work/err" || fault "a full disk goes unsaid"

# ---- fit: a quiz.yaml learns its numbers and nothing else of it changes; a new one has the same numbers ----------------
{ echo "$names"; answers 300; } > "$work/many.csv"
cp content/campus/quiz.yaml "$work/quiz.yaml"
"$quiz" fit "$work/many.csv" -o "$work/quiz.yaml" > "$work/said" || fault "fit fails: $(cat "$work/said")"
grep -q '^300 personnes, 72 questions' "$work/said" || fault "fit does not say what it learnt from"
numbers='loading: |mean: |variance: |: \{|between-facets'
[ "$(grep -cE '^    (loading|mean|variance): ' "$work/quiz.yaml")" = 216 ] || fault "numbers are missing"
diff <(grep -vE "$numbers" content/campus/quiz.yaml) <(grep -vE "$numbers" "$work/quiz.yaml") || fault "fit changed more than numbers"
diff <(grep -E 'text:' content/campus/quiz.yaml) <(grep -E 'text:' "$work/quiz.yaml") || fault "fit changed texts"
"$quiz" fit "$work/many.csv" -o "$work/new.yaml" > /dev/null || fault "a new quiz.yaml is not made"
diff <(grep -E '^    (loading|mean|variance)' "$work/quiz.yaml") <(grep -E '^    (loading|mean|variance)' "$work/new.yaml") ||
    fault "old and new file learn different things"
cp "$work/quiz.yaml" "$work/again.yaml"
"$quiz" fit "$work/many.csv" -o "$work/again.yaml" > /dev/null
cmp "$work/quiz.yaml" "$work/again.yaml" || fault "the same answers teach other numbers the second time"

# A campus with letters only, and one with three facets, are built and asked from; one without a letter is not.
campus() { # campus NAME scale-or-facet pattern to keep
    cp -r content/campus "$work/$1" && chmod -R u+w "$work/$1" && rm -rf "$work/$1/clips" "$work/$1/plan" "$work/$1/lang"
    sed -i '/kiosk:place/d' "$work/$1/topics/"*.md
    awk -v keep="$2" '/^  - id:/ { head = $0; next } head != "" { on = $0 ~ keep; if (on) print head; head = "" } /^[a-z#]/ { on = 1 } on || !seen; /^items:/ { seen = 1 }' \
        "$work/quiz.yaml" > "$work/$1/quiz.yaml"
    "$AZIMUT_BUILD/azimut-pack" build "$work/$1" -o "$work/$1.pack" > "$work/said" 2>&1
}
for kind in "letters scale: 12 36" "three (scale:|facet:.[MED]) 15 48"; do
    set -- $kind
    campus "$1" "$2" || { fault "no campus of $1: $(tail -3 "$work/said")"; continue; }
    answers 20 | cut -d, -f1-"$4" > "$work/few.csv"
    "$quiz" run "$work/$1.pack" --answers "$work/few.csv" > "$work/few.out" || fault "not asked: $1"
    [ "$(wc -l < "$work/few.out")" = 21 ] || fault "not a line a respondent: $1"
    awk -F, -v n=$((14 + $3 - 6)) 'NF != n { exit 1 }' <(sed 's/ [a-z]*[0-9]*//g' "$work/few.out") || fault "columns of $1: $(head -1 "$work/few.out")"
    for way in --fixed --items; do
        "$fast" run "$work/$1.pack" --answers "$work/few.csv" $way 20 | awk -F, 'NR > 1 && $2 != 20 { exit 1 }' || fault "$1: $way 20 is not 20"
    done
done
campus nohelp 'scale:.[RIAEC]' && fault "a bank without a letter is built"
grep -q 'la lettre S n’a pas de question' "$work/said" || fault "the missing letter is not named: $(cat "$work/said")"

# refuse "what is said" file: fit refuses, and what was there stays.
refuse() {
    cp content/campus/quiz.yaml "$work/kept.yaml"
    LC_ALL=en "$quiz" fit "$2" -o "${3:-$work/kept.yaml}" > "$work/said" 2> "$work/err" && fault "learnt: $1"
    cmp -s content/campus/quiz.yaml "$work/kept.yaml" || fault "half written: $1"
    grep -qE "$1" "$work/err" || fault "expected: $1
got: $(cat "$work/err")"
}
{ echo "$names"; answers 49; } > "$work/bad.csv"; refuse '49 respondents; 50 are needed at least, 300' "$work/bad.csv"
sed '2,$s/^[^,]*,/2,/' "$work/many.csv" > "$work/bad.csv"; refuse 'column 1: everybody answered r1 alike' "$work/bad.csv"
sed '2,$s/^[^,]*,/,/' "$work/many.csv" > "$work/bad.csv"; refuse 'column 1: nobody answered r1' "$work/bad.csv"
sed '9s/^[^,]*,/beaucoup,/' "$work/many.csv" > "$work/bad.csv"; refuse 'row 9, column 1: beaucoup is not an answer' "$work/bad.csv"
sed '1s/^r1/x1/' "$work/many.csv" > "$work/bad.csv"; refuse 'column 1: x1 is no item' "$work/bad.csv"
refuse 'column 1: x1 does not say its letter' "$work/bad.csv" "$work/none.yaml"
sed '1s/^r1,fm1/r1,r1/' "$work/many.csv" > "$work/bad.csv"; refuse 'column 2: r1 stands there twice' "$work/bad.csv"
answers 60 > "$work/bad.csv"; refuse 'row 1, column 1: .* names of the items should be' "$work/bad.csv"
cut -d, -f1-3 "$work/many.csv" > "$work/bad.csv"; refuse 'the letter A has no column' "$work/bad.csv"
refuse 'empty.csv:1: nothing is written here' "$work/many.csv" "$work/empty.csv"

# ---- the numbers of the trades: facets by the one rule of facets.tsv, letters beside those of ROME as SOURCES.md says -----
grep -v '^#' content/facets.tsv | awk -F'\t' 'NR > 1 {
    split("M E A S P L D Q O H", f, " "); most = 0; line = ""
    for (i = 1; i <= 10; i++) { n[i] = 0; for (j = 2; j <= NF; j++) n[i] += index($j, f[i]) > 0; if (n[i] > most) most = n[i] }
    for (i = 1; i <= 10; i++) line = line (i > 1 ? ", " : "") f[i] ": " int(4 * n[i] / most + 0.5)
    print $1 " facets: {" line "}"
}' | while read -r trade line; do
    grep -qF "$line" "content/campus/trades/$trade.yaml" || echo "$trade: $line"
done > "$work/facets"
[ ! -s "$work/facets" ] || fault "facets that do not follow the rule: $(cat "$work/facets")"
[ "$(grep -vc '^#' content/facets.tsv)" = 25 ] || fault "a trade without its line in facets.tsv"
sed -n 's/^| `\([a-z-]*\)` | \([RIASEC]*\) | \([RIASEC]*\) |.*/\1 \2 \3/p' content/SOURCES.md > "$work/riasec"
[ "$(wc -l < "$work/riasec")" = 24 ] || fault "SOURCES.md does not list the letters of 24 trades"
while read -r trade rome ours; do
    first=$(sed -n 's/^interests: {\(.*\)}/\1/p' "content/campus/trades/$trade.yaml" | tr ',' '\n' | tr -d ' ' | sort -t: -k2,2nr -s | cut -c1 | head -"${#ours}" | tr -d '\n')
    [ "$first" = "$ours" ] || fault "$trade: SOURCES.md says $ours, the trade $first"
    case $trade in logistique|equipe) ;; *) [ "$rome" = "$ours" ] || fault "$trade: ROME says $rome, ours is $ours" ;; esac
done < "$work/riasec"

# Counts for calibration: a file that has none is refused, and the quiz.yaml stays.
"$AZIMUT_BUILD/azimut-stats" simulate --pack "$pack" --visits 200 --seed 1 -o "$work/counts.azimut" --from 2026-09 --to 2026-12 > /dev/null 2>&1
cp content/campus/quiz.yaml "$work/kept.yaml"
"$quiz" calibrate "$work/counts.azimut" --pack "$pack" -o "$work/kept.yaml" > /dev/null 2> "$work/err" && fault "calibrated by nothing"
grep -q 'rien n’a été compté pour l’étalonnage' "$work/err" || fault "no word about missing counts: $(cat "$work/err")"
cmp -s content/campus/quiz.yaml "$work/kept.yaml" || fault "calibrated by nothing"

for wrong in "" run "run $pack" "run $pack --answers" "run $pack --answers $work/answers.csv --fixed 0" \
    "run $pack --answers $work/answers.csv --fixed x" "run $pack --answers $work/answers.csv --items 0" fit "fit $work/many.csv" audit "audit $pack --pupils 5"; do
    # shellcheck disable=SC2086
    "$quiz" $wrong >/dev/null 2> "$work/err"
    [ $? -eq 2 ] && grep -q '^usage : azimut-quiz' "$work/err" || fault "no usage for: $wrong"
done

"$fast" audit "$pack" --pupils 200 > "$work/audit.txt"
for line in 'Métiers : part' 'entropie' 'Questions : ' 'jamais posées' 'vraiment les plus proches trouvés' 'lettre qui mène' 'chance dite' \
    'très proche' 'refaire avec' 'Réponses au hasard' 'azimut-quiz fit' 'cartes trop flatteuses 0' 'Hexagone'; do
    grep -q "$line" "$work/audit.txt" || fault "audit does not say: $line"
done
exit $status
