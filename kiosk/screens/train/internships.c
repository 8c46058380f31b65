/* Internships by trade and level, those that begin next first, and how one goes. */
#include "map/directions_text.h"
#include "screens/train/train_parts.h"
#include "train/offers.h"

enum { TAP_OFFER = 1, TAP_PAGE, TAP_OPEN, TAP_CHOOSE, TAP_CLEAR, TAP_STEPS, TAP_GO, TAP_DESK };

enum { ANY = -1, LEVELS = 10, KINDS = 4, SHOWN_MAX = 60 };

typedef enum ListPart { PART_OFFERS, PART_TRADES, PART_LEVELS, PART_STEPS } ListPart;

typedef struct ListState {
    int trade, level; /* level: kind * LEVELS + level of the diploma; ANY */
    ListPart part;
    int page;
} ListState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(ListState *)state = (ListState){.trade = arg - 1, .level = ANY};
}

static void show(ListState *s, ListPart part) {
    s->part = part;
    s->page = 0;
}

static void choose(ListState *s, int value) {
    if (s->part == PART_TRADES)
        s->trade = value;
    else
        s->level = value;
    show(s, PART_OFFERS);
}

static Step act(void *state, const Kiosk *k, Action action) {
    ListState *s = state;
    switch (action.token) {
    case TAP_OFFER:
        return (Step){.go = SCREEN_internship, .arg = action.arg};
    case TAP_GO:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_DESK:
        return common_open(k, (Target){TARGET_DESK, action.arg});
    case TAP_PAGE:
        s->page = action.arg;
        break;
    case TAP_OPEN:
        show(s, s->part == (ListPart)action.arg ? PART_OFFERS : (ListPart)action.arg);
        break;
    case TAP_CHOOSE:
        choose(s, action.arg);
        break;
    case TAP_CLEAR:
        enter(s, k, 0);
        break;
    case TAP_STEPS:
        show(s, PART_STEPS);
        break;
    default:
        break;
    }
    return (Step){0};
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    ListState *s = state;
    bool inside = s->part != PART_OFFERS;
    if (inside)
        show(s, PART_OFFERS);
    return inside;
}

/* ---- which ones ------------------------------------------------------------------------------ */

static int level_of(const Internship *offer) {
    return offer->kind * LEVELS + offer->level;
}

static bool is_listed(const Kiosk *k, const Internship *offer, int trade, int level) {
    return !internship_is_over(offer, k->today) && (trade == ANY || offer->trade == trade) &&
           (level == ANY || level_of(offer) == level);
}

static int count_listed(const Kiosk *k, int trade, int level) {
    int count = 0;
    for (int i = 0; i < k->pack->internship_count; i++)
        count += is_listed(k, &k->pack->internship[i], trade, level);
    return count;
}

/* The offers by their first day; an insertion sort, as most come in order. */
static int list_offers(const ListState *s, const Kiosk *k, Arena *arena, int **list) {
    int count = 0;
    *list = arena_array(arena, int, k->pack->internship_count + 1);
    for (int i = 0; i < k->pack->internship_count; i++) {
        const Internship *offer = &k->pack->internship[i];
        if (!is_listed(k, offer, s->trade, s->level))
            continue;
        int at = count++;
        for (; at > 0 && k->pack->internship[(*list)[at - 1]].begins > offer->begins; at--)
            (*list)[at] = (*list)[at - 1];
        (*list)[at] = i;
    }
    return count;
}

/* ---- words ----------------------------------------------------------------------------------- */

static Slice level_words(const Page *page, int level) {
    static const StringId KIND[] = {[INTERNSHIP_PFMP] = STR_INTERNSHIP_PFMP,
                                    [INTERNSHIP_TROISIEME] = STR_INTERNSHIP_3E,
                                    [INTERNSHIP_SECONDE] = STR_INTERNSHIP_2DE,
                                    [INTERNSHIP_HIGHER] = STR_INTERNSHIP_HIGHER};
    if (level == ANY)
        return tr(page, STR_ALL_LEVELS);
    Slice kind = tr(page, KIND[level / LEVELS]);
    if (level / LEVELS != INTERNSHIP_PFMP || !(level % LEVELS))
        return kind;
    return tr_beside(page, kind, tr_number(page, STR_LEVEL, level % LEVELS));
}

static Slice trade_words(const Page *page, const Kiosk *k, int trade) {
    return trade == ANY ? tr(page, STR_ALL_TRADES)
                        : tr_text(page, k->pack->trade[trade].short_name);
}

static Slice weeks_words(const Page *page, int weeks) {
    return weeks == 1 ? tr(page, STR_ONE_WEEK) : tr_number(page, STR_WEEKS, weeks);
}

/* ---- the list -------------------------------------------------------------------------------- */

static void add_chips(const ListState *s, const Kiosk *k, Page *page, Node *hand) {
    Node *grid = widget_grid(page, hand, 2, TARGET_GAP);
    add_chip(page, grid,
             (ChipSpec){STR_CHIP_TRADE, trade_words(page, k, s->trade), s->trade != ANY,
                        s->part == PART_TRADES},
             (Action){TAP_OPEN, PART_TRADES});
    add_chip(page, grid,
             (ChipSpec){STR_CHIP_LEVEL, level_words(page, s->level), s->level != ANY,
                        s->part == PART_LEVELS},
             (Action){TAP_OPEN, PART_LEVELS});
}

static void add_offer(const Kiosk *k, Page *page, Node *grid, int index) {
    const Internship *offer = &k->pack->internship[index];
    const Family *family = &k->pack->family[k->pack->trade[offer->trade].family];
    Node *card = widget_item(page, grid, BUTTON_PLAIN, ITEM_LINES, (Action){TAP_OFFER, index});
    widget_badge(page, card, icon_named(family->icon), theme_tone(family->tone), SPACE_64)
        ->drop_rank = 3;
    Node *words = widget_share(page, card, 1, 0);
    widget_label(page, words, TYPE_UI, PAINT_INK, tr_text(page, offer->company));
    Slice from = text_of_date(offer->begins, k->settings.lang, page->arena);
    bool brief = page->form.narrow && page->form.largest; /* two on a page, not one */
    widget_label(page, words, TYPE_LABEL, PAINT_INK,
                 tr_beside(page, brief ? from : trade_words(page, k, offer->trade),
                           level_words(page, level_of(offer))));
    if (brief)
        return;
    widget_quiet(page, words, TYPE_SMALL,
                 tr_beside(page, tr_beside(page, from, weeks_words(page, offer->weeks)),
                           tr_text(page, offer->town)))
        ->drop_rank = 1;
}

static Node *add_offers(const ListState *s, const Kiosk *k, Page *page, Node *hand, const int *list,
                        int count) {
    Node *grid = widget_cards(page, hand,
                              (CardGrid){page->form.wide_columns, PLATE_GAP, ROW_CLIP, 0}, s->page);
    for (int i = 0; i < count && i < SHOWN_MAX; i++)
        add_offer(k, page, grid, list[i]);
    return grid;
}

/* Only what leaves something. */
static Node *add_choices(const ListState *s, const Kiosk *k, Page *page, Node *hand) {
    Node *grid = add_chip_choices(page, hand, s->page);
    bool trades = s->part == PART_TRADES;
    int most = trades ? k->pack->trade_count : KINDS * LEVELS;
    for (int value = ANY; value < most; value++) {
        int count = count_listed(k, trades ? value : s->trade, trades ? s->level : value);
        if (count)
            add_chip_choice(page, grid,
                            trades ? trade_words(page, k, value) : level_words(page, value), count,
                            value == (trades ? s->trade : s->level), (Action){TAP_CHOOSE, value});
    }
    return grid;
}

/* ---- how one goes ---------------------------------------------------------------------------- */

static void add_step(const Kiosk *k, Page *page, Node *body, int index) {
    const InternshipStep *step = &k->pack->internship_step[index];
    Node *row = widget_row(page, body, SPACE_20);
    row->align = ALIGN_START;
    widget_badge(page, row, icon_named(step->icon), PAINT_PRIMARY, SPACE_64)->drop_rank = 2;
    Node *words = widget_share(page, row, 1, 0);
    widget_heading(page, words, TYPE_H3,
                   arena_printf(page->arena, "%d. " SLICE_FMT, index + 1,
                                SLICE_ARG(tr_text(page, step->title))));
    widget_text(page, words, TYPE_BODY, tr_text(page, step->text));
}

static Node *add_steps(const ListState *s, const Kiosk *k, Page *page, Node *hand) {
    bool spacious = page->form.roomy && !page->form.side_by_side;
    Node *body = widget_pages(page, hand, spacious ? SPACE_64 : SPACE_20, s->page);
    for (int i = 0; i < k->pack->internship_step_count; i++)
        add_step(k, page, body, i);
    return body;
}

/* ---- the page -------------------------------------------------------------------------------- */

static bool is_narrowed(const ListState *s) {
    return s->trade != ANY || s->level != ANY;
}

/* The desk of the first offer knows all of them. */
static void add_foot(const ListState *s, const Kiosk *k, Page *page, Node *hand, Node *body,
                     int desk) {
    Node *foot = widget_row(page, hand, PLATE_GAP);
    if (s->part == PART_OFFERS && is_narrowed(s))
        widget_button(page, foot, BUTTON_PLAIN, ICON_close, tr(page, STR_CLEAR_ALL),
                      (Action){TAP_CLEAR, 0});
    else if (s->part == PART_OFFERS && k->pack->internship_step_count)
        widget_button(page, foot, BUTTON_PLAIN, ICON_help_outline, tr(page, STR_HOW_IT_GOES),
                      (Action){TAP_STEPS, 0});
    else if (desk >= 0)
        desk_go(page, foot, k, desk, TAP_GO);
    widget_stretch(page, foot);
    widget_pager(page, foot, body, TAP_PAGE);
}

/* When the listed ones begin, where there is room to read it. */
static void add_starts(const Kiosk *k, Page *page, Node *show, const int *list, int count) {
    int month[MONTHS_SHOWN] = {0};
    for (int i = 0; i < count; i++) {
        int ahead = months_between(k->today, k->pack->internship[list[i]].begins);
        if (ahead >= 0 && ahead < MONTHS_SHOWN)
            month[ahead]++;
    }
    add_months(page, show, k, tr(page, STR_DEPARTURES), month);
}

static bool any_example(const Kiosk *k, const int *list, int count) {
    for (int i = 0; i < count; i++)
        if (k->pack->internship[list[i]].illustrative)
            return true;
    return false;
}

/* Nothing is offered today: the desk of those before knows of the next. */
static void add_none(const Kiosk *k, Page *page, Node *parent) {
    if (k->pack->internship_count)
        desk_plate(page, parent, k, k->pack->internship[0].desk, TAP_DESK);
}

static Node *add_part(const ListState *s, const Kiosk *k, Page *page, Frame frame, const int *list,
                      int count) {
    if (s->part == PART_STEPS) /* only read */
        return add_steps(s, k, page, frame.controls);
    if (s->part == PART_OFFERS)
        return add_offers(s, k, page, frame.controls, list, count);
    return add_choices(s, k, page, frame.controls);
}

/* How it goes, or how many there are; below 0: none at all. */
static void add_title(Page *page, Node *show, bool steps, int count) {
    Slice counted =
        count == 1 ? tr(page, STR_ONE_INTERNSHIP) : tr_number(page, STR_INTERNSHIP_COUNT, count);
    if (steps)
        add_title_line(page, show, tr(page, STR_HOW_IT_GOES), tr(page, STR_HOW_LEAD));
    else if (count < 0)
        add_title_line(page, show, tr(page, STR_DOOR_INTERNSHIPS), tr(page, STR_INTERNSHIPS_NONE));
    else
        add_title_line(page, show, counted, tr(page, STR_INTERNSHIPS_LEAD));
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const ListState *s = state;
    int *list, count = list_offers(s, k, page->arena, &list);
    bool steps = s->part == PART_STEPS;
    Frame frame =
        common_frame_of(page, k, tr(page, STR_COURSES), !steps && any_example(k, list, count));
    bool none = !steps && !count && !is_narrowed(s);
    add_title(page, frame.reading, steps, none ? -1 : count);
    if (!steps && count) {
        add_starts(k, page, frame.reading, list, count);
        add_chips(s, k, page, frame.controls);
    }
    if (steps) /* they are read from the title down to the foot */
        frame.reading->min_h = 0;
    if (none)
        add_none(k, page, frame.controls);
    Node *body = add_part(s, k, page, frame, list, count);
    int desk = count ? k->pack->internship[list[0]].desk : -1;
    add_foot(s, k, page, frame.controls, body, desk);
}

const Screen screen_internships = {
    .name = "internships",
    .state_size = sizeof(ListState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
