#!/bin/bash
# The look of a campus: two colours that can be read, a logo of the right shape, an emblem. What cannot be seen is refused with its
# ratio and the nearest shade that can; what can is seen in the kiosk and in the report.
cd "$(dirname "$0")/../.." || exit 1
pack=$AZIMUT_BUILD/asan/azimut-pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
"$pack" new "$work/campus" --from bois > /dev/null || fault "no campus to try it on"

refuse() { # refuse "what is said" sed-script
    cp "$work/campus/campus.yaml" "$work/kept" && sed -i "$2" "$work/campus/campus.yaml"
    "$pack" check "$work/campus" > "$work/said" 2>&1 && fault "not refused: $2"
    grep -qE "/campus.yaml:[0-9]+: $1" "$work/said" || fault "expected: $1
got: $(cat "$work/said")"
    cp "$work/kept" "$work/campus/campus.yaml"
}
refuse 'look : « colour: #C8641E » : contraste de [0-6],[0-9] pour 1 .* il en faut 7 ; la nuance la plus proche qui convient : "#[0-9A-F]{6}"' 's/colour: .*/colour: "#C8641E"/'
near=$(sed -n 's/.*convient : "\(#[0-9A-F]*\)".*/\1/p' "$work/said")
refuse 'look : « accent: #7A2E00 » : contraste de [0-6],[0-9] pour 1 .* il en faut 7 ; la nuance' 's/accent: .*/accent: "#7A2E00"/'
refuse 'look : « colour: brown » n’est pas une couleur ; écrire # et six chiffres' 's/colour: .*/colour: brown/'
refuse '« #5A3410 » est pris pour une remarque, parce que # est devant ; l’entourer de guillemets droits' 's/colour: .*/colour: #5A3410/'
refuse '« loggo » n’existe pas dans pictures/ ; est-ce « logo »' 's/logo: logo/logo: loggo/'
refuse '« tronk » n’existe pas dans pictures/ ; est-ce « tronc »' 's/emblem: tronc/emblem: tronk/'
refuse '.*« accents »' 's/  accent:/  accents:/'
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 100"><rect width="700" height="100" fill="#0B4A7F"/></svg>' > "$work/campus/pictures/long.svg"
refuse 'look : le logo « long » a 700 x 100 points ; il en faut de une à 6 fois plus' 's/logo: logo/logo: long/'
rm "$work/campus/pictures/long.svg"
sed -i "s/colour: .*/colour: \"$near\"/" "$work/campus/campus.yaml"
"$pack" build "$work/campus" -o "$work/campus.pack" > "$work/said" 2>&1 || fault "the shade that was named is refused: $(cat "$work/said")"

# In the kiosk the logo stands instead of the name; in the report the logo is a picture in the same colour.
printf 'shot a\ntap "Commencer"\nscreen home\n' > "$work/script"
"$AZIMUT_BUILD/asan/azimut" --headless --pack "$work/campus.pack" --window 1280x720 --now 2026-11-23T14:32 --still \
    --script "$work/script" --shots "$work" --transcript "$work/visit" 2> "$work/err" || fault "no visit: $(cat "$work/err")"
grep -q '^text "Campus du bois"' "$work/visit" && fault "the name of the campus stands beside its logo"
stats=$AZIMUT_BUILD/asan/azimut-stats
"$stats" simulate --pack "$work/campus.pack" --visits 3000 --seed 3 --from 2026-05 --to 2026-06 -o "$work/stats.db" || fault "not counted"
"$stats" report "$work/stats.db" --pack "$work/campus.pack" --html "$work/own.html" > /dev/null || fault "no report"
"$stats" report "$work/stats.db" --html "$work/house.html" > /dev/null || fault "no report without its pack"
grep -q -- "--primary:$near;" "$work/own.html" && grep -q 'class="logo" alt="" src="data:image/svg+xml,' "$work/own.html" &&
    grep -q "%23${near#\#}" "$work/own.html" || fault "the report has not its look"
grep -q -- '--primary:#0B4A7F;' "$work/house.html" || fault "the report of the house has another colour"
grep -q 'class="logo"' "$work/house.html" && fault "a logo of nobody"
exit $status
