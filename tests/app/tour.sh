#!/bin/sh
# The tour that `make run` walks where there is no display: every screen, in every way of seeing.
tools/tour.sh "$AZIMUT_BUILD" > "$AZIMUT_BUILD/tour.log" 2>&1 && exit 0
cat "$AZIMUT_BUILD/tour.log"
exit 1
