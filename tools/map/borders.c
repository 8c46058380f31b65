#include "map/borders.h"

#include <math.h>

#define BORDER_MIN_MM 700.0   /* an open border must be that long to be walked through */
#define BORDER_STEP_MM 3000.0 /* one passage for so much of an open border */

/* ---- borders without a wall ------------------------------------------------------------------------------------------------------------------ */

typedef struct Border {
    Draft *draft;
    Gaps *gaps;
    int space[2];
    int flags;
    int found;
    double longest; /* for openings taken for granted: only the longest stroke counts */
    PlanPoint middle;
} Border;

static void open_border(void *self, PlanPoint a, PlanPoint b) {
    Border *border = self;
    double length = geometry_distance(a, b);
    int passages = length < BORDER_MIN_MM ? 0 : length < BORDER_STEP_MM ? 1 : (int)(length / BORDER_STEP_MM);
    for (int i = 0; i < passages; i++) {
        double t = (i + 0.5) / passages;
        Passage p = {NULL, {(int32_t)lround(a.x + t * (b.x - a.x)), (int32_t)lround(a.y + t * (b.y - a.y))},
                     border->draft->plan.space[border->space[0]].level, (int)(length / passages), 0, EDGE_OPENING};
        passage_add(border->draft, border->gaps, &p, border->space, 2);
        border->found++;
    }
}

static void keep_longest(void *self, PlanPoint a, PlanPoint b) {
    Border *border = self;
    double length = geometry_distance(a, b);
    if (length <= border->longest)
        return;
    border->longest = length;
    border->middle = (PlanPoint){(int32_t)(((int64_t)a.x + b.x) / 2), (int32_t)(((int64_t)a.y + b.y) / 2)};
}

static bool boxes_touch(PlanBox a, PlanBox b) {
    return a.min.x <= b.max.x && b.min.x <= a.max.x && a.min.y <= b.max.y && b.min.y <= a.max.y;
}

/* Strokes that both outlines have in common; the whole outline of what lies within the other. */
static void walk_border(Border *border, void (*take)(void *self, PlanPoint a, PlanPoint b)) {
    const Room *a = &border->draft->room[border->space[0]], *b = &border->draft->room[border->space[1]];
    GEOSGeometry *edge_a = GEOSBoundary(a->polygon), *edge_b = GEOSBoundary(b->polygon);
    bool within = GEOSPreparedContainsProperly(a->prepared, b->polygon) == 1;
    GEOSGeometry *common = within ? GEOSGeom_clone(edge_b) : GEOSIntersection(edge_a, edge_b);
    GEOSGeometry *merged = common && !within ? GEOSLineMerge(common) : NULL;
    GEOSGeometry *simple = merged ? GEOSSimplify(merged, 2.0) : NULL;
    if (simple || common)
        geometry_strokes(simple ? simple : common, take, border);
    GEOSGeometry *all[] = {edge_a, edge_b, common, merged, simple};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i])
            GEOSGeom_destroy(all[i]);
}

/* Has the author drawn where one passes? Then nowhere else. */
static bool is_joined(const Draft *d, int a, int b) {
    for (int i = 0; i < d->plan.edge_count; i++) {
        int from = d->plan.node[d->plan.edge[i].a].space, to = d->plan.node[d->plan.edge[i].b].space;
        if (d->edge_object[i] && ((from == a && to == b) || (from == b && to == a)))
            return true;
    }
    return false;
}

/* Without a wall between them; the open air is behind a façade. */
static bool is_open_between(const Draft *d, int a, int b) {
    const PlanSpace *s = &d->plan.space[a], *t = &d->plan.space[b];
    return s->level == t->level && !d->room[a].walled && !d->room[b].walled && d->room[a].outside == d->room[b].outside &&
           boxes_touch(s->box, t->box) && !is_joined(d, a, b);
}

void borders_open(Draft *d, Gaps *gaps) {
    for (int i = 0; i < d->plan.space_count; i++)
        for (int j = i + 1; j < d->plan.space_count; j++) {
            if (!is_open_between(d, i, j))
                continue;
            Border border = {.draft = d, .gaps = gaps, .space = {i, j}};
            walk_border(&border, open_border);
        }
}

/* ---- openings taken for granted ---------------------------------------------------------------------------------------------------------------- */

static bool has_door(const Draft *d, int space) {
    for (int i = 0; i < d->plan.node_count; i++)
        if (d->plan.node[i].kind == NODE_DOOR && d->plan.node[i].space == space)
            return true;
    return false;
}

static void assume_opening(Draft *d, Gaps *gaps, int room) {
    Border best = {0};
    for (int i = 0; i < d->plan.space_count; i++) {
        if (i == room || d->room[i].walled || d->plan.space[i].level != d->plan.space[room].level ||
            !boxes_touch(d->plan.space[i].box, d->plan.space[room].box))
            continue;
        Border border = {.draft = d, .space = {i, room}};
        walk_border(&border, keep_longest);
        if (border.longest > best.longest)
            best = border;
    }
    if (best.longest < BORDER_MIN_MM)
        return;
    Passage p = {d->room[room].object, best.middle, d->plan.space[room].level, 0, PASSAGE_DOOR_MS, EDGE_ASSUMED};
    passage_add(d, gaps, &p, best.space, 2);
}

void borders_assume(Draft *d, Gaps *gaps) {
    int without = 0, before = d->plan.edge_count;
    for (int i = 0; i < d->plan.space_count; i++) {
        if (!d->room[i].walled || has_door(d, i))
            continue;
        without++;
        if (d->assume_openings)
            assume_opening(d, gaps, i);
    }
    if (!without)
        return;
    int assumed = d->plan.edge_count - before;
    d->doorless = !d->assume_openings && without * 2 > d->plan.space_count;
    if (d->assume_openings)
        report_warn(d->report, d->osm->file[0], 1, 0, "%d salle%s sans porte : %d ouverture%s supposée%s (kiosk:assume_openings=yes)", without,
                    plural(without), assumed, plural(assumed), plural(assumed));
    else if (d->doorless)
        report_warn(d->report, d->osm->file[0], 1, 0,
                    "%d salle%s sur %d sans porte : aucun chemin n’y mène ; dessiner les portes, ou écrire"
                    " kiosk:assume_openings=yes sur le bâtiment",
                    without, plural(without), d->plan.space_count);
}
