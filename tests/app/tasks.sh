#!/bin/bash
# What people come with, and how many touches it may take from the page that waits, typing apart; and what they take home, one touch
# from its page at the most. A visit is a script that ends where the task is done, lying and upright, so it fails when a touch more is
# needed. ACCEPT=1 takes what it did as the new goldens: look at them before you commit them.
. tests/support/visit.sh

play() { # visit window more…
    rm -f "$work/code.png"
    { cat "tests/visit/$1.touch"; printf '%s\n' "${@:3}"; } > "$work/$1.touch"
    "$kiosk" --headless --pack "$pack" --window "$2" --seed 7 --now 2026-11-23T14:32 --script "$work/$1.touch" \
        --shots "$work" --transcript "$work/$1.txt" 2> "$work/err" || fault "$1, $2: $(cat "$work/err")"
}

# The touches below "# here", or all of them.
touches() { # visit
    if grep -q '^# here' "tests/visit/$1.touch"; then sed '1,/^# here/d' "tests/visit/$1.touch"; else cat "tests/visit/$1.touch"; fi |
        grep -cE '^(tap|drag|key) '
}

within() { # visit touches
    [ "$(touches "$1")" -le "$2" ] || fault "$1 takes $(touches "$1") touches, not $2"
}

# A script turns pages to find what it is to touch: a page more than touches and letters is a touch more.
turns_none() { # visit window
    pages=$(grep -c '^screen ' "$work/$1.txt")
    letters=$(sed -n 's/^type "\(.*\)"$/\1/p' "tests/visit/$1.touch" | tr -d '\n' | wc -m)
    [ "$pages" -le $((1 + $(touches "$1") + letters)) ] || fault "$1, $2: pages are turned to find it"
}

#     what is asked                                visit               touches; upright a list of six has two pages
TASKS='where are the toilets                      | toilets           | 3
       watch somebody weld                        | task-welding      | 3
       what is a PFMP                             | pfmp              | 3
       a bac pro in maintenance: next date, desk  | task-bacpro       | 4
       the same, typed                            | task-bacpro-typed | 4
       whom to talk to                            | task-talk         | 3
       when is the fab-lab open                   | task-lab          | 3
       in a wheelchair to the welding workshop    | task-stepfree     | 4
       left school: a named desk and a date       | task-left-school  | 4
       a course for an employee                   | task-employee     | 3'

while IFS='|' read -r _ visit most; do
    visit=${visit// /}
    within "$visit" "$most"
    for window in 1080x1920 1920x1080; do
        play "$visit" "$window"
        turns_none "$visit" "$window"
    done
    case $visit in task-*) ;; *) continue ;; esac # the others are held by the tests of the search
    same_text "tests/golden/$visit.txt" "$work/$visit.txt"
done <<< "$TASKS"

reads_code() { zbarimg --raw -q -Sdisable -Sqrcode.enable "$work/code.png" > "$work/code.txt" 2> /dev/null; }

#     from                 what its code says
TAKES='take-course      | 1er septembre 2027
       take-desk        | Bureau des stages
       take-lab         | Fab-lab
       take-machine     | Imprimante 3D
       take-partner     | Limagrain
       take-project     | Un porte-clés gravé
       take-way         | Atelier soudage
       take-result      | R 
       take-internship  | Atelier de mécanique
       take-event       | Essayer le soudage
       take-pathway     | Lire un plan'

while IFS='|' read -r visit says; do
    visit=${visit// /}
    within "$visit" 1
    for window in 1920x1080 1080x1920; do
        play "$visit" "$window"
        reads_code || [ "$(touches "$visit")" = 1 ] || { play "$visit" "$window" 'tap "Emporter"' 'shot code'; reads_code; }
        grep -qF "${says# }" "$work/code.txt" || fault "$visit, $window: the code does not say « ${says# } »: $(cat "$work/code.txt")"
    done
done <<< "$TAKES"
# Long after the last date each list says that there is nothing, and names a desk.
cat > "$work/none.touch" <<'END'
open "courses"
expect "Aucune formation n’est annoncée"
expect "Bureau des inscriptions"
open "inter"
expect "Aucune session partagée"
expect "Espace entreprises"
open "internships"
expect "Aucun stage n’est proposé"
expect "Bureau des stages"
END
for window in 1920x1080 1080x1920; do
    "$kiosk" --headless --pack "$pack" --window "$window" --now 2031-06-01T14:32 --script "$work/none.touch" 2> "$work/err" ||
        fault "nothing left, $window: $(cat "$work/err")"
done
exit $status
