#!/bin/bash
# What a counselor does with a report: reads it in a browser, pivots its tables in a spreadsheet, compares periods and kiosks.
set -u
stats=$AZIMUT_BUILD/asan/azimut-stats
pack=$AZIMUT_BUILD/campus.pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
imagine() { "$stats" simulate --pack "$pack" "$@" || fault "simulate $* fails"; }

imagine --visits 4000 --seed 5 --from 2026-01 --to 2026-12 -o "$work/a.azimut"
imagine --visits 3000 --seed 6 --from 2026-07 --to 2026-12 -o "$work/b.azimut"
printf -- '- from: 2026-10-05\n  to: 2026-10-09\n  text: Travaux dans le hall\n' >"$work/notes.yaml"
"$stats" report "$work/a.azimut" --html "$work/a.html" --csv "$work/a" || fault "no report"
grep -q 'Travaux dans le hall' "$work/a.html" || fault "notes.yaml beside the file is not read"
grep -q 'Les journées du 23.nov. au 27.nov. (Visite guidée' "$work/a.html" || fault "the events of the pack are not said"
"$stats" report "$work/a.azimut" "$work/b.azimut" --lang en --html "$work/ab.html" --csv "$work/ab" || fault "no report of two files"
[ -s "$work/ab/by-kiosk/metiers.csv" ] && [ -s "$work/ab/README.txt" ] || fault "no tables by kiosk, or no guide to them"

# A period with another, and what is no period.
"$stats" report "$work/a.azimut" --from 2026-11 --to 2026-11 --against 2026-05 --html "$work/may.html" || fault "no comparison"
grep -q 'comparé à la période du 1er.mai 2026 au 31.mai 2026' "$work/may.html" || fault "the comparison is not said"
"$stats" report "$work/a.azimut" --from 2026-11 --to 2026-11 --against 2025-05 2>"$work/err" && fault "a period without figures is compared with"
grep -q -- '--against n’est pas dans les relevés' "$work/err" || fault "that period is not named: $(cat "$work/err")"
"$stats" report "$work/a.azimut" --from 2026-11 --to 2026-11 --against soon 2>/dev/null && fault "soon is a period"
printf -- '- from: 5 octobre\n  txt: x\n' >"$work/bad.yaml"
"$stats" report "$work/a.azimut" "$work/bad.yaml" --html "$work/bad.html" 2>"$work/err" && fault "bad notes are taken"
[ "$(grep -c 'bad.yaml:' "$work/err")" = 3 ] && [ ! -e "$work/bad.html" ] || fault "bad notes are not named: $(cat "$work/err")"

# In a browser every figure of every span is the one of the tables; the chooser works, and without a script nothing else is missing.
chromium=$(command -v chromium) || { echo "chromium is missing"; exit 1; }
browse() { timeout 120 "$chromium" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$work/profile" --enable-logging=stderr "$@" 2>"$work/log"; }
read_page() { # page, folder of tables
    {
        cat "$1"
        for table in "$2"/*.csv; do
            printf '<script type="text/csv" id="%s">' "$(basename "$table" .csv)"
            cat "$table"
            echo '</script>'
        done
        echo '<script>'
        cat tests/tools/report/read.js
        echo '</script>'
    } >"$work/read.html"
    browse --dump-dom "file://$work/read.html" >"$work/dom"
    grep -i 'CONSOLE' "$work/log" && fault "$1 has errors"
    grep -q '<title>SAME [0-9]\{4,\}' "$work/dom" || fault "$1: $(grep -o '<title>[^<]*' "$work/dom" | tail -1)"
}
read_page "$work/a.html" "$work/a"
read_page "$work/ab.html" "$work/ab"
grep -q 'id="explore" hidden' "$work/a.html" || fault "the chooser is there without its script"

# A spreadsheet reads the tables back, numbers as numbers and days as days, and pivots them to the sums that we reckon.
office=$(command -v soffice) || { echo "soffice is missing"; exit 1; }
spread() { timeout 120 "$office" "-env:UserInstallation=file://$work/office" --headless --norestore "$@" >/dev/null 2>"$work/log"; }
spread --convert-to fods --outdir "$work" "$work/a/metiers.ods" || fault "no .ods is read: $(cat "$work/log")"
[ "$(grep -c 'office:value-type="date"' "$work/metiers.fods")" -gt 50 ] || fault "days are no days"
[ "$(grep -c 'office:value-type="float"' "$work/metiers.fods")" -gt 200 ] || fault "numbers are no numbers"
basic=$work/office/user/basic/Standard # a library of macros that the first start has made
head='<?xml version="1.0" encoding="UTF-8"?>'
printf '%s\n<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>\n' "$head" >"$basic/script.xlb"
{
    printf '%s\n<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">' "$head"
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g' tests/tools/report/pivot.bas
    printf '</script:module>\n'
} >"$basic/Module1.xba"
pivot() { spread "macro:///Standard.Module1.Pivot(\"$1\",\"$2\",\"$3\",\"$4\")"; }
pivot "$work/a/metiers.ods" calc8 "" "$work/ods.csv"
pivot "$work/a/metiers.csv" "Text - txt - csv (StarCalc)" "59,34,76,1,,1036,false,true" "$work/csv.csv"
tr -d '"\r' <"$work/a/metiers.csv" | awk -F';' '$1 == "mois" && $6 != "" { sum[$5] += $6 } END { for (label in sum) print label ";" sum[label] }' |
    sort >"$work/reckoned"
[ "$(wc -l <"$work/reckoned")" -gt 10 ] || fault "there is nothing to pivot"
for kind in ods csv; do
    tail -n +3 "$work/$kind.csv" | sed '$d' | awk -F';' '$NF != "" { print $1 ";" $NF }' | sort >"$work/$kind.sums"
    cmp -s "$work/reckoned" "$work/$kind.sums" || fault "the pivot of the .$kind: $(diff "$work/reckoned" "$work/$kind.sums" | head -4)"
done
exit $status
