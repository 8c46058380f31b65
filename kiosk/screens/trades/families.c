/* The trades by family: where to begin when nothing is known yet. */
#include "screens/common/common.h"

enum { TAP_LIST = 1, TAP_PAGE };

typedef struct FamiliesState {
    int page;
} FamiliesState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    ((FamiliesState *)state)->page = 0;
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    if (action.token == TAP_PAGE)
        ((FamiliesState *)state)->page = action.arg;
    return action.token == TAP_LIST ? (Step){.go = SCREEN_trades, .arg = action.arg} : (Step){0};
}

static void add_card(Page *page, Node *grid, Icon icon, Paint tone, Slice name, int trades,
                     TradeFilter filter) {
    Node *card =
        widget_item(page, grid, BUTTON_PLAIN, ITEM_CARD, (Action){TAP_LIST, common_trades(filter)});
    card->radius = RADIUS_CARD;
    Node *badge = widget_badge(page, card, icon, tone, BADGE_SMALL);
    badge->drop_rank = 2;
    Node *words = widget_share(page, card, 1, SPACE_4);
    widget_label(page, words, page->form.name, PAINT_INK, name);
    Node *count =
        widget_quiet(page, words, TYPE_SMALL,
                     tr_number(page, trades == 1 ? STR_ONE_TRADE : STR_TRADE_COUNT, trades));
    count->drop_rank = 1;
    card->spoken = name;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const FamiliesState *s = state;
    Frame frame = common_frame(page, k, tr(page, STR_TRADES));
    widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_CARD_TRADES));
    widget_quiet(page, frame.reading, TYPE_BODY, tr(page, STR_TRADES_LEAD));
    common_scene(page, k, frame.reading);
    CardGrid cards = {page->form.columns, PLATE_GAP, ROW_BADGE, page->form.badge_rows};
    Node *grid = widget_cards(page, frame.controls, cards, s->page);
    for (int i = 0; i < k->pack->family_count; i++) {
        const Family *f = &k->pack->family[i];
        add_card(page, grid, icon_named(f->icon), theme_tone(f->tone), tr_text(page, f->name),
                 f->trade_count, (TradeFilter){TRADES_BY_FAMILY, i});
    }
    add_card(page, grid, ICON_category, PAINT_PRIMARY, tr(page, STR_ALL_TRADES),
             k->pack->trade_count, (TradeFilter){TRADES_ALL, 0});
    widget_pager_line(page, frame.controls, ALIGN_END, grid, TAP_PAGE);
}

const Screen screen_families = {
    .name = "families",
    .state_size = sizeof(FamiliesState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
