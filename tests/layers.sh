#!/bin/sh
# Holds every #include under kiosk/ against kiosk/LAYERS; and no screen may know another, SDL or SQLite.
cd "$(dirname "$0")/../kiosk" || exit 1
status=0
fault() { echo "$1"; status=1; }

allowed() { sed -n "s/^$1: *//p" LAYERS; }

for dir in $(sed -n 's/^\([a-z]*\):.*/\1/p' LAYERS); do
    for other in $(allowed "$dir"); do
        # A layer may only name layers listed above it: that is what keeps the list free of circles.
        above=$(sed -n "/^$dir:/q; s/^\([a-z]*\):.*/\1/p" LAYERS)
        echo "$above" | grep -qx "$other" || fault "LAYERS: $dir names $other, which does not stand above it"
    done
done

for file in */*.c */*.h; do
    dir=${file%%/*}
    grep -q "^$dir:" LAYERS || fault "$file: the folder $dir is not in LAYERS"
    for used in $(sed -n 's|^#include "\([a-z]*\)/.*|\1|p' "$file" | sort -u); do
        [ "$used" = "$dir" ] && continue
        allowed "$dir" | tr ' ' '\n' | grep -qx "$used" || fault "$file: $dir may not include $used"
    done
done

for file in screens/*.c; do
    grep -n '#include [<"]\(SDL\|sqlite\|lib\)' "$file" && fault "$file: a screen knows no library"
done
grep -nE '\b(0x[0-9A-Fa-f]{6,8})\b' screens/*.c && fault "screens: colours belong into ui/theme.c"
exit $status
