#!/bin/sh
# Months and weekdays are spelled in base/calendar.c and nowhere else in the code.
cd "$(dirname "$0")/.." || exit 1
! git grep -nE '"(on )?(janvier|janv\.|January|février|February|dimanche|Sunday|mercredi|Wednesday)"' -- \
    kiosk tools assets ':!kiosk/base/calendar.c' ':!tools/clips'
