#!/bin/sh
# A print service of one's own: lp, lpstat and cancel are links to this file; what they do is told by files in $HOME.
# The paper comes out as paper.1.pdf, paper.2.pdf… usage: see tests/app/print.sh and tests/print/printer_test.c
is() { [ -e "$HOME/$1" ]; }
asked=${0##*/}
echo "$asked $*" >> "$HOME/asked"
is "$asked-hangs" && exec sleep 1000
is "$asked-dies" && kill -KILL $$
is "$asked-fails" && { echo "$asked: Error - it fails." >&2; exit 1; }
listed() { is "$1" && echo "Accueil-7               azimut            1024   Sun Nov 29 04:55:23 2026"; }
case "$asked $*" in
"lpstat -d") is no-default && echo "no system default destination" || echo "system default destination: Accueil" ;;
"lpstat -l -p Accueil -a Accueil")
    is disabled && echo "printer Accueil disabled since Sun Nov 29 04:54:32 2026 -" ||
        echo "printer Accueil is idle.  enabled since Sun Nov 29 04:54:32 2026"
    printf '\tForm mounted:\n\tAlerts: '
    is offline && echo offline-report || echo none
    is rejects && echo "Accueil not accepting requests since Sun Nov 29 04:54:32 2026 -" ||
        echo "Accueil accepting requests since Sun Nov 29 04:54:32 2026"
    ;;
"lpstat -l -p "*) echo "lpstat: Invalid destination name in list \"$3\"." >&2; exit 1 ;;
"lpstat -W not-completed -o Accueil") listed stuck ;;
"lpstat -W completed -o Accueil") listed keeps ;;
"lp -d Accueil "*)
    number=$(($(find "$HOME" -name 'paper.*' | wc -l) + 1))
    cat > "$HOME/paper.$number.pdf"
    echo "request id is Accueil-7 (0 file(s))"
    ;;
"cancel Accueil-7") rm -f "$HOME/stuck" ;;
esac
exit 0
