/* Looking for anything by typing: from two letters on what is found, by kind, with the keyboard
   under the thumbs. */
#include "screens/common/keyboard.h"
#include "screens/common/opening.h"
#include "screens/map/place_list.h"
#include "screens/search/find_state.h"
#include "screens/search/hit_card.h"
#include "train/dates.h"

#include <stdlib.h>
#include <string.h>

enum { TAP_KEY = 1, TAP_ERASE, TAP_CLEAR, TAP_HIT, TAP_ALL, TAP_PAGE, TAP_NEAREST };

enum { HITS_MAX = 400, CELLS = 4, TRADES_OFFERED = 3 };

/* The order on the page; what is not named comes last, by its number. */
static const int TURN[TARGET_KIND_COUNT] = {
    [TARGET_WORD] = 1,    [TARGET_COURSE] = 2,   [TARGET_CERTIFICATION] = 3, [TARGET_PLACE] = 4,
    [TARGET_TRADE] = 5,   [TARGET_DESK] = 6,     [TARGET_LAB] = 7,           [TARGET_MACHINE] = 8,
    [TARGET_PROJECT] = 9, [TARGET_PARTNER] = 10, [TARGET_INTERNSHIP] = 11,   [TARGET_EVENT] = 12,
    [TARGET_VIDEO] = 13,  [TARGET_TOPIC] = 14,   [TARGET_BLOCK] = 15};

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(FindState *)state = (FindState){.places = arg == FIND_PLACES};
}

static Slice typed(const FindState *s) {
    return (Slice){s->typed, s->len};
}

static void type_word(FindState *s, Slice word) {
    s->len = word.len < FIND_TYPED_MAX ? word.len : FIND_TYPED_MAX;
    memset(s->typed, 0, sizeof s->typed);
    memcpy(s->typed, word.at, (size_t)s->len);
}

static Step edit(FindState *s, const Kiosk *k, Action action) {
    Target of;
    if (action.token == TAP_KEY && s->len < FIND_TYPED_MAX)
        s->typed[s->len++] = (char)action.arg;
    else if (action.token == TAP_ERASE && s->len)
        s->typed[--s->len] = 0;
    else if (action.token == TAP_CLEAR)
        type_word(s, LIT(""));
    else if (action.token == TAP_NEAREST)
        type_word(s, search_nearest(k->search, typed(s), &of));
    return (Step){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    FindState *s = state;
    switch (action.token) {
    case TAP_HIT:
        return common_open(k, hit_target(action.arg));
    case TAP_ALL:
        s->kind = (TargetKind)action.arg;
        s->page = 0;
        return (Step){.turns = true};
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    default:
        return edit(s, k, action);
    }
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    FindState *s = state;
    bool was_list = s->kind != TARGET_NONE;
    s->kind = TARGET_NONE;
    return was_list;
}

/* ---- what was found -------------------------------------------------------------------------- */

typedef struct Found {
    SearchHit hit[HITS_MAX];
    int count, of_kind[TARGET_KIND_COUNT];
} Found;

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

static Found *found_of(const FindState *s, const Kiosk *k, Page *page) {
    Found *f = arena_new(page->arena, Found);
    int count = search_find(k->search, typed(s), f->hit, HITS_MAX);
    for (int i = 0; i < count; i++)
        if (!hit_is_over(k, f->hit[i].target)) {
            f->hit[f->count++] = f->hit[i];
            f->of_kind[f->hit[i].target.kind]++;
        }
    sort_places(k, f);
    return f;
}

/* ---- which of it is shown -------------------------------------------------------------------- */

typedef struct Cells {
    Target cell[CELLS + 1];
    int count, room;
    bool places; /* they go first */
    bool narrow; /* they have half of the page */
} Cells;

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

static int turn_of(const Cells *c, TargetKind kind) {
    return c->places && kind == TARGET_PLACE ? 0 : TURN[kind];
}

/* Into the order of the page, the better of a kind first. */
static void arrange(Cells *c) {
    for (int i = 1; i < c->count; i++) {
        Target target = c->cell[i];
        int at = i;
        for (; at > 0 && turn_of(c, c->cell[at - 1].kind) > turn_of(c, target.kind); at--)
            c->cell[at] = c->cell[at - 1];
        c->cell[at] = target;
    }
}

/* One of each kind, the best kinds if there are many; then whatever is next. From the map places
   have all the room they need. */
static void choose(Cells *c, const Found *f) {
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

/* Before anything is typed: one of each that many look for. */
static void take_ideas(Cells *c, const Kiosk *k) {
    if (!c->places) {
        take_first(c, TARGET_WORD, k->pack->glossary_count);
        take_first(c, TARGET_COURSE, k->pack->course_count);
        take_first(c, TARGET_TRADE, k->pack->trade_count);
    }
    static const PlaceList LISTS[] = {LIST_TOILETS, LIST_ASK, LIST_REST, LIST_MAKE};
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

static StringId caption(const FindState *s) {
    if (!s->len)
        return STR_SEARCH_IDEAS;
    return s->len >= SEARCH_LEAST_LETTERS ? STR_SEARCH_NOTHING : STR_SEARCH_LETTERS;
}

/* ---- the page -------------------------------------------------------------------------------- */

/* Low, there is room below the reach line for one row of suggestions and the keyboard, and a screen
   that stands has room above it: the field goes there, where it is only read. */
static bool field_is_above(const Page *page) {
    return page->form.low || !page->form.side_by_side;
}

/* Above, "Chercher" at the bottom empties it. */
static void add_field(const FindState *s, Page *page, Node *parent) {
    Node *row = widget_row(page, parent, TARGET_GAP);
    Node *field = widget_field(page, row, ICON_search);
    field->grow = 1;
    if (s->len)
        widget_text(page, field, TYPE_H2, arena_copy(page->arena, typed(s)));
    else
        widget_quiet(page, field, TYPE_BODY,
                     tr(page, s->places ? STR_SEARCH_HINT : STR_SEARCH_HINT_ALL));
    widget_block(page, field, CARET_WIDTH, SPACE_44, PAINT_PRIMARY);
    if (field_is_above(page))
        return;
    Node *clear =
        widget_button(page, row, BUTTON_PLAIN, ICON_close, (Slice){0}, (Action){TAP_CLEAR, 0});
    clear->spoken = tr(page, STR_ERASE_ALL);
    clear->disabled = !s->len;
}

/* One below the other where the screen stands and one stands before it; else side by side. */
static int columns(const Page *page) {
    bool one = !page->form.side_by_side && !page->form.low;
    return one || page->form.largest ? 1 : 2;
}

static Node *add_grid(Page *page, Node *parent) {
    int across = columns(page);
    CardGrid cards = {across, TARGET_GAP, ROW_AS_IT_IS, (CELLS + across - 1) / across};
    return widget_cards(page, parent, cards, 0);
}

/* Beside the best of a kind, all the others. */
static void add_all(Page *page, Node *row, TargetKind kind, int count) {
    Node *all = widget_plate(page, row, BUTTON_PLAIN, (Action){TAP_ALL, (int)kind});
    all->width = TARGET_PRIMARY;
    all->pad_x = SPACE_4;
    all->justify = ALIGN_CENTER;
    Slice words = tr_number(page, STR_SEARCH_SEE_ALL, count);
    Slice shown = page->form.enlarged ? arena_printf(page->arena, "%d", count) : words;
    widget_label(page, all, TYPE_SMALL, all->ink, shown)->align = ALIGN_CENTER;
    all->spoken = arena_printf(page->arena, SLICE_FMT ", " SLICE_FMT, SLICE_ARG(words),
                               SLICE_ARG(tr(page, hit_kinds(kind))));
}

static bool is_last_of_kind(const Cells *c, int at) {
    return at + 1 == c->count || c->cell[at + 1].kind != c->cell[at].kind;
}

static int shown_of_kind(const Cells *c, TargetKind kind) {
    int count = 0;
    for (int i = 0; i < c->count; i++)
        count += c->cell[i].kind == kind;
    return count;
}

static void add_cell(Page *page, Node *grid, const Kiosk *k, const Cells *c, int at,
                     const Found *f) {
    TargetKind kind = c->cell[at].kind;
    HitCard card = {c->cell[at], TAP_HIT, c->narrow};
    bool more = f && is_last_of_kind(c, at) && f->of_kind[kind] > shown_of_kind(c, kind);
    if (!more) {
        hit_card(page, grid, k, card);
        return;
    }
    Node *row = widget_row(page, grid, TARGET_GAP);
    hit_card(page, row, k, card)->grow = 1;
    add_all(page, row, kind, f->of_kind[kind]);
}

/* A word that is found is explained right there: above, where it is only read, or at the left of
   what else there is. */
static Node *add_explained(Page *page, Frame frame, const Kiosk *k, int word) {
    if (field_is_above(page)) {
        if (page->form.side_by_side) /* low: there is the height for the words alone */
            widget_text(page, frame.reading, TYPE_SMALL,
                        tr_text(page, k->pack->glossary[word].text))
                ->drop_rank = 2;
        else
            hit_explain(page, widget_panel(page, frame.reading), k, word);
        return frame.controls;
    }
    Node *row = widget_row(page, frame.controls, TARGET_GAP);
    Node *plate = widget_plate(page, row, BUTTON_PLAIN,
                               (Action){TAP_HIT, hit_arg((Target){TARGET_WORD, word})});
    plate->flow = FLOW_COLUMN;
    plate->grow = 9;
    plate->min_w = 0;
    plate->gap = SPACE_8;
    plate->pad_x = SPACE_28;
    plate->pad_y = SPACE_12;
    hit_explain(page, plate, k, word);
    return widget_share(page, row, 11, 0);
}

static int explained(const Found *f) {
    for (int i = 0; i < f->count; i++)
        if (f->hit[i].target.kind == TARGET_WORD)
            return f->hit[i].target.arg;
    return -1;
}

static void add_found(const FindState *s, const Kiosk *k, Page *page, Frame frame, Found *f) {
    Cells c = {.room = CELLS, .places = s->places};
    int word = s->places ? -1 : explained(f);
    Node *parent = frame.controls;
    if (word < 0)
        common_emblem(page, frame.reading);
    else
        parent = add_explained(page, frame, k, word);
    bool beside = parent != frame.controls;
    if (beside) { /* it stands there already */
        c.cell[c.count++] = (Target){TARGET_WORD, word};
        c.room++;
        c.narrow = true;
    }
    choose(&c, f);
    Node *grid = add_grid(page, parent);
    for (int i = beside; i < c.count; i++)
        add_cell(page, grid, k, &c, i, f);
}

/* "soudage", as it is written where it stands. */
static void add_nearest(const FindState *s, const Kiosk *k, Page *page, Node *parent) {
    Target of;
    Slice word = search_nearest(k->search, typed(s), &of);
    if (!word.len)
        return;
    Slice written = widget_quote(page, search_written(k->pack, of, word));
    Action action = {TAP_NEAREST, 0};
    Node *plate = widget_item(page, parent, BUTTON_PRIMARY, ITEM_LINES, action);
    plate->grow = 1;
    widget_sign(page, plate, ICON_search, plate->ink)->drop_rank = 3;
    Node *words = widget_share(page, plate, 1, 0);
    widget_label(page, words, TYPE_SMALL, plate->ink, tr(page, STR_SEARCH_NEAREST))->drop_rank = 2;
    widget_label(page, words, TYPE_UI, plate->ink, written);
    plate->spoken = arena_printf(page->arena, SLICE_FMT " " SLICE_FMT,
                                 SLICE_ARG(tr(page, STR_SEARCH_NEAREST)), SLICE_ARG(written));
}

/* Three trades, of different families. */
static void add_trades(const Kiosk *k, Page *page, Node *grid) {
    int trades = 0;
    for (int f = 0; f < k->pack->family_count && trades < TRADES_OFFERED; f++)
        if (k->pack->family[f].trade_count) {
            Target trade = {TARGET_TRADE, k->pack->family[f].first_trade};
            hit_card(page, grid, k, (HitCard){trade, TAP_HIT, true});
            trades++;
        }
}

/* Never a place that was not meant: the nearest word, somebody to ask, and trades. Where there is
   less room, as many of these as fit. */
static void add_ways_out(const FindState *s, const Kiosk *k, Page *page, Node *parent) {
    bool room = !page->form.low && !page->form.enlarged;
    Node *row = room ? widget_row(page, parent, TARGET_GAP) : add_grid(page, parent);
    add_nearest(s, k, page, row);
    Target ask = somebody(k);
    if (ask.kind)
        hit_card(page, row, k, (HitCard){ask, TAP_HIT, true})->grow = 1;
    CardGrid cards = {TRADES_OFFERED, TARGET_GAP, ROW_AS_IT_IS, 1};
    add_trades(k, page, room ? widget_cards(page, parent, cards, 0) : row);
}

static void add_ideas(const FindState *s, const Kiosk *k, Page *page, Node *parent) {
    Cells c = {.room = CELLS, .places = s->places};
    take_ideas(&c, k);
    Node *grid = add_grid(page, parent);
    for (int i = 0; i < c.count; i++)
        add_cell(page, grid, k, &c, i, NULL);
}

static void add_others(const FindState *s, const Kiosk *k, Page *page, Frame frame) {
    Node *above = page->form.low ? frame.reading : frame.controls;
    widget_quiet(page, above, TYPE_SMALL, tr(page, caption(s)));
    common_emblem(page, frame.reading);
    if (s->len >= SEARCH_LEAST_LETTERS)
        add_ways_out(s, k, page, frame.controls);
    else
        add_ideas(s, k, page, frame.controls);
}

static void view_typing(const FindState *s, const Kiosk *k, Page *page, Frame frame) {
    Found *f = found_of(s, k, page);
    frame.controls->gap = TARGET_GAP;
    frame.controls->pad_y = 0;
    if (page->form.room_above) /* standing before a lying screen there is no room above the field */
        widget_heading(page, frame.reading, TYPE_H1,
                       tr(page, s->places ? STR_FIND_PLACE : STR_SEARCH_DO));
    add_field(s, page, field_is_above(page) ? frame.reading : frame.controls);
    if (f->count)
        add_found(s, k, page, frame, f);
    else
        add_others(s, k, page, frame);
    keyboard_add(page, frame.controls, (Keyboard){TAP_KEY, TAP_ERASE, false});
    if (!page->form.low)
        widget_gap(page, frame.controls, SPACE_4);
}

/* All that was found of one kind, in pages. */
static void view_list(const FindState *s, const Kiosk *k, Page *page, Frame frame) {
    const Found *f = found_of(s, k, page);
    widget_heading(page, frame.reading, TYPE_H1, tr(page, hit_kinds(s->kind)));
    widget_quiet(page, frame.reading, TYPE_BODY,
                 widget_fill(page, tr(page, STR_SEARCH_FOR), widget_quote(page, typed(s))));
    common_emblem(page, frame.reading);
    CardGrid cards = {page->form.wide_columns, PLATE_GAP, ROW_AS_IT_IS, 0};
    Node *grid = widget_cards(page, frame.controls, cards, s->page);
    grid->grow = 1;
    for (int i = 0; i < f->count; i++)
        if (f->hit[i].target.kind == s->kind)
            hit_card(page, grid, k, (HitCard){f->hit[i].target, TAP_HIT, false});
    widget_pager_line(page, frame.controls, ALIGN_END, grid, TAP_PAGE);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const FindState *s = state;
    Frame frame = common_frame(page, k, tr(page, STR_SEARCH));
    if (s->kind == TARGET_NONE)
        view_typing(s, k, page, frame);
    else
        view_list(s, k, page, frame);
}

const Screen screen_find = {
    .name = "find",
    .state_size = sizeof(FindState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
