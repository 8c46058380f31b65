#include "app/keys.h"

#include "quiz/sample.h"
#include "screens/map/place_list.h"

/* The list of the glass that a place stands on; empty for one that is found by its name only. */
static Slice kind_of(const Plan *plan, int space) {
    static const char *const KEY[] = {
#define PLACES(name, key, ...) key,
#include "base/places.def"
#undef PLACES
    };
    for (size_t list = 0; list < sizeof KEY / sizeof *KEY; list++)
        if (place_listed(plan, space, (PlaceList)list))
            return slice_from(KEY[list]);
    return (Slice){0};
}

/* The keys of a list of the pack, called by one of its words. */
#define KEYS_OF(list, word)                                                                        \
    static StatsKey *list##_keys(const Pack *pack, Arena *arena) {                                 \
        StatsKey *key = arena_array(arena, StatsKey, pack->list##_count + 1);                      \
        for (int i = 0; i < pack->list##_count; i++)                                               \
            key[i] = (StatsKey){.id = pack->list[i].id, .name = pack->list[i].word};               \
        return key;                                                                                \
    }
KEYS_OF(trade, short_name)
KEYS_OF(facet, name)
KEYS_OF(topic, title)
KEYS_OF(course, name)
KEYS_OF(lab, name)
KEYS_OF(desk, name)

static StatsKey *clips(const Pack *pack, Arena *arena) {
    StatsKey *key = arena_array(arena, StatsKey, pack->clip_count + 1);
    for (int i = 0; i < pack->clip_count; i++)
        key[i] =
            (StatsKey){pack->clip[i].id, pack->clip[i].title, pack->trade[pack->clip[i].trade].id};
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
            key[(*count)++] = (StatsKey){.id = pack->plan.space[i].id,
                                         .name = pack->plan.space[i].name.plain,
                                         .trade = kind_of(&pack->plan, i)};
    return key;
}

static Slice day_of(Arena *arena, Millis when) {
    Civil c = civil_from(when);
    return arena_printf(arena, "%04d-%02d-%02d", c.year, c.month, c.day);
}

/* Of every event the days, so that figures can stand beside them. */
static StatsKey *events(const Pack *pack, Arena *arena) {
    StatsKey *key = arena_array(arena, StatsKey, pack->plan.event_count + 1);
    for (int i = 0; i < pack->plan.event_count; i++) {
        const PlanEvent *event = &pack->plan.event[i];
        Slice day = day_of(arena, event->from);
        key[i] = (StatsKey){.id = arena_printf(arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(day),
                                               SLICE_ARG(event->id)),
                            .name = event->title,
                            .trade = day_of(arena, event->to - 1)};
    }
    return key;
}

static Slice dimension_name(const Pack *pack, int d, Arena *arena) {
    return arena_printf(arena, "%s" SLICE_FMT, d < QUIZ_LETTERS ? "" : "f",
                        SLICE_ARG(pack_dimension(pack, d)));
}

static Slice pair_name(const Pack *pack, int a, int b, bool together, Arena *arena) {
    Slice one = dimension_name(pack, a, arena), other = dimension_name(pack, b, arena);
    return arena_printf(arena, SLICE_FMT " " SLICE_FMT " %s", SLICE_ARG(one), SLICE_ARG(other),
                        together ? "together" : "against");
}

Slice *keys_of_samples(const Pack *pack, Arena *arena, int *count) {
    SampleShape shape = {pack->item_count, pack_dimensions(pack)};
    *count = sample_cells(shape);
    Slice *key = arena_array(arena, Slice, *count);
    for (int i = 0; i < pack->item_count; i++)
        for (int answer = 0; answer < SAMPLE_ANSWERS; answer++)
            key[sample_of_answer(i, answer)] =
                arena_printf(arena, SLICE_FMT " %d", SLICE_ARG(pack->item[i].id), answer);
    for (int a = 0; a < shape.dimensions; a++)
        for (int b = a + 1; b < shape.dimensions; b++)
            for (int together = 0; together < 2; together++)
                key[sample_of_pair(shape, a, b, together)] = pair_name(pack, a, b, together, arena);
    return key;
}

/* The room where it hangs; the author's word for it where that has no name. */
static LocalText place_of(const Plan *plan, int here) {
    LocalText place = {0};
    if (here == PLAN_NONE)
        return place;
    int space = plan->node[plan->kiosk[here].node].space;
    if (space != PLAN_NONE)
        place = plan->space[space].name.plain;
    for (int lang = 0; lang < langs()->count; lang++)
        if (!place.in[lang].len)
            place.in[lang] = plan->kiosk[here].id;
    return place;
}

StatsKeys keys_from(const Pack *pack, int here, bool calibrates, Arena *arena) {
    StatsKeys keys = {.trade = trade_keys(pack, arena),
                      .trade_count = pack->trade_count,
                      .facet = facet_keys(pack, arena),
                      .facet_count = pack->facet_count,
                      .topic = topic_keys(pack, arena),
                      .topic_count = pack->topic_count,
                      .course = course_keys(pack, arena),
                      .course_count = pack->course_count,
                      .lab = lab_keys(pack, arena),
                      .lab_count = pack->lab_count,
                      .desk = desk_keys(pack, arena),
                      .desk_count = pack->desk_count,
                      .clip = clips(pack, arena),
                      .clip_count = pack->clip_count};
    keys.place = places(pack, arena, &keys.place_count);
    if (calibrates && pack->item_count)
        keys.sample = keys_of_samples(pack, arena, &keys.sample_count);
    keys.event = events(pack, arena);
    keys.event_count = pack->plan.event_count;
    keys.kiosk = place_of(&pack->plan, here);
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
