#!/bin/bash
# azimut --edit, headless, with an author who saves files meanwhile: the page stays and says what was saved, a fault stands over it
# until it is mended, whatever becomes of the folder is named, and nothing is written into it.
set -u
work=$(mktemp -d)
kiosk=$work/azimut
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
cp "$AZIMUT_BUILD/asan/azimut" "$AZIMUT_BUILD/azimut-pack" "$work" # the compiler has tests of its own, and is to be quick here
export XDG_CACHE_HOME=$work/cache TMPDIR=$work/tmp
mkdir "$work/cache" "$work/tmp"

. tests/support/small_campus.sh
small_campus "$work/good"
campus=$work/campus
cp -r "$work/good" "$campus"
trade=$campus/trades/soudage.yaml

# begin [OPTION…]: the kiosk, with a script that is written while it plays.
begin() {
    rm -rf "$work/script" "$work/shots" && mkdir "$work/shots" && mkfifo "$work/script"
    "$kiosk" --headless --edit "$campus/" --script "$work/script" --shots "$work/shots" --window 960x540 \
        --now 2026-11-23T14:32 --still "$@" 2> "$work/err" &
    program=$!
    exec 3<> "$work/script" # which does not wait for somebody who reads it
    step=0
    plays
}
# plays LINE…: these lines are played to their end, or the kiosk has ended.
plays() {
    step=$((step + 1))
    printf '%s\n' "$@" "shot $step" >&3
    for _ in $(seq 600); do
        [ "$(tail -c 8 "$work/shots/$step.png" 2> /dev/null | head -c 4)" = IEND ] && return # written to its end
        kill -0 $program 2> /dev/null || { fault "step $step: $(grep -v 'edit:' "$work/err")"; exit 1; }
        sleep 0.05
    done
    fault "step $step does not end"
}
ends() { exec 3>&-; wait $program || fault "it ends badly: $(tail -2 "$work/err")"; }
built() { grep -c 'edit: looked at' "$work/err"; }
mend() { cp "$work/good/trades/soudage.yaml" "$trade"; }

begin --lang fr
plays 'tap 20,20' 'tap "Accueil"' 'tap "métiers"' 'tap "Métal"' 'tap "Soudage"' 'screen trade' 'expect "tout devient sombre"'

# A sentence: the page says it, and is still that page; the tab that was open stays open.
plays 'tap "Gestes et outils"'
sed -i 's/tout devient sombre/tout devient bien sombre/' "$trade"
plays 'wait 200' 'screen trade' 'expect "Soudeur, soudeuse"' 'tap "En bref"' 'expect "tout devient bien sombre"' 'expect-not "À corriger"'

# A fault stands over it, with its place and its mend, and goes with it; an editor that saves by renaming is heard as well.
sed 's/^rome: .*/rome: 12/; s/^level: .*/level: 99/' "$trade" > "$work/new" && mv "$work/new" "$trade"
plays 'wait 200' 'screen trade' 'expect "tout devient bien sombre"' 'expect "À corriger"' 'expect "trades/soudage.yaml, ligne 2"' \
    'expect "comme H2913"' 'expect "La page montrée est celle d’avant."'
mend
plays 'wait 200' 'expect-not "À corriger"' 'expect-not "bien sombre"' 'screen trade'

# Two saves at once are looked at once.
before=$(built)
sed -i 's/tout devient sombre/tout devient noir/' "$trade"
sed -i 's/La main avance/Une main avance/' "$trade"
plays 'wait 200' 'expect "tout devient noir"' 'expect "Une main avance"'
[ "$(built)" -eq $((before + 1)) ] || fault "two saves at once are looked at $(($(built) - before)) times"
mend

# Records that come and go: the page is found again by its id; when its own record goes, home.
cp "$trade" "$campus/trades/aaa.yaml"
sed -i 's/^id: .*/id: aaa/; s/^order: .*/order: 0/; s/^related: .*/related: [soudage, ajustage]/' "$campus/trades/aaa.yaml"
plays 'wait 200' 'screen trade' 'expect "tout devient sombre"' 'expect "Soudeur, soudeuse"'
rm "$campus/trades/aaa.yaml"
plays 'wait 200' 'screen trade' 'expect "tout devient sombre"'

# What is there but not to be had: a link that leads outside, no rights, no folder at all.
mv "$campus/charts.yaml" "$work/outside.yaml" && ln -s "$work/outside.yaml" "$campus/charts.yaml"
plays 'wait 200' 'expect "charts.yaml, ligne 1"' 'expect "ce lien mène hors du dossier"' 'screen trade'
rm "$campus/charts.yaml" && cp "$work/good/charts.yaml" "$campus/"
mv "$campus" "$work/away"
plays 'wait 200' "expect \"Le dossier $campus n’est plus là\"" 'screen trade' 'expect "tout devient sombre"'
mv "$work/away" "$campus"
plays 'wait 200' 'expect-not "plus là"' 'screen trade'
mkdir "$campus/lang" && echo 'msgid' > "$campus/lang/de.po"
plays 'wait 200' 'expect "lang/de.po"'
before=$(built)
echo 'msgstr' > "$campus/lang/de.po" # in a folder that is new
plays 'wait 200' 'expect "lang/de.po"'
[ "$(built)" -gt "$before" ] || fault "a new folder is not watched"
rm -r "$campus/lang"
plays 'wait 200' 'expect-not "lang/de.po"'

# The author's keys, each with what it does; no visitor's key does it.
plays 'key f1' 'expect "Les touches de cette fenêtre"' 'expect "F10"' 'key f1' 'expect-not "Les touches"' 'type "?"' 'expect "F10"' 'type "?"'
plays 'key f7' 'expect "24 novembre 2026"' 'key shift-f7' 'expect "23 novembre 2026"' 'key f6' 'expect "15 h 32"' 'key shift-f6'
plays 'key f5' 'expect "Welder"' 'key f5' 'expect "Soudeur, soudeuse"'
plays 'key f3' 'key f4' 'screen trade' 'key f2'
size() { file "$work/shots/$step.png" | grep -o '[0-9]* x [0-9]*'; }
[ "$(size)" = "540 x 960" ] || fault "f2 does not turn it: $(size)"
plays 'key f2' 'key f3' 'key f3' 'key f4' 'key f4' 'key f4' 'key f4' 'screen trade'
[ "$(size)" = "960 x 540" ] || fault "f2 does not turn it back: $(size)"

# What does not fit is boxed and said on the page; f9 finds it from anywhere, and nothing when all is well.
plays 'tap "Accueil"' 'key f9' 'expect "rien de plus ne déborde"' 'screen home'
sed -i '/^Choisir/d' "$campus/topics/ici.fr.md"
plays 'wait 200' 'screen home' 'key f9' 'screen topic' 'expect "Sur cette page"' 'expect "un titre sans son texte"'
plays 'key f10' 'expect-not "Sur cette page"' 'key f10' 'expect "Sur cette page"'
cp "$work/good/topics/ici.fr.md" "$campus/topics/"
plays 'wait 200' 'expect-not "Sur cette page"' 'screen topic'
ends
grep -qi 'sanitizer' "$work/err" && fault "$(cat "$work/err")"

# A folder that cannot be built at all: a calm page says so and waits. In English for whoever reads English.
sed -i 's/^dated: .*/dated: soon/' "$campus/campus.yaml"
begin --lang en
plays 'expect "This folder cannot be shown yet"' 'expect "campus.yaml, line"' 'expect "To mend"'
cp "$work/good/campus.yaml" "$campus/"
plays 'wait 200' 'screen attract' 'expect-not "cannot be shown"' 'tap 20,20' 'expect "Metalwork"'
ends

# Nothing is written into it, nothing is left behind.
diff -r "$work/good" "$campus" || fault "the folder has changed"
[ -z "$(ls -A "$work/tmp")" ] || fault "left behind: $(ls -A "$work/tmp")"

# A folder that may not be read is named, whoever asks.
lock() { chmod 000 "$campus"; }
nobody=()
[ "$(id -u)" -ne 0 ] || { nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups); chmod 711 "$work"; chmod -R a+rwX "$work/tmp" "$work/cache"; }
printf 'expect "ne peut pas encore être montré"\nexpect "ne peut pas être lu"\n' > "$work/locked.touch" && chmod a+r "$work/locked.touch"
lock
"${nobody[@]}" "$kiosk" --headless --edit "$campus" --script "$work/locked.touch" --lang fr 2> "$work/err" ||
    fault "without rights: $(cat "$work/err")"
chmod 755 "$campus"

# It counts nothing: what would is refused beside it.
"$kiosk" --headless --edit "$campus" --stats "$work/stats.db" --script "$work/locked.touch" 2> "$work/err" && fault "--stats beside --edit"
grep -q 'pas avec --pack, --packs, --stats' "$work/err" || fault "not said: $(cat "$work/err")"
exit $status
