#include "tools/import/doorway.h"

#include "tools/import/rooms.h"

#define SHARED_MM 2.0  /* a point of both outlines */
#define TOUCH_MM 150.0 /* a door that is no point of an outline may miss it by that much */

bool doorway_is_any(const OsmObject *o, const char *key, const char *const *values) {
    for (int i = 0; values[i]; i++)
        if (osm_is(o, key, values[i]))
            return true;
    return false;
}

bool doorway_is_gate(const OsmObject *o) {
    static const char *const GATES[] = {
        "gate",         "lift_gate",   "swing_gate", "sliding_gate",
        "kissing_gate", "wicket_gate", "entrance",   "full-height_turnstile",
        "turnstile",    NULL};
    return doorway_is_any(o, "barrier", GATES);
}

bool doorway_is_door(const OsmObject *o) {
    return doorway_is_gate(o) || osm_has(o, "door") || osm_has(o, "entrance") ||
           osm_is(o, "indoor", "door") || osm_is(o, "kiosk:opening", "yes");
}

static bool touches(const PlanDraft *d, int space, PlanPoint at, double slack) {
    PlanBox b = d->plan.space[space].box;
    int grown = (int)slack;
    if (at.x < b.min.x - grown || at.x > b.max.x + grown || at.y < b.min.y - grown ||
        at.y > b.max.y + grown)
        return false;
    return passage_wall(d, space, at).distance <= slack;
}

static int touched_within(const PlanDraft *d, int level, PlanPoint at, double slack,
                          int space[PASSAGE_SIDES_MAX]) {
    int count = 0;
    for (int i = 0; i < d->plan.space_count && count < PASSAGE_SIDES_MAX - 1; i++)
        if (d->plan.space[i].level == level && touches(d, i, at, slack))
            space[count++] = i;
    return count;
}

/* Those that share the point; when it joins nothing that way, those that it nearly touches. */
int doorway_spaces(const PlanDraft *d, int level, PlanPoint at, int space[PASSAGE_SIDES_MAX]) {
    int count = touched_within(d, level, at, SHARED_MM, space);
    return count >= 2 ? count : touched_within(d, level, at, TOUCH_MM, space);
}

/* On the façade, so that it leads into the open air? */
bool doorway_on_facade(const PlanDraft *d, int level, PlanPoint at) {
    GEOSGeometry *point = geometry_point(at);
    const GEOSPreparedGeometry *edge = rooms_facade(d, level);
    bool near = edge && GEOSPreparedDistanceWithin(edge, point, TOUCH_MM) == 1;
    GEOSGeom_destroy(point);
    return near;
}

bool doorway_joins(const PlanDraft *d, int level, PlanPoint at) {
    int space[PASSAGE_SIDES_MAX], count = doorway_spaces(d, level, at, space);
    return count >= 2 || (count == 1 && doorway_on_facade(d, level, at));
}
