/* From a destination to everything its page tells: times, steps, or the reasons why not. */
#include "screens/map_state.h"

Itinerary itinerary_find(const Kiosk *k, int space, bool step_free, Millis when, Arena *arena) {
    Itinerary way = {.instead = PLAN_NONE, .ms = {-1, -1}};
    if (k->here == PLAN_NONE)
        return way;
    way.ask = (RouteAsk){k->plan->kiosk[k->here].node, k->plan->space[space].node, {!step_free}, when};
    Route other = route_find(k->router, way.ask);
    way.ask.who.step_free = step_free;
    way.route = route_find(k->router, way.ask);
    way.ms[!step_free] = other.found ? other.ms : -1;
    way.ms[step_free] = way.route.found ? way.route.ms : -1;
    way.path = path_of(k->plan, &way.route, way.ask.from, arena);
    way.decisions = directions_decide(k->plan, &way.route, &way.path, k->here, space, arena);
    if (!way.route.found) {
        way.why = route_why(k->router, way.ask);
        way.instead = route_alternative(k->router, way.ask, space);
    }
    return way;
}

/* The opening day that follows `after`; PLAN_NEVER after the last. */
static Millis next_opening(const Plan *plan, Millis after) {
    Millis next = PLAN_NEVER;
    for (int i = 0; i < plan->zone_count; i++)
        if (plan->zone[i].opens > after && plan->zone[i].opens < next)
            next = plan->zone[i].opens;
    return next;
}

int map_stop_count(const Kiosk *k) {
    int count = 1;
    for (Millis day = next_opening(k->plan, PLAN_ALWAYS); day != PLAN_NEVER; day = next_opening(k->plan, day))
        count++;
    return count;
}

Millis map_stop(const Kiosk *k, int stop) {
    Millis day = PLAN_ALWAYS;
    for (int i = 0; i < stop; i++)
        day = next_opening(k->plan, day);
    return stop ? day : k->today;
}
