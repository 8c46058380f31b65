#include "tools/import/doors.h"

#include "tools/import/connectors.h"
#include "tools/import/doorway.h"
#include "tools/import/levels.h"
#include "tools/import/rooms.h"
#include "tools/import/walls.h"

#include <math.h>
#include <stdlib.h>

#define BESIDE_MM 300.0 /* on the other side of a wall */
#define HEAVY_MS 4000   /* a fire door, a gate */

/* ---- doors that are drawn -------------------------------------------------------------------- */

static int flags_of(const OsmObject *o) {
    static const char *const ESCAPE[] = {"emergency", "emergency_exit", "fire_exit", NULL};
    int flags = 0;
    if (doorway_is_any(o, "entrance", ESCAPE) || doorway_is_any(o, "exit", ESCAPE) ||
        osm_is(o, "emergency", "yes") || osm_is(o, "door", "emergency"))
        flags |= EDGE_ESCAPE;
    if (osm_has(o, "automatic_door") && !osm_is(o, "automatic_door", "no"))
        flags |= EDGE_AUTOMATIC;
    static const char *const NARROW[] = {"kissing_gate", "full-height_turnstile", "turnstile",
                                         NULL};
    if (osm_is(o, "wheelchair", "no") ||
        (doorway_is_any(o, "barrier", NARROW) && !osm_is(o, "wheelchair", "yes")))
        flags |= EDGE_NO_WHEELCHAIR;
    if (osm_is(o, "barrier", "entrance") || osm_is(o, "door", "no") || osm_is(o, "door", "open") ||
        osm_is(o, "kiosk:opening", "yes"))
        flags |= EDGE_OPENING;
    return flags | (osm_is(o, "entrance", "main") ? EDGE_MAIN : 0);
}

static Passage passage_of(const PlanDraft *d, const OsmObject *o, int level) {
    Passage p = {o, draft_point(d, o), level, draft_width(d, o), PASSAGE_DOOR_MS, flags_of(o)};
    if (p.flags & (EDGE_OPENING | EDGE_AUTOMATIC))
        p.fixed_ms = 0;
    else if (osm_is(o, "kiosk:heavy", "yes"))
        p.fixed_ms = HEAVY_MS;
    return p;
}

/* Of the spaces on other floors that the door touches, one; PLAN_NONE. */
static int touched_elsewhere(const PlanDraft *d, const OsmObject *o, int level) {
    for (int other = 0; other < d->plan.level_count; other++) {
        int space[PASSAGE_SIDES_MAX];
        if (other != level && doorway_spaces(d, other, draft_point(d, o), space))
            return space[0];
    }
    return PLAN_NONE;
}

static void say_one_sided(const PlanDraft *d, const OsmObject *o, int level, int space) {
    int other = touched_elsewhere(d, o, level);
    if (other == PLAN_NONE)
        osm_warn(d->osm, o,
                 "cette porte ne touche que « %s » ; elle doit être aussi un point du tracé"
                 " de l’espace voisin",
                 draft_title(d, space).at);
    else
        osm_warn(
            d->osm, o,
            "cette porte ne touche que « %s » ; « %s », de l’autre côté, est au niveau « " SLICE_FMT
            " » : corriger level",
            draft_title(d, space).at, draft_title(d, other).at,
            SLICE_ARG(d->plan.level[d->plan.space[other].level].ref.in[LANG_FIRST]));
}

/* On a façade, where a room of another floor lies on the other side: meant as its door, or as the
   way out. */
static void say_beside(const PlanDraft *d, const OsmObject *o, int level, int space) {
    PlanPoint at = draft_point(d, o);
    PassageWall wall = passage_wall(d, space, at);
    double x = (double)wall.b.x - wall.a.x, y = (double)wall.b.y - wall.a.y,
           length = sqrt(x * x + y * y);
    if (length <= 0 || osm_has(o, "entrance") || osm_has(o, "exit"))
        return;
    PlanPoint outside = {(int32_t)lround(at.x + y / length * BESIDE_MM),
                         (int32_t)lround(at.y - x / length * BESIDE_MM)};
    for (int other = 0; other < d->plan.level_count; other++) {
        int beside = other == level ? PLAN_NONE : draft_space_at(d, other, outside);
        if (beside == PLAN_NONE || d->room[beside].outside)
            continue;
        osm_warn(d->osm, o,
                 "cette porte de « %s » mène dehors ; « %s », de l’autre côté, est au niveau "
                 "« " SLICE_FMT " » : corriger level, ou écrire entrance=yes",
                 draft_title(d, space).at, draft_title(d, beside).at,
                 SLICE_ARG(d->plan.level[other].ref.in[LANG_FIRST]));
        return;
    }
}

static void say_lost(const PlanDraft *d, const OsmObject *o, int level) {
    for (int other = 0; other < d->plan.level_count; other++) {
        int space[PASSAGE_SIDES_MAX];
        if (other == level || !doorway_spaces(d, other, draft_point(d, o), space))
            continue;
        osm_warn(d->osm, o,
                 "cette porte est au niveau « " SLICE_FMT
                 " », mais l’espace qu’elle touche (%s) est au niveau « " SLICE_FMT
                 " » ; corriger level",
                 SLICE_ARG(d->plan.level[level].ref.in[LANG_FIRST]), draft_title(d, space[0]).at,
                 SLICE_ARG(d->plan.level[other].ref.in[LANG_FIRST]));
        return;
    }
    osm_warn(d->osm, o,
             "cette porte ne touche aucun espace ; en faire un point du tracé de la salle et du "
             "couloir");
}

/* Through a wall that stands in a hall. */
static bool read_door_in_wall(PlanDraft *d, Gaps *gaps, const Passage *p) {
    PlanPoint a = {0}, b = {0};
    int space = draft_space_at(d, p->level, p->at);
    bool wall = space != PLAN_NONE && walls_near(d, p->level, p->at, &a, &b) != PLAN_NONE;
    return wall && passage_add_in_wall(d, gaps, p, space, a, b);
}

static void read_door_on(PlanDraft *d, Gaps *gaps, const OsmObject *o, int level) {
    int space[PASSAGE_SIDES_MAX];
    Passage p = passage_of(d, o, level);
    int count = doorway_spaces(d, level, p.at, space);
    if (count == 1 && doorway_on_facade(d, level, p.at)) {
        say_beside(d, o, level, space[0]);
        space[count++] = PLAN_NONE;
    }
    if (count >= 2)
        passage_add(d, gaps, &p, space, count);
    else if (read_door_in_wall(d, gaps, &p) || doorway_is_gate(o))
        return; /* a gate somewhere else bars nothing */
    else if (count == 1)
        say_one_sided(d, o, level, space[0]);
    else
        say_lost(d, o, level);
}

static bool has_ref(const OsmObject *way, int64_t id) {
    for (int i = 0; i < way->ref_count; i++)
        if (way->ref[i].id == id)
            return true;
    return false;
}

static bool is_point_of(const PlanDraft *d, const OsmObject *outline, const OsmObject *node) {
    if (outline->kind == OSM_WAY)
        return has_ref(outline, node->id);
    for (int i = 0; i < outline->ref_count; i++) {
        const OsmObject *way = osm_find(d->osm, OSM_WAY, outline->ref[i].id);
        if (way && has_ref(way, node->id))
            return true;
    }
    return false;
}

/* A door that does not say its floor is on those of the outlines that it is a point of. */
static int floors_of_outlines(const PlanDraft *d, const OsmObject *o, int *levels) {
    int count = 0;
    for (int i = 0; i < d->plan.space_count && count < LEVELS_MAX; i++) {
        int level = d->plan.space[i].level;
        bool known = count && levels[count - 1] == level; /* spaces come floor by floor */
        if (!known && is_point_of(d, d->room[i].object, o))
            levels[count++] = level;
    }
    return count;
}

/* A door that is not for visitors is drawn, and that is all. */
static void draw_shut(const PlanDraft *d, Gaps *gaps, const OsmObject *o, const int *levels,
                      int count) {
    int width = draft_width(d, o);
    for (int i = 0; i < count; i++)
        passage_gap(d, gaps, levels[i], width, draft_point(d, o));
}

/* ---- between half storeys ----------------------------------------------------------------------
 */

/* The one space on that level that a door touches; PLAN_NONE for none or several. */
static int only_space(const PlanDraft *d, int level, PlanPoint at) {
    int space[PASSAGE_SIDES_MAX];
    return doorway_spaces(d, level, at, space) == 1 ? space[0] : PLAN_NONE;
}

/* level=0;0.5 on a door between two rooms less than a storey apart: a few steps, or a ramp where
   a wheelchair is said to pass. */
static bool read_split_door(PlanDraft *d, Gaps *gaps, const OsmObject *o, const int *levels,
                            int count) {
    PlanPoint at = draft_point(d, o);
    int low = count == 2 ? only_space(d, levels[0], at) : PLAN_NONE;
    int high = count == 2 ? only_space(d, levels[1], at) : PLAN_NONE;
    if (low == PLAN_NONE || high == PLAN_NONE || d->room[low].object == d->room[high].object ||
        d->plan.level[levels[1]].hundredths - d->plan.level[levels[0]].hundredths >= 100)
        return false;
    Passage p = passage_of(d, o, levels[0]);
    PlanEdgeKind kind = osm_is(o, "wheelchair", "yes") ? EDGE_RAMP : EDGE_STAIRS;
    int edge = passage_add_between(d, gaps, &p, low, high);
    d->plan.edge[edge].kind = kind;
    d->plan.edge[edge].connector = connector_new(d, kind, o);
    connector_finish(d, edge, o);
    if (!osm_has(o, "wheelchair"))
        osm_warn(d->osm, o,
                 "cette porte relie « %s » et « %s », à %d cm l’un de l’autre en hauteur :"
                 " comptée comme des marches ; écrire wheelchair=yes pour une rampe",
                 draft_title(d, low).at, draft_title(d, high).at, d->plan.edge[edge].up_mm / 10);
    return true;
}

static void read_door(PlanDraft *d, Gaps *gaps, const OsmObject *o) {
    static const char *const SHUT[] = {"no", "private", NULL};
    int levels[LEVELS_MAX], count = draft_levels_of(d, o, levels);
    if (!o->placed)
        return;
    if (!osm_has(o, "level"))
        count = floors_of_outlines(d, o, levels);
    if (doorway_is_any(o, "access", SHUT)) {
        draw_shut(d, gaps, o, levels, count);
        return;
    }
    if (!count && !osm_has(o, "level"))
        osm_warn(d->osm, o,
                 "cette porte n’a pas de niveau et n’est le point d’aucun tracé ; ajouter level=0");
    if (read_split_door(d, gaps, o, levels, count))
        return;
    for (int i = 0; i < count; i++)
        read_door_on(d, gaps, o, levels[i]);
}

int doors_node(const PlanDraft *d, const OsmObject *object, int level, int space) {
    for (int i = 0; i < d->plan.edge_count; i++) {
        const PlanEdge *edge = &d->plan.edge[i];
        if (edge->kind != EDGE_DOOR || d->edge_object[i] != object ||
            d->plan.node[edge->a].level != level)
            continue;
        if (d->plan.node[edge->a].space == space)
            return edge->a;
        if (d->plan.node[edge->b].space == space)
            return edge->b;
    }
    return PLAN_NONE;
}

void doors_read(PlanDraft *d, Gaps *gaps) {
    for (int i = 0; i < d->osm->count[OSM_NODE]; i++)
        if (doorway_is_door(&d->osm->object[OSM_NODE][i]))
            read_door(d, gaps, &d->osm->object[OSM_NODE][i]);
}
