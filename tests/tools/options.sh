#!/bin/bash
# What the seven programs have in common: --help and the usage come from the list that is read, an
# option that is not on it is named and refused with 2, and so is one of another command.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
programs="azimut azimut-pack azimut-quiz azimut-map azimut-stats azimut-fleet azimut-studio"

# refuse "what is said" program arguments: status 2, the reason, then the usage; nothing is printed.
refuse() {
    said=$1 program=$2
    shift 2
    LC_ALL=en "$AZIMUT_BUILD/asan/$program" "$@" >"$work/out" 2>"$work/err"
    [ $? -eq 2 ] || fault "$program $*: not status 2"
    head -1 "$work/err" | grep -qF -e "$program: $said" || fault "$program $*: $(head -1 "$work/err")"
    sed -n 2p "$work/err" | grep -q "^usage: $program" || fault "$program $*: no usage"
    [ ! -s "$work/out" ] || fault "$program $*: something is printed"
}

for program in $programs; do
    LC_ALL=en "$AZIMUT_BUILD/asan/$program" --help >"$work/help" 2>"$work/err" || fault "$program: no help"
    [ ! -s "$work/err" ] || fault "$program --help: $(cat "$work/err")"
    sed -n 's/^  \(--*[A-Za-z-]*\).*/\1/p' "$work/help" >"$work/options"
    sort "$work/options" | uniq -d | grep . && fault "$program: an option stands twice"
    usage=$(sed '/^$/,$d' "$work/help")
    for option in $(grep -v -e --help -e --version "$work/options"); do
        case $usage in *"$option"[]$'\n'\ ]*) ;; *) fault "$program: $option is not in the usage" ;; esac
    done
    LC_ALL=C.UTF-8 grep -E '.{101}' "$work/help" && fault "$program: a long line"
    refuse "unknown option or missing value: --frobnicate" "$program" --frobnicate
done
for program in azimut-pack azimut-quiz azimut-map azimut-stats azimut-fleet; do
    refuse "no such command: frobnicate" "$program" frobnicate
    refuse "no such command: " "$program"
done

refuse "not an option: stray" azimut stray
refuse "unknown option or missing value: --lang" azimut-map matrix x.pack --lang fr
refuse "unknown option or missing value: --pupils" azimut-quiz audit x.pack --pupils
refuse "unknown option or missing value: -o" azimut-pack check content/campus -o x.pack
refuse "unknown option or missing value: -o" azimut-pack build content/campus -o
refuse "unknown option or missing value: -x" azimut-map matrix x.pack -xy
refuse "missing: -o FILE" azimut-pack build content/campus
refuse "missing: --to ID" azimut-map route x.pack
refuse "missing: PACK" azimut-map audit
refuse "missing: OUT FILE..." azimut-stats merge x.azimut
refuse "not an option: y.pack" azimut-map audit x.pack y.pack
refuse "--kiosk or --from, not both" azimut-map route x.pack --from a --kiosk b --to c
refuse "-o or --live, not both" azimut-stats simulate --pack p --visits 5 -o a --live b
refuse "missing: -o OUT" azimut-stats simulate --pack p --visits 5
refuse "-5 is not a number that will do here" azimut-stats simulate --pack p --visits -5 -o a
refuse "--against goes with --from and --to" azimut-stats report x.azimut --against 2026-03

# Options may stand anywhere, and a value may be given with an equals sign.
campus=$AZIMUT_BUILD/campus.pack
"$AZIMUT_BUILD/asan/azimut-map" route --to=001 --kiosk etage-1 "$campus" >"$work/a" || fault "options first"
"$AZIMUT_BUILD/asan/azimut-map" route "$campus" --kiosk etage-1 --to 001 | cmp - "$work/a" ||
    fault "another order of options, another way"

# French where nothing says otherwise, the same in all but its words.
for program in $programs; do
    LC_ALL=en "$AZIMUT_BUILD/asan/$program" --help >"$work/en"
    LC_ALL=C.UTF-8 "$AZIMUT_BUILD/asan/$program" --help >"$work/help"
    env -u LC_ALL LANG=fr_BE.UTF-8 "$AZIMUT_BUILD/asan/$program" --help | cmp -s - "$work/help" ||
        fault "$program: C.UTF-8 is not French"
    LC_ALL=C.UTF-8 grep -E '.{101}' "$work/help" && fault "$program: a long line"
    [ "$(grep -c '^  -' "$work/en")" = "$(grep -c '^  -' "$work/help")" ] || fault "$program: other options in French"
    grep '^        ' "$work/en" | grep -vE '^ *(\[|azimut)' | grep -xFf - "$work/help" && fault "$program: English in the French help"
done
exit $status
