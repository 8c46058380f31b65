#include "screens/place_list.h"

#include "campus/phrases.h"

#include <stdlib.h>

#define DAY_MS ((Millis)24 * 60 * 60 * 1000)

static const struct {
    Word name;
    Icon icon;
    Paint tone;
} LISTS[LIST_KINDS] = {
    [LIST_MAKE] = {WORD_KINDS_MAKE, ICON_precision_manufacturing, PAINT_RUST},
    [LIST_LEARN] = {WORD_KINDS_LEARN, ICON_school, PAINT_BLUE},
    [LIST_ASK] = {WORD_KINDS_ASK, ICON_forum, PAINT_TEAL},
    [LIST_REST] = {WORD_KINDS_REST, ICON_restaurant, PAINT_VIOLET},
    [LIST_TOILETS] = {WORD_KINDS_TOILETS, ICON_wc, PAINT_SLATE},
    [LIST_STEP_FREE] = {WORD_KINDS_STEP_FREE, ICON_accessible, PAINT_SLATE},
};

Word place_list_name(PlaceList list) {
    return LISTS[list].name;
}

Icon place_list_icon(PlaceList list) {
    return LISTS[list].icon;
}

Paint place_list_tone(PlaceList list) {
    return LISTS[list].tone;
}

/* LIST_KINDS: on no list, found by its name only. */
static PlaceList list_of(SpaceKind kind) {
    switch (kind) {
    case SPACE_WORKSHOP:
    case SPACE_FABLAB:
    case SPACE_DESIGNLAB:
    case SPACE_LABORATORY:
        return LIST_MAKE;
    case SPACE_CLASSROOM:
    case SPACE_PROJECT:
    case SPACE_COMPUTER:
    case SPACE_AUDITORIUM:
    case SPACE_MEETING:
        return LIST_LEARN;
    case SPACE_RECEPTION:
    case SPACE_GUIDANCE:
    case SPACE_OFFICE:
    case SPACE_GALLERY:
    case SPACE_LIBRARY:
        return LIST_ASK;
    case SPACE_CAFETERIA:
    case SPACE_LOUNGE:
        return LIST_REST;
    case SPACE_TOILETS:
        return LIST_TOILETS;
    default:
        return LIST_KINDS;
    }
}

Icon place_icon(const PlanSpace *space) {
    static const Icon OWN[SPACE_KIND_COUNT] = {
        [SPACE_FABLAB] = ICON_view_in_ar,   [SPACE_DESIGNLAB] = ICON_design_services, [SPACE_COMPUTER] = ICON_computer,
        [SPACE_RECEPTION] = ICON_info,      [SPACE_LIBRARY] = ICON_menu_book,        [SPACE_GALLERY] = ICON_explore,
        [SPACE_LABORATORY] = ICON_science,  [SPACE_AUDITORIUM] = ICON_groups,        [SPACE_MEETING] = ICON_groups,
        [SPACE_CHANGING] = ICON_meeting_room, [SPACE_STORAGE] = ICON_inventory_2,    [SPACE_LIFT] = ICON_elevator,
        [SPACE_STAIRS] = ICON_stairs,
    };
    if (space->kind == SPACE_TOILETS)
        return space->step_free ? ICON_accessible : ICON_wc;
    PlaceList list = list_of(space->kind);
    return OWN[space->kind] ? OWN[space->kind] : list < LIST_KINDS ? LISTS[list].icon : ICON_place;
}

bool place_listed(const Plan *plan, int space, PlaceList list) {
    const PlanSpace *s = &plan->space[space];
    if (!s->place || s->node == PLAN_NONE)
        return false;
    return list == LIST_STEP_FREE ? s->step_free : list_of(s->kind) == list;
}

int place_list_count(const Plan *plan, PlaceList list) {
    int count = 0;
    for (int i = 0; i < plan->space_count; i++)
        count += place_listed(plan, i, list);
    return count;
}

static int nearest_first(const void *a, const void *b) {
    const PlaceEntry *x = a, *y = b;
    if ((x->ms < 0) != (y->ms < 0))
        return x->ms < 0 ? 1 : -1;
    return x->ms != y->ms ? (x->ms > y->ms) - (x->ms < y->ms) : x->space - y->space;
}

int place_list_fill(const Kiosk *k, PlaceList list, Arena *arena, PlaceEntry **entry) {
    const Plan *plan = k->plan;
    PlaceEntry *all = arena_array(arena, PlaceEntry, plan->space_count + 1);
    const int *reach = k->here == PLAN_NONE ? NULL
                                            : route_reach(k->router, (RouteAsk){.from = plan->kiosk[k->here].node,
                                                                                .who = {k->settings.seated}, .when = k->today});
    int count = 0;
    for (int i = 0; i < plan->space_count; i++)
        if (place_listed(plan, i, list))
            all[count++] = (PlaceEntry){i, reach ? reach[plan->space[i].node] : -1};
    qsort(all, (size_t)count, sizeof *all, nearest_first);
    *entry = all;
    return count;
}

static Slice about(const Kiosk *k, Page *page, PlaceEntry entry) {
    Slice where = phrase_where(k->plan, entry.space, k->settings.lang);
    Slice shut = phrase_shut(k->plan, entry.space, k->today, k->settings.lang, page->arena);
    if (shut.len)
        return arena_printf(page->arena, SLICE_FMT " · " SLICE_FMT, SLICE_ARG(widget_pick(page, k->plan->level[k->plan->space[entry.space].level].name.plain)), SLICE_ARG(shut));
    if (entry.ms < 0)
        return where;
    return arena_printf(page->arena, SLICE_FMT " · " SLICE_FMT, SLICE_ARG(where), SLICE_ARG(phrase_time(entry.ms, page->arena)));
}

Node *place_card(Page *page, Node *parent, const Kiosk *k, PlaceEntry entry, Action action) {
    const PlanSpace *space = &k->plan->space[entry.space];
    Node *card = widget_plate(page, parent, BUTTON_PLAIN, action);
    card->flow = FLOW_ROW;
    card->align = ALIGN_CENTER;
    card->gap = SPACE_20;
    card->pad_x = SPACE_20;
    card->pad_y = SPACE_8;
    Node *icon = widget_icon(page, card, TYPE_ICON, place_icon(space), PAINT_PRIMARY);
    icon->least = ICON_LEAST;
    icon->spare = 2;
    Node *words = page_add(page, card, (Node){.grow = 1});
    Slice name = phrase_place(k->plan, entry.space, k->settings.lang, page->arena);
    page_add(page, words, (Node){.type = TYPE_UI, .ink = card->ink, .text = name});
    Node *more = widget_quiet(page, words, TYPE_SMALL, about(k, page, entry));
    more->spare = 1;
    card->spoken = name;
    return card;
}

/* ---- events ----------------------------------------------------------------------------------------------------------------------- */

int events_from(const Plan *plan, Millis when) {
    int first = 0;
    while (first < plan->event_count && plan->event[first].to <= when)
        first++;
    return first;
}

bool event_is_on(const PlanEvent *event, Millis day) {
    Millis midnight = day - (day % DAY_MS + DAY_MS) % DAY_MS;
    return event->from < midnight + DAY_MS && event->to > day;
}

int place_list_on(PlaceList list, int stop) {
    return (int)list | stop << LIST_BITS;
}

bool place_tells(const Kiosk *k, int space) {
    const Plan *plan = k->plan;
    bool tells = plan->space[space].hours.in[k->settings.lang].len > 0;
    for (int i = 0; i < plan->link_count; i++)
        tells |= plan->link[i].space == space;
    for (int i = 0; i < plan->machine_count; i++)
        tells |= plan->machine[i].space == space;
    for (int i = events_from(plan, k->today); i < plan->event_count; i++)
        tells |= plan->event[i].space == space;
    return tells;
}
