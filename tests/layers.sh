#!/bin/bash
# Holds every #include of kiosk/ and tools/ against kiosk/LAYERS: folders name what stands above
# them, libraries are known in their own place, modules have no circles; a screen knows no colour.
cd "$(dirname "$0")/.." || exit 1
status=0
fault() { echo "$1"; status=1; }
row() { sed -n "s|^$1: *||p" kiosk/LAYERS; }
FOLDERS=$(sed -n 's|^\([a-z][a-z_./]*\):.*|\1|p' kiosk/LAYERS)

# allowed FOLDER: what its row names and, of a folder within another, what that one has.
allowed() {
    row "$1"
    case $1 in tools/*) ;; */*) echo "${1%/*}" && allowed "${1%/*}" ;; esac
}

above=
for folder in $FOLDERS; do
    for other in $(row "$folder"); do
        case " $above " in *" $other "*) ;; *)
            fault "LAYERS: $folder names $other, which does not stand above it" ;; esac
    done
    above="$above $folder"
done

sources=$(git ls-files 'kiosk/*.[ch]' 'tools/*.[ch]')

# FOLDER FILE, the folder as LAYERS calls it. All files at once: one program for each would take minutes.
lying=$(echo "$sources" | awk '{
    folder = $0
    sub(/\/[^\/]*$/, "", folder)
    sub(/^kiosk\//, "", folder)
    print $0 == "kiosk/main.c" ? "main.c" : folder, $0
}')
for folder in $(echo "$lying" | cut -d' ' -f1 | sort -u); do
    files=$(echo "$lying" | sed -n "s|^$folder ||p")
    has=" $(allowed "$folder" | tr '\n' ' ') $folder "
    [ "$(grep -c "^$folder:" kiosk/LAYERS)" = 1 ] || fault "the folder $folder is not in LAYERS"
    # shellcheck disable=SC2086
    for used in $(sed -n 's|^#include "\(.*\)/[^/]*"|\1|p' $files | sort -u); do
        case $has in *" $used "*) ;; *) fault "$folder may not include $used" ;; esac
    done
done

# shellcheck disable=SC2086
grep -HoE '^#include <[^>]+' $sources | sed 's|:#include <| |' | awk '
    FILENAME == "kiosk/LAYERS" {
        if (/^</) { name = $1; gsub(/[<:]/, "", name); knows[name] = " " $0 " "; sub(/<[^:]*:/, "", knows[name]) }
        next
    }
    {
        folder = $1
        sub(/\/[^\/]*$/, "", folder)
        sub(/^kiosk\//, "", folder)
        if ($1 == "kiosk/main.c") folder = "main.c"
        top = folder
        sub(/\/.*/, "", top)
        for (name in knows)
            if ($2 ~ ("^([a-z]*/)?" name) && !index(knows[name], " " folder " ") && !index(knows[name], " " top " ")) {
                print folder " may not know <" name "…>"
                bad = 1
            }
    }
    END { exit bad }' kiosk/LAYERS - || status=1

# A module is a .c file and its header; tsort names the loops that it finds. A header for the files of
# one module alone, x_parts.h, belongs to x.
# shellcheck disable=SC2086
grep -HoE '^#include "[^"]*/[^"]*\.h' $sources | sed -E 's|:#include "| |; s|(_parts)?\.[ch]( \|$)|\2|g; s|^kiosk/||' |
    awk '$1 != $2' | tsort 2>&1 >/dev/null |
    sed 's|^tsort: ||' | grep . && fault "modules that know one another"

grep -nE '\b(0x[0-9A-Fa-f]{6,8})\b' kiosk/screens/*/*.c && fault "screens: colours belong into ui/theme.c"

# Nor a node that it makes up itself: what pages are made of is in ui/widget.h.
grep -nE '\bpage_add\(|\(Node\)' kiosk/screens/*/*.c && fault "screens: nodes belong into ui/widget.c"

# Nor a pixel: sizes have their names in ui/theme.h and ui/form.h.
LENGTHS='width|height|min_w|min_h|least|gap|pad_x|pad_y|row_max|radius'
grep -nE "\b($LENGTHS) = ([^,;]*[?:] )?[1-9]" kiosk/screens/*/*.c &&
    fault "screens: sizes belong into ui/theme.h or ui/form.c"

# What a page looks like for whom is told by ui/form alone; the drawer that sets these settings names them.
grep -nE '(->|\.)(tall|seated)\b|settings(->|\.)step\b|\bSTEP_(NORMAL|LARGER?)\b' kiosk/screens/*/*.[ch] |
    grep -v '^kiosk/screens/home/accessibility.c:' && fault "screens: orientation, reach and text step belong into ui/form.c"
exit $status
