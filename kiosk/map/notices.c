#include "map/notices.h"

#include "map/hours.h"
#include "map/say.h"

#define TOLD_MAX 32 /* spaces of one way that have hours */

static void note(Notices *n, Slice text) {
    if (text.len && n->count < NOTICES_MAX)
        n->text[n->count++] = text;
}

/* ---- hours ----------------------------------------------------------------------------------- */

static bool is_shut_by_hours(const Plan *plan, int space, Millis when) {
    HoursNow now = hours_at(plan, space, when);
    return now.known && !now.open;
}

static void note_place(Notices *n, const Plan *plan, int space, Millis arrival, Lang lang,
                       Arena *arena) {
    if (is_shut_by_hours(plan, space, arrival))
        note(n, text_of_open(plan, space, arrival, lang, arena));
}

/* A hall on the way that is locked at that hour. */
static void note_passed(Notices *n, const Plan *plan, const Route *route, int space, Millis when,
                        Lang lang, Arena *arena) {
    int told[TOLD_MAX], count = 0;
    for (int i = 0; i < route->leg_count; i++) {
        int passed = plan->edge[route->leg[i].edge].space;
        bool known = passed == PLAN_NONE || passed == space || count == TOLD_MAX;
        for (int t = 0; t < count; t++)
            known |= told[t] == passed;
        if (known || !is_shut_by_hours(plan, passed, when))
            continue;
        told[count++] = passed;
        note(n, SAY(arena, lang, PASSED, {"place", text_of_place(plan, passed, lang, arena)},
                    {"open", text_of_open(plan, passed, when, lang, arena)}));
    }
}

/* ---- closures -------------------------------------------------------------------------------- */

static bool joins_floors(const Plan *plan, int edge) {
    const PlanEdge *e = &plan->edge[edge];
    return e->connector != PLAN_NONE && plan->node[e->a].level != plan->node[e->b].level;
}

/* The lift or stairs that the way takes, by which it differs; PLAN_NONE when it stays on
   its floor. */
static int connector_taken(const Plan *plan, const Route *route) {
    for (int i = 0; i < route->leg_count; i++)
        if (joins_floors(plan, route->leg[i].edge))
            return plan->edge[route->leg[i].edge].connector;
    return PLAN_NONE;
}

static void note_closures(Notices *n, const Plan *plan, const RouteWhy *missed, int taken,
                          Millis when, Lang lang, Arena *arena) {
    for (int i = 0; i < missed->count; i++) {
        Slice closed = obstacle_text(plan, missed->bar[i], when, lang, arena);
        if (i + 1 < missed->count || taken == PLAN_NONE ||
            !plan->connector[taken].name.the.in[lang].len)
            note(n, closed);
        else
            note(n, SAY(arena, lang, INSTEAD, {"closed", closed},
                        SAY_NAME("connector", plan->connector[taken].name, lang)));
    }
}

Millis notices_arrival(Millis when, const Route *route) {
    return route->found && when < PLAN_NEVER - route->ms ? when + route->ms : when;
}

Notices notices_find(const Plan *plan, Router *router, RouteAsk ask, int space, Lang lang,
                     Arena *arena) {
    Notices n = {0};
    RouteWhy missed = route_missed(router, ask);
    Route route = route_find(router, ask);
    note_place(&n, plan, space, notices_arrival(ask.when, &route), lang, arena);
    if (!route.found)
        return n; /* the reasons say the rest */
    note_closures(&n, plan, &missed, connector_taken(plan, &route), ask.when, lang, arena);
    note_passed(&n, plan, &route, space, ask.when, lang, arena);
    return n;
}
