#!/bin/sh
# Months and weekdays are spelled in assets/lang and nowhere in the code.
cd "$(dirname "$0")/.." || exit 1
! git grep -nE '"(on )?(janvier|janv\.|January|février|February|dimanche|Sunday|mercredi|Wednesday)"' -- \
    kiosk tools assets ':!assets/lang' ':!tools/clips'
