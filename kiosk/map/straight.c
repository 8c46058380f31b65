#include "map/path_parts.h"

#include <math.h>

#define CORNER_MM 400.0 /* and from corners, where the graph keeps 600 */
/* one keeps so far from the ends of a border, or crosses it in the middle */
#define CLEAR_MM 500.0
#define CROSSINGS_MAX 64
#define SAMPLES 16    /* of a border, each time it is looked along */
#define ROUNDS 6      /* crossings that follow each other settle in a few rounds */
#define SKIN_MM 120.0 /* a line may leave a space by that much where the border does */

/* One crossing: point `at` of the path lies on the border of `edge`. */
typedef struct Crossing {
    int at, edge;
    int before, behind; /* spaces */
} Crossing;

/* ---- geometry -------------------------------------------------------------------------------- */

static double apart(PlanPoint a, PlanPoint b) {
    return hypot((double)a.x - b.x, (double)a.y - b.y);
}

static PlanPoint between(PlanPoint a, PlanPoint b, double t) {
    return (PlanPoint){(int32_t)lround(a.x + t * ((double)b.x - a.x)),
                       (int32_t)lround(a.y + t * ((double)b.y - a.y))};
}

static double side(PlanPoint a, PlanPoint b, PlanPoint c) {
    return ((double)b.x - a.x) * ((double)c.y - a.y) - ((double)c.x - a.x) * ((double)b.y - a.y);
}

static bool cross(PlanPoint a, PlanPoint b, PlanPoint c, PlanPoint d) {
    double ac = side(a, b, c), ad = side(a, b, d), ca = side(c, d, a), cb = side(c, d, b);
    return ((ac > 0 && ad < 0) || (ac < 0 && ad > 0)) && ((ca > 0 && cb < 0) || (ca < 0 && cb > 0));
}

static double off_stroke(PlanPoint p, PlanPoint a, PlanPoint b) {
    double x = (double)b.x - a.x, y = (double)b.y - a.y, length2 = x * x + y * y;
    double t = length2 > 0 ? (((double)p.x - a.x) * x + ((double)p.y - a.y) * y) / length2 : 0;
    t = fmin(1, fmax(0, t));
    return hypot(a.x + t * x - p.x, a.y + t * y - p.y);
}

/* Does the stroke cross the space's outline, but for its last piece, which may end on it? */
static bool stays_inside(const Plan *plan, int space, PlanPoint from, PlanPoint to) {
    const PlanSpace *s = &plan->space[space];
    double length = apart(from, to);
    PlanPoint last = length > SKIN_MM ? between(from, to, 1 - SKIN_MM / length) : from;
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++) {
        const PlanRing *ring = &plan->ring[r];
        const PlanPoint *p = plan->point + ring->first_point;
        for (int i = 0; i < ring->point_count; i++)
            if (cross(from, last, p[i], p[(i + 1) % ring->point_count]))
                return false;
    }
    return true;
}

/* And a little off the corners, as the graph goes around them. */
static bool stays_clear(const Plan *plan, int space, PlanPoint from, PlanPoint to) {
    const PlanSpace *s = &plan->space[space];
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++)
        for (int i = 0; i < plan->ring[r].point_count; i++)
            if (off_stroke(plan->point[plan->ring[r].first_point + i], from, to) < CORNER_MM)
                return false;
    return stays_inside(plan, space, from, to);
}

static bool meets_wall(const Plan *plan, int level, PlanPoint from, PlanPoint to) {
    const PlanLevel *l = &plan->level[level];
    for (int i = l->first_line; i < l->first_line + l->line_count; i++) {
        const PlanLine *line = &plan->line[i];
        if ((line->kind == LINE_WALL || line->kind == LINE_OUTER) &&
            cross(from, to, line->a, line->b))
            return true;
    }
    return false;
}

/* ---- one border ------------------------------------------------------------------------------ */

static double border_length(const Plan *plan, const PlanEdge *edge) {
    double length = 0;
    for (int i = 1; i < edge->point_count; i++)
        length += apart(plan->point[edge->first_point + i - 1], plan->point[edge->first_point + i]);
    return length;
}

static PlanPoint border_at(const Plan *plan, const PlanEdge *edge, double mm) {
    const PlanPoint *p = plan->point + edge->first_point;
    int i = 1;
    for (double step; i + 1 < edge->point_count && mm > (step = apart(p[i - 1], p[i])); i++)
        mm -= step;
    double length = apart(p[i - 1], p[i]);
    return length > 0 ? between(p[i - 1], p[i], fmin(1, mm / length)) : p[i];
}

static double detour(PlanPoint a, PlanPoint x, PlanPoint b) {
    return apart(a, x) + apart(x, b);
}

/* The point of the border between `from` and `to` millimetres over which the way from a to b is
   shortest. */
static double best_between(const Plan *plan, const PlanEdge *edge, PlanPoint a, PlanPoint b,
                           double from, double to) {
    double best = from, least = INFINITY;
    for (int i = 0; i <= SAMPLES; i++) {
        double mm = from + (to - from) * i / SAMPLES,
               length = detour(a, border_at(plan, edge, mm), b);
        if (length < least) {
            least = length;
            best = mm;
        }
    }
    return best;
}

static PlanPoint best_on_border(const Plan *plan, const PlanEdge *edge, PlanPoint a, PlanPoint b) {
    double length = border_length(plan, edge), from = fmin(CLEAR_MM, length / 2),
           to = length - from;
    for (int round = 0; round < 4; round++) {
        double best = best_between(plan, edge, a, b, from, to), step = (to - from) / SAMPLES;
        from = fmax(from, best - step);
        to = fmin(to, best + step);
    }
    return border_at(plan, edge, (from + to) / 2);
}

/* ---- the path -------------------------------------------------------------------------------- */

static bool is_border(const Plan *plan, const PathPoint *p) {
    return p->edge != PLAN_NONE && plan->edge[p->edge].flags & EDGE_BORDER;
}

/* Walked in a straight line through one space: neither a door nor anything that the author drew a
   bend into. */
static bool is_free(const Plan *plan, const PathPoint *p) {
    const PlanEdge *edge = p->edge == PLAN_NONE ? NULL : &plan->edge[p->edge];
    return edge && edge->kind == EDGE_WALK && !edge->point_count;
}

static void drop(Path *t, int index) {
    for (int i = index; i + 1 < t->count; i++)
        t->point[i] = t->point[i + 1];
    t->count--;
}

/* The two sides of a crossing become one point on the border; walks that lead to it are one stroke
   with it. */
static int one_point_each(const Plan *plan, Path *t, Crossing *crossing, int most) {
    int count = 0;
    for (int i = 1; i < t->count && count < most; i++) {
        if (!is_border(plan, &t->point[i]))
            continue;
        const PlanEdge *edge = &plan->edge[t->point[i].edge];
        PlanPoint near = t->point[i - 1].at, far = t->point[i].at;
        bool forward = near.x == plan->node[edge->a].at.x && near.y == plan->node[edge->a].at.y;
        t->point[i].at = between(near, far, 0.5);
        bool inner = i >= 2 && is_free(plan, &t->point[i - 1]);
        if (inner)
            drop(t, --i);
        crossing[count++] =
            (Crossing){i, t->point[i].edge, plan->node[forward ? edge->a : edge->b].space,
                       plan->node[forward ? edge->b : edge->a].space};
    }
    return count;
}

static bool moves(const Plan *plan, Path *t, const Crossing *c) {
    PathPoint *p = &t->point[c->at];
    if (c->at + 1 >= t->count || t->point[c->at - 1].level != p->level ||
        t->point[c->at + 1].level != p->level)
        return false;
    PlanPoint a = t->point[c->at - 1].at, b = t->point[c->at + 1].at,
              x = best_on_border(plan, &plan->edge[c->edge], a, b);
    if (detour(a, x, b) > detour(a, p->at, b) - 1 || !stays_inside(plan, c->before, a, x) ||
        !stays_inside(plan, c->behind, b, x) || meets_wall(plan, p->level, a, x) ||
        meets_wall(plan, p->level, x, b))
        return false;
    p->at = x;
    return true;
}

/* A corner before or behind a crossing that has moved away from it. */
static bool is_needless(const Plan *plan, const Path *t, int index, int space) {
    const PathPoint *p = &t->point[index];
    if (!is_free(plan, p) || index + 1 >= t->count || t->point[index + 1].level != p->level ||
        t->point[index - 1].level != p->level)
        return false;
    if (!is_free(plan, &t->point[index + 1]) && !is_border(plan, &t->point[index + 1]))
        return false;
    PlanPoint a = t->point[index - 1].at, b = t->point[index + 1].at;
    return stays_clear(plan, space, a, b) && !meets_wall(plan, p->level, a, b);
}

static void drop_corners(const Plan *plan, Path *t, Crossing *crossing, int count) {
    for (int i = 0; i < count; i++) {
        bool before = is_needless(plan, t, crossing[i].at - 1, crossing[i].before);
        bool behind = is_needless(plan, t, crossing[i].at + 1, crossing[i].behind);
        if (behind)
            drop(t, crossing[i].at + 1);
        if (before)
            drop(t, crossing[i].at - 1);
        for (int j = i; j < count; j++)
            crossing[j].at -= before + (behind && j > i);
    }
}

void straighten(const Plan *plan, Path *t) {
    Crossing crossing[CROSSINGS_MAX];
    int count = one_point_each(plan, t, crossing, CROSSINGS_MAX);
    for (int round = 0; round < ROUNDS && count; round++) {
        bool moved = false;
        for (int i = 0; i < count; i++)
            moved |= moves(plan, t, &crossing[i]);
        drop_corners(plan, t, crossing, count);
        if (!moved)
            return;
    }
}
