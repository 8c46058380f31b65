#!/bin/bash
# One campus with a fault of each sort, checked in French and in English: the same faults at the same places, and each
# language from the first word to the last. What an author wrote is quoted as it is.
set -u
export LC_ALL=C.UTF-8
. tests/support/small_campus.sh
# Its own folder is not the one from which it is told what is no leak.
export LSAN_OPTIONS=${LSAN_OPTIONS-}
LSAN_OPTIONS=${LSAN_OPTIONS/suppressions=tests/suppressions=$PWD/tests}
pack=$(realpath "$AZIMUT_BUILD/asan/azimut-pack")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

small_campus "$work/campus"
home=$PWD
cd "$work/campus" || exit 1
sed -i -e 's/^family:/famille:/' -e 's/^rome: .*/rome: 2913H/' -e '/^alt:/,/^  en:/d' trades/soudage.yaml
sed -i -e 's/^order: .*/order: many/' -e 's/^related: .*/related: [soudoge]/' -e '2p' trades/ajustage.yaml
sed -i -e '3s/^/\t/' trades/chaudronnerie.yaml
sed -i 's|^dated: .*|dated: 31/02/2026|' campus.yaml
sed -i 's/^- id: E/- id: M1/' facets.yaml
printf '# Come here\n\n**Three** trades.\n\n1. Choose\n' >topics/ici.en.md
printf -- '- {id: one, colour: red\n' >machines.yaml
printf 'id,nom\na,b\n' >glossary.csv
echo x >notes.doc
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="1">a</text></svg>' >pictures/soudage.svg
head -c 20 /dev/zero >pictures/moulage.png
mkdir -p plan lang recordings
cat >plan/plan.osm <<'END'
<osm version="0.6">
 <node id="1" lat="45.0" lon="3.0"/><node id="2" lat="45.0" lon="3.001"/>
 <node id="3" lat="45.001" lon="3.001"><tag k="door" v="yes"/><tag k="width" v="far"/></node>
 <way id="4"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="indoor" v="room"/><tag k="name" v="Hall"/><tag k="kiosk:label_priority" v="9"/></way>
 <way id="5"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="indoor" v="room"/><tag k="level" v="one"/></way>
</osm>
END
printf 'msgid ""\nmsgstr "Language: pl\\nContent-Type: text/plain; charset=UTF-8\\n"\n\nmsgctxt "ui/BACK"\nmsgid "Retour"\nmsgstr "x"\n' >lang/pl.po
cd "$home" || exit 1

check() { # LANGUAGE: the folder is the same, and so is its name
    (cd "$work" && LC_ALL=$1 "$pack" check campus --now 2026-11-23T12:00 >"$work/$1" 2>&1)
    [ $? -eq 1 ] || fault "$1: it is not refused: $(cat "$work/$1")"
}
check fr
check en
places() { grep -oE '^[^ ]+:[0-9]+:([0-9]+:)?' "$1"; }
diff <(places "$work/fr") <(places "$work/en") || fault "not the same faults at the same places"
grep -xFf "$work/fr" "$work/en" && fault "said alike in both"
# Without what is quoted of the campus.
sed 's/“[^”]*”/QUOTED/g' "$work/en" | grep -E "[éèêàçùôî’«»]| (le|la|les|est|une|des) | [:;]" && fault "French within English"
sed 's/«[^»]*»/QUOTED/g' "$work/fr" | grep -E "[“”]| (the|is|of|an|and|with) " && fault "English within French"
diff -u tests/golden/faults.en.txt "$work/en" || {
    [ -n "${ACCEPT:-}" ] && cp "$work/en" tests/golden/faults.en.txt || fault "other sentences than were read"
}
exit $status
