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

/* The opening day next to `day`, on that side of it; PLAN_NEVER or PLAN_ALWAYS when there is none. */
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
    for (Millis day = opening_after(k->plan, k->today); day != PLAN_NEVER; day = opening_after(k->plan, day))
        count++;
    return count;
}

int map_stop_first(const Kiosk *k) {
    int count = 0;
    for (Millis day = opening_before(k->plan, k->today); day != PLAN_ALWAYS; day = opening_before(k->plan, day))
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
