#include "app/wayfinder.h"

#include "base/log.h"

static int kiosk_called(const Plan *plan, const char *place) {
    int found = place ? plan_find_kiosk(plan, slice_from(place)) : PLAN_NONE;
    if (place && found == PLAN_NONE)
        log_line("map", "the plan has no kiosk called %s", place);
    return found != PLAN_NONE ? found : plan->kiosk_count ? 0 : PLAN_NONE;
}

/* The trades that are learnt in a place are words to find it by. */
static const Search *search_of(const Pack *pack, int here, Arena *arena) {
    const Plan *plan = &pack->plan;
    SearchWords *more = arena_array(arena, SearchWords, plan->link_count + 1);
    for (int i = 0; i < plan->link_count; i++)
        more[i] = (SearchWords){plan->link[i].space, pack->trade[plan->link[i].trade].name};
    int level = here == PLAN_NONE ? 0 : plan->kiosk[here].level;
    return search_new(plan, level, more, plan->link_count, arena);
}

Wayfinder wayfinder_from(const Pack *pack, const char *place, Arena *arena) {
    const Plan *plan = &pack->plan;
    if (!plan->space_count)
        return (Wayfinder){.here = PLAN_NONE};
    int here = kiosk_called(plan, place);
    return (Wayfinder){plan, router_new(plan, arena), search_of(pack, here, arena), here};
}
