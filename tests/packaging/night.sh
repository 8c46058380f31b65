#!/bin/bash
# What root's helpers do at night, with machines that are only played: azimut-night, azimut-disk-health,
# azimut-set-clock.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
azimut=$AZIMUT_BUILD/asan/azimut
from=tools/packaging
mkdir "$work/bin"
# play NAME: the rest of the line is the program of that name.
play() { printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1" && chmod +x "$work/bin/$1"; }
with() { PATH=$work/bin:$PATH "$@"; }

# ---- until when ----------------------------------------------------------------------------------
hours='1-5 07:30-18:30; 2026-12-25 fermé'
until_open() { "$azimut" --until-open --open "$hours" --now "$1" 2>"$work/err"; }
[ "$(until_open 2026-11-30T18:29)" = 0 ] || fault "open is not 0"
[ "$(until_open 2026-11-30T18:30)" = 46800 ] || fault "a night is $(until_open 2026-11-30T18:30)"
[ "$(until_open 2026-12-04T18:30)" = $((61 * 3600)) ] || fault "a weekend"
[ "$(until_open 2026-12-24T18:30)" = $((85 * 3600)) ] || fault "a holiday before a weekend"
"$azimut" --until-open --open '1-7 fermé' --now 2026-12-24 2>"$work/err" && fault "never opens, and says when"
"$azimut" --until-open --config /dev/null 2>"$work/err" && fault "without hours it says when"

# ---- off until then ------------------------------------------------------------------------------
play azimut "echo \$SECONDS_LEFT"
play systemctl 'echo "$KIOSK"'
play rtcwake 'echo "$@"'
night() { with env SECONDS_LEFT="$1" KIOSK="$2" "$from/azimut-night" | tail -1; }
[ "$(night 46800 asleep)" = "-m off -s 46500" ] || fault "it does not sleep: $(night 46800 asleep)"
[ -z "$(night 46800 awake)" ] || fault "it goes while somebody is there"
[ -z "$(night 46800 "")" ] || fault "it goes without a kiosk"
[ -z "$(night 1799 asleep)" ] || fault "it goes for a quarter of an hour"
[ -z "$(night 0 asleep)" ] || fault "it goes while the campus is open"
play azimut 'exit 1'
[ -z "$(night 46800 asleep)" ] || fault "it goes without hours"

# ---- the disk ------------------------------------------------------------------------------------
play findmnt 'echo /dev/sda2'
play lsblk 'printf "/dev/sda2 part\n/dev/sda disk\n"'
disk() { # disk WHAT-SMARTCTL-SAYS WORD
    play smartctl "printf '%s\n' '$1'; exit 8"
    rm -rf "$work/run"
    with "$from/azimut-disk-health" "$work/run" || fault "$1: it fails"
    [ "$(cat "$work/run/disk-health" 2>/dev/null)" = "$2" ] || fault "$1: not '$2'"
}
disk 'SMART overall-health self-assessment test result: PASSED' PASSED
disk 'SMART overall-health self-assessment test result: FAILED!' FAILED
disk 'SMART Health Status: OK' PASSED
disk 'SMART support is: Unavailable' ''

# ---- the clock -----------------------------------------------------------------------------------
play timedatectl 'echo "$@" >>"$ASKED"; case "$*" in *NTPSynchronized*) echo "$SYNCED" ;; *=NTP*) echo "$NTP" ;; set-time*) exit "$ENDS" ;; esac'
clock() { # clock SYNCED NTP ENDS TIME
    : >"$work/asked"
    with env ASKED="$work/asked" SYNCED="$1" NTP="$2" ENDS="$3" "$from/azimut-set-clock" "$4" 2>"$work/err"
}
clock no yes 0 "2026-11-28 14:10:00" || fault "the clock is not set: $(cat "$work/err")"
[ "$(grep ^set "$work/asked" | tr '\n' ';')" = "set-ntp false;set-time 2026-11-28 14:10:00;set-ntp true;" ] ||
    fault "asked: $(cat "$work/asked")"
clock no no 0 "2026-11-28 14:10:00" || fault "without a time server it is not set"
[ "$(grep -c ^set "$work/asked")" = 1 ] || fault "the time server is touched: $(cat "$work/asked")"
clock no yes 1 "2026-11-28 14:10:00" && fault "a refusal is not told"
tail -1 "$work/asked" | grep -qx "set-ntp true" || fault "after a refusal no server is waited for"
clock yes yes 0 "2026-11-28 14:10:00" && fault "a clock that a server keeps is set"
grep -q "time server" "$work/err" || fault "it does not say who keeps it"
for wrong in "" "now" "2026-11-28" "2026-11-28 14:10:00; reboot" "--help"; do
    clock no no 0 "$wrong"
    [ $? -eq 2 ] && [ ! -s "$work/asked" ] || fault "'$wrong' is a time"
done
exit $status
