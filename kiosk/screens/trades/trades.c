/* The trades of one family, of one level or all of them, in pages of six. */
#include "screens/common/common.h"

enum { TAP_TRADE = 1, TAP_PAGE };

typedef struct TradesState {
    TradeFilter filter;
    int page;
} TradesState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(TradesState *)state = (TradesState){.filter = common_trades_of(arg)};
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    if (action.token == TAP_PAGE)
        ((TradesState *)state)->page = action.arg;
    return action.token == TAP_TRADE ? common_follow((Target){TARGET_TRADE, action.arg})
                                     : (Step){0};
}

static Slice title(const Page *page, const Kiosk *k, TradeFilter filter) {
    if (filter.by == TRADES_ALL)
        return tr(page, STR_ALL_TRADES);
    if (filter.by == TRADES_BY_FAMILY)
        return tr_text(page, k->pack->family[filter.which].name);
    switch (filter.which) {
    case 3:
        return tr(page, STR_FROM_LEVEL_3);
    case 4:
        return tr(page, STR_FROM_LEVEL_4);
    case 5:
        return tr(page, STR_FROM_LEVEL_5);
    default:
        return tr(page, STR_FROM_LEVEL_6);
    }
}

static int count_listed(const Pack *pack, TradeFilter filter) {
    int count = 0;
    for (int t = 0; t < pack->trade_count; t++)
        count += common_trade_listed(pack, t, filter);
    return count;
}

/* What a list is of is seen above it; -1: nothing. */
static int first_listed(const Pack *pack, TradeFilter filter) {
    for (int t = 0; t < pack->trade_count; t++)
        if (common_trade_listed(pack, t, filter))
            return t;
    return -1;
}

/* Its work as its film shows it, since its card has the drawing. */
static void add_scene(const TradesState *s, const Kiosk *k, Page *page, Node *show) {
    int trade = first_listed(k->pack, s->filter);
    int clip = trade < 0 ? -1 : common_clip_of_trade(k->pack, trade);
    if (clip >= 0)
        common_poster(page, k, show, clip);
    else
        common_scene_of_trade(page, k, show, trade);
}

/* They stand under their drawings, or beside them when they are many. */
static CardGrid cards_of(const Page *page, int count) {
    const Form *form = &page->form;
    if (form->beside_if_many && count > form->columns)
        return (CardGrid){form->wide_columns, PLATE_GAP, ROW_BESIDE, form->beside_rows};
    return (CardGrid){form->columns, PLATE_GAP, ROW_UNDER, form->card_rows};
}

static void add_cards(const TradesState *s, const Kiosk *k, Page *page, Node *grid) {
    for (int t = 0; t < k->pack->trade_count; t++)
        if (common_trade_listed(k->pack, t, s->filter))
            common_trade_card(page, grid, k, t, (Action){TAP_TRADE, t});
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const TradesState *s = state;
    Frame frame = common_frame(page, k, tr(page, STR_TRADES));
    widget_heading(page, frame.reading, TYPE_H1, title(page, k, s->filter));
    Node *lead = widget_quiet(page, frame.reading, TYPE_BODY, (Slice){0});
    add_scene(s, k, page, frame.reading);
    int count = count_listed(k->pack, s->filter);
    Node *grid = widget_cards(page, frame.controls, cards_of(page, count), s->page);
    add_cards(s, k, page, grid);
    lead->text = tr_number(page, count == 1 ? STR_ONE_TRADE_LEAD : STR_TRADE_COUNT_LEAD, count);
    widget_pager_line(page, frame.controls, ALIGN_END, grid, TAP_PAGE);
}

const Screen screen_trades = {
    .name = "trades",
    .state_size = sizeof(TradesState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
