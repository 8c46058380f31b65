#!/bin/bash
# Desks, labs, back to school and the project told: visits against their golden transcripts. ACCEPT=1 takes what was done
# as the new goldens: look at them before you commit them.
. tests/support/visit.sh
for name in talk lab-hours left-school story; do
    same_visit $name --now 2026-11-23T14:32
done
exit $status
