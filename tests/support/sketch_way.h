/* A way through a sketch as it is found, drawn and told. */
#pragma once

#include "map/path.h"
#include "map/route.h"

typedef struct SketchWay {
    Route route;
    RouteWhy why;
    Path path;
    const char *told; /* all steps, one a line */
} SketchWay;

/* From the first kiosk to a place; valid until the teardown. */
SketchWay sketch_way(const char *id, bool step_free);
bool sketch_way_says(const SketchWay *way, const char *words);
void sketch_expect_told_as_walked(void); /* of all ways of the sketch */

int sketch_way_teardown(void **state); /* and that of the sketch */
