#!/bin/bash
# Three visits to what one can learn here against their golden transcripts, and the codes that one takes home read back
# from the painted pixels. ACCEPT=1 takes what it did as the new goldens: look at them before you commit them.
. tests/support/visit.sh

same_visit bacpro --now 2026-11-30T10:30
same_visit employee --now 2026-11-30T10:30
same_visit pathway --now 2026-11-30T10:30

# What lasts some days is chosen by its date: that stands on the first page of each, lying.
for course in content/campus/courses/*.yaml; do
    grep -q '^mode: short' "$course" || continue
    printf 'open "course/%s"\nexpect "Prochains départs"\n' "$(sed -n 's/^id: //p' "$course")"
done > "$work/short.touch"
[ "$(grep -c open "$work/short.touch")" -ge 10 ] || fault "few short courses"
"$kiosk" --headless --pack "$pack" --window 1920x1080 --now 2026-11-30T10:30 --script "$work/short.touch" 2> "$work/err" ||
    fault "a date is not on the first page: $(cat "$work/err")"

# A code says what the page says: of a course when it begins and where one signs up, of a pathway its bricks by their names,
# and where one asks for it.
reads() { # picture, words…
    zbarimg --raw -q "$work/$1.png" > "$work/code.txt" 2> /dev/null
    grep -qF -- "$2" "$work/code.txt" || fault "the code of $1 does not say « $2 »: $(cat "$work/code.txt")"
}

reads bacpro-course "Maintenance des systèmes de production"
reads bacpro-course "1er septembre 2027"
reads bacpro-course "Bureau des inscriptions"
reads employee-code "À qui écrire"
reads pathway-code "- Régler une machine"
reads pathway-code "Espace orientation"
grep -q 'regler-une-machine' "$work/code.txt" && fault "the code of a pathway says what nobody reads: $(cat "$work/code.txt")"

# Of every brick together those without room are counted.
{ echo 'open "pathway"'; for page in 1 2 3; do
    sed -n 's/^  name: {fr: "\([^"]*\)".*/\1/p' content/campus/modules.yaml | sed "$(((page - 1) * 8 + 1)),$((page * 8))!d; s/.*/tap \"&\"/; s/'/’/g"
    [ "$page" = 3 ] || echo 'tap "Page suivante"'
done; printf 'tap "Emporter"\nshot all-code\n'; } > "$work/all.touch"
"$kiosk" --headless --pack "$pack" --window 1920x1080 --now 2026-11-30T10:30 --script "$work/all.touch" --shots "$work" 2> "$work/err" ||
    fault "not every brick is marked: $(cat "$work/err")"
reads all-code "… + "
reads all-code "Espace orientation"
exit $status
