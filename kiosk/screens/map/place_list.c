#include "screens/map/place_list.h"

#include "map/directions_text.h"
#include "screens/common/opening.h"
#include "screens/common/events.h"

#include <stdlib.h>

static const struct {
    StringId name;
    Icon icon;
    Paint tone;
} LISTS[LIST_KINDS] = {
#define PLACES(name, key, icon, tone) {STR_KINDS_##name, ICON_##icon, PAINT_##tone},
#include "base/places.def"
#undef PLACES
    {STR_KINDS_STEP_FREE, ICON_accessible, PAINT_SLATE},
};

/* Where its trades are done, as the campus says it. */
Slice place_list_name(const Kiosk *k, const Page *page, PlaceList list) {
    LocalText own = k->pack->campus.workplaces;
    return list == LIST_MAKE && own.in[LANG_FIRST].len ? tr_text(page, own)
                                                       : tr(page, LISTS[list].name);
}

Icon place_list_icon(const Kiosk *k, PlaceList list) {
    return list == LIST_MAKE ? common_trade_icon(k) : LISTS[list].icon;
}

Paint place_list_tone(PlaceList list) {
    return LISTS[list].tone;
}

/* LIST_KINDS: on no list, found by its name only. */
static const PlaceList LIST_OF[SPACE_KIND_COUNT] = {
#define SPACE(name, tag, list, icon) LIST_##list,
#include "map/kinds.def"
#undef SPACE
};

static const Icon OWN_ICON[SPACE_KIND_COUNT] = {
#define SPACE(name, tag, list, icon) ICON_##icon,
#include "map/kinds.def"
#undef SPACE
};

/* Icon of a single place: what one does there. */
Icon place_icon(const Kiosk *k, int at) {
    const PlanSpace *space = &k->plan->space[at];
    if (space->kind == SPACE_TOILETS)
        return space->step_free ? ICON_accessible : ICON_wc;
    PlaceList list = LIST_OF[space->kind];
    return OWN_ICON[space->kind] ? OWN_ICON[space->kind]
           : list < LIST_KINDS   ? place_list_icon(k, list)
                                 : ICON_place;
}

const uint16_t *place_signs(const Kiosk *k, Arena *arena) {
    const Plan *plan = k->plan;
    uint16_t *sign = arena_array(arena, uint16_t, plan->space_count + 1);
    for (int i = 0; i < plan->space_count; i++)
        sign[i] = (uint16_t)OWN_ICON[plan->space[i].kind];
    for (int i = plan->link_count - 1; i >= 0; i--) { /* the first trade of a place counts */
        const Trade *trade = &k->pack->trade[plan->link[i].trade];
        sign[plan->link[i].space] = (uint16_t)icon_named(k->pack->family[trade->family].icon);
    }
    return sign;
}

bool place_listed(const Plan *plan, int space, PlaceList list) {
    const PlanSpace *s = &plan->space[space];
    if (!s->place || s->node == PLAN_NONE)
        return false;
    return list == LIST_STEP_FREE ? s->step_free : LIST_OF[s->kind] == list;
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

PlaceEntry place_entry(const Kiosk *k, int space) {
    PlaceEntry entry = {.space = space, .ms = -1};
    if (k->here == PLAN_NONE)
        return entry;
    RouteAsk ask = {k->plan->kiosk[k->here].node, k->plan->space[space].node, {true}, k->today};
    Route route = route_find(k->router, ask);
    entry.step_free = route.found;
    if (!k->settings.step_free) {
        ask.who.step_free = false;
        route = route_find(k->router, ask);
    }
    entry.ms = route.found ? route.ms : -1;
    entry.mm = route.length_mm;
    return entry;
}

int place_list_fill(const Kiosk *k, PlaceList list, Arena *arena, PlaceEntry **entry) {
    const Plan *plan = k->plan;
    PlaceEntry *all = arena_array(arena, PlaceEntry, plan->space_count + 1);
    int count = 0;
    for (int i = 0; i < plan->space_count; i++)
        if (place_listed(plan, i, list) && !plan_space_is_over(plan, i, k->today))
            all[count++] = place_entry(k, i);
    qsort(all, (size_t)count, sizeof *all, nearest_first);
    all[0].nearest = count > 1 && all[0].ms >= 0;
    *entry = all;
    return count;
}

static Slice how_far(Page *page, PlaceEntry entry) {
    if (entry.ms < 0)
        return tr(page, STR_CARD_NO_WAY);
    return tr_beside(page, text_of_length(entry.mm, page->settings.lang, page->arena),
                     text_of_time(entry.ms, page->settings.lang, page->arena));
}

static bool has_a_namesake(const Plan *plan, int space) {
    const PlanSpace *s = &plan->space[space];
    for (int i = 0; i < plan->space_count; i++) {
        const PlanSpace *other = &plan->space[i];
        bool here = i != space && other->place && other->level == s->level;
        if (here && slice_equal(other->name.plain.in[LANG_FIRST], s->name.plain.in[LANG_FIRST]))
            return true;
    }
    return false;
}

static double squared_mm(PlanPoint a, PlanPoint b) {
    double x = (double)a.x - b.x, y = (double)a.y - b.y;
    return x * x + y * y;
}

/* The lift or the stairs nearest to a place on its floor; PLAN_NONE if there are none. */
static int nearest_shaft(const Plan *plan, int space) {
    const PlanSpace *s = &plan->space[space];
    int best = PLAN_NONE;
    for (int i = 0; i < plan->space_count; i++) {
        const PlanSpace *shaft = &plan->space[i];
        if (shaft->connector == PLAN_NONE || shaft->level != s->level || !shaft->place)
            continue;
        if (best == PLAN_NONE ||
            squared_mm(shaft->anchor, s->anchor) < squared_mm(plan->space[best].anchor, s->anchor))
            best = i;
    }
    return best;
}

/* "Rez-de-chaussée"; of two of one name "Rez-de-chaussée, près de l’ascenseur A". */
static Slice floor_words(const Kiosk *k, Page *page, int space) {
    Slice floor = text_of_where(k->plan, space, k->settings.lang);
    int shaft = has_a_namesake(k->plan, space) ? nearest_shaft(k->plan, space) : PLAN_NONE;
    if (shaft == PLAN_NONE || k->plan->space[space].connector != PLAN_NONE)
        return floor;
    Slice near =
        widget_fill(page, tr(page, STR_NEAR), tr_text(page, k->plan->space[shaft].name.of));
    return tr_list(page, floor, near);
}

/* "1er étage · 40 m · 2 min", or why one cannot get in. */
Slice place_where(const Kiosk *k, Page *page, PlaceEntry entry) {
    Slice where = floor_words(k, page, entry.space);
    Slice shut = text_of_shut(k->plan, entry.space, k->today, k->settings.lang, page->arena);
    if (shut.len)
        return tr_beside(
            page, tr_text(page, k->plan->level[k->plan->space[entry.space].level].name.plain),
            shut);
    return tr_beside(page, where, k->here == PLAN_NONE ? LIT("") : how_far(page, entry));
}

/* "Le plus proche · sans marche · ouvert jusqu’à 17 h": only what is known. */
Slice place_apart(const Kiosk *k, Page *page, PlaceEntry entry) {
    Slice text = entry.nearest ? tr(page, STR_NEAREST) : LIT("");
    if (entry.ms >= 0)
        text = tr_beside(page, text, tr(page, entry.step_free ? STR_STEP_FREE : STR_CARD_STEPS));
    return tr_beside(page, text, opening_of_place(k, entry.space, page->arena));
}

Node *place_card(Page *page, Node *parent, const Kiosk *k, PlaceEntry entry, Action action) {
    Node *card = widget_item(page, parent, BUTTON_PLAIN, ITEM_LINES, action);
    widget_sign(page, card, place_icon(k, entry.space), PAINT_PRIMARY);
    Node *words = widget_share(page, card, 1, 0);
    Slice name = text_of_place(k->plan, entry.space, k->settings.lang, page->arena);
    widget_label(page, words, TYPE_UI, card->ink, name);
    Slice where = place_where(k, page, entry), apart = place_apart(k, page, entry);
    widget_quiet(page, words, TYPE_SMALL, where)->drop_rank = 2;
    if (apart.len)
        widget_quiet(page, words, TYPE_SMALL, apart)->drop_rank = 1;
    card->spoken = tr_list(page, tr_list(page, name, where), apart);
    return card;
}

/* ---- lists -------------------------------------------------------------------------------------
 */

int place_list_arg(ListWish wish) {
    return (int)wish.list + wish.stop * LIST_KINDS_MAX;
}

ListWish place_list_wish(int arg) {
    int list = (arg % LIST_KINDS_MAX + LIST_KINDS_MAX) % LIST_KINDS_MAX;
    return (ListWish){(PlaceList)list, (arg - list) / LIST_KINDS_MAX};
}

bool place_tells(const Kiosk *k, int space) {
    const Plan *plan = k->plan;
    bool tells = plan->space[space].hours.in[k->settings.lang].len > 0;
    for (int i = 0; i < plan->link_count; i++)
        tells |= plan->link[i].space == space;
    for (int i = 0; i < plan->machine_count; i++)
        tells |= plan->machine[i].space == space;
    for (int i = 0; i < k->pack->desk_count; i++)
        tells |= k->pack->desk[i].place == space;
    for (int i = 0; i < k->pack->lab_count; i++)
        tells |= k->pack->lab[i].place == space;
    for (int i = events_from(plan, k->today); i < plan->event_count; i++)
        tells |= plan->event[i].space == space;
    return tells;
}
