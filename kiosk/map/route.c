#include "map/route.h"

#include "map/heap.h"

#include <limits.h>
#include <string.h>

#define TURN_MS 2000 /* reference: fewer turns are simpler to follow */
#define LANDMARKS 8
/* Looking for the way that is barred least: what a date or a repair will lift is better news than
   steps. */
#define SHUT_MS 1000000
#define STEEP_MS 4000000
#define BARRED_MS 8000000
#define WALL_MS 64000000 /* what no key, no date and no repair would lift */
#define UNREACHED INT64_MAX
/* A cost is its milliseconds above the lowest 28 bits, and below them its millimetres: up to 268
   km. */
#define MM_BITS 28
#define FAR_MS (INT_MAX / 2) /* an edge of more than twelve days leads nowhere */
#define MOST_COST (INT64_MAX / 2)
#define TRAVELLERS 2

/* One direction of an edge, as seen from the node it leaves. */
typedef struct Arc {
    int to, edge;
    bool forward;
} Arc;

struct Router {
    const Plan *plan;
    int *first; /* of each node's arcs; one more at the end */
    Arc *arc;
    int arc_count;
    int64_t *ms[TRAVELLERS]; /* cost of each arc */
    bool *open[TRAVELLERS];  /* at `when` */
    Millis when;
    bool timed;
    int64_t *bound[TRAVELLERS]; /* node by node, to and from each landmark with everything open */
    int landmarks;
    int64_t *reach,
        *guess; /* of each node: cost from the start, and that plus what is left at least */
    int *came, *reach_ms; /* of each node: the arc it was reached by; what route_reach answers */
    int64_t *cost;        /* of each arc, for one search */
    Heap heap;
    RouteLeg *leg;
};

/* ---- the graph ------------------------------------------------------------------------------- */

static int corners(const Plan *plan, int edge) {
    const PlanEdge *e = &plan->edge[edge];
    int ends = (plan->node[e->a].kind == NODE_CORNER) + (plan->node[e->b].kind == NODE_CORNER);
    return (e->flags & EDGE_BORDER ? 0 : 2 * e->point_count) + ends;
}

int route_edge_ms(const Plan *plan, int edge, bool forward, PlanTraveller who) {
    int64_t ms =
        plan_edge_ms(plan, edge, forward, who) + (int64_t)corners(plan, edge) * (TURN_MS / 2);
    return ms < FAR_MS ? (int)ms : FAR_MS;
}

static int64_t cost_of(int ms, int mm) {
    return ms < FAR_MS ? (int64_t)ms * ((int64_t)1 << MM_BITS) + mm : UNREACHED;
}

static int64_t dearer(int64_t cost, int64_t by) {
    return cost == UNREACHED ? UNREACHED : cost + by;
}

static int ms_of(int64_t cost) {
    int64_t ms = cost >> MM_BITS;
    return ms < INT_MAX ? (int)ms : INT_MAX;
}

static void add_arc(Router *r, int *fill, int from, Arc arc) {
    int at = fill[from]++;
    r->arc[at] = arc;
    for (int who = 0; who < TRAVELLERS; who++)
        r->ms[who][at] =
            cost_of(route_edge_ms(r->plan, arc.edge, arc.forward, (PlanTraveller){who}),
                    r->plan->edge[arc.edge].length_mm);
}

static void list_arcs(Router *r, Arena *arena) {
    const Plan *plan = r->plan;
    for (int e = 0; e < plan->edge_count; e++) {
        r->first[plan->edge[e].a + 1]++;
        r->first[plan->edge[e].b + 1]++;
    }
    for (int n = 0; n < plan->node_count; n++)
        r->first[n + 1] += r->first[n];
    int *fill = arena_array(arena, int, plan->node_count + 1);
    memcpy(fill, r->first, sizeof *fill * (size_t)plan->node_count);
    for (int e = 0; e < plan->edge_count; e++) {
        add_arc(r, fill, plan->edge[e].a, (Arc){plan->edge[e].b, e, true});
        add_arc(r, fill, plan->edge[e].b, (Arc){plan->edge[e].a, e, false});
    }
}

/* Dates move slowly: what is open is looked up once for all searches of the same minute. */
static void set_time(Router *r, Millis when) {
    if (r->timed && r->when == when)
        return;
    for (int who = 0; who < TRAVELLERS; who++)
        for (int i = 0; i < r->arc_count; i++)
            r->open[who][i] = !plan_edge_passable(r->plan, r->arc[i].edge, r->arc[i].forward,
                                                  (PlanTraveller){who}, when)
                                   .bar;
    r->when = when;
    r->timed = true;
}

/* ---- lower bounds from landmarks ------------------------------------------------------------- */

static int64_t *bounds_of(const Router *r, int who, int node) {
    return r->bound[who] + (size_t)node * LANDMARKS * 2;
}

/* By the triangle inequality no way from node to goal is shorter than the difference of their ways
   to a landmark. */
static int64_t least_left(const Router *r, int who, int node, const int64_t *goal) {
    const int64_t *here = bounds_of(r, who, node);
    int64_t least = 0;
    for (int i = 0; i < r->landmarks * 2; i += 2) {
        if (goal[i] != UNREACHED && here[i] != UNREACHED && goal[i] - here[i] > least)
            least = goal[i] - here[i];
        if (here[i + 1] != UNREACHED && goal[i + 1] != UNREACHED &&
            here[i + 1] - goal[i + 1] > least)
            least = here[i + 1] - goal[i + 1];
    }
    return least;
}

/* ---- searching ------------------------------------------------------------------------------- */

typedef struct RouteSearch {
    int from, to; /* to: PLAN_NONE for every node */
    int who;
    const int64_t *goal; /* bounds of `to`; NULL for none */
    const bool *open;    /* arcs; NULL: what `cost` says */
    const int64_t *cost;
} RouteSearch;

static void start(Router *r, int from) {
    for (int n = 0; n < r->plan->node_count; n++)
        r->reach[n] = UNREACHED;
    heap_clear(&r->heap, r->plan->node_count);
    r->reach[from] = r->guess[from] = 0;
    r->came[from] = PLAN_NONE;
    heap_offer(&r->heap, from);
}

static void relax(Router *r, const RouteSearch *s, int node) {
    for (int i = r->first[node]; i < r->first[node + 1]; i++) {
        if (s->open && !s->open[i])
            continue;
        if (s->cost[i] > MOST_COST - r->reach[node]) /* UNREACHED too */
            continue;
        int to = r->arc[i].to;
        int64_t reach = r->reach[node] + s->cost[i];
        if (reach >= r->reach[to])
            continue;
        r->reach[to] = reach;
        r->guess[to] = reach + (s->goal ? least_left(r, s->who, to, s->goal) : 0);
        r->came[to] = i;
        heap_offer(&r->heap, to);
    }
}

/* Answers how many nodes were settled. */
static int search(Router *r, const RouteSearch *s) {
    int settled = 0;
    start(r, s->from);
    while (r->heap.count) {
        int node = heap_take(&r->heap);
        settled++;
        if (node == s->to)
            break;
        relax(r, s, node);
    }
    return settled;
}

static int source_of(const Router *r, int arc) {
    const PlanEdge *edge = &r->plan->edge[r->arc[arc].edge];
    return r->arc[arc].forward ? edge->a : edge->b;
}

static void trace_back(Router *r, int to, Route *route) {
    int count = 0;
    int64_t length_mm = 0;
    for (int node = to; r->came[node] != PLAN_NONE; node = source_of(r, r->came[node]))
        count++;
    route->leg = r->leg;
    route->leg_count = count;
    for (int node = to; r->came[node] != PLAN_NONE; node = source_of(r, r->came[node])) {
        const Arc *arc = &r->arc[r->came[node]];
        r->leg[--count] = (RouteLeg){arc->edge, arc->forward};
        length_mm += r->plan->edge[arc->edge].length_mm;
    }
    route->length_mm = length_mm < INT_MAX ? (int)length_mm : INT_MAX;
}

static bool is_node(const Router *r, int node) {
    return node >= 0 && node < r->plan->node_count;
}

static Route find(Router *r, RouteAsk ask, bool by_landmarks) {
    Route route = {0};
    if (!is_node(r, ask.from) || !is_node(r, ask.to))
        return route;
    set_time(r, ask.when);
    int who = ask.who.step_free;
    RouteSearch s = {ask.from,     ask.to,
                     who,          by_landmarks && r->landmarks ? bounds_of(r, who, ask.to) : NULL,
                     r->open[who], r->ms[who]};
    route.settled = search(r, &s);
    route.found = r->reach[ask.to] != UNREACHED;
    if (!route.found)
        return route;
    route.ms = ms_of(r->reach[ask.to]);
    trace_back(r, ask.to, &route);
    return route;
}

Route route_find(Router *router, RouteAsk ask) {
    return find(router, ask, true);
}

Route route_plainly(Router *router, RouteAsk ask) {
    return find(router, ask, false);
}

const int *route_reach(Router *r, RouteAsk ask) {
    set_time(r, ask.when);
    int who = ask.who.step_free;
    search(r, &(RouteSearch){ask.from, PLAN_NONE, who, NULL, r->open[who], r->ms[who]});
    for (int n = 0; n < r->plan->node_count; n++)
        r->reach_ms[n] = r->reach[n] == UNREACHED ? -1 : ms_of(r->reach[n]);
    return r->reach_ms;
}

int route_reached_mm(const Router *r, int node) {
    return (int)(r->reach[node] & (((int64_t)1 << MM_BITS) - 1));
}

/* ---- why not --------------------------------------------------------------------------------- */

static int64_t price_of(ObstacleKind bar) {
    if (bar == BAR_ZONE || bar == BAR_CLOSED)
        return cost_of(SHUT_MS, 0);
    if (bar == BAR_STEEP) /* what a strong arm helps up goes before steps */
        return cost_of(STEEP_MS, 0);
    bool lasts = bar == BAR_ONEWAY || bar == BAR_ESCAPE || bar == BAR_PRIVATE || bar == BAR_WALL;
    return cost_of(lasts ? WALL_MS : BARRED_MS, 0);
}

static PlanObstacle obstacle_of(const Router *r, const RouteAsk *ask, RouteLeg leg) {
    return plan_edge_passable(r->plan, leg.edge, leg.forward, ask->who, ask->when);
}

static void price_bars(Router *r, const RouteAsk *ask) {
    int who = ask->who.step_free;
    for (int i = 0; i < r->arc_count; i++) {
        RouteLeg leg = {r->arc[i].edge, r->arc[i].forward};
        r->cost[i] =
            dearer(r->ms[who][i], r->open[who][i] ? 0 : price_of(obstacle_of(r, ask, leg).bar));
    }
}

/* Two edges tell the visitor the same thing: the same zone, the same closure, steps of the same
   stairs. */
static bool says_the_same(const Plan *plan, Obstacle a, Obstacle b) {
    if (a.obstacle.bar != b.obstacle.bar || a.obstacle.index != b.obstacle.index)
        return false;
    return a.obstacle.index != PLAN_NONE ||
           (plan->edge[a.edge].connector != PLAN_NONE &&
            plan->edge[a.edge].connector == plan->edge[b.edge].connector);
}

static void add_bar(const Plan *plan, RouteWhy *why, Obstacle bar) {
    for (int i = 0; i < why->count; i++)
        if (says_the_same(plan, why->bar[i], bar))
            return;
    if (why->count < ROUTE_BARS_MAX)
        why->bar[why->count++] = bar;
}

static RouteWhy no_way_at_all(void) {
    return (RouteWhy){.count = 1, .bar = {{PLAN_NONE, {BAR_UNJOINED, PLAN_NONE}}}};
}

/* What bars the way that the last search found. */
static RouteWhy bars_on_the_way(Router *r, const RouteAsk *ask) {
    RouteWhy why = {.joined = true};
    Route route = {0};
    trace_back(r, ask->to, &route);
    for (int i = 0; i < route.leg_count; i++) {
        PlanObstacle obstacle = obstacle_of(r, ask, route.leg[i]);
        if (obstacle.bar)
            add_bar(r->plan, &why, (Obstacle){route.leg[i].edge, obstacle});
    }
    return why;
}

static void search_past_bars(Router *r, const RouteAsk *ask, int to) {
    set_time(r, ask->when);
    price_bars(r, ask);
    search(r, &(RouteSearch){ask->from, to, ask->who.step_free, NULL, NULL, r->cost});
}

void route_pass_bars(Router *r, RouteAsk ask) {
    search_past_bars(r, &ask, PLAN_NONE);
}

RouteWhy route_barred_at(Router *r, RouteAsk ask) {
    return is_node(r, ask.to) && r->reach[ask.to] != UNREACHED ? bars_on_the_way(r, &ask)
                                                               : no_way_at_all();
}

RouteWhy route_why(Router *r, RouteAsk ask) {
    if (!is_node(r, ask.from) || !is_node(r, ask.to))
        return no_way_at_all();
    search_past_bars(r, &ask, ask.to);
    return route_barred_at(r, ask);
}

/* Only what closures bar is opened, a millimetre dearer: of two equal ways the open one is no
   worse. */
static void price_closures(Router *r, const RouteAsk *ask) {
    int who = ask->who.step_free;
    for (int i = 0; i < r->arc_count; i++) {
        RouteLeg leg = {r->arc[i].edge, r->arc[i].forward};
        bool closed = !r->open[who][i] && obstacle_of(r, ask, leg).bar == BAR_CLOSED;
        r->cost[i] = r->open[who][i] || closed ? dearer(r->ms[who][i], closed) : UNREACHED;
    }
}

RouteWhy route_missed(Router *r, RouteAsk ask) {
    if (!is_node(r, ask.from) || !is_node(r, ask.to) || !r->plan->closure_count)
        return (RouteWhy){0};
    set_time(r, ask.when);
    price_closures(r, &ask);
    search(r, &(RouteSearch){ask.from, ask.to, ask.who.step_free, NULL, NULL, r->cost});
    return r->reach[ask.to] == UNREACHED ? (RouteWhy){0} : bars_on_the_way(r, &ask);
}

int route_alternative(Router *r, RouteAsk ask, int space) {
    const Plan *plan = r->plan;
    const int *reach = route_reach(r, ask);
    int best = PLAN_NONE;
    for (int i = 0; i < plan->space_count; i++) {
        const PlanSpace *s = &plan->space[i];
        if (i == space || !s->place || s->node == PLAN_NONE || s->kind != plan->space[space].kind ||
            reach[s->node] < 0)
            continue;
        if (best == PLAN_NONE || reach[s->node] < reach[plan->space[best].node])
            best = i;
    }
    return best;
}

/* ---- getting ready --------------------------------------------------------------------------- */

/* Ways to the landmark run against the arcs: the cost of the arc's twin, which joins the same edge
   the other way. */
static void price_backwards(Router *r, int who) {
    const Plan *plan = r->plan;
    for (int i = 0; i < r->arc_count; i++)
        r->cost[i] =
            r->arc[i].forward && plan->edge[r->arc[i].edge].flags & EDGE_ONEWAY
                ? UNREACHED
                : route_edge_ms(plan, r->arc[i].edge, !r->arc[i].forward, (PlanTraveller){who});
}

static void price_forwards(Router *r, int who) {
    for (int i = 0; i < r->arc_count; i++)
        r->cost[i] = !r->arc[i].forward && r->plan->edge[r->arc[i].edge].flags & EDGE_ONEWAY
                         ? UNREACHED
                         : r->ms[who][i];
}

static void note_bounds(Router *r, int who, int landmark, int slot) {
    search(r, &(RouteSearch){landmark, PLAN_NONE, who, NULL, NULL, r->cost});
    for (int n = 0; n < r->plan->node_count; n++)
        bounds_of(r, who, n)[slot] = r->reach[n];
}

/* The node farthest from all landmarks so far; one that no landmark reaches comes first. */
static int farthest(const Router *r) {
    int best = 0;
    int64_t most = -1;
    for (int n = 0; n < r->plan->node_count; n++) {
        int64_t nearest = UNREACHED;
        for (int i = 0; i < r->landmarks; i++)
            nearest = bounds_of(r, 0, n)[2 * i] < nearest ? bounds_of(r, 0, n)[2 * i] : nearest;
        if (nearest > most) {
            most = nearest;
            best = n;
        }
    }
    return best;
}

static void place_landmarks(Router *r) {
    while (r->landmarks < LANDMARKS && r->landmarks < r->plan->node_count) {
        int landmark = farthest(r);
        for (int who = 0; who < TRAVELLERS; who++) {
            price_forwards(r, who);
            note_bounds(r, who, landmark, 2 * r->landmarks);
            price_backwards(r, who);
            note_bounds(r, who, landmark, 2 * r->landmarks + 1);
        }
        r->landmarks++;
    }
}

Router *router_for_all(const Plan *plan, Arena *arena) {
    Router *r = arena_new(arena, Router);
    int nodes = plan->node_count, arcs = plan->edge_count * 2;
    *r = (Router){.plan = plan, .arc_count = arcs};
    r->first = arena_array(arena, int, nodes + 1);
    r->arc = arena_array(arena, Arc, arcs + 1);
    for (int who = 0; who < TRAVELLERS; who++) {
        r->ms[who] = arena_array(arena, int64_t, arcs + 1);
        r->open[who] = arena_array(arena, bool, arcs + 1);
    }
    r->reach = arena_array(arena, int64_t, nodes + 1);
    r->guess = arena_array(arena, int64_t, nodes + 1);
    r->came = arena_array(arena, int, nodes + 1);
    r->reach_ms = arena_array(arena, int, nodes + 1);
    r->cost = arena_array(arena, int64_t, arcs + 1);
    r->heap =
        (Heap){r->guess, arena_array(arena, int, nodes + 1), arena_array(arena, int, nodes + 1), 0};
    r->leg = arena_array(arena, RouteLeg, nodes + 1);
    list_arcs(r, arena);
    return r;
}

Router *router_new(const Plan *plan, Arena *arena) {
    Router *r = router_for_all(plan, arena);
    for (int who = 0; who < TRAVELLERS; who++)
        r->bound[who] = arena_array(arena, int64_t, (size_t)plan->node_count * LANDMARKS * 2 + 1);
    place_landmarks(r);
    return r;
}
