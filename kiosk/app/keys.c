#include "app/keys.h"

#include "quiz/sample.h"

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
        key[i] = (StatsKey){pack->clip[i].id, pack->clip[i].title,
                            pack->trade[pack->clip[i].trade].id};
    return key;
}

static StatsKey *places(const Pack *pack, Arena *arena, int *count) {
    StatsKey *key = arena_array(arena, StatsKey, pack->plan.space_count + 1);
    for (int i = 0; i < pack->plan.space_count; i++)
        if (pack->plan.space[i].place)
            key[(*count)++] = (StatsKey){.id = pack->plan.space[i].id,
                                         .name = pack->plan.space[i].name.plain};
    return key;
}

static Slice dimension_name(int d, Arena *arena) {
    return d < QUIZ_LETTERS ? arena_printf(arena, "%c", PACK_RIASEC[d])
                            : arena_printf(arena, "f%c", PACK_FACETS[d - QUIZ_LETTERS]);
}

static Slice pair_name(int a, int b, bool together, Arena *arena) {
    return arena_printf(arena, SLICE_FMT " " SLICE_FMT " %s", SLICE_ARG(dimension_name(a, arena)),
                        SLICE_ARG(dimension_name(b, arena)), together ? "together" : "against");
}

Slice *keys_of_samples(const Pack *pack, Arena *arena, int *count) {
    *count = sample_cells(pack->item_count);
    Slice *key = arena_array(arena, Slice, *count);
    for (int i = 0; i < pack->item_count; i++)
        for (int answer = 0; answer < SAMPLE_ANSWERS; answer++)
            key[sample_of_answer(i, answer)] =
                arena_printf(arena, SLICE_FMT " %d", SLICE_ARG(pack->item[i].id), answer);
    for (int a = 0; a < QUIZ_DIMENSIONS; a++)
        for (int b = a + 1; b < QUIZ_DIMENSIONS; b++)
            for (int together = 0; together < 2; together++)
                key[sample_of_pair(pack->item_count, a, b, together)] = pair_name(a, b, together,
                                                                                  arena);
    return key;
}

StatsKeys keys_from(const Pack *pack, bool calibrates, Arena *arena) {
    StatsKeys keys = {.trade = trades(pack, arena),
                      .trade_count = pack->trade_count,
                      .topic = topics(pack, arena),
                      .topic_count = pack->topic_count,
                      .clip = clips(pack, arena),
                      .clip_count = pack->clip_count};
    keys.place = places(pack, arena, &keys.place_count);
    if (calibrates && pack->item_count)
        keys.sample = keys_of_samples(pack, arena, &keys.sample_count);
    return keys;
}

Fact keys_fact(const Pack *pack, Fact fact) {
    if (fact.kind != FACT_PLACE_SOUGHT)
        return fact;
    int place = 0;
    for (int i = 0; i < fact.arg && i < pack->plan.space_count; i++)
        place += pack->plan.space[i].place;
    return (Fact){fact.kind, place};
}
