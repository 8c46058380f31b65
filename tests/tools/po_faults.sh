#!/bin/bash
# What a translator may get wrong in lang/LANG.po: each named with its line, and how to mend it.
set -u
pack=$AZIMUT_BUILD/asan/azimut-pack
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

cp -r content/campus "$work/campus"
rm -rf "$work/campus/clips" "$work/campus/lang" # films would only take time
po=$work/campus/lang/pl.po
"$pack" translate "$work/campus" pl || fault "translate fails"
grep -q '^"X-Reviewed: no\\n"$' "$po" || fault "a new translation says it was read"
sed -i 's/^"Plural-Forms: .*/"Plural-Forms: nplurals=3; plural=n==1 ? 0 : n%10>=2 \&\& n%10<=4 \&\& (n%100<10 || n%100>=20) ? 1 : 2;\\n"/' "$po"
"$pack" translate "$work/campus" pl
cp "$po" "$work/clean.po"

# set_text CONTEXT TEXT: into its empty msgstr; line_of CONTEXT
set_text() {
    CONTEXT=$1 TEXT=$2 awk '
        $0 == "msgctxt \"" ENVIRON["CONTEXT"] "\"" { mine = 1 }
        mine && /^msgstr(\[[0-9]\])? ""$/ { sub(/""$/, ""); print $0 "\"" ENVIRON["TEXT"] "\""; next }
        /^$/ { mine = 0 }
        { print }' "$po" > "$work/set.po" && cp "$work/set.po" "$po"
}
line_of() { grep -nF "msgctxt \"$1\"" "$po" | cut -d: -f1; }
# told CONTEXT SENTENCE: by check, in the line of that context
told() {
    "$pack" check "$work/campus" > "$work/check.txt" 2>&1
    grep -qF "pl.po:$(line_of "$1"): $2" "$work/check.txt" || fault "of $1 is not said: $2
$(grep -F pl.po "$work/check.txt" | head -5)"
    cp "$work/clean.po" "$po"
}

"$pack" check "$work/campus" > "$work/check.txt" 2>&1 || fault "an empty translation is a fault: $(cat "$work/check.txt")"
set_text way/BEFORE "{step} tuż przed"
told way/BEFORE "il manque {landmark}"
set_text way/BEFORE "{step} przed {the landmark} i {doors}"
told way/BEFORE "rien ne remplira {doors}"
set_text ui/WEEKS "tygodnie"
told ui/WEEKS "1 # attendus, il y en a 0"
set_text ui/WEEKS "# tygodni"
sed -i '/msgctxt "ui\/WEEKS"/,/^$/{/^msgstr\[2\]/d}' "$po"
told ui/WEEKS "2 formes du pluriel, la règle de l’en-tête en a 3"
set_text ui/BACK "$(printf 'Wstecz\xe2\x80\xae')"
told ui/BACK "une marque invisible (U+202E)"
set_text ui/BACK "Wróć do poprzedniej strony, na której byłeś przedtem"
told ui/BACK "avertissement : 52 signes, plus de trois fois le français"
set_text ui/BACK "Wróć 😀"
told ui/BACK "avertissement : aucune police de la borne ne dessine U+1F600"
set_text ui/BACK "Wstecz"
sed -i 's/^msgctxt "ui\/BACK"/#, fuzzy\n&/' "$po"
told ui/BACK "avertissement : à revoir (fuzzy)"

# Another charset, said or done.
sed -i 's/charset=UTF-8/charset=ISO-8859-2/' "$po"
"$pack" check "$work/campus" > "$work/check.txt" 2>&1 && fault "another charset is taken"
grep -q 'pl.po:[0-9]*: l’en-tête annonce un autre jeu de caractères' "$work/check.txt" || fault "$(cat "$work/check.txt")"
cp "$work/clean.po" "$po"
set_text ui/BACK "$(printf 'Wr\xf3c')"
at=$(($(line_of ui/BACK) + 2))
LC_ALL=C "$pack" check "$work/campus" > "$work/check.txt" 2>&1 && fault "bytes of another charset are taken"
grep -q "pl.po:$at: ce n’est pas de l’UTF-8" "$work/check.txt" || fault "line $at is not named: $(grep pl.po "$work/check.txt" | head -3)"
exit $status
