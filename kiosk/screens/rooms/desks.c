/* "Parler à quelqu’un": every desk, those first where somebody is there now, then by when they
   open. */
#include "screens/common/opening.h"
#include "screens/common/way.h"
#include "train/dates.h"

#include <stdlib.h>

enum { TAP_DESK = 1, TAP_PAGE };

typedef struct DesksState {
    int page;
} DesksState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(DesksState *)state = (DesksState){.page = 0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    if (action.token == TAP_PAGE)
        ((DesksState *)state)->page = action.arg;
    return action.token == TAP_DESK ? common_follow((Target){TARGET_DESK, action.arg}) : (Step){0};
}

typedef struct Queued {
    int desk;
    HoursNow now;
} Queued;

static Millis opens_at(const Queued *one) {
    if (one->now.known && one->now.open)
        return 0;
    return one->now.known ? one->now.until : PLAN_NEVER;
}

static int by_opening(const void *a, const void *b) {
    const Queued *x = a, *y = b;
    if (opens_at(x) != opens_at(y))
        return opens_at(x) < opens_at(y) ? -1 : 1;
    return x->desk - y->desk;
}

static Queued *queue_desks(const Kiosk *k, Arena *arena) {
    int count = k->pack->desk_count;
    Queued *queue = arena_array(arena, Queued, count + 1);
    for (int i = 0; i < count; i++)
        queue[i] = (Queued){i, opening_of(k, &k->pack->desk[i].hours)};
    if (count)
        qsort(queue, (size_t)count, sizeof *queue, by_opening);
    return queue;
}

static int count_open(const Kiosk *k, const Queued *queue) {
    int open = 0;
    for (int i = 0; i < k->pack->desk_count; i++)
        open += queue[i].now.known && queue[i].now.open;
    return open;
}

static void add_card(Page *page, Node *grid, const Kiosk *k, const Queued *one) {
    const HelpDesk *desk = &k->pack->desk[one->desk];
    bool open = one->now.known && one->now.open;
    Node *card = widget_item(page, grid, BUTTON_PLAIN, ITEM_CARD, (Action){TAP_DESK, one->desk});
    Node *badge =
        widget_badge(page, card, ICON_forum, open ? PAINT_PRIMARY : PAINT_SLATE, BADGE_SMALL);
    badge->drop_rank = 3;
    Node *words = widget_share(page, card, 1, SPACE_4);
    widget_label(page, words, TYPE_H3, PAINT_INK, tr_text(page, desk->name));
    opening_line(page, words, k, &desk->hours, TYPE_LABEL);
    const Way *way = way_to(k, desk->place, page->arena);
    widget_quiet(page, words, TYPE_SMALL, way_how_far(k, way, page->arena));
    card->spoken = tr_text(page, desk->name);
}

static bool any_example(const Pack *pack) {
    for (int i = 0; i < pack->desk_count; i++)
        if (pack->desk[i].illustrative)
            return true;
    return false;
}

static Slice lead(Page *page, int open) {
    if (!open)
        return tr(page, STR_DESKS_SHUT);
    return tr_number(page, open == 1 ? STR_DESKS_ONE_OPEN : STR_DESKS_OPEN, open);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const DesksState *s = state;
    Queued *queue = queue_desks(k, page->arena);
    Frame frame = common_frame_of(page, k, tr(page, STR_DESKS), any_example(k->pack));
    widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_TALK_TO_SOMEBODY));
    if (!k->doubtful)
        widget_quiet(page, frame.reading, page->form.lead, lead(page, count_open(k, queue)))
            ->drop_rank = page->form.shallow ? 0 : 1; /* worth a row of cards there */
    common_scene(page, k, frame.reading);
    CardGrid cards = {page->form.wide_columns, PLATE_GAP, ROW_BADGE, page->form.list_rows};
    Node *grid = widget_cards(page, frame.controls, cards, s->page);
    for (int i = 0; i < k->pack->desk_count; i++)
        add_card(page, grid, k, &queue[i]);
    widget_pager_line(page, frame.controls, ALIGN_END, grid, TAP_PAGE);
}

const Screen screen_desks = {
    .name = "desks",
    .state_size = sizeof(DesksState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
