/* From a destination to everything its page tells: times, steps, or the reasons why not. */
#include "screens/map/map_state.h"

/* ---- closures on the map --------------------------------------------------------------------- */

static void add_barrier(Itinerary *way, const PlanNode *node) {
    for (int i = 0; i < way->barriers; i++)
        if (way->barrier[i].level == node->level)
            return;
    if (way->barriers < BARRIERS_MAX)
        way->barrier[way->barriers++] = (MapBarrier){node->at, node->level};
}

/* A lift out of service is marked on every floor that it serves. */
static void add_shaft(const Plan *plan, Itinerary *way, int connector) {
    for (int i = 0; i < plan->edge_count; i++) {
        const PlanEdge *edge = &plan->edge[i];
        if (edge->connector != connector || plan->node[edge->a].level == plan->node[edge->b].level)
            continue;
        add_barrier(way, &plan->node[edge->a]);
        add_barrier(way, &plan->node[edge->b]);
    }
}

static void find_barriers(const Plan *plan, const RouteWhy *missed, Itinerary *way) {
    for (int i = 0; i < missed->count; i++) {
        const PlanEdge *edge = &plan->edge[missed->bar[i].edge];
        if (edge->connector != PLAN_NONE)
            add_shaft(plan, way, edge->connector);
        else
            add_barrier(way, &plan->node[edge->a]);
    }
}

/* ---- the way --------------------------------------------------------------------------------- */

static int node_of(const Kiosk *k, int end) {
    if (end != PLAN_NONE)
        return k->plan->space[end].node;
    return k->here == PLAN_NONE ? PLAN_NONE : k->plan->kiosk[k->here].node;
}

static int space_of(const Kiosk *k, int end) {
    return end == PLAN_NONE ? k->plan->node[k->plan->kiosk[k->here].node].space : end;
}

static int ms_of(const Kiosk *k, RouteAsk ask) {
    Route route = route_find(k->router, ask);
    return route.found ? route.ms : -1;
}

/* What asks the router goes first: a route is the router's until it is asked again. */
Itinerary itinerary_find(const Kiosk *k, Leg leg, Millis when, Arena *arena) {
    Itinerary way = {.instead = PLAN_NONE, .space = leg.to, .ms = {-1, -1}};
    int from = node_of(k, leg.from), to = node_of(k, leg.to),
        kiosk = leg.from == PLAN_NONE ? k->here : PLAN_NONE;
    if (from == PLAN_NONE || to == PLAN_NONE)
        return way;
    bool step_free = k->settings.step_free;
    way.space = space_of(k, leg.to);
    way.ask = (RouteAsk){from, to, {!step_free}, when};
    way.ms[!step_free] = ms_of(k, way.ask);
    way.ask.who.step_free = step_free;
    way.notices = notices_find(k->plan, k->router, way.ask, way.space, k->settings.lang, arena);
    RouteWhy missed = route_missed(k->router, way.ask);
    find_barriers(k->plan, &missed, &way);
    way.route = route_find(k->router, way.ask);
    way.ms[step_free] = way.route.found ? way.route.ms : -1;
    way.path = path_of(k->plan, &way.route, way.ask.from, arena);
    way.decisions = directions_decide(k->plan, &way.route, &way.path, kiosk, way.space, arena);
    if (!way.route.found) {
        way.why = route_why(k->router, way.ask);
        way.instead = route_alternative(k->router, way.ask, way.space);
    }
    return way;
}

int itinerary_nearest(const Kiosk *k, SpaceKind kind) {
    int best = PLAN_NONE, best_ms = -1;
    for (int i = 0; i < k->plan->space_count; i++) {
        const PlanSpace *s = &k->plan->space[i];
        if (s->kind != kind || !s->place || s->node == PLAN_NONE)
            continue;
        RouteAsk ask = {node_of(k, PLAN_NONE), s->node, {k->settings.step_free}, k->today};
        int ms = k->here == PLAN_NONE ? -1 : ms_of(k, ask);
        if (best == PLAN_NONE || (ms >= 0 && (best_ms < 0 || ms < best_ms))) {
            best = i;
            best_ms = ms;
        }
    }
    return best;
}

/* ---- days ------------------------------------------------------------------------------------ */

/* The opening day next to `day`, on that side of it; PLAN_NEVER or PLAN_ALWAYS when there is none.
 */
static Millis opening_after(const Plan *plan, Millis day) {
    Millis next = PLAN_NEVER;
    for (int i = 0; i < plan->zone_count; i++)
        if (plan->zone[i].opens > day && plan->zone[i].opens < next)
            next = plan->zone[i].opens;
    return next;
}

static Millis opening_before(const Plan *plan, Millis day) {
    Millis last = PLAN_ALWAYS;
    for (int i = 0; i < plan->zone_count; i++)
        if (plan->zone[i].opens < day && plan->zone[i].opens > last)
            last = plan->zone[i].opens;
    return last;
}

int map_stop_last(const Kiosk *k) {
    int count = 0;
    for (Millis day = opening_after(k->plan, k->today); day != PLAN_NEVER;
         day = opening_after(k->plan, day))
        count++;
    return count;
}

int map_stop_first(const Kiosk *k) {
    int count = 0;
    for (Millis day = opening_before(k->plan, k->today); day != PLAN_ALWAYS;
         day = opening_before(k->plan, day))
        count--;
    return count;
}

Millis map_stop(const Kiosk *k, int stop) {
    Millis day = k->today;
    for (int i = 0; i < stop; i++)
        day = opening_after(k->plan, day);
    for (int i = 0; i > stop; i--)
        day = opening_before(k->plan, day);
    return day;
}
