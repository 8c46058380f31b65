#!/bin/bash
# A night and a lost clock, against their golden transcripts. ACCEPT=1 takes what was done as the new
# goldens: look at them before you commit them.
. tests/support/visit.sh
printf '#!/bin/sh\necho "$1" >>"%s/called"\n' "$work" >"$work/helper"
chmod +x "$work/helper"
printf '471108\n471108\n' | "$kiosk" --pin "$work/pin" --set-pin 2>/dev/null

same_visit closed --still --now 2026-12-04T18:29 --open '1-5 07:30-18:30'
same_visit clock-lost --still --now 1970-01-01T00:00 --pin "$work/pin" --set-clock "$work/helper"
[ "$(cat "$work/called")" = "2020-12-02 00:59:00" ] || fault "the helper is told: $(cat "$work/called")"
exit $status
