/* The sheet of one trade: what it is, the gestures, the good and the hard, the way in, its
 * neighbours. */
#include "screens/trades/trade_parts.h"

#define TABS_WITH_SIGNS 7 /* side by side */
#define LONG_NAME 44      /* letters from which a name is set smaller, to stay on one line */

static const TabName TABS[TAB_COUNT] = {
    [TAB_SHORT] = {STR_TAB_SHORT, ICON_article},
    [TAB_GESTURES] = {STR_TAB_GESTURES, ICON_handyman},
    [TAB_FEELINGS] = {STR_TAB_FEELINGS, ICON_balance},
    [TAB_WAYS] = {STR_TAB_WAYS, ICON_school},
    [TAB_RELATED] = {STR_TAB_RELATED, ICON_hub},
    [TAB_HERE] = {STR_AND_HERE, ICON_event},
};

static void enter(void *state, const Kiosk *k, int arg) {
    bool learn = arg <= LEARN_FIRST;
    *(TradeState *)state = (TradeState){.trade = learn ? LEARN_FIRST - arg : arg};
    if (learn)
        ((TradeState *)state)->tab = k->pack->course_count ? TAB_HERE : TAB_WAYS;
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    TradeState *s = state;
    switch (action.token) {
    case TAP_TAB:
        s->tab = action.arg;
        s->page = 0;
        return (Step){0};
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case TAP_CLIP:
        return common_play(action.arg);
    case TAP_DAY:
        return (Step){.go = SCREEN_day, .arg = action.arg};
    case TAP_PLACE:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_COURSE:
        return course_open(action.arg);
    case TAP_RELATED:
        return common_follow((Target){TARGET_TRADE, action.arg});
    default:
        return (Step){0};
    }
}

/* ---- the page -------------------------------------------------------------------------------- */

typedef struct TabLook {
    ButtonLook look;
    bool sign;
} TabLook;

static Node *add_tab(Page *page, Node *tabs, TabLook look, TabName name, Action action) {
    Node *plate = widget_item(page, tabs, look.look, ITEM_LINE, action);
    bool above = page->form.roomy && look.sign;
    plate->justify = ALIGN_CENTER;
    if (look.sign)
        widget_sign(page, plate, name.icon, plate->ink)->drop_rank = 3;
    Node *label =
        widget_label(page, plate, above ? TYPE_LABEL : TYPE_UI, plate->ink, tr(page, name.label));
    if (above) {
        plate->flow = FLOW_COLUMN;
        plate->gap = 0;
        label->align = ALIGN_CENTER;
    }
    return plate;
}

static int tabs_of(const Kiosk *k) {
    return k->pack->course_count ? TAB_COUNT : TAB_HERE;
}

static bool has_day(const Kiosk *k, const TradeState *s) {
    return k->pack->trade[s->trade].moment_count > 0;
}

static int count_links(const Kiosk *k, const TradeState *s) {
    return (common_clip_of_trade(k->pack, s->trade) >= 0) + has_day(k, s) +
           (common_place_of_trade(k, s->trade) != PLAN_NONE);
}

static void add_day(Page *page, Node *parent, const TradeState *s, bool sign) {
    add_tab(page, parent, (TabLook){BUTTON_PLAIN, sign}, (TabName){STR_DAY, ICON_schedule},
            (Action){TAP_DAY, s->trade});
}

/* The film of a gesture, a day at work and the way to where the trade is learnt. */
static void add_links(Page *page, Node *parent, const Kiosk *k, const TradeState *s, bool sign) {
    int place = common_place_of_trade(k, s->trade), clip = common_clip_of_trade(k->pack, s->trade);
    if (clip >= 0)
        add_tab(page, parent, (TabLook){BUTTON_ACCENT, sign},
                (TabName){STR_ON_VIDEO, ICON_play_arrow}, (Action){TAP_CLIP, clip})
            ->video_ahead = clip + 1;
    if (has_day(k, s))
        add_day(page, parent, s, sign);
    if (place != PLAN_NONE)
        add_tab(page, parent, (TabLook){BUTTON_PLAIN, sign}, (TabName){STR_ON_MAP, ICON_place},
                (Action){TAP_PLACE, place});
}

static Node *add_tabs(Page *page, Node *hand, const Kiosk *k, const TradeState *s, bool sign) {
    int most = page->form.tabs_a_row, count = tabs_of(k);
    Node *tabs = widget_grid(page, hand, count < most ? count : most, PLATE_GAP);
    for (int tab = 0; tab < count; tab++)
        add_tab(page, tabs, (TabLook){widget_look(tab == s->tab), sign}, TABS[tab],
                (Action){TAP_TAB, tab})
            ->role = ROLE_CHOICE;
    return tabs;
}

/* The first tab has the film in its picture, and the way there under "Et ici ?". */
static bool links_stand_above(const Page *page, const Kiosk *k, const TradeState *s) {
    return page->form.ample && s->tab == TAB_SHORT && k->pack->course_count;
}

static void add_tabs_and_day(Page *page, Node *hand, const Kiosk *k, const TradeState *s) {
    Node *tabs = add_tabs(page, hand, k, s, true);
    if (!has_day(k, s))
        return;
    add_day(page, tabs, s, true);
    tabs->columns++;
}

/* In landscape the links stand beside the tabs, all of them in one row or two; many in one row, and
   the largest words, have no room for signs. */
static void add_tabs_and_links(Page *page, Node *hand, const Kiosk *k, const TradeState *s) {
    int count = tabs_of(k) + count_links(k, s);
    bool two_rows = count > page->form.tabs_a_row;
    bool sign = two_rows ? !page->form.largest : count <= TABS_WITH_SIGNS;
    Node *tabs = add_tabs(page, hand, k, s, sign);
    add_links(page, tabs, k, s, sign);
    tabs->columns = two_rows ? (count + 1) / 2 : count;
}

static void add_title(Page *page, Node *show, const Kiosk *k, const Trade *trade) {
    Slice family = tr_text(page, k->pack->family[trade->family].name);
    Slice code = arena_printf(page->arena, "ROME " SLICE_FMT, SLICE_ARG(trade->rome));
    widget_quiet(page, show, TYPE_LABEL, tr_beside(page, family, code))->drop_rank =
        page->form.huge ? 1 : 0;
    Slice name = tr_text(page, trade->name);
    bool low = page->form.shallowest; /* the reading needs the height */
    bool long_name = utf8_count(name) > LONG_NAME;
    if (long_name && page->form.huge) /* two lines of it leave too little for what is read */
        name = tr_text(page, trade->short_name);
    widget_heading(page, show, low || long_name ? TYPE_H2 : TYPE_H1, name);
}

static Node *add_related(Page *page, Node *parent, const Kiosk *k, const TradeState *s,
                         int columns) {
    const Trade *trade = &k->pack->trade[s->trade];
    bool under = columns > page->form.wide_columns;
    CardGrid cards = {columns, SPACE_20, under ? ROW_UNDER : ROW_RELATED, under ? 1 : 2};
    Node *grid = widget_cards(page, parent, cards, s->page);
    for (int i = 0; i < trade->related_count; i++)
        common_trade_card(page, grid, k, trade->related[i],
                          (Action){TAP_RELATED, trade->related[i]});
    return grid;
}

/* Nothing here: where somebody knows. */
static void add_not_here(Page *page, Node *body, const Kiosk *k) {
    int place = common_place_of_advice(k);
    widget_text(page, body, TYPE_BODY, tr(page, STR_NOT_HERE));
    if (place != PLAN_NONE)
        widget_button(page, body, BUTTON_PRIMARY, ICON_place, tr(page, STR_GO_THERE),
                      (Action){TAP_PLACE, place});
}

/* The courses in which it is learnt here: when, by which door, at which desk, in which room. */
static Node *add_here(Page *page, Node *parent, const Kiosk *k, const TradeState *s) {
    int *list, count = offers_of_trade(k->pack, s->trade, k->today, page->arena, &list);
    if (!count) {
        Node *body = widget_pages(page, parent, TARGET_GAP, s->page);
        add_not_here(page, body, k);
        return body;
    }
    CardGrid cards = {page->form.wide_columns, TARGET_GAP, ROW_CLIP, 0};
    Node *grid = widget_cards(page, parent, cards, s->page);
    for (int i = 0; i < count; i++)
        course_offer(page, grid, k, list[i], (Action){TAP_COURSE, list[i]});
    return grid;
}

static Node *add_reading(Page *page, Node *parent, const Kiosk *k, const TradeState *s) {
    const Trade *trade = &k->pack->trade[s->trade];
    if (s->tab == TAB_HERE)
        return add_here(page, parent, k, s);
    Node *body = widget_pages(page, parent, SPACE_20, s->page);
    if (s->tab == TAB_SHORT) {
        trade_short(page, body, trade);
        if (page->form.roomy && !page->form.side_by_side)
            trade_here(page, body, k, s);
    } else {
        trade_first_list(page, body, trade, s->tab);
        trade_second_list(page, body, trade, s->tab);
    }
    return body;
}

static void add_pager(Page *page, Node *parent, Node *body) {
    widget_pager_line(page, parent, ALIGN_END, body, TAP_PAGE);
}

#define LINKS_WITH_SIGNS 2 /* in large words, beside a pager */

/* Where there is little height the links share the row of the pager, above the tabs. */
static Node *add_foot(Page *page, Node *hand, const Kiosk *k, const TradeState *s, Node *body,
                      bool sign) {
    Node *foot = widget_row(page, hand, PLATE_GAP);
    bool signs_too = !page->form.enlarged || count_links(k, s) <= LINKS_WITH_SIGNS;
    add_links(page, foot, k, s, signs_too);
    widget_stretch(page, foot);
    widget_pager(page, foot, body, TAP_PAGE);
    return add_tabs(page, hand, k, s, sign);
}

/* Two white sheets side by side, full width. */
static void add_sheets(Page *page, Node *hand, const Trade *trade, int tab) {
    Node *row = widget_halves(page, hand, GUTTER);
    Node *first = widget_panel(page, row), *second = widget_panel(page, row);
    first->grow = second->grow = 1;
    trade_first_list(page, first, trade, tab);
    trade_second_list(page, second, trade, tab);
}

/* Below what fills the width: enlarged, all tabs in one row, without signs. */
static void add_foot_of_width(Page *page, Node *hand, const Kiosk *k, const TradeState *s,
                              Node *body) {
    if (page->form.enlarged) {
        add_foot(page, hand, k, s, body, false)->columns = tabs_of(k);
        return;
    }
    add_pager(page, hand, body);
    add_tabs_and_links(page, hand, k, s);
}

/* The neighbours have their own drawings: enlarged or seated they stand side by side across the
   page. */
static void add_neighbours(Page *page, Node *hand, const Kiosk *k, const TradeState *s) {
    Node *grid = add_related(page, hand, k, s, page->form.enlarged ? 3 : 4);
    add_foot_of_width(page, hand, k, s, grid);
}

/* Reading at the left, the drawing at the right. */
static void add_reading_and_picture(Page *page, Node *hand, const Kiosk *k, const TradeState *s) {
    Node *row = widget_halves(page, hand, SPACE_44);
    Node *left = widget_share(page, row, 17, SPACE_12);
    Node *body =
        s->tab == TAB_RELATED ? add_related(page, left, k, s, 2) : add_reading(page, left, k, s);
    Node *right = widget_share(page, row, 10, TARGET_GAP);
    right->justify = ALIGN_END;
    trade_sight(page, right, k, s->trade)->grow = 1;
    add_pager(page, right, body);
}

/* All of the first tab at once: what it is and where it leads, beside the film and the facts. */
static void add_brief(Page *page, Node *hand, const Kiosk *k, const TradeState *s) {
    const Trade *trade = &k->pack->trade[s->trade];
    Node *row = widget_halves(page, hand, SPACE_44);
    Node *left = widget_share(page, row, 11, TARGET_GAP);
    widget_text(page, left, TYPE_BODY, tr_text(page, trade->text));
    widget_stretch(page, left);
    trade_here(page, left, k, s);
    trade_neighbours(page, left, k, s->trade);
    Node *right = widget_share(page, row, 10, TARGET_GAP);
    Node *sight = trade_sight(page, right, k, s->trade);
    sight->grow = 1;
    sight->min_h = PICTURE_ABOVE;
    trade_play(page, sight, k, s->trade);
    trade_facts(page, right, trade, trade_examples(trade, TAB_SHORT) == 1);
}

/* What leads on stays within reach. */
static bool is_touched(int tab) {
    return tab == TAB_RELATED || tab == TAB_HERE;
}

static bool has_example(const Kiosk *k, const TradeState *s, Arena *arena) {
    int *list, count = offers_of_trade(k->pack, s->trade, k->today, arena, &list);
    bool example = trade_examples(&k->pack->trade[s->trade], s->tab) > 1;
    for (int i = 0; i < count && s->tab == TAB_HERE; i++)
        example |= k->pack->course[list[i]].illustrative;
    return example;
}

static void view_wide(const TradeState *s, const Kiosk *k, Page *page, Frame frame) {
    const Trade *trade = &k->pack->trade[s->trade];
    add_title(page, frame.reading, k, trade);
    if (page->form.read_above && !is_touched(s->tab))
        frame.reading->min_h = 0;
    if (s->tab == TAB_HERE) {
        add_foot_of_width(page, frame.controls, k, s, add_here(page, frame.controls, k, s));
        return;
    }
    if (s->tab == TAB_RELATED && !page->form.roomy) {
        add_neighbours(page, frame.controls, k, s);
        return;
    }
    if (links_stand_above(page, k, s)) {
        add_brief(page, frame.controls, k, s);
        add_tabs_and_day(page, frame.controls, k, s);
        return;
    }
    bool lists = s->tab == TAB_GESTURES || s->tab == TAB_FEELINGS || s->tab == TAB_WAYS;
    if (lists && page->form.roomy)
        add_sheets(page, frame.controls, trade, s->tab);
    else
        add_reading_and_picture(page, frame.controls, k, s);
    add_tabs_and_links(page, frame.controls, k, s);
}

/* Portrait: drawing and title above the reach line, reading and tabs below it; enlarged or seated,
   the reading begins above it under a lower drawing, and only what is touched stays below. */
static void view_tall(const TradeState *s, const Kiosk *k, Page *page, Frame frame) {
    const Trade *trade = &k->pack->trade[s->trade];
    bool reading_above = page->form.read_above && !is_touched(s->tab);
    bool one_row = page->form.low && !page->form.largest;
    Node *picture = trade_sight(page, frame.reading, k, s->trade);
    picture->least = PICTURE_SHEET_LEAST;
    if (reading_above) {
        picture->height = PICTURE_SHEET_LOW;
        frame.reading->min_h = 0;
    } else {
        picture->min_h = PICTURE_SHEET;
        picture->grow = 1;
    }
    add_title(page, frame.reading, k, trade);
    widget_gap(page, frame.reading, SPACE_12);
    Node *body = s->tab == TAB_RELATED ? add_related(page, frame.controls, k, s, one_row ? 2 : 1)
                                       : add_reading(page, frame.controls, k, s);
    add_foot(page, frame.controls, k, s, body, true);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const TradeState *s = state;
    Slice crumb =
        arena_printf(page->arena, SLICE_FMT " › " SLICE_FMT, SLICE_ARG(tr(page, STR_TRADES)),
                     SLICE_ARG(tr_text(page, k->pack->trade[s->trade].short_name)));
    Frame frame = common_frame_of(page, k, page->form.side_by_side ? crumb : (Slice){0},
                                  has_example(k, s, page->arena));
    if (page->form.side_by_side)
        view_wide(s, k, page, frame);
    else
        view_tall(s, k, page, frame);
}

const Screen screen_trade = {
    .name = "trade",
    .state_size = sizeof(TradeState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
