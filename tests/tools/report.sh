#!/bin/bash
# What a counselor does with a report: reads it in a browser, pivots its tables in a spreadsheet,
# compares periods and kiosks.
set -u
stats=$AZIMUT_BUILD/asan/azimut-stats
pack=$AZIMUT_BUILD/campus.pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
imagine() { "$stats" simulate --pack "$pack" "$@" || fault "simulate $* fails"; }
report() { "$stats" report "$@" 2>"$work/err"; }
said() { grep -q -- "$1" "$work/err" || fault "not said: $1, but: $(cat "$work/err")"; }
shows() { grep -q "$2" "$work/$1" || fault "$1 does not show $2"; }

imagine --visits 4000 --seed 5 --from 2026-01 --to 2026-12 -o "$work/a.azimut"
imagine --visits 3000 --seed 6 --from 2026-07 --to 2026-12 -o "$work/b.azimut"
cat >"$work/notes.yaml" <<'END'
- from: 2026-10-05
  to: 2026-10-09
  text: Travaux dans le hall
END
report "$work/a.azimut" --html "$work/a.html" --csv "$work/a" || fault "no report"
shows a.html 'Travaux dans le hall'                                # notes.yaml beside the file
shows a.html 'Les journées du 9.déc. au 10.déc. (Visite de l’atelier usinage'   # the events of the pack
report "$work/a.azimut" "$work/b.azimut" --lang en --html "$work/ab.html" --csv "$work/ab" ||
    fault "no report of two files"
[ -s "$work/ab/by-kiosk/metiers.csv" ] || fault "no tables by kiosk"
[ -s "$work/ab/README.txt" ] && [ -s "$work/a/LISEZMOI.txt" ] || fault "no guide to the tables"

# A period with another, and what is no period.
november="--from 2026-11 --to 2026-11"
# shellcheck disable=SC2086
{
    report "$work/a.azimut" $november --against 2026-05 --html "$work/may.html" ||
        fault "no comparison"
    shows may.html 'comparé à la période du 1er.mai 2026 au 31.mai 2026'
    report "$work/a.azimut" $november --against 2025-05 && fault "nothing is compared with"
    said '--against n’est pas dans les relevés'
    report "$work/a.azimut" $november --against soon && fault "soon is a period"
    said 'soon n’est ni un mois ni des mois'
}
printf -- '- from: 5 octobre\n  txt: x\n' >"$work/bad.yaml"
report "$work/a.azimut" "$work/bad.yaml" --html "$work/bad.html" && fault "bad notes are taken"
[ "$(grep -c 'bad.yaml:' "$work/err")" = 3 ] || fault "bad notes: $(cat "$work/err")"
[ -e "$work/bad.html" ] && fault "bad notes are reported all the same"

# In a browser every figure of every span is the one of the tables, and so are those of the chooser,
# which is hidden without its script.
chromium=$(command -v chromium) || { echo "chromium is missing"; exit 1; }
browse() {
    timeout 120 "$chromium" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
        --user-data-dir="$work/profile" --enable-logging=stderr "$@" 2>"$work/log"
}
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
    grep -q '<title>SAME [0-9]\{4,\}' "$work/dom" ||
        fault "$1: $(grep -o '<title>[^<]*' "$work/dom" | tail -1)"
}
read_page "$work/a.html" "$work/a"
read_page "$work/ab.html" "$work/ab"
shows a.html 'id="explore" hidden'

# A spreadsheet reads the tables back, numbers as numbers and days as days, and pivots them to the
# sums that we reckon.
office=$(command -v soffice) || { echo "soffice is missing"; exit 1; }
spread() {
    timeout 120 "$office" "-env:UserInstallation=file://$work/office" --headless --norestore "$@" \
        >/dev/null 2>"$work/log"
}
count() { grep -c "office:value-type=\"$1\"" "$work/metiers.fods"; }
spread --convert-to fods --outdir "$work" "$work/a/metiers.ods" || fault "no .ods is read"
[ "$(count date)" -gt 50 ] || fault "days are no days"
[ "$(count float)" -gt 200 ] || fault "numbers are no numbers"

basic=$work/office/user/basic/Standard # a library of macros that the first start has made
head='<?xml version="1.0" encoding="UTF-8"?>'
dtd='PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"'
cat >"$basic/script.xlb" <<END
$head
<!DOCTYPE library:library $dtd "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
END
{
    echo "$head"
    echo "<!DOCTYPE script:module $dtd \"module.dtd\">"
    printf '<script:module xmlns:script="http://openoffice.org/2000/script"'
    printf ' script:name="Module1" script:language="StarBasic">'
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g' tests/tools/report/pivot.bas
    echo '</script:module>'
} >"$basic/Module1.xba"
pivot() { spread "macro:///Standard.Module1.Pivot(\"$1\",\"$2\",\"$3\",\"$4\")"; }
csv="Text - txt - csv (StarCalc)"
pivot "$work/a/metiers.ods" calc8 "" "$work/ods.csv"
pivot "$work/a/metiers.csv" "$csv" "59,34,76,1,,1036,false,true" "$work/csv.csv"
tr -d '"\r' <"$work/a/metiers.csv" |
    awk -F';' '$1 == "mois" && $6 != "" { n[$5] += $6 } END { for (l in n) print l ";" n[l] }' |
    sort >"$work/reckoned"
[ "$(wc -l <"$work/reckoned")" -gt 10 ] || fault "there is nothing to pivot"
for kind in ods csv; do
    tail -n +3 "$work/$kind.csv" | sed '$d' | awk -F';' '$NF != "" { print $1 ";" $NF }' |
        sort >"$work/$kind.sums"
    cmp -s "$work/reckoned" "$work/$kind.sums" ||
        fault "the pivot of the .$kind: $(diff "$work/reckoned" "$work/$kind.sums" | head -4)"
done
exit $status
