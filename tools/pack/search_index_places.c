/* Under which words places are found. */
#include "tools/pack/search_index_parts.h"
#include "tools/pack/search_words.h"

static void add_terms(Index *x, bool of_kind, int index) {
    const Plan *plan = &x->pack->plan;
    for (int i = 0; i < plan->term_count; i++)
        if (plan->term[i].of_kind == of_kind && plan->term[i].index == index)
            index_words(x, &plan->term[i].word, OF_TERM);
}

static void add_trade(Index *x, const Trade *trade) {
    index_words(x, &trade->name, OF_TERM);
    index_words(x, &trade->also, OF_LINE);
}

static void add_of_place(Index *x, int at) {
    const Plan *plan = &x->pack->plan;
    add_terms(x, false, at);
    for (int i = 0; i < plan->machine_count; i++)
        if (plan->machine[i].space == at)
            index_words(x, &plan->machine[i].name, OF_TERM);
    for (int i = 0; i < plan->link_count; i++)
        if (plan->link[i].space == at)
            add_trade(x, &x->pack->trade[plan->link[i].trade]);
}

static void index_place(Index *x, int at) {
    const PlanSpace *place = &x->pack->plan.space[at];
    if (!place->place)
        return;
    index_begin(x, (Target){TARGET_PLACE, at});
    int before = x->count;
    index_name(x, place->ref);
    index_names(x, &place->name.plain);
    index_same_things(x);
    add_of_place(x, at);
    if (place->step_free)
        index_sought(x, SOUGHT_STEP_FREE, OF_MARK);
    if (x->count == before) /* without a name, its kind is all there is to find it by */
        index_text(x, slice_from(plan_kind_tag(place->kind)), OF_TERM);
    x->record[x->records - 1].names = arena_copy(x->arena, x->names);
    x->record[x->records - 1].terms = LIT("");
}

/* What all places of a kind share is kept once. */
static void index_kind(Index *x, int kind) {
    *index_next(x) =
        (SearchRecord){.id = arena_printf(x->arena, "kind/%s", plan_kind_tag((SpaceKind)kind)),
                       .names = LIT(""),
                       .terms = LIT(""),
                       .kind = kind};
    index_sought(x, KIND_WORDS[kind], OF_TERM);
    add_terms(x, true, kind);
}

void index_places(Index *x) {
    for (int at = 0; at < x->pack->plan.space_count; at++)
        index_place(x, at);
    for (int kind = 0; kind < SPACE_KIND_COUNT && x->pack->plan.space_count; kind++)
        index_kind(x, kind);
}
