#!/bin/bash
# Updates of the real program from a stick, in a mount namespace where one is made of memory: signed, as sources, with faults,
# full, protected; what the staff reads against golden transcripts. ACCEPT=1 takes what was done as the new goldens: look at
# them before you commit them.
set -u
if [ -z "${INSIDE:-}" ]; then
    INSIDE=1 exec unshare --mount --map-root-user "$0" || { echo "no mount namespace can be made"; exit 1; }
fi
kiosk=$AZIMUT_BUILD/asan/azimut
pack=$AZIMUT_BUILD/asan/azimut-pack
work=$(mktemp -d)
stick=$work/media/CLE
trap 'umount "$stick" 2>/dev/null; rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
mkdir -p "$work/media/CLE"
mount --bind "$work/media" /media || { echo "nothing can be mounted"; exit 1; }
stick=/media/CLE
printf '471108\n471108\n' | "$kiosk" --pin "$work/pin" --set-pin 2>/dev/null
"$pack" keygen -W "$work/key" >/dev/null

# A campus without its films and its plan, which would only take time.
cp -r content/campus "$work/forge" && rm -rf "$work/forge/clips" "$work/forge/plan" "$work/forge/lang"
sed -i '/kiosk:place/d' "$work/forge/topics/"*.md
for version in 3 4; do
    sed -i "s/^version:.*/version: $version/" "$work/forge/campus.yaml"
    "$pack" build "$work/forge" -o "$work/$version.pack" >/dev/null || fault "no pack is built"
    "$pack" sign "$work/$version.pack" -k "$work/key" --not-before 2026-11-01 --expires 2027-11-01 || fault "it is not signed"
done

put_in() { # OPTIONS [FILES]: a stick with these files
    umount "$stick" 2>/dev/null
    mount -t tmpfs -o "$1" /dev/sdz1 "$stick" || fault "no stick"
    shift
    mkdir "$stick/azimut"
    [ $# -eq 0 ] || cp -r "$@" "$stick/azimut/"
}

visit() { # SCRIPT NAME [OPTION…]: as one life of the kiosk
    script=$1 name=$2
    shift 2
    "$kiosk" --headless --pack "$AZIMUT_BUILD/campus.pack" --window 1920x1080 --seed 7 --now 2026-11-29T09:10 \
        --pin "$work/pin" --packs "$work/packs" --key "$work/key.pub" --script "tests/visit/$script.touch" "$@" \
        --shots "${SHOTS:-$work}" --transcript "$work/$name.txt" 2>"$work/err" || fault "$name: $(cat "$work/err")"
}

golden() {
    sed -n '/^action "Contenu".*chosen/,$p' "$work/$1.txt" >"$work/told"
    [ -n "${ACCEPT:-}" ] && cp "$work/told" "tests/golden/$1.txt"
    diff -u "tests/golden/$1.txt" "$work/told" || fault "tests/golden/$1.txt differs"
}
says() { grep -qF "$2" "$work/$1.txt" || fault "$1 does not say: $2"; }

# A signed pack waits, and the next life tries it; the third gives it up for sources that are built here.
put_in size=60m "$work/3.pack" "$work/3.pack.minisig"
visit update update-signed
golden update-signed
[ -e "$work/packs/current" ] && fault "it is shown at once"
cp -r "$work/forge" "$work/mistaken"
sed -i 's|^dated:.*|dated: 28/11/2026|' "$work/mistaken/campus.yaml"
sed -i 's/^rome: .*/rome: 2913H/; s/^family:/famille:/' "$work/mistaken/trades/soudage.yaml"
put_in size=60m "$work/mistaken"
visit update update-faults
golden update-faults
case $(readlink "$work/packs/current") in clermont/3-*.pack) ;; *) fault "version 3 is not shown" ;; esac
grep -q 'trades/soudage.yaml' "$stick/a-corriger.html" || fault "the faults are not on the stick"
tidy -q -e "$stick/a-corriger.html" 2>"$work/err" || command -v tidy >/dev/null && grep . "$work/err" && fault "a page that is not HTML"

# A full stick and one that cannot be written: the faults are on the screen, and no half page is left.
put_in size=60m "$work/mistaken"
dd if=/dev/zero of="$stick/full" bs=64k status=none 2>/dev/null
visit update update-full
says update-full "La clé est pleine ou protégée"
[ -z "$(find "$stick" -maxdepth 1 -name '*.part' -o -maxdepth 1 -name '*.html')" ] || fault "a half page is on the full stick"
put_in size=60m "$work/mistaken" && mount -o remount,ro "$stick"
visit update update-protected
says update-protected "La clé est pleine ou protégée"
put_in size=60m "$work/3.pack" "$work/3.pack.minisig" && mount -o remount,ro "$stick"
visit update update-same
says update-same "Cette borne l’a déjà."

# Good sources, built by the kiosk; then back to the one before.
put_in size=60m "$work/forge"
visit update update-built
says update-built "Contenu 4 vérifié"
grep -q "Rien à corriger" "$stick/a-corriger.html" || fault "that all is well is not on the stick"
visit go-back back # of 4, which is on trial, to what came with the kiosk
says back "Contenu 4 à l’essai depuis 09:10"
visit go-back forth
says forth "Contenu d’origine en place"
visit update update-again
says update-again "Contenu 4 à l’essai"
[ "$(find "$work/packs" -name '*.pack' | wc -l)" = 1 ] || fault "what is not kept is not swept"

# One that does not open on its first day is given up, and that is told where the staff looks first and in the log. One whose
# file somebody took away is told as well, and is not called bad.
sed -i 's/^version:.*/version: 5/' "$work/forge/campus.yaml"
"$pack" build "$work/forge" -o "$work/5.pack" >/dev/null && "$pack" sign "$work/5.pack" -k "$work/key" || fault "version 5 is not built"
given_up() { # NAME WORDS: what the staff reads, what the log says
    visit update "$1-waits"
    grep -q 'clermont, version 5: is taken' "$work/err" || fault "$1: that it is taken is not in the log: $(cat "$work/err")"
    waiting=$(echo "$work"/packs/clermont/5-*.pack)
    $3 "$waiting"
    visit state "$1"
    grep -q 'clermont, version 5: is on trial' "$work/err" || fault "$1: no trial in the log: $(cat "$work/err")"
    grep -q 'clermont, version 5: is given up' "$work/err" || fault "$1: its end is not in the log: $(cat "$work/err")"
    says "$1" "$2"
}
damage() { chmod u+w "$1" && truncate -s 5000 "$1"; }
put_in size=60m "$work/5.pack" "$work/5.pack.minisig"
given_up state-gone "Le contenu 5 ne s’ouvrait pas" rm
given_up state-fell "Le contenu 5 s’est arrêté pendant l’essai" damage
visit update state-again
says state-again "Déjà essayé ici, et écarté"

# The folder that something else fills, without anybody's touch.
mkdir "$work/updates" && cp "$work/4.pack" "$work/4.pack.minisig" "$work/updates"
umount "$stick"
visit update update-folder --updates "$work/updates"
says update-folder "Aucune clé USB trouvée"
exit $status
