#!/bin/bash
# A language that nobody knew when the program was written: made up, put beside the content, walked
# through; and what a translator is told when a French text is now another.
set -u
pack=$AZIMUT_BUILD/azimut-pack # the checked build says nothing more (pack.sh) and takes three times as long
kiosk=$AZIMUT_BUILD/asan/azimut
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
says() { grep -qF -- "$2" "$1" || fault "$(basename "$1") does not say: $2"; }

cp -r content/campus "$work/campus" && rm -rf "$work/campus/lang"
rm -rf "$work/campus/clips" # films would only take time
po=$work/campus/lang/en-XA.po

"$pack" translate "$work/campus" fr > "$work/own.txt" 2>&1 && fault "French is no further language"
says "$work/own.txt" "n’est pas le code d’une langue de plus"
"$pack" translate "$work/campus" en-XA || fault "translate fails"
[ "$(grep -c '^msgctxt' "$po")" -gt 1500 ] || fault "hardly a text is to be translated"
says "$po" 'msgctxt "trade/soudage name"'
says "$po" 'msgctxt "ui/BACK"'
"$pack" check "$work/campus" > "$work/none.txt" || fault "an empty translation is a fault"
grep -q 'en-XA.po:1: .* textes à traduire et 0 à revoir' "$work/none.txt" || fault "nothing is said to be missing"

sh tests/support/pseudo.sh "$po" > "$work/made.po" && cp "$work/made.po" "$po"
"$pack" check "$work/campus" > "$work/whole.txt" || fault "the made-up language is a fault"
grep en-XA.po "$work/whole.txt" | grep -v 'trois fois le français' && fault "something is still missing"
"$pack" translate "$work/campus" en-XA && "$pack" translate "$work/campus" en-XA
"$pack" check "$work/campus" > "$work/kept.txt"
grep en-XA.po "$work/kept.txt" | grep -v 'trois fois le français' && fault "a translation is lost when the file is brought up to date"

# What translators wrote stays: their remarks and names, and texts whose record is away for a time.
last=$(grep '^- id: ' "$work/campus/glossary.yaml" | tail -1 | cut -c7-)
LAST=$last perl -0pi -e 's/^"Language: .*\n/$&"Last-Translator: Claire <claire\@example.org>\\n"\n/m; s/^(?=msgctxt "glossary\/$ENV{LAST} word")/# À relire avec l’atelier.\n/m' "$po"
target=$(grep -A3 "msgctxt \"glossary/$last word\"" "$po" | grep '^msgstr')
cp "$work/campus/glossary.yaml" "$work/glossary.yaml"
sed -i "/^- id: $last\$/,\$d" "$work/campus/glossary.yaml"
"$pack" translate "$work/campus" en-XA || fault "a record that is away stops the translation"
grep -A4 "glossary/$last word" "$po" > "$work/gone.txt"
says "$work/gone.txt" "#~ $target"
cp "$work/glossary.yaml" "$work/campus/glossary.yaml"
"$pack" translate "$work/campus" en-XA
grep -B3 -A4 "msgctxt \"glossary/$last word\"" "$po" > "$work/back.txt"
says "$work/back.txt" "$target"
grep -q '^#~ ' "$work/back.txt" && fault "a record that is back stays obsolete"
says "$work/back.txt" '# À relire avec l’atelier.'
says "$po" 'Last-Translator: Claire'

# A disk that is full leaves what was translated as it was.
cp "$po" "$work/en-XA.po"
if mount -t tmpfs -o size=2m tmpfs "$work/campus/lang" 2> /dev/null; then
    cp "$work/en-XA.po" "$po"
    dd if=/dev/zero of="$work/campus/lang/fill" bs=4k 2> /dev/null
    "$pack" translate "$work/campus" en-XA > "$work/said" 2>&1 && fault "a full disk is no fault"
    cmp -s "$po" "$work/en-XA.po" || fault "a full disk harms the translations"
    [ -e "$po.new" ] && fault "something half-written stays"
    umount "$work/campus/lang"
fi

# All pages of all screens in it, films too, lying, and standing in its twin that is written from
# right to left: nothing is cut, no word is of another language. Made by the quicker program.
cp -r content/campus "$work/films" && rm -rf "$work/films/lang"
fill() { # code options
    "$pack" translate "$work/films" "$1" && sh tests/support/pseudo.sh ${2:+"$2"} "$work/films/lang/$1.po" > "$work/made.po" &&
        cp "$work/made.po" "$work/films/lang/$1.po"
}
fill en-XA
fill ar-XB --leftward
"$pack" build "$work/films" -o "$work/films.pack" > "$work/built.txt" || fault "$(cat "$work/built.txt")"
sweep() { # code shape
    SWEEP_PACK=$work/films.pack SWEEP_LANG=$1 "$AZIMUT_BUILD/asan/tests/screens/sweep_$2_test" \
        > "$work/sweep.txt" 2>&1 || fault "$(tail -40 "$work/sweep.txt")"
}
sweep en-XA lying
sweep ar-XB standing

# A French text that is now another: its translation waits to be looked at, the French is shown.
sed -i 's/^headline:.*/headline: {fr: "Un autre titre", en: "Another title"}/' "$work/campus/campus.yaml"
"$pack" translate "$work/campus" en-XA
grep -B1 -A4 'msgctxt "campus/clermont headline"' "$po" > "$work/headline.txt"
says "$work/headline.txt" '#, fuzzy'
"$pack" check "$work/campus" > "$work/fuzzy.txt"
grep -q 'en-XA.po:1: .* 0 textes à traduire et 1 à revoir' "$work/fuzzy.txt" ||
    fault "what is fuzzy is not told: $(cat "$work/fuzzy.txt")"

"$pack" build "$work/campus" -o "$work/campus.pack" > "$work/built.txt" || { cat "$work/built.txt"; exit 1; }
"$pack" show "$work/campus.pack" > "$work/show.txt"
says "$work/show.txt" "langues : fr (Français), en (English), en-XA (Ënglîish)"

# Page after page in it: each text that is told has its accents, but for names that have none.
xa() { sh tests/support/pseudo.sh --say "$1"; }
walk() { "$kiosk" --pack "$work/campus.pack" --headless --now 2026-11-23T14:32 --seed 7 --window 1920x1080 \
    --script "$work/walk.touch" --transcript "$work/said.txt" "$@"; }
cat > "$work/walk.touch" <<END
expect "Un autre titre"
tap "$(xa Start)"
screen home
tap "$(xa 'Take the quiz')"
screen quiz
tap "$(xa 'I think so')"
wait 400
tap "$(xa 'Home')"
tap "$(xa 'All 24 trades')"
screen families
tap "$(xa Metalwork)"
tap "$(xa Welding)"
screen trade
tap "$(xa Home)"
tap "$(xa 'Back on track')"
screen back
tap "$(xa Home)"
END
walk --lang en-XA || fault "the walk fails"
[ "$(grep -c . "$work/said.txt")" -gt 200 ] || fault "hardly anything is told"
grep -E '^(text|action|image) "' "$work/said.txt" | sort -u | grep -vE 'à|é|î|ô|û|Å|Ë|Ø' |
    grep -vE '"(14:32|Un autre titre|Français|[0-9] / [0-9]|[A-Z0-9]*)"' && fault "this was not said in the language"

# What waits for a translator is said in French, and the transcript says so for the voice.
cat > "$work/walk.touch" <<END
expect "Un autre titre"
END
walk --lang en-XA || fault "the first page fails"
says "$work/said.txt" 'text "Un autre titre" in fr'
[ "$(grep -c ' in fr$' "$work/said.txt")" = 1 ] || fault "more than one text is said to be French"

# Ways, the builder's names and the report are in it too.
way() { "$AZIMUT_BUILD/asan/azimut-map" route "$work/campus.pack" --to 101 "$@"; }
way --lang en-XA > "$work/way.txt" || fault "no way"
says "$work/way.txt" "1. $(xa 'Facing the screen')"
says "$work/way.txt" "$(xa 'door')"
way --lang tlh 2> "$work/way.txt" && fault "a way in a language that is not there"
[ "$(cat "$work/way.txt")" = "azimut-map: pas de langue « tlh » ; il y a fr, en, en-XA" ] || fault "$(cat "$work/way.txt")"
stats=$AZIMUT_BUILD/asan/azimut-stats
"$stats" simulate --pack "$work/campus.pack" --visits 400 --seed 3 -o "$work/a.db" || fault "no figures"
"$stats" report "$work/a.db" --pack "$work/campus.pack" --lang en-XA --html "$work/a.html" || fault "no report"
says "$work/a.html" '<html lang="en-XA">'
says "$work/a.html" "$(xa 'What visitors looked for')"
"$stats" report "$work/a.db" --pack "$work/campus.pack" --lang tlh 2> "$work/a.txt" && fault "a report in no language"
says "$work/a.txt" "il y a fr, en, en-XA"

# With more languages than two the buttons lead to a page of all of them, from home and from the
# page that waits, and the drawer to the same.
cat > "$work/walk.touch" <<END
tap "Choisir ma langue"
screen languages
tap "English"
screen home
tap "Choose my language"
screen languages
tap "$(xa English)"
screen home
expect "$(xa 'Draft translation')"
tap "$(xa Accessibility)"
tap "$(xa 'Choose my language')"
tap "$(xa 'Choose my language')"
screen home
expect-not "Draft translation"
tap "$(xa 'Choose my language')"
tap "Français"
expect-not "Traduction à relire"
END
walk || fault "a language cannot be chosen"

# Any order will do, and one language alone.
order() {
    sed -i "/^languages:/d; 1a languages: [$1]" "$work/campus/campus.yaml"
    "$pack" build "$work/campus" -o "$work/campus.pack" > "$work/built.txt" || fault "$1: $(cat "$work/built.txt")"
    "$pack" show "$work/campus.pack" > "$work/show.txt"
    says "$work/show.txt" "langues : $2"
}
mkdir "$work/lang" && mv "$po" "$work/lang/"
order "en, fr" "en (English), fr (Français)"
echo 'expect "Another title"' > "$work/walk.touch"
walk || fault "English does not come first"
"$AZIMUT_BUILD/asan/azimut-map" route "$work/campus.pack" --to 101 > "$work/way.txt"
says "$work/way.txt" "Facing the screen"
order "fr" "fr (Français)"
echo 'expect "Un autre titre"' > "$work/walk.touch"
walk || fault "French alone is not shown"
mv "$work/lang/en-XA.po" "$po"
"$pack" translate "$work/campus" en-XA || fault "nothing is translated from French alone"
order "fr" "fr (Français), en-XA (Ënglîish)"
echo "expect \"$(xa 'Start the quiz')\"" > "$work/walk.touch"
walk --lang en-XA || fault "a further language without English"

echo 'expect "Quel métier"' > "$work/walk.touch"
walk --lang tlh 2> "$work/unknown.txt" && fault "the title is another by now"
says "$work/unknown.txt" "no language is called tlh"
exit $status
