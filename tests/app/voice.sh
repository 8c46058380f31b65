#!/bin/bash
# What is said aloud of every page of the tour, by somebody who chooses with two quick touches; numbers, codes and abbreviations as
# they are said. ACCEPT=1 takes what is said now as the new golden: read it before you commit it.
. tests/support/visit.sh

# Each page is heard to its end before it is left, and the result only after a question. A list may need fewer pages beside the strip that leads the voice.
sed -e '/"Page suivante"/d' -e 's/^tap /choose /' -e 's/^shot .*/listen/' \
    -e '/"Voir mon résultat"/a choose "Le dire à haute voix"' tests/tour/tour.fr.touch > "$work/tour.touch"

play() { # script transcript more…
    "$kiosk" --headless --voice --pack "$pack" --window 1920x1080 --seed 7 --now 2026-11-23T14:32 --script "$1" --transcript "$2" \
        "${@:3}" 2> "$work/err" || fault "$1: $(cat "$work/err")"
}

play "$work/tour.touch" "$work/tour.txt"
# A page that is only built anew, as when the minute changes, is no other page.
awk '/^screen /{ if ($0 == last) next; last = $0 } /^(screen|bell|say)/' "$work/tour.txt" > "$work/spoken.txt"
same_text tests/golden/spoken.fr.txt "$work/spoken.txt"

# What is written short is said in full.
grep -E '^say ' "$work/spoken.txt" | grep -nE '[0-9] ?(h|min|m|%|€)([ ,."]|$)|\b(RDC|CAP|BTS|CFA)\b|[·›→]' &&
    fault "said as it is written"
exit $status
