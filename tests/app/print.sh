#!/bin/bash
# Paper: a result, a course and a way in both languages against their goldens, what the sheets look like to a phone and to a
# printer; a printer that is not there, paused, slow, dead; and that nothing of a visit is left to the next.
# ACCEPT=1 takes what was printed as the new goldens: read them before you commit them.
set -u
kiosk=$AZIMUT_BUILD/asan/azimut
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

# begin: a print service without a job, whose files are in $HOME
begin() {
    rm -rf "$work/cups"
    mkdir "$work/cups"
    for program in lp lpstat cancel; do ln -s "$PWD/tests/support/cups.sh" "$work/cups/$program"; done
}
play() { # play SCRIPT OPTIONS…
    HOME=$work/cups PATH=$work/cups:$PATH "$kiosk" --headless --seed 7 --still --pack "$AZIMUT_BUILD/campus.pack" --window 1920x1080 \
        --now 2026-11-23T14:32 --script "$1" --transcript "$work/transcript" "${@:2}" 2> "$work/err"
}
# A page of one touch: the course, where the button is asked for.
course() { printf 'open "course/bac-pro-maintenance"\n%s\n' "$1" > "$work/course.touch"; }

english() {
    sed 's/"Commencer"/"Start"/; s/"Faire le test"/"Take the quiz"/; s/"L’emporter"/"Take it home"/; s/"Imprimer"/"Print"/
        s/"Impression en cours…"/"Printing…"/; s/"C’est imprimé"/"It is printed"/; s/"C’est imprimé. Encore une feuille ?"/"It is printed. One more sheet?"/
        s/"C’est imprimé. Trois.*"/"It is printed. Three sheets a visit, so that there is paper for everybody."/
        s/"Y aller"/"Go there"/; s/"Sur mon téléphone"/"On my phone"/; s/"Accueil"/"Home"/; s/"J’ai fini"/"I’ve finished"/'
}
sheets() { awk '/^sheet / { on = 1 } /^screen / { on = 0 } on' "$1"; }

# ---- what is printed -------------------------------------------------------------------------------
for lang in fr en; do
    begin
    if [ $lang = fr ]; then cat tests/visit/print.touch; else english < tests/visit/print.touch; fi > "$work/visit.touch"
    play "$work/visit.touch" --printer default --lang $lang || fault "$lang: $(cat "$work/err")"
    sheets "$work/transcript" > "$work/sheets"
    golden=tests/golden/print.$lang.txt
    [ -n "${ACCEPT:-}" ] && cp "$work/sheets" "$golden"
    diff -u "$golden" "$work/sheets" || fault "$golden differs"
    [ "$(find "$work/cups" -name 'paper.*' | wc -l)" = 3 ] || fault "$lang: not three sheets, but $(ls "$work/cups")"
    for number in 1 2 3; do
        paper=$work/cups/paper.$number.pdf
        pdfinfo "$paper" > "$work/info" 2>&1 || fault "$lang: sheet $number is no PDF: $(cat "$work/info")"
        grep -q '^Pages: *1$' "$work/info" && grep -q '^Page size: *419.52 x 595.2 pts' "$work/info" ||
            fault "$lang: sheet $number is no page of A5: $(cat "$work/info")"
        pdftoppm -r 200 -gray -singlefile "$paper" "$work/sheet"
        # zbar takes no-break spaces for Latin-1 where nothing else is beyond ASCII
        zbarimg -q --raw "$work/sheet.pgm" 2> /dev/null | tr '\n' ' ' | sed 's/Â//g; s/ *$//' > "$work/read"
        sed -n 's/^code "\(.*\)"$/\1/p' "$golden" | sed -n ${number}p | tr -d '\n' > "$work/said"
        cmp -s "$work/read" "$work/said" || fault "$lang: a phone reads something else on sheet $number: $(cat "$work/read")"
        # black on white, and white around it
        convert "$work/sheet.pgm" -format '%[fx:minima] %[fx:maxima]' info: | grep -q '^0 1$' || fault "$lang: sheet $number is grey"
        [ "$(convert "$work/sheet.pgm" -threshold 90% -trim -format '%[fx:page.x>40&&page.y>40]' info:)" = 1 ] ||
            fault "$lang: sheet $number has no margin"
    done
done

# ---- a printer that is not there, and one that nobody named ----------------------------------------------
begin
course 'expect-not "Imprimer"'
play "$work/course.touch" || fault "nobody named one: $(cat "$work/err")"
[ -e "$work/cups/asked" ] && fault "nobody named a printer, and one is asked for"
for why in disabled rejects offline lpstat-fails lpstat-dies no-default; do
    begin
    : > "$work/cups/$why"
    play "$work/course.touch" --printer default || fault "$why: $(cat "$work/err")"
done
begin
play "$work/course.touch" --printer Autre || fault "another printer: $(cat "$work/err")"
rm "$work"/cups/{lp,lpstat,cancel}
PATH=/nowhere play "$work/course.touch" --printer default || fault "without CUPS: $(cat "$work/err")"

# ---- one that breaks when it is used: said on the page, and to the installer ------------------------------
course 'tap "Imprimer"
wait 1500
expect "L’imprimante ne répond pas. L’accueil peut aider."
expect-not "Imprimer"'
for how in lp-fails lp-dies lp-hangs; do
    begin
    : > "$work/cups/$how"
    play "$work/course.touch" --printer default || fault "$how: $(cat "$work/err")"
    [ "$(grep -c '^azimut: printer: lp' "$work/err")" = 1 ] || fault "$how: the installer hears $(cat "$work/err")"
done

# ---- what is said of the option --------------------------------------------------------------------------
printf 'printer = Accueil\n' > "$work/conf"
begin
course 'expect "Imprimer"'
play "$work/course.touch" --config "$work/conf" || fault "in the file: $(cat "$work/err")"
course 'expect-not "Imprimer"'
play "$work/course.touch" --config "$work/conf" --printer none || fault "overruled: $(cat "$work/err")"
exit $status
