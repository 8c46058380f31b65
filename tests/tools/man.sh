#!/bin/bash
# The man pages: mandoc has nothing against them, and each has an entry for every option of --help,
# no more, no less. What else they name, and the README, are options of one of the programs.
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
command -v mandoc >/dev/null || { echo "mandoc is missing"; exit 1; }
programs="azimut azimut-pack azimut-quiz azimut-map azimut-stats azimut-fleet azimut-studio"

for program in $programs; do
    "$AZIMUT_BUILD/asan/$program" --help | sed -n 's/^  \(--*[A-Za-z-]*\).*/\1/p' |
        sort >"$work/$program.said"
    [ -s "$work/$program.said" ] || fault "$program: no option is found"
done
sort -u "$work"/*.said >"$work/all"
# unknown: of all that looks like an option, what none of the programs has.
unknown() {
    grep -oE -e '(^|[] `([])--[a-z][a-z-]*' | grep -oE -e '--.*' | sort -u |
        comm -23 - "$work/all" | grep .
}

for program in $programs; do
    page=$work/$program.1
    tools/man/make.sh "$AZIMUT_BUILD/asan/$program" >"$page" || fault "$program: no page"
    mandoc -T lint -W warning "$page" || fault "$program.1 is not good mdoc"
    grep '^@' "$page" && fault "$program.1: something is left to be filled in"
    mandoc -T ascii -O width=120 "$page" | col -b >"$work/page"
    sed -n '/^OPTIONS/,$p' "$work/page" | grep -oE '^ +--?[A-Za-z][A-Za-z-]*' | tr -d ' ' | sort |
        diff "$work/$program.said" - || fault "$program.1: its options are not those of --help"
    unknown <"$work/page" && fault "$program.1: no such option"
done
# The options of other programs are left out.
grep -v -e psql -e systemd -e grub -e 'apt install' README.md | unknown && fault "README.md: no such option"
exit $status
