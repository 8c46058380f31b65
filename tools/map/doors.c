#include "map/doors.h"

#include "map/levels.h"
#include "map/rooms.h"

#include <math.h>
#include <stdlib.h>

#define SHARED_MM 2.0       /* a point of both outlines */
#define TOUCH_MM 150.0      /* a door that is no point of an outline may miss it by that much */
#define DOOR_MS 2000        /* opening a door by hand */
#define HEAVY_MS 4000       /* a fire door, a gate */
#define DRAWN_WIDTH_MM 900  /* of a gap whose width is not known */
#define BORDER_MIN_MM 700.0 /* an open border must be that long to be walked through */
#define BORDER_STEP_MM 3000.0 /* one passage for so much of an open border */
#define SIDES_MAX 8

/* ---- stepping inside --------------------------------------------------------------------------------------------------------------------- */

typedef struct Nearest {
    PlanPoint at, a, b;
    double distance;
} Nearest;

static double distance_to(PlanPoint p, PlanPoint a, PlanPoint b) {
    double x = b.x - a.x, y = b.y - a.y, length2 = x * x + y * y;
    double t = length2 > 0 ? ((p.x - a.x) * x + (p.y - a.y) * y) / length2 : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    double dx = a.x + t * x - p.x, dy = a.y + t * y - p.y;
    return sqrt(dx * dx + dy * dy);
}

static Nearest nearest_wall(const Draft *d, int space, PlanPoint at) {
    const PlanSpace *s = &d->plan.space[space];
    Nearest best = {.at = at, .distance = INFINITY};
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++) {
        const PlanRing *ring = &d->plan.ring[r];
        const PlanPoint *p = d->plan.point + ring->first_point;
        for (int i = 0; i < ring->point_count; i++) {
            PlanPoint a = p[i], b = p[(i + 1) % ring->point_count];
            double away = distance_to(at, a, b);
            if (away < best.distance)
                best = (Nearest){at, a, b, away};
        }
    }
    return best;
}

static bool sees(const Draft *d, int space, PlanPoint from, PlanPoint to) {
    GEOSGeometry *line = geometry_line((PlanPoint[]){from, to}, 2);
    bool inside = GEOSPreparedCovers(d->room[space].prepared, line) == 1;
    GEOSGeom_destroy(line);
    return inside;
}

/* Into the middle of a corridor, a step into a room: where a person would stand before turning. The left of a ring's stroke is
   inside, whichever way the ring runs around. */
static PlanPoint step_inside(const Draft *d, int space, PlanPoint at) {
    static const double DEPTHS[] = {2400, 2000, 1600, 1200, 800, 400, 200};
    Nearest wall = nearest_wall(d, space, at);
    double x = wall.b.x - wall.a.x, y = wall.b.y - wall.a.y, length = sqrt(x * x + y * y);
    double most = d->room[space].walled ? 600 : 1200;
    for (size_t i = 0; i < sizeof DEPTHS / sizeof *DEPTHS && length > 0; i++) {
        double nx = -y / length, ny = x / length, deep = DEPTHS[i], step = deep / 2 < most ? deep / 2 : most;
        PlanPoint skin = {(int32_t)lround(at.x + nx * 5), (int32_t)lround(at.y + ny * 5)};
        PlanPoint far = {(int32_t)lround(at.x + nx * deep), (int32_t)lround(at.y + ny * deep)};
        if (sees(d, space, skin, far))
            return (PlanPoint){(int32_t)lround(at.x + nx * step), (int32_t)lround(at.y + ny * step)};
    }
    return at;
}

/* ---- one passage -------------------------------------------------------------------------------------------------------------------------- */

typedef struct Passage {
    const OsmObject *object;
    PlanPoint at;
    int level, width_mm, fixed_ms, flags;
} Passage;

static int side_node(Draft *d, const Passage *p, int space) {
    return draft_add_node(d, NODE_DOOR, p->level, space, space == PLAN_NONE ? p->at : step_inside(d, space, p->at));
}

static void join(Draft *d, const Passage *p, int a, int b) {
    int first = d->plan.point_count;
    *LIST_ADD(d->arena, d->plan.point, d->plan.point_count) = p->at;
    PlanEdge *edge = draft_add_edge(d, EDGE_DOOR, a, b, p->object);
    edge->length_mm = (int)lround(geometry_distance(d->plan.node[a].at, p->at) + geometry_distance(p->at, d->plan.node[b].at));
    edge->width_mm = p->width_mm;
    edge->fixed_ms = p->fixed_ms;
    edge->flags = p->flags;
    edge->first_point = first;
    edge->point_count = 1;
}

/* Every two of the spaces; PLAN_NONE among them is the open air. */
static void add_passage(Draft *d, Gaps *gaps, const Passage *p, const int *space, int count) {
    int node[SIDES_MAX];
    for (int i = 0; i < count; i++)
        node[i] = side_node(d, p, space[i]);
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++)
            join(d, p, node[i], node[j]);
    if (p->object) /* an open border has no wall to be left open */
        *LIST_ADD(d->arena, gaps->gap, gaps->count) = (Gap){p->level, p->width_mm ? p->width_mm : DRAWN_WIDTH_MM, p->at};
}

/* ---- doors that are drawn ------------------------------------------------------------------------------------------------------------------ */

bool doors_is_door(const OsmObject *o) {
    return osm_has(o, "door") || osm_has(o, "entrance") || osm_is(o, "indoor", "door") || osm_is(o, "kiosk:opening", "yes");
}

static bool is_any(const OsmObject *o, const char *key, const char *const *values) {
    for (int i = 0; values[i]; i++)
        if (osm_is(o, key, values[i]))
            return true;
    return false;
}

static int flags_of(const OsmObject *o) {
    static const char *const ESCAPE[] = {"emergency", "emergency_exit", "fire_exit", NULL};
    int flags = 0;
    if (is_any(o, "entrance", ESCAPE) || is_any(o, "exit", ESCAPE) || osm_is(o, "emergency", "yes") || osm_is(o, "door", "emergency"))
        flags |= EDGE_ESCAPE;
    if (osm_has(o, "automatic_door") && !osm_is(o, "automatic_door", "no"))
        flags |= EDGE_AUTOMATIC;
    if (osm_is(o, "wheelchair", "no"))
        flags |= EDGE_NO_WHEELCHAIR;
    if (osm_is(o, "door", "no") || osm_is(o, "door", "open") || osm_is(o, "kiosk:opening", "yes"))
        flags |= EDGE_OPENING;
    return flags | (osm_is(o, "entrance", "main") ? EDGE_MAIN : 0);
}

static Passage passage_of(const Draft *d, const OsmObject *o, int level) {
    Passage p = {o, draft_point(d, o), level, draft_length(d, o, "width"), DOOR_MS, flags_of(o)};
    if (p.flags & (EDGE_OPENING | EDGE_AUTOMATIC))
        p.fixed_ms = 0;
    else if (osm_is(o, "kiosk:heavy", "yes"))
        p.fixed_ms = HEAVY_MS;
    return p;
}

static bool touches(const Draft *d, int space, PlanPoint at, double slack) {
    PlanBox b = d->plan.space[space].box;
    int grown = (int)slack;
    if (at.x < b.min.x - grown || at.x > b.max.x + grown || at.y < b.min.y - grown || at.y > b.max.y + grown)
        return false;
    return nearest_wall(d, space, at).distance <= slack;
}

static int touched_within(const Draft *d, int level, PlanPoint at, double slack, int space[SIDES_MAX]) {
    int count = 0;
    for (int i = 0; i < d->plan.space_count && count < SIDES_MAX - 1; i++)
        if (d->plan.space[i].level == level && touches(d, i, at, slack))
            space[count++] = i;
    return count;
}

/* Those that share the point; when it joins nothing that way, those that it nearly touches. */
static int spaces_touched(const Draft *d, int level, PlanPoint at, int space[SIDES_MAX]) {
    int count = touched_within(d, level, at, SHARED_MM, space);
    return count >= 2 ? count : touched_within(d, level, at, TOUCH_MM, space);
}

/* On the façade, so that it leads into the open air? */
static bool is_on_facade(const Draft *d, int level, PlanPoint at) {
    GEOSGeometry *whole = rooms_footprint(d, level), *point = geometry_point(at);
    GEOSGeometry *edge = whole ? GEOSBoundary(whole) : NULL;
    double away = INFINITY;
    if (edge)
        GEOSDistance(edge, point, &away);
    if (edge)
        GEOSGeom_destroy(edge);
    if (whole)
        GEOSGeom_destroy(whole);
    GEOSGeom_destroy(point);
    return away <= TOUCH_MM;
}

static const char *name_in_file(const Draft *d, int space) {
    const PlanSpace *s = &d->plan.space[space];
    return s->name.plain.in[LANG_FR].len ? s->name.plain.in[LANG_FR].at : s->id.at;
}

static void say_lost(const Draft *d, const OsmObject *o, int level) {
    for (int other = 0; other < d->plan.level_count; other++) {
        int space[SIDES_MAX];
        if (other == level || !spaces_touched(d, other, draft_point(d, o), space))
            continue;
        osm_warn(d->osm, o, "cette porte est au niveau %g, mais l’espace qu’elle touche (%s) est au niveau %g ; corriger level",
                 d->plan.level[level].tenths / 10.0, name_in_file(d, space[0]), d->plan.level[other].tenths / 10.0);
        return;
    }
    osm_warn(d->osm, o, "cette porte ne touche aucun espace ; en faire un point du tracé de la salle et du couloir");
}

static void read_door_on(Draft *d, Gaps *gaps, const OsmObject *o, int level, bool told) {
    int space[SIDES_MAX];
    Passage p = passage_of(d, o, level);
    int count = spaces_touched(d, level, p.at, space);
    if (count == 1 && is_on_facade(d, level, p.at))
        space[count++] = PLAN_NONE;
    if (count >= 2)
        add_passage(d, gaps, &p, space, count);
    else if (count == 1)
        osm_warn(d->osm, o, "cette porte ne touche que « %s » ; elle doit être aussi un point du tracé de l’espace voisin",
                 name_in_file(d, space[0]));
    else if (told)
        say_lost(d, o, level);
}

static void read_door(Draft *d, Gaps *gaps, const OsmObject *o) {
    static const char *const SHUT[] = {"no", "private", NULL};
    int levels[LEVELS_MAX], count = draft_levels_of(d, o, levels);
    if (is_any(o, "access", SHUT) || !o->placed)
        return;
    for (int i = 0; i < count; i++)
        read_door_on(d, gaps, o, levels[i], true);
    if (osm_has(o, "level"))
        return;
    for (int level = 0; level < d->plan.level_count; level++)
        read_door_on(d, gaps, o, level, false);
}

int doors_node(const Draft *d, const OsmObject *object, int level, int space) {
    for (int i = 0; i < d->plan.edge_count; i++) {
        const PlanEdge *edge = &d->plan.edge[i];
        if (edge->kind != EDGE_DOOR || d->edge_object[i] != object || d->plan.node[edge->a].level != level)
            continue;
        if (d->plan.node[edge->a].space == space)
            return edge->a;
        if (d->plan.node[edge->b].space == space)
            return edge->b;
    }
    return PLAN_NONE;
}

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
        add_passage(border->draft, border->gaps, &p, border->space, 2);
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

static void open_borders(Draft *d, Gaps *gaps) {
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
    Passage p = {d->room[room].object, best.middle, d->plan.space[room].level, 0, DOOR_MS, EDGE_ASSUMED};
    add_passage(d, gaps, &p, best.space, 2);
}

static void assume_openings(Draft *d, Gaps *gaps) {
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

void doors_read(Draft *d, Gaps *gaps) {
    for (int i = 0; i < d->osm->count[OSM_NODE]; i++)
        if (doors_is_door(&d->osm->object[OSM_NODE][i]))
            read_door(d, gaps, &d->osm->object[OSM_NODE][i]);
    open_borders(d, gaps);
    assume_openings(d, gaps);
}
