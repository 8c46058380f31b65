#!/bin/bash
# azimut-stats as others use it: what it makes, what it says when something is wrong, and its page in a real browser.
set -u
stats=$AZIMUT_BUILD/asan/azimut-stats
pack=$AZIMUT_BUILD/campus.pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
imagine() { "$stats" simulate --pack "$pack" "$@" || fault "simulate $* fails"; } # --visits N --seed N -o F

imagine --visits 1500 --seed 1 --from 2026-05 --to 2026-08 -o "$work/a.db"
imagine --visits 1500 --seed 1 --from 2026-05 --to 2026-08 -o "$work/again.db"
cmp -s "$work/a.db" "$work/again.db" || fault "the same simulation twice is not the same"
imagine --visits 900 --seed 2 --from 2026-06 --to 2026-08 -o "$work/b.db"
imagine --visits 10 --seed 1 --from 2026-05 --to 2026-08 -o "$work/clone.db" # the same kiosk, other counts
[ "$(ls "$work" | wc -l)" = 4 ] || fault "simulate leaves something behind: $(ls "$work")"

# The page and the tables, the same every time, and without anything from elsewhere.
"$stats" report "$work/a.db" --html "$work/fr.html" --csv "$work/csv" || fault "no report"
"$stats" report "$work/a.db" --html "$work/fr2.html" --csv "$work/csv2" || fault "no second report"
"$stats" report "$work/a.db" --html "$work/en.html" --lang en || fault "no English report"
cmp -s "$work/fr.html" "$work/fr2.html" && diff -r "$work/csv" "$work/csv2" >/dev/null || fault "the same report twice is not the same"
grep -q '<html lang="fr">' "$work/fr.html" && grep -q '<html lang="en">' "$work/en.html" || fault "the page does not say its language"
grep -iqE 'https?:|src=|@import|url\(' "$work/fr.html" && fault "the page asks for something from elsewhere"
for id in visites heures test metiers videos envies paires activites lieux lieux-genres sujets formations labos accueils langues fins prudence; do
    [ -s "$work/csv/$id.csv" ] && [ -s "$work/csv/$id.ods" ] || fault "no $id.csv or .ods"
    grep -q "<article id=\"$id-0\"" "$work/fr.html" || fault "no chart $id"
done
"$stats" report "$work/a.db" | grep -q 'Environ' || fault "the report in words says nothing"
"$stats" report "$work/a.db" --from 2026-06 --to 2026-06 --html "$work/june.html" && grep -q 'au 30.\{1,2\}juin 2026</h2>\|au 30.\{1,2\}juin 2026 ' "$work/june.html" ||
    fault "no report of a chosen month"

# A live file: a kiosk opens it and goes on, everybody can see its figures; no file is overwritten.
now=$(date +%Y-%m-%dT10:00)
"$stats" simulate --pack "$pack" --visits 4000 --seed 5 --live "$work/live.db" || fault "no live file"
[ "$(stat -c %a "$work/live.db")" = 600 ] || fault "others may read a live file"
"$stats" report "$work/live.db" | grep -q 'Environ' || fault "a live file has nothing to report"
"$stats" simulate --pack "$pack" --visits 4 --seed 5 --live "$work/live.db" 2>"$work/err" && fault "a file is overwritten"
grep -q 'existe déjà' "$work/err" || fault "that a live file is there is not said: $(cat "$work/err")"
printf 'tap "Commencer"\ntap "J’ai fini"\n' >"$work/live.touch"
"$AZIMUT_BUILD/asan/azimut" --headless --pack "$pack" --stats "$work/live.db" --now "$now" --script "$work/live.touch" 2>"$work/err" ||
    fault "a kiosk does not start on a live file: $(cat "$work/err")"
grep . "$work/err" && fault "a kiosk complains about a live file"
rm -f "$work"/live.*

# Putting together: once each, whatever the order and repetition.
"$stats" merge "$work/ab.db" "$work/a.db" "$work/b.db" >"$work/said" || fault "no merge"
grep -q '^2 bornes' "$work/said" || fault "merge says: $(cat "$work/said")"
"$stats" merge "$work/ba.db" "$work/b.db" "$work/a.db" "$work/b.db" "$work/ab.db" >/dev/null || fault "no merge with repetition"
for f in ab ba; do "$stats" report "$work/$f.db" --html "$work/$f.html" || fault "no report of a merge"; done
cmp -s "$work/ab.html" "$work/ba.html" || fault "the order of a merge shows"
"$stats" merge "$work/no.db" "$work/a.db" "$work/clone.db" 2>"$work/err" && fault "two releases of one period are taken"
grep -q "clone.db : la borne [0-9a-f]* a déjà" "$work/err" || fault "the conflict is not named: $(cat "$work/err")"
[ -e "$work/no.db" ] && fault "a merge that failed leaves a file"

# What is not a statistics file: named, nothing written, exit 1.
head -c 3000 "$work/a.db" >"$work/short.db"
head -c 150000 "$work/a.db" | head -c 40960 >"$work/cut.db"
echo "bonjour" >"$work/text.db"
: >"$work/empty.db"
cp "$pack" "$work/pack.db"
cp "$work/a.db" "$work/newer.db" && printf '\0\0\0\143' | dd of="$work/newer.db" bs=1 seek=60 conv=notrunc 2>/dev/null
cp "$work/a.db" "$work/hurt.db" && printf '%0500d' 0 | dd of="$work/hurt.db" bs=1 seek=20480 conv=notrunc 2>/dev/null
mkdir "$work/folder.db"
for bad in short cut text empty pack newer hurt folder missing; do
    "$stats" report "$work/$bad.db" --html "$work/bad.html" --csv "$work/badcsv" 2>"$work/err"
    [ $? -eq 1 ] || fault "$bad.db is taken"
    grep -q "$bad.db" "$work/err" || fault "$bad.db is not named: $(cat "$work/err")"
    "$stats" merge "$work/bad.merged" "$work/a.db" "$work/$bad.db" 2>"$work/err" && fault "$bad.db is merged"
    grep -q "$bad.db" "$work/err" || fault "$bad.db is not named in a merge: $(cat "$work/err")"
done
ls "$work"/bad* >/dev/null 2>&1 && fault "something was written all the same: $(ls -d "$work"/bad*)"
grep -q 'Sanitizer' "$work/err" && fault "$(cat "$work/err")"
"$stats" report "$work/a.db" --html "$work/no/where.html" 2>"$work/err" && fault "a page is written nowhere"
grep -q "no/where.html" "$work/err" || fault "an unwritable page is not named"
for wrong in "" "report" "report $work/a.db --from 2026-13 --to 2026-14" "merge $work/x.db" "simulate --visits 5" frobnicate; do
    # shellcheck disable=SC2086
    "$stats" $wrong >/dev/null 2>"$work/err"
    [ $? -eq 2 ] && grep -q '^usage' "$work/err" || fault "\"$wrong\" is taken"
done

"$stats" report "$work/a.db" --from 2026-13 --to 2026-14 2>"$work/err"
grep -q '2026-13 n’est pas un mois' "$work/err" || fault "the wrong month is not named: $(cat "$work/err")"
"$stats" report "$work/a.db" --from 2026-08 --to 2026-06 2>"$work/err"
grep -q -e '--from vient après --to' "$work/err" || fault "months the wrong way round are not named: $(cat "$work/err")"
"$stats" report "$work/a.db" --from 2026-08 2>"$work/err"
grep -q -e '--to manque' "$work/err" || fault "a month alone is not named: $(cat "$work/err")"

for wrong in "--from 1999-05" "--visits -3" "--seed abc"; do
    # shellcheck disable=SC2086
    "$stats" simulate --pack "$pack" --visits 5 --seed 1 -o "$work/never.db" $wrong 2>"$work/err" && fault "$wrong is taken"
    grep -q "azimut-stats: ${wrong#* } " "$work/err" || fault "$wrong is not named: $(head -1 "$work/err")"
done
"$stats" report "$work/a.db" --lang de 2>"$work/err" && fault "--lang de is taken"
grep -q "azimut-stats: pas de langue « de » ; il y a fr, en" "$work/err" || fault "the language is not named: $(head -1 "$work/err")"
[ -e "$work/never.db" ] && fault "a wrong order leaves a file"

# What is no file stays what it is.
mkfifo "$work/pipe"
"$stats" report "$work/a.db" --html "$work/pipe" >/dev/null 2>&1 && fault "a report is written into a pipe"
[ -p "$work/pipe" ] || fault "a report took the place of a pipe"

# A file nobody has counted into yet: a sentence, not a sign in a sentence.
imagine --visits 0 --seed 5 --from 2026-08 --to 2026-08 -o "$work/none.db"
"$stats" report "$work/none.db" --html "$work/none.html" || fault "no report of nothing"
grep -q 'Moins de [0-9]* visites, dont moins de [0-9]* avec un test terminé' "$work/none.html" || fault "few visits are not said in words"
grep -q 'Environ &lt;' "$work/none.html" && fault "about less than"
grep -q '</b> aucun métier ne se détache' "$work/none.html" || fault "a capital behind a colon"

# In a browser: no error, nothing wider than the window from a phone to a desk, and it prints.
chromium=$(command -v chromium) || { echo "chromium is missing"; exit 1; }
browse() { timeout 60 "$chromium" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$work/profile" --enable-logging=stderr "$@" 2>"$work/log"; }
sed 's|</body>|<script>document.title = document.documentElement.scrollWidth <= innerWidth ? "FITS" : "WIDER " + document.documentElement.scrollWidth</script></body>|' \
    "$work/fr.html" >"$work/measured.html"
for width in 500 1280; do
    browse --window-size=$width,900 --dump-dom "file://$work/measured.html" >"$work/dom"
    grep -q '<title>FITS' "$work/dom" || fault "at $width the page is $(sed -n 's|.*<title>\(.*\)</title>.*|\1|p' "$work/dom" | head -1) wide"
    grep -i 'CONSOLE' "$work/log" && fault "the page has errors"
done
browse --print-to-pdf="$work/a4.pdf" --no-pdf-header-footer "file://$work/fr.html" && [ -s "$work/a4.pdf" ] || fault "the page does not print"
exit $status
