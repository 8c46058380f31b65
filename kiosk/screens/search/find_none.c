/* What is offered where nothing was found. */
#include "screens/search/find_parts.h"

/* "soudage", as it is written where it stands. */
static void add_nearest(const FindState *s, const Kiosk *k, Page *page, Node *parent) {
    Target of;
    Lang lang = k->settings.lang;
    Slice word = search_nearest(k->search, lang, find_typed(s), &of);
    if (!word.len)
        return;
    Slice written = widget_quote(page, search_written(k->pack, lang, of, word));
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

void find_ways_out(const FindState *s, const Kiosk *k, Page *page, Node *parent, const Cells *c) {
    bool room = !page->form.low && !page->form.enlarged;
    Node *row = room ? widget_row(page, parent, TARGET_GAP) : find_grid(page, parent);
    add_nearest(s, k, page, row);
    int at = 0;
    if (c->count && c->cell[0].kind != TARGET_TRADE)
        hit_card(page, row, k, (HitCard){c->cell[at++], TAP_HIT, true})->grow = 1;
    CardGrid cards = {TRADES_OFFERED, TARGET_GAP, ROW_AS_IT_IS, 1};
    Node *grid = room ? widget_cards(page, parent, cards, 0) : row;
    for (; at < c->count; at++)
        hit_card(page, grid, k, (HitCard){c->cell[at], TAP_HIT, true});
}
