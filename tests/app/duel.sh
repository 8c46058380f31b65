#!/bin/bash
# A game for two, as a person would tell it, against its golden; nothing of it is counted. ACCEPT=1 takes what was done as the new
# golden: look at it before you commit it.
. tests/support/visit.sh
same_visit duel --now 2026-11-23T14:32

# From the first question for two to the first of a quiz alone nothing is counted.
game=$(awk '/^screen duel/ { on = 1 } /^screen quiz/ { on = 0 } on' "$work/duel.txt")
[ "$(echo "$game" | grep -c '^screen duel')" -ge 12 ] || fault "the game is hardly told"
echo "$game" | grep '^fact' && fault "something of the game is counted"
[ "$(grep -c '^fact quiz.start' "$work/duel.txt")" = 1 ] || fault "the quiz of one's own is not counted once"
exit $status
