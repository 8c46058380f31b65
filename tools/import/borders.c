#include "tools/import/borders.h"

#include "base/message.h"
#include "tools/import/walls.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BORDER_MIN_MM 700.0   /* an open border must be that long to be walked through */
#define BORDER_STEP_MM 3000.0 /* one passage for so much of an open border */
#define MISSED_MM 300.0       /* outlines so near to each other were perhaps meant to meet */
#define STRIDE_MM 10.0
#define TOLERANCE_MM_MAX 500

void borders_tolerance(PlanDraft *d, const OsmObject *building) {
    int told = draft_length(d, building, "kiosk:border_tolerance");
    if (told > TOLERANCE_MM_MAX)
        osm_warn(d->osm, building, "kiosk:border_tolerance va jusqu’à %d,%02d m",
                 TOLERANCE_MM_MAX / 1000, TOLERANCE_MM_MAX % 1000 / 10);
    else if (told)
        d->border_mm = told;
}

/* ---- where two outlines run side by side ----------------------------------------------------- */

/* A border without a gap, from its first point to its last along the outline of the
   second space. */
typedef struct BorderRun {
    PlanPoint *point;
    int count;
    double length;
} BorderRun;

typedef void (*TakeRun)(void *self, const BorderRun *run);

static PlanPoint along(const BorderRun *run, double mm, PlanPoint *towards) {
    int i = 1;
    for (double step;
         i + 1 < run->count && mm > (step = geometry_distance(run->point[i - 1], run->point[i]));
         i++)
        mm -= step;
    PlanPoint a = run->point[i - 1], b = run->point[i];
    double length = geometry_distance(a, b), t = length > 0 ? fmin(1, mm / length) : 0;
    *towards = (PlanPoint){b.x + (b.x - a.x), b.y + (b.y - a.y)};
    return (PlanPoint){(int32_t)lround(a.x + t * ((double)b.x - a.x)),
                       (int32_t)lround(a.y + t * ((double)b.y - a.y))};
}

static void turn_around(BorderRun *run) {
    for (int i = 0, j = run->count - 1; i < j; i++, j--) {
        PlanPoint kept = run->point[i];
        run->point[i] = run->point[j];
        run->point[j] = kept;
    }
}

static void measure(BorderRun *run) {
    run->length = 0;
    for (int i = 1; i < run->count; i++)
        run->length += geometry_distance(run->point[i - 1], run->point[i]);
}

static double away_from(const GEOSGeometry *area, PlanPoint at) {
    GEOSGeometry *point = geometry_point(at);
    double away = 0;
    GEOSDistance(area, point, &away);
    GEOSGeom_destroy(point);
    return away;
}

/* The tolerance reaches around the ends of a border, into walls that run away from it: how far from
   the first point on. */
static double overshoot(const BorderRun *run, const GEOSGeometry *other, double slack) {
    PlanPoint towards;
    double mm = 0, away = away_from(other, run->point[0]);
    for (double next; mm < 2 * slack && mm + STRIDE_MM < run->length;
         mm += STRIDE_MM, away = next) {
        next = away_from(other, along(run, mm + STRIDE_MM, &towards));
        if (away - next < STRIDE_MM / 2)
            return mm;
    }
    return mm;
}

static void cut_first(BorderRun *run, double mm) {
    PlanPoint towards, at = along(run, mm, &towards);
    for (double step;
         run->count > 2 && mm > (step = geometry_distance(run->point[0], run->point[1]));
         mm -= step) {
        run->point++;
        run->count--;
    }
    run->point[0] = at;
    measure(run);
}

static void trim(BorderRun *run, const GEOSGeometry *other, double slack) {
    bool ring = geometry_distance(run->point[0], run->point[run->count - 1]) < 1;
    measure(run);
    for (int end = 0; end < 2 && !ring; end++) {
        cut_first(run, overshoot(run, other, slack));
        turn_around(run);
    }
}

static void take_line(const PlanDraft *d, const GEOSGeometry *line, int other, double slack,
                      TakeRun take, void *self) {
    AreaOutline all = geometry_points(d->arena, line);
    BorderRun run = {all.point, all.count, 0};
    if (run.count < 2)
        return;
    trim(&run, d->room[other].polygon, slack);
    if (run.length > 0)
        take(self, &run);
}

static const GEOSGeometry *reach_of(PlanDraft *d, int space) {
    Room *room = &d->room[space];
    if (!room->reach)
        room->reach = GEOSBufferWithStyle(room->polygon, draft_tolerance(d), 4, GEOSBUF_CAP_FLAT,
                                          GEOSBUF_JOIN_MITRE, 2);
    return room->reach;
}

typedef enum Walls { WALLS_STAND, WALLS_AWAY } Walls;

/* Of the outline of b what lies within `reach` of a, piece by piece: along it, over it, or within
   it. */
static void walk_outline(PlanDraft *d, const GEOSGeometry *reach, int a, int b, double slack,
                         Walls walls, TakeRun take, void *self) {
    GEOSGeometry *edge = GEOSBoundary(d->room[b].polygon);
    GEOSGeometry *common = edge && reach ? GEOSIntersection(edge, reach) : NULL;
    GEOSGeometry *open =
        walls == WALLS_STAND ? walls_off(d, d->plan.space[b].level, common) : common;
    GEOSGeometry *merged = open ? GEOSLineMerge(open) : NULL,
                 *simple = merged ? GEOSSimplify(merged, 2.0) : NULL;
    int parts = simple ? GEOSGetNumGeometries(simple) : 0;
    for (int i = 0; i < parts; i++)
        if (GEOSGeom_getDimensions(GEOSGetGeometryN(simple, i)) == 1)
            take_line(d, GEOSGetGeometryN(simple, i), a, slack, take, self);
    GEOSGeometry *all[] = {edge, open, merged, simple};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i])
            GEOSGeom_destroy(all[i]);
}

static void walk_border(PlanDraft *d, const GEOSGeometry *reach, int a, int b, double slack,
                        TakeRun take, void *self) {
    walk_outline(d, reach, a, b, slack, WALLS_STAND, take, self);
}

/* ---- borders without a wall ------------------------------------------------------------------ */

typedef struct Border {
    PlanDraft *draft;
    int space[2];
    int found;
    double longest; /* of those that are too short */
} Border;

/* Outlines run counter-clockwise in the plan, but not in GEOS: the inside of the second space is to
   be on the left. */
static void turn_left(const PlanDraft *d, int space, BorderRun *run) {
    PlanPoint towards, at = along(run, run->length / 2, &towards);
    PassageWall wall = passage_wall(d, space, at);
    double same = ((double)wall.b.x - wall.a.x) * ((double)towards.x - at.x) +
                  ((double)wall.b.y - wall.a.y) * ((double)towards.y - at.y);
    if (same < 0)
        turn_around(run);
}

static void open_border(void *self, const BorderRun *found) {
    Border *border = self;
    PlanDraft *d = border->draft;
    BorderRun run = *found;
    if (run.length < BORDER_MIN_MM) {
        border->longest = fmax(border->longest, run.length);
        return;
    }
    turn_left(d, border->space[1], &run);
    PassageBorder p = {d->plan.point_count, run.count, (int)run.length};
    for (int i = 0; i < run.count; i++)
        *LIST_ADD(d->arena, d->plan.point, d->plan.point_count) = run.point[i];
    int passages = run.length < BORDER_STEP_MM ? 1 : (int)(run.length / BORDER_STEP_MM);
    for (int i = 0; i < passages; i++) {
        PlanPoint towards, at = along(&run, run.length * (i + 0.5) / passages, &towards);
        passage_add_border(d, &p, d->plan.space[border->space[0]].level, at, towards,
                           border->space);
        border->found++;
    }
}

static bool boxes_touch(PlanBox a, PlanBox b, double slack) {
    return a.min.x <= b.max.x + slack && b.min.x <= a.max.x + slack && a.min.y <= b.max.y + slack &&
           b.min.y <= a.max.y + slack;
}

/* Pairs of spaces that a drawn door or way joins: nowhere else does one pass between them. */
typedef struct Joined {
    int64_t *pair; /* sorted */
    int count;
} Joined;

static int64_t pair_of(int a, int b) {
    return a < b ? (int64_t)a << 32 | b : (int64_t)b << 32 | a;
}

static int by_pair(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static Joined joined_pairs(const PlanDraft *d) {
    Joined j = {arena_array(d->arena, int64_t, d->plan.edge_count + 1), 0};
    for (int i = 0; i < d->plan.edge_count; i++) {
        int from = d->plan.node[d->plan.edge[i].a].space,
            to = d->plan.node[d->plan.edge[i].b].space;
        if (d->edge_object[i] && from != PLAN_NONE && to != PLAN_NONE && from != to)
            j.pair[j.count++] = pair_of(from, to);
    }
    if (j.count)
        qsort(j.pair, (size_t)j.count, sizeof *j.pair, by_pair);
    return j;
}

static bool is_joined(const Joined *j, int a, int b) {
    int64_t pair = pair_of(a, b);
    return j->count && bsearch(&pair, j->pair, (size_t)j->count, sizeof pair, by_pair);
}

/* On a floor what is open comes before what is walled. */
static bool is_open_floor(const PlanDraft *d, int a, int b) {
    return d->plan.space[a].level == d->plan.space[b].level && !d->room[a].walled &&
           !d->room[b].walled;
}

/* Without a wall between them; the open air is behind a façade. */
static bool is_open_between(const PlanDraft *d, int a, int b, double slack) {
    const PlanSpace *s = &d->plan.space[a], *t = &d->plan.space[b];
    return d->room[a].outside == d->room[b].outside && boxes_touch(s->box, t->box, slack);
}

void borders_open(PlanDraft *d) {
    Joined joined = joined_pairs(d);
    for (int i = 0; i < d->plan.space_count; i++)
        for (int j = i + 1; j < d->plan.space_count && is_open_floor(d, i, j); j++) {
            if (!is_open_between(d, i, j, draft_tolerance(d)) || is_joined(&joined, i, j))
                continue;
            Border border = {.draft = d, .space = {i, j}};
            walk_border(d, reach_of(d, i), i, j, draft_tolerance(d), open_border, &border);
        }
}

/* ---- borders that were missed ---------------------------------------------------------------- */

static int representative(int *of, int i) {
    while (of[i] != i)
        i = of[i] = of[of[i]];
    return i;
}

static int *joined_spaces(const PlanDraft *d) {
    int *of = arena_array(d->arena, int, d->plan.space_count + 1);
    for (int i = 0; i < d->plan.space_count; i++)
        of[i] = i;
    for (int i = 0; i < d->plan.edge_count; i++) {
        int a = d->plan.node[d->plan.edge[i].a].space, b = d->plan.node[d->plan.edge[i].b].space;
        if (a != PLAN_NONE && b != PLAN_NONE)
            of[representative(of, a)] = representative(of, b);
    }
    return of;
}

static void keep_length(void *self, const BorderRun *run) {
    Border *border = self;
    border->longest = fmax(border->longest, run->length);
}

/* They would meet, were it not for a wall along their border. */
static void say_walled(PlanDraft *d, int a, int b) {
    Border whole = {.draft = d};
    walk_outline(d, reach_of(d, a), a, b, draft_tolerance(d), WALLS_AWAY, keep_length, &whole);
    if (whole.longest < BORDER_MIN_MM)
        return;
    Slice one = draft_title(d, a), other = draft_title(d, b);
    osm_warn(d->osm, d->room[b].object,
             "un mur ferme la limite entre « " SLICE_FMT " » et « " SLICE_FMT
             " » ; y ouvrir une porte (un point door=* du mur) ou le raccourcir",
             SLICE_ARG(one), SLICE_ARG(other));
}

static void say_missed(PlanDraft *d, int a, int b) {
    Border near = {.draft = d}, wide = {.draft = d};
    walk_border(d, reach_of(d, a), a, b, draft_tolerance(d), keep_length, &near);
    GEOSGeometry *reach = GEOSBuffer(d->room[a].polygon, MISSED_MM, 4);
    walk_border(d, reach, a, b, MISSED_MM, keep_length, &wide);
    if (reach)
        GEOSGeom_destroy(reach);
    double apart = 0;
    GEOSDistance(d->room[a].polygon, d->room[b].polygon, &apart);
    Slice one = draft_title(d, a), other = draft_title(d, b);
    if (near.longest >= 1 && wide.longest < BORDER_MIN_MM)
        osm_warn(d->osm, d->room[b].object,
                 "« " SLICE_FMT " » et « " SLICE_FMT " » ne se touchent que sur " SLICE_FMT
                 " m : il en faut 0,7 pour passer",
                 SLICE_ARG(one), SLICE_ARG(other), SLICE_ARG(draft_metres(d, near.longest)));
    else if (wide.longest >= BORDER_MIN_MM)
        osm_warn(d->osm, d->room[b].object,
                 "« " SLICE_FMT " » et « " SLICE_FMT " » se longent sur " SLICE_FMT
                 " m sans se toucher (%.0f cm) ;"
                 " leur donner les mêmes points, ou écrire kiosk:border_tolerance sur le bâtiment"
                 " (%.0f cm maintenant)",
                 SLICE_ARG(one), SLICE_ARG(other), SLICE_ARG(draft_metres(d, wide.longest)),
                 ceil(apart / 10), draft_tolerance(d) / 10);
    else if (near.longest < 1)
        say_walled(d, a, b);
}

void borders_say_missed(PlanDraft *d) {
    int *of = joined_spaces(d);
    for (int i = 0; i < d->plan.space_count; i++)
        for (int j = i + 1; j < d->plan.space_count && is_open_floor(d, i, j); j++)
            if (is_open_between(d, i, j, MISSED_MM) &&
                representative(of, i) != representative(of, j))
                say_missed(d, i, j);
}

/* ---- openings taken for granted -------------------------------------------------------------- */

typedef struct Guess {
    double length;
    PlanPoint middle;
    int space;
} Guess;

static void keep_longest(void *self, const BorderRun *run) {
    Guess *guess = self;
    PlanPoint towards;
    if (run->length <= guess->length)
        return;
    guess->length = run->length;
    guess->middle = along(run, run->length / 2, &towards);
}

static void assume_opening(PlanDraft *d, Gaps *gaps, int room) {
    Guess best = {.space = PLAN_NONE};
    for (int i = 0; i < d->plan.space_count; i++) {
        if (i == room || d->room[i].walled || d->plan.space[i].level != d->plan.space[room].level ||
            !boxes_touch(d->plan.space[i].box, d->plan.space[room].box, draft_tolerance(d)))
            continue;
        double before = best.length;
        walk_border(d, reach_of(d, i), i, room, draft_tolerance(d), keep_longest, &best);
        best.space = best.length > before ? i : best.space;
    }
    if (best.length < BORDER_MIN_MM)
        return;
    Passage p = {d->room[room].object, best.middle, d->plan.space[room].level, 0,
                 PASSAGE_DOOR_MS,      EDGE_ASSUMED};
    passage_add(d, gaps, &p, (int[]){best.space, room}, 2);
}

void borders_assume(PlanDraft *d, Gaps *gaps) {
    bool *has_door = arena_array(d->arena, bool, d->plan.space_count + 1);
    int without = 0, before = d->plan.edge_count;
    for (int i = 0; i < d->plan.node_count; i++)
        if (d->plan.node[i].kind == NODE_DOOR && d->plan.node[i].space != PLAN_NONE)
            has_door[d->plan.node[i].space] = true;
    for (int i = 0; i < d->plan.space_count; i++) {
        if (!d->room[i].walled || has_door[i])
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
        report_warn(
            d->report, d->osm->file[0], 1, 0, "%s : %s (kiosk:assume_openings=yes)",
            arena_printf(d->arena,
                         message_count("%d salle sans porte", "%d salles sans porte", without),
                         without)
                .at,
            arena_printf(d->arena,
                         message_count("%d ouverture supposée", "%d ouvertures supposées", assumed),
                         assumed)
                .at);
    else if (d->doorless)
        report_warn(
            d->report, d->osm->file[0], 1, 0,
            "%d salles sur %d sans porte : aucun chemin n’y mène ; dessiner les portes, ou écrire"
            " kiosk:assume_openings=yes sur le bâtiment",
            without, d->plan.space_count);
}
