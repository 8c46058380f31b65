#!/bin/bash
# What azimut-pack says to a trainer: one mistake after the other is made in a copy of the campus folder, and the message
# must name the file, the line and the mend. Then: same sources, same bytes; and nothing half-written.
set -u
pack=$AZIMUT_BUILD/asan/azimut-pack
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }

# The campus without its films and its plan, which have tests of their own: clips.sh, map.sh.
copy_campus() {
    rm -rf "$work/campus" && cp -r content/campus "$work/campus" && rm -rf "$work/campus/clips" "$work/campus/plan" "$work/campus/lang"
    sed -i '/kiosk:place/d' "$work/campus/topics/"*.md
}

# expect "what is said" file sed-script [sed option]: the file is changed and must be complained about.
expect() {
    copy_campus
    sed -i ${4:+"$4"} "$3" "$work/campus/$2"
    cmp -s "content/campus/$2" "$work/campus/$2" && fault "the test changed nothing: $2: $3"
    said=$("$pack" check "$work/campus" 2>/dev/null) && fault "not noticed: $2: $3"
    printf '%s\n' "$said" | grep -qE "^[^:]*$1" || fault "expected: $1
got: $said"
    printf '%s\n' "$said" | grep -qvE '^[^:]+:[0-9]+:([0-9]+:)? .' && fault "not file:line: message: $said"
}

expect 'trades/soudage.yaml:[0-9]+: la version « en: » \(English\) manque' trades/soudage.yaml '0,/^    en: .*masks*.*/{/^  en: "Welder"/d}'
expect 'trades/soudage.yaml:[0-9]+: la rubrique « alt » manque' trades/soudage.yaml '/^alt:/,/^  en:/d'
expect 'trades/soudage.yaml:[0-9]+: .* n’est pas un autre métier de ce campus' trades/soudage.yaml 's/^related: \[[a-z-]*/related: [soudoge/'
expect 'trades/soudage.yaml:[0-9]+: rubrique inconnue « famille » ; est-ce « family »' trades/soudage.yaml 's/^family:/famille:/'
expect 'trades/soudage.yaml:3: « metall » n’existe pas' trades/soudage.yaml 's/^family: metal/family: metall/'
expect 'trades/soudage.yaml:1: le nom « soudure » doit être celui du fichier' trades/soudage.yaml 's/^id: soudage/id: soudure/'
expect 'trades/soudage.yaml:2: un code ROME' trades/soudage.yaml 's/^rome: .*/rome: 2913H/'
expect 'trades/soudage.yaml:[0-9]+: texte trop long pour sa place : [0-9]+ signes' trades/soudage.yaml 's/Atelier ou chantier/Atelier, chantier, chantier naval, usine, plateforme en mer et parfois sous l’eau/'
expect 'trades/soudage.yaml:[0-9]+: [0-9]+ mots \(fr\), 60 au plus' trades/soudage.yaml 's/Derrière le masque,/un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt Derrière le masque,/'
expect 'trades/soudage.yaml:[0-9]+: « order » doit être un nombre, pas « deux »' trades/soudage.yaml 's/^order: 2/order: deux/'
expect 'trades/soudage.yaml:[0-9]+: point médian' trades/soudage.yaml 's/Soudeur, soudeuse/Soudeur·se/'
expect 'trades/soudage.yaml:[0-9]+: la rubrique « rome » est écrite deux fois' trades/soudage.yaml '2p'
expect 'trades/soudage.yaml:[0-9]+: ' trades/soudage.yaml 's/^  fr: "Soudeur, soudeuse"/  fr: "Soudeur, soudeuse/'
expect 'trades/soudage.yaml:[0-9]+: ce fichier n’est pas en UTF-8' trades/soudage.yaml '4s/$/\xff/'
expect 'trades/soudage.yaml:[0-9]+: une tabulation est en tête' trades/soudage.yaml 's/^  fr: "Soudeur/\tfr: "Soudeur/'
expect 'campus.yaml:[0-9]+: dated : « 28/11/2026 » n’est pas .* écrire 2026-11-28$' campus.yaml 's|^dated: .*|dated: 28/11/2026|'
expect 'campus.yaml:[0-9]+: dated : « 1.2.2026 » n’est pas .* écrire 2026-02-01$' campus.yaml 's|^dated: .*|dated: 1.2.2026|'
expect 'campus.yaml:[0-9]+: dated : « 31/02/2026 » .* écrire une date qui existe$' campus.yaml 's|^dated: .*|dated: 31/02/2026|'
expect 'campus.yaml:[0-9]+: dated : « novembre 2026 » .*par exemple 2026-11-28$' campus.yaml 's|^dated: .*|dated: novembre 2026|'
expect 'campus.yaml:[0-9]+: dated : « 2026-11-28T10:00 » ' campus.yaml 's|^dated: .*|dated: 2026-11-28T10:00|'
expect 'families.yaml:[0-9]+: le nom « [a-z]+ » est donné deux fois' families.yaml 's/^- id: maintenance/- id: usinage/'
expect 'families.yaml:[0-9]+: « ecrou » n’existe pas pour « icon »' families.yaml 's/icon: build/icon: ecrou/'
expect 'quiz.yaml:[0-9]+: .*« variance » doit aller de' quiz.yaml '0,/variance: 0.81/s//variance: 0/'
expect 'quiz.yaml:[0-9]+: .*lettre inconnue' quiz.yaml '0,/scale: R/s//scale: Z/'
expect 'quiz.yaml:1: la lettre S n’a pas de question ; en écrire une' quiz.yaml 's/scale: S/scale: A/'
expect 'quiz.yaml:[0-9]+: [0-9]+ mots' quiz.yaml 's/Réparer un vélo qui déraille/Réparer un vélo qui déraille sans cesse depuis le début de la semaine/'
expect 'quiz.yaml:[0-9]+: la rubrique « correlations » manque' quiz.yaml '/^correlations:/,/between-facets/d'
expect 'quiz.yaml:5: ces corrélations se contredisent' quiz.yaml 's/R: 0.24}/R: 0.99}/; s/S: {R: 0.00, I: 0.29, A: 0.43}/S: {R: 0.99, I: -0.99, A: 0.43}/'
expect 'quiz.yaml:[0-9]+: .*doit aller de -1 à 1' quiz.yaml 's/R: 0.24}/R: 1.24}/'
expect 'quiz.yaml:[0-9]+: .*doit être un nombre, pas « nan »' quiz.yaml 's/R: 0.24}/R: nan}/'
expect 'quiz.yaml:[0-9]+: lettre inconnue « Z »' quiz.yaml 's/    I: {R: 0.24}/    I: {R: 0.24, Z: 0.1}/'
expect 'quiz.yaml:[0-9]+: la rubrique « A » manque' quiz.yaml 's/A: -0.04, //'
expect 'trades/soudage.yaml:[0-9]+: toutes les facettes sont égales' trades/soudage.yaml 's/^facets:.*/facets: {M: 1, E: 1, A: 1, S: 1, P: 1, L: 1, D: 1, Q: 1, O: 1, H: 1}/'
expect 'trades/soudage.yaml:[0-9]+: la rubrique « H » manque ; l’ajouter' trades/soudage.yaml '/^facets:/s/, H: 0//'
expect 'trades/soudage.yaml:[0-9]+: facette inconnue « X » ; celles de facets.yaml sont M, E, A, S, P, L, D, Q, O, H' trades/soudage.yaml '/^facets:/s/H: 0/H: 0, X: 1/'
expect 'facets.yaml:[0-9]+: le nom « M » est donné deux fois ; en changer un' facets.yaml 's/^- id: E/- id: M/'
expect 'facets.yaml:[0-9]+: « M » dit déjà « réparer »' facets.yaml 's/fr: "câbler"/fr: "réparer"/'
expect 'facets.yaml:[0-9]+: 3 facettes, de 4 à 12 sont attendues ; en écrire d’autres' facets.yaml '/^- id: S/,$d'
expect 'facets.yaml:[0-9]+: 13 facettes, de 4 à 12 sont attendues ; en réunir deux' facets.yaml '$a - {id: W, name: {fr: un, en: one}, icon: build}\n- {id: X, name: {fr: deux, en: two}, icon: build}\n- {id: Y, name: {fr: trois, en: three}, icon: build}'
expect 'facets.yaml:[0-9]+: « boulon » n’existe pas pour « icon »' facets.yaml 's/icon: build/icon: boulon/'
expect 'facets.yaml:[0-9]+: « M1 » doit s’écrire en lettres' facets.yaml 's/^- id: M/- id: M1/'
expect 'quiz.yaml:[0-9]+: facette inconnue « Z » ; celles de facets.yaml' quiz.yaml '0,/facet: M/s//facet: Z/'
expect 'trades/soudage.yaml:[0-9]+: la rubrique « facets » manque' trades/soudage.yaml '/^facets:/d'
expect 'topics/former.fr.md:[0-9]+: ce bouton ne mène nulle part' topics/former.fr.md '0,/kiosk:[a-z/0-9]*/s//kiosk:lune/'
expect 'topics/former.en.md:1: .* parties ici' topics/former.en.md '$a ## One more\n\nText.'
expect 'pictures/soudage.svg:[0-9]+: l’élément <text> ne serait pas dessiné' pictures/soudage.svg 's|</svg>|<text x="1" y="1">a</text></svg>|'
expect 'pictures/soudage.svg:[0-9]+: .*clip-path' pictures/soudage.svg 's|</svg>|<rect clip-path="url(#a)" width="1" height="1"/></svg>|'
expect 'pictures/soudage.svg:[0-9]+: le dessin n’est pas bien formé' pictures/soudage.svg 's|</svg>||'
expect 'pictures/soudage.svg:[0-9]+: l’attribut viewBox manque' pictures/soudage.svg 's|viewBox="[^"]*" width="960" height="640"||'
expect 'pictures/soudage.svg:[0-9]+: une déclaration d’entité' pictures/soudage.svg '1i <!DOCTYPE svg [<!ENTITY a "aaaa">]>'
drawing=pictures/soudage.svg
expect "$drawing:[0-9]+: les tirets d’un trait sont trop petits ; les allonger" $drawing \
    's|</svg>|<path d="M0 0H900" stroke="#000" stroke-dasharray="0.001"/></svg>|'
expect "$drawing:1: image de plus de 16 millions de points ; la réduire" $drawing \
    's|viewBox="[^"]*"|viewBox="0 0 30000 20000"|'
expect "$drawing:1: image plus de 8 fois plus longue que large ; la recadrer" $drawing \
    's|viewBox="[^"]*"|viewBox="0 0 2000 20"|'
expect "$drawing:[0-9]+: une coordonnée ou une épaisseur dépasse" $drawing \
    's|</svg>|<circle r="1e9"/></svg>|'

# Whatever a file is called, its first bytes say what it is; and one that is cut off is not drawn.
not_drawn() { # "what is said"
    "$pack" check "$work/campus" 2>/dev/null | grep -qE "pictures/photo.png:1: $1" ||
        fault "a picture goes unnoticed: $1"
}
copy_campus
photo=$work/campus/pictures/photo.png
convert -size 300x200 plasma:red-blue "TIFF:$photo"
not_drawn 'ce fichier n’est ni un PNG, ni un JPEG, ni un SVG ; l’enregistrer sous'
convert -size 300x200 plasma:red-blue "PNG:$work/whole.png"
head -c 20 "$work/whole.png" > "$photo"
not_drawn 'cette image ne dit pas sa taille : le fichier est coupé'
{ head -c 60 "$work/whole.png"; head -c 3000 /dev/zero; } > "$photo"
not_drawn 'la fin de cette image manque : le fichier est coupé'
rm "$work/whole.png"

# A picture that is named and not there.
copy_campus && rm "$work/campus/pictures/soudage.svg"
"$pack" check "$work/campus" 2>/dev/null | grep -q 'trades/soudage.yaml:[0-9]*: « soudage » n’existe pas dans' || fault "a missing picture goes unnoticed"

# Same sources, same bytes, wherever they lie; clips.sh says the same of films.
copy_campus
"$pack" build "$work/campus" -o "$work/a.pack" >/dev/null || fault "the campus does not build"
mv "$work/campus" "$work/elsewhere"
find "$work/elsewhere" -type f -exec touch -d 2001-01-01 {} +
TZ=Asia/Tokyo "$pack" build "$work/elsewhere" -o "$work/b.pack" >/dev/null
cmp "$work/a.pack" "$work/b.pack" || fault "same sources, other bytes"

mv "$work/elsewhere" "$work/campus"

# Accents in signs of their own, as some systems write them, make the same pack; what nobody sees is named in its line.
cp -r "$work/campus" "$work/apart"
perl -CSD -MUnicode::Normalize -i -pe '$_ = NFD($_)' "$work/apart/"*.yaml "$work/apart/"*/*.yaml "$work/apart/"*/*.md
cmp -s "$work/campus/quiz.yaml" "$work/apart/quiz.yaml" && fault "no accent stands apart"
"$pack" build "$work/apart" -o "$work/c.pack" >/dev/null || fault "accents that stand apart are refused"
cmp "$work/a.pack" "$work/c.pack" || fault "accents that stand apart make another pack"
rm -r "$work/apart" "$work/c.pack"
for sign in '\u200b' '\u00ad' '\u202e' '\ufeff' '\u2066'; do
    sed -i "s/^order: .*/&$(printf "$sign")/" "$work/campus/trades/soudage.yaml"
    "$pack" check "$work/campus" 2>/dev/null | grep -q "soudage.yaml:4: .*U+$(printf %s "${sign#??}" | tr a-f A-F)" || fault "$sign goes unnoticed"
    cp content/campus/trades/soudage.yaml "$work/campus/trades/"
done

# A folder with a fault leaves the pack of yesterday alone, and nothing else behind.
rm "$work/campus/families.yaml"
cp "$work/a.pack" "$work/b.pack" 2>/dev/null
"$pack" build "$work/campus" -o "$work/b.pack" >/dev/null 2>&1 && fault "a folder without families was built"
cmp -s "$work/a.pack" "$work/b.pack" || fault "the pack of yesterday is gone"
cp content/campus/families.yaml "$work/campus" # all that is missing for a pack again: films would only take time
"$pack" build "$work/campus" -o "$work/no/such/folder/c.pack" >/dev/null 2>&1 && fault "built into nowhere"
mkfifo "$work/pipe"
"$pack" build "$work/campus" -o "$work/pipe" >/dev/null 2>&1 && fault "built into a pipe"
[ -p "$work/pipe" ] || fault "a pack took the place of a pipe"
rm "$work/pipe"
[ "$(ls "$work")" = "$(printf 'a.pack\nb.pack\ncampus')" ] || fault "left behind: $(ls "$work")"

# A disk that fills while it is written to: said in words, nothing half-written, the pack of yesterday as it was.
copy_campus
(trap '' XFSZ; ulimit -f 200; "$pack" build "$work/campus" -o "$work/b.pack" > /dev/null 2> "$work/full")
[ $? -eq 1 ] || fault "a full disk goes unnoticed"
grep -q 'b.pack.part : le fichier devient trop grand pour ce disque' "$work/full" || fault "of a full disk is said: $(cat "$work/full")"
[ -e "$work/b.pack.part" ] && fault "half a pack is left on a full disk"
cmp -s "$work/a.pack" "$work/b.pack" || fault "a full disk took the pack of yesterday"

# Links that lead out of the folder, or nowhere; a folder that may not be read. Each once, and nothing that follows from it.
only() { # "the one thing that is said"
    "$pack" check --now 2026-01-01 "$work/campus" > "$work/said" 2> /dev/null
    [ "$(wc -l < "$work/said")" = 1 ] && grep -q "$1" "$work/said" || fault "expected only: $1
got: $(cat "$work/said")"
}
mv "$work/campus/pictures/soudage.svg" "$work/soudage.svg" && ln -s "$work/soudage.svg" "$work/campus/pictures/"
only 'pictures/soudage.svg:1: ce lien mène hors du dossier'
ln -sf nowhere "$work/campus/pictures/soudage.svg"
only 'pictures/soudage.svg:1: ce lien ne mène à rien'
mv -f "$work/soudage.svg" "$work/campus/pictures/"
if [ "$(id -u)" != 0 ]; then # who may all has no such folder
    chmod 000 "$work/campus/topics"
    only 'campus/topics:1: ce dossier ne peut pas être lu : l’accès est refusé'
    chmod 755 "$work/campus/topics"
fi

# Usage, and what is in a pack.
"$pack" >/dev/null 2>&1
[ $? -eq 2 ] || fault "no usage"
"$pack" show "$work/a.pack" | grep -q '24 métiers' || fault "show does not say how many trades"
"$pack" show /dev/null >/dev/null 2>&1 && fault "show accepts anything"
# The tables of content/README.md are those that follow from content.def.
for record in $(sed -n 's/^<!-- fields: \(.*\) -->$/\1/p' content/README.md); do
    sed -n "/^<!-- fields: $record -->\$/,/^<!-- end -->\$/p" content/README.md | sed '1d;$d' > "$work/written"
    "$pack" fields "$record" > "$work/fields" || fault "no fields of $record"
    diff "$work/written" "$work/fields" || fault "content/README.md: the table of $record is out of date"
done

exit $status
