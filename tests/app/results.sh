#!/bin/bash
# What each kind of result says, in both languages, against its golden: everything from the end of the quiz on, every side of it.
# ACCEPT=1 takes what it did as the new goldens: read them before you commit them.
. tests/support/visit.sh

# The labels that a script needs, in English.
english() {
    sed 's/"Commencer"/"Start"/; s/"Faire le test"/"Take the quiz"/; s/"Je ne sais pas"/"I don’t know"/; s/"Ton profil"/"Your profile"/
        s/"L’emporter"/"Take it home"/; s/"Retour"/"Back"/; s/"En parler"/"Talk about it"/; s/"Refaire avec d’autres questions"/"Again, with other questions"/'
}

# What the pages of the result say and what is counted then; where things stand, and what every page has, is the sweep's business.
result() {
    awk '/^screen / { on = $2 == "result" } on || /^fact (quiz\.(done|letter|pair|facet|flag)|trade\.suggested)/' "$1" |
        grep -vE '^(action "(Retour|Back|Accueil|Home|Chercher|Search|English|Français|Accessibilité|Accessibility)"|text "(Campus Entreprises|14:32)")' |
        sed 's/ [0-9]*,[0-9]* [0-9]*x[0-9]*//'
}

# What is one touch deeper: why one of them is there, all that attracts, the code, somebody to talk to.
deeper() {
    case $1 in
    *few) ;;
    *nothing) printf 'tap "Ton profil"\ntap "Retour"\n' ;;
    *) printf 'type "2"\ntap "Ton profil"\ntap "Retour"\n' ;;
    esac
    printf 'tap "L’emporter"\ntap "Retour"\ntap "En parler"\n'
}

for lang in fr en; do
    : > "$work/results.$lang.txt"
    for script in tests/visit/result-*.touch; do
        name=$(basename "$script" .touch)
        { cat "$script"; deeper "$name"; } > "$work/script"
        [ $lang = en ] && { english < "$work/script" > "$work/en"; mv "$work/en" "$work/script"; }
        "$kiosk" --headless --pack "$pack" --window 1920x1080 --seed 7 --now 2026-11-23T14:32 --still --lang $lang --script "$work/script" \
            --transcript "$work/$name.txt" 2> "$work/err" || fault "$name, $lang: $(cat "$work/err")"
        { echo "== $name"; result "$work/$name.txt"; } >> "$work/results.$lang.txt"
    done
    golden=tests/golden/results.$lang.txt
    same_text "$golden" "$work/results.$lang.txt"
done

# Skipped from end to end: no letter, no facet and no trade is counted, and none is in the code.
awk '/^== /{on = $2 == "result-few"} on' "$work/results.fr.txt" > "$work/few"
grep -qE '^fact (quiz\.(letter|pair|facet)|trade\.suggested)' "$work/few" && fault "something is counted of nothing"
grep -qE 'text ".*R [0-9],' "$work/few" && fault "a letter stands in the code of nothing"

# A quiz ends at a human being: however long the names, the code says where.
grep '^code ' "$work/results.fr.txt" | grep -v 'En parler : ' && fault "a code does not say whom to talk to"
exit $status
