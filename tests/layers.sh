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

# folder_of FILE: as LAYERS calls it.
folder_of() {
    case $1 in
    kiosk/main.c) echo main.c ;;
    kiosk/*) dirname "${1#kiosk/}" ;;
    *) dirname "$1" ;;
    esac
}

sources=$(git ls-files 'kiosk/*.[ch]' 'tools/*.[ch]')
for folder in $(for file in $sources; do folder_of "$file"; done | sort -u); do
    files=$(for file in $sources; do [ "$(folder_of "$file")" = "$folder" ] && echo "$file"; done)
    has=" $(allowed "$folder" | tr '\n' ' ') $folder "
    [ "$(grep -c "^$folder:" kiosk/LAYERS)" = 1 ] || fault "the folder $folder is not in LAYERS"
    # shellcheck disable=SC2086
    for used in $(sed -n 's|^#include "\(.*\)/[^/]*"|\1|p' $files | sort -u); do
        case $has in *" $used "*) ;; *) fault "$folder may not include $used" ;; esac
    done
    for library in $(sed -n 's|^<\([A-Za-z0-9]*\):.*|\1|p' kiosk/LAYERS); do
        # shellcheck disable=SC2086
        grep -qE "^#include <([a-z]*/)?$library" $files || continue
        knows=$(row "<$library")
        case " $knows " in *" $folder "* | *" ${folder%%/*} "*) ;; *)
            fault "$folder may not know <$library…>" ;; esac
    done
done

# A module is a .c file and its header; tsort names the loops that it finds. A header for the files of
# one module alone, x_parts.h, belongs to x.
module() { sed 's|\.[ch]$||; s|_parts$||'; }
for file in $sources; do
    me=$(echo "$file" | module)
    sed -n 's|^#include "\(.*/.*\.h\)"|\1|p' "$file" | module | sed "s|^\([a-z]\)|$me \1|"
done | sed 's|^kiosk/||' | awk '$1 != $2' | tsort 2>&1 >/dev/null |
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
