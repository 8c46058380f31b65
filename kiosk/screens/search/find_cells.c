/* The cells of the page that looks for anything. */
#include "screens/search/find_parts.h"

/* One below the other where the screen stands and one stands before it; else side by side. */
static int columns(const Page *page) {
    bool one = !page->form.side_by_side && !page->form.low;
    return one || page->form.largest ? 1 : 2;
}

Node *find_grid(Page *page, Node *parent) {
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
    all->spoken = tr_list(page, words, tr(page, hit_kinds(kind)));
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

void find_cell(Page *page, Node *grid, const Kiosk *k, const Cells *c, int at, const Found *f) {
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
