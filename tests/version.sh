#!/bin/bash
# The five programs are of one version, which stands in one file and begins CHANGELOG.md.
cd "$(dirname "$0")/.." || exit 1
status=0
version=$(sed -n 's/^#define AZIMUT_VERSION "\(.*\)"/\1/p' kiosk/base/version.h)
echo "$version" | grep -qE '^[0-9]+\.[0-9]+\.[0-9]+$' || { echo "no version"; status=1; }
for program in azimut azimut-pack azimut-quiz azimut-map azimut-stats; do
    said=$("$AZIMUT_BUILD/asan/$program" --version) || status=1
    [ "$said" = "$program $version" ] || { echo "$program --version says $said"; status=1; }
done
written=$(git grep -lF "\"$version\"" -- kiosk tools Makefile)
[ "$written" = kiosk/base/version.h ] || { echo "the version stands in $written"; status=1; }
newest=$(sed -n 's/^## \([0-9.]*\).*/\1/p' CHANGELOG.md | head -1)
[ "$newest" = "$version" ] || { echo "CHANGELOG.md begins with $newest"; status=1; }
exit $status
