#!/bin/bash
# The configuration file that is installed has every option of the program once, switched on or as a
# comment, and all of it is understood when it is switched on.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
azimut=$AZIMUT_BUILD/asan/azimut
conf=tools/packaging/azimut.conf

"$azimut" --help | sed -n 's/^  --\([a-z-]*\).*/\1/p' | grep -vx -e help -e version -e config |
    sort >"$work/said"
[ -s "$work/said" ] || fault "no option is found"
sed -n 's/^#\{0,1\}\([a-z-]*\) = .*/\1/p' "$conf" | sort | diff "$work/said" - ||
    fault "$conf does not have every option of --help once"

# read_config NAME: nobody types a code, so that the program ends with 1 when it has read the file.
read_config() {
    "$azimut" --config "$work/$1" --set-pin </dev/null >"$work/out" 2>&1
    [ $? -eq 1 ] || fault "$1: $(head -1 "$work/out")"
}
sed "s|^pin = .*|pin = $work/pin|" "$conf" >"$work/as-installed"
read_config as-installed
# A window has no display to cover, what is recorded is not counted, nor is what is out of service or being written.
sed -e 's/^#\([a-z-]* = \)/\1/' -e '/^window = /d' -e '/^record = /d' -e '/^edit = /d' -e '/^calm = /d' "$work/as-installed" >"$work/all"
read_config all

sed 's/^pin = /pim = /' "$conf" >"$work/slip"
row=$(grep -n '^pim = ' "$work/slip" | cut -d: -f1)
"$azimut" --config "$work/slip" 2>"$work/err" && fault "a slip is taken"
[ "$(wc -l <"$work/err")" = 1 ] || fault "more than the slip is said: $(cat "$work/err")"
head -1 "$work/err" | grep -qxF "azimut: $work/slip:$row: aucune option ne s’appelle pim ; est-ce pin ?" ||
    fault "$(head -1 "$work/err")"
exit $status
