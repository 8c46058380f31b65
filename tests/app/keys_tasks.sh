#!/bin/bash
# What people come with, done by somebody who sees nothing: with two keys, one that goes on from control to control and one that acts,
# and with what is said. A task is done when what is said after the last control was chosen tells what was asked for.
. tests/support/visit.sh

# "Chercher > W > C": goes on until that is heard, and acts; the first key is pressed on the page that waits.
script() { # way
    echo 'key next'
    echo "$1" | sed 's/ > /\n/g' | sed 's/^.$/&,/' | while read -r heard; do
        printf 'hear "%s"\nkey act\nwait 400\n' "$heard"
    done
    echo listen
}

# What was said after the last control was chosen.
heard_last() { # way
    last=${1##* > }
    awk -v last="say \"$last" 'index($0, last) == 1 { said = "" } { said = said "\n" $0 } END { print said }' "$work/task.txt" | sed 1,2d
}

#     what is asked                                way, control by control                                        what is heard
TASKS='where are the toilets                      | Chercher > W > C > Toilettes                                 | ^say "1\. .*mètres
       watch somebody weld                        | Tous les gestes > Poser un cordon de soudure                  | ^say "Souder: fondre deux bords
       what is a PFMP                             | Chercher > P > F > M > P > Mot expliqué, P F M P                         | ^say "Des semaines en entreprise
       a bac pro in maintenance: next date, desk  | Se former ici > Niveau 4 > Page suivante > Maintenance des systèmes          | ^say "premier septembre 2027
       the same, typed                            | Chercher > B > A > C > Espace > M > A > I > N > Maintenance des systèmes      | ^say "Bureau des inscriptions
       whom to talk to                            | Parler à quelqu’un > Bureau des stages                       | ^say "Ouvert jusqu’à
       when is the fab-lab open                   | Créer au fab-lab > Ouvrir le fab-lab                         | ^say "Fermé, ouvre demain à 13 heures
       in a wheelchair to the welding workshop    | Plan du campus > Fauteuil > Chercher un lieu > S > O > U > D > Atelier soudage | ^say "1\. .*mètres
       left school: a named desk and a date       | Reprendre ma route > Le dire à haute voix > 16 ou 17 ans > Passer la question | ^say "Point nouveau départ
       a course for an employee                   | Se former ici > Salariés                                     | ^say "janvier, 2027'

while IFS='|' read -r asked way heard; do
    way=$(echo "$way" | sed 's/^ *//; s/ *$//')
    script "$way" > "$work/task.touch"
    "$kiosk" --headless --voice --pack "$pack" --seed 7 --now 2026-11-23T14:32 --script "$work/task.touch" --transcript "$work/task.txt" \
        2> "$work/err" || fault "$asked: $(cat "$work/err")"
    heard_last "$way" | grep -qE "${heard# }" || fault "$asked: not heard: $heard: $(heard_last "$way" | grep ^say | tail -5)"
done <<< "$TASKS"
exit $status
