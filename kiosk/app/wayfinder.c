#include "app/wayfinder.h"

#include "base/log.h"

static int kiosk_called(const Plan *plan, const char *place) {
    int found = place ? plan_find_kiosk(plan, slice_from(place)) : PLAN_NONE;
    if (place && found == PLAN_NONE)
        log_line("map", "the plan has no kiosk called %s", place);
    return found != PLAN_NONE ? found : plan->kiosk_count ? 0 : PLAN_NONE;
}

Wayfinder wayfinder_from(const Pack *pack, const char *place, Arena *arena) {
    const Plan *plan = &pack->plan;
    if (!plan->space_count)
        return (Wayfinder){.search = search_new(pack, 0, arena), .here = PLAN_NONE};
    int here = kiosk_called(plan, place), level = here == PLAN_NONE ? 0 : plan->kiosk[here].level;
    return (Wayfinder){plan, router_new(plan, arena), search_new(pack, level, arena), here};
}
