/* What was found by what is typed, and which of it has room on the page. */
#include "screens/common/opening.h"
#include "screens/map/place_list.h"
#include "screens/search/find_parts.h"
#include "train/dates.h"

#include <stdlib.h>

/* ---- what was found -------------------------------------------------------------------------- */

typedef struct PlaceHit {
    PlaceEntry place;
    int score, priority; /* the first of its kind */
    int rank;            /* as the search has them */
} PlaceHit;

static int nearest_first(const void *a, const void *b) {
    const PlaceHit *x = a, *y = b;
    bool no_way_x = x->place.ms < 0, no_way_y = y->place.ms < 0;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->priority != y->priority)
        return x->priority - y->priority;
    if (no_way_x != no_way_y)
        return no_way_x - no_way_y;
    return x->place.ms != y->place.ms ? x->place.ms - y->place.ms : x->rank - y->rank;
}

/* Places of one kind are sought alike: none of its toilets because its name is drawn first. */
static int priority_of(const Kiosk *k, const PlaceHit *hit, int count, int of) {
    const PlanSpace *space = k->plan->space;
    int best = space[hit[of].place.space].priority;
    for (int i = 0; i < count; i++)
        if (space[hit[i].place.space].kind == space[hit[of].place.space].kind &&
            space[hit[i].place.space].priority < best)
            best = space[hit[i].place.space].priority;
    return best;
}

/* Of places that match equally well and are sought as much, the nearest first; the other hits keep
   their turns. */
static void sort_places(const Kiosk *k, Found *f) {
    enum { SORTED_MAX = 64 };
    PlaceHit place[SORTED_MAX];
    int count = 0, at = 0;
    for (int i = 0; i < f->count && count < SORTED_MAX; i++)
        if (f->hit[i].target.kind == TARGET_PLACE) {
            place[count] = (PlaceHit){.place = place_entry(k, f->hit[i].target.arg),
                                      .score = f->hit[i].score,
                                      .rank = count};
            count++;
        }
    for (int i = 0; i < count; i++)
        place[i].priority = priority_of(k, place, count, i);
    qsort(place, (size_t)count, sizeof *place, nearest_first);
    for (int i = 0; i < f->count && at < count; i++)
        if (f->hit[i].target.kind == TARGET_PLACE)
            f->hit[i].target.arg = place[at++].place.space;
}

Found *found_of(const FindState *s, const Kiosk *k, Page *page) {
    Found *f = arena_new(page->arena, Found);
    int count = search_find(k->search, k->settings.lang, find_typed(s), f->hit, HITS_MAX);
    for (int i = 0; i < count; i++)
        if (!hit_is_over(k, f->hit[i].target)) {
            f->hit[f->count++] = f->hit[i];
            f->of_kind[f->hit[i].target.kind]++;
        }
    sort_places(k, f);
    return f;
}

/* ---- which of it is shown -------------------------------------------------------------------- */

static bool has_kind(const Cells *c, TargetKind kind) {
    for (int i = 0; i < c->count; i++)
        if (c->cell[i].kind == kind)
            return true;
    return false;
}

static bool has_target(const Cells *c, Target target) {
    for (int i = 0; i < c->count; i++)
        if (c->cell[i].kind == target.kind && c->cell[i].arg == target.arg)
            return true;
    return false;
}

static void take(Cells *c, Target target) {
    if (c->count < c->room && !has_target(c, target))
        c->cell[c->count++] = target;
}

static int first_of_kind(const Cells *c, TargetKind kind) {
    int at = 0;
    while (at < c->count && c->cell[at].kind != kind)
        at++;
    return at;
}

/* Kind by kind, in the order of the best of each. */
static void arrange(Cells *c) {
    Cells taken = *c;
    for (int i = 1; i < c->count; i++) {
        Target target = c->cell[i];
        int turn = first_of_kind(&taken, target.kind), at = i;
        for (; at > 0 && first_of_kind(&taken, c->cell[at - 1].kind) > turn; at--)
            c->cell[at] = c->cell[at - 1];
        c->cell[at] = target;
    }
}

/* One of each kind, the best kinds if there are many; then whatever is next. From the map places
   have all the room they need. */
void cells_choose(Cells *c, const Found *f) {
    for (int i = 0; i < f->count && c->places; i++)
        if (f->hit[i].target.kind == TARGET_PLACE)
            take(c, f->hit[i].target);
    for (int i = 0; i < f->count; i++)
        if (!has_kind(c, f->hit[i].target.kind))
            take(c, f->hit[i].target);
    for (int i = 0; i < f->count; i++)
        take(c, f->hit[i].target);
    arrange(c);
}

/* ---- what stands in when nothing was ----------------------------------------------------------
 */

static void take_place_of(Cells *c, const Kiosk *k, PlaceList list) {
    for (int space = 0; k->plan && space < k->plan->space_count; space++)
        if (place_listed(k->plan, space, list)) {
            take(c, (Target){TARGET_PLACE, space});
            return;
        }
}

static void take_first(Cells *c, TargetKind kind, int count) {
    if (count)
        take(c, (Target){kind, 0});
}

void cells_take_ideas(Cells *c, const Kiosk *k) {
    if (!c->places) {
        take_first(c, TARGET_WORD, k->pack->glossary_count);
        take_first(c, TARGET_COURSE, k->pack->course_count);
        take_first(c, TARGET_TRADE, k->pack->trade_count);
    }
    static const PlaceList LISTS[] = {LIST_ASK, LIST_REST, LIST_MAKE, LIST_LEARN};
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++)
        take_place_of(c, k, LISTS[i]);
}

static Target place_of_kind(const Kiosk *k, SpaceKind kind) {
    for (int space = 0; k->plan && space < k->plan->space_count; space++)
        if (k->plan->space[space].kind == kind && k->plan->space[space].place)
            return (Target){TARGET_PLACE, space};
    return (Target){TARGET_NONE, 0};
}

/* The desk that is open now, else the first; without any, a place where one is helped. */
static Target somebody(const Kiosk *k) {
    for (int d = 0; d < k->pack->desk_count; d++)
        if (opening_of(k, &k->pack->desk[d].hours).open)
            return (Target){TARGET_DESK, d};
    if (k->pack->desk_count)
        return (Target){TARGET_DESK, 0};
    Target reception = place_of_kind(k, SPACE_RECEPTION);
    return reception.kind ? reception : place_of_kind(k, SPACE_GUIDANCE);
}

/* Three trades, of different families. */
static void take_trades(Cells *c, const Kiosk *k) {
    int trades = 0;
    for (int f = 0; f < k->pack->family_count && trades < TRADES_OFFERED; f++)
        if (k->pack->family[f].trade_count) {
            take(c, (Target){TARGET_TRADE, k->pack->family[f].first_trade});
            trades++;
        }
}

void cells_take_ways_out(Cells *c, const Kiosk *k) {
    Target ask = somebody(k);
    if (ask.kind)
        take(c, ask);
    take_trades(c, k);
}

bool cells_have_example(const Cells *c, const Kiosk *k) {
    for (int i = 0; i < c->count; i++)
        if (hit_is_example(k, c->cell[i]))
            return true;
    return false;
}
