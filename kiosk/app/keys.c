#include "app/keys.h"

static StatsKey *trades(const Pack *pack, Arena *arena) {
    StatsKey *key = arena_array(arena, StatsKey, pack->trade_count + 1);
    for (int i = 0; i < pack->trade_count; i++)
        key[i] = (StatsKey){.id = pack->trade[i].id, .name = pack->trade[i].short_name};
    return key;
}

static StatsKey *topics(const Pack *pack, Arena *arena) {
    StatsKey *key = arena_array(arena, StatsKey, pack->topic_count + 1);
    for (int i = 0; i < pack->topic_count; i++)
        key[i] = (StatsKey){.id = pack->topic[i].id, .name = pack->topic[i].title};
    return key;
}

static StatsKey *clips(const Pack *pack, Arena *arena) {
    StatsKey *key = arena_array(arena, StatsKey, pack->clip_count + 1);
    for (int i = 0; i < pack->clip_count; i++)
        key[i] = (StatsKey){pack->clip[i].id, pack->clip[i].title, pack->trade[pack->clip[i].trade].id};
    return key;
}

/* A lift on several floors is one place. */
static bool is_counted(const Plan *plan, int space) {
    const PlanSpace *s = &plan->space[space];
    for (int i = 0; i < space && s->connector != PLAN_NONE; i++)
        if (plan->space[i].connector == s->connector && plan->space[i].place)
            return false;
    return s->place;
}

/* The space that is counted for this one. */
static int counted_as(const Plan *plan, int space) {
    int connector = plan->space[space].connector;
    for (int i = 0; i < space && connector != PLAN_NONE; i++)
        if (plan->space[i].connector == connector && plan->space[i].place)
            return i;
    return space;
}

static StatsKey *places(const Pack *pack, Arena *arena, int *count) {
    StatsKey *key = arena_array(arena, StatsKey, pack->plan.space_count + 1);
    for (int i = 0; i < pack->plan.space_count; i++)
        if (is_counted(&pack->plan, i))
            key[(*count)++] = (StatsKey){.id = pack->plan.space[i].id, .name = pack->plan.space[i].name.plain};
    return key;
}

StatsKeys keys_from(const Pack *pack, Arena *arena) {
    StatsKeys keys = {.trade = trades(pack, arena),
                      .trade_count = pack->trade_count,
                      .topic = topics(pack, arena),
                      .topic_count = pack->topic_count,
                      .clip = clips(pack, arena),
                      .clip_count = pack->clip_count};
    keys.place = places(pack, arena, &keys.place_count);
    return keys;
}

Fact keys_fact(const Pack *pack, Fact fact) {
    if (fact.kind != FACT_PLACE_SOUGHT)
        return fact;
    int place = 0, space = counted_as(&pack->plan, fact.arg);
    for (int i = 0; i < space && i < pack->plan.space_count; i++)
        place += is_counted(&pack->plan, i);
    return (Fact){fact.kind, place};
}
