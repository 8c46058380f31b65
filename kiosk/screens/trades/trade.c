/* The sheet of one trade: what it is, the gestures, the good and the hard, the way in, its
 * neighbours. */
#include "screens/trades/trade_parts.h"

#define LONG_NAME 44 /* letters from which a name is set smaller, to stay on one line */

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

/* ---- tabs ------------------------------------------------------------------------------------ */

static int tabs_of(const Kiosk *k) {
    return k->pack->course_count ? TAB_COUNT : TAB_HERE;
}

static bool has_day(const Kiosk *k, const TradeState *s) {
    return k->pack->trade[s->trade].moment_count > 0;
}

/* A sign over its word or, where words are large, the word alone. No part of it leaves, so that
   every tab stays in its place whatever is shown above. */
static Node *add_tab(Page *page, Node *tabs, ButtonLook look, TabName name, Action action) {
    Node *plate = widget_item(page, tabs, look, ITEM_LINE, action);
    plate->flow = FLOW_COLUMN;
    plate->align = plate->justify = ALIGN_CENTER;
    plate->gap = 0;
    if (!page->form.enlarged)
        widget_icon(page, plate, TYPE_ICON, name.icon, plate->ink);
    widget_label(page, plate, TYPE_LABEL, plate->ink, tr(page, name.label))->align = ALIGN_CENTER;
    return plate;
}

/* Where all of the first tab is seen at once its film and the way there are in it; what else leads
   on stands beside the tabs. */
static bool all_at_once(const Page *page, const Kiosk *k) {
    return page->form.ample && k->pack->course_count;
}

static void add_day(Page *page, Node *parent, const TradeState *s) {
    add_tab(page, parent, BUTTON_PLAIN, (TabName){STR_DAY, ICON_schedule},
            (Action){TAP_DAY, s->trade});
}

/* Lying all stand in one row. */
static void add_tabs(Page *page, Node *hand, const Kiosk *k, const TradeState *s) {
    int count = tabs_of(k);
    Node *tabs = widget_grid(page, hand, count, PLATE_GAP);
    for (int tab = 0; tab < count; tab++)
        add_tab(page, tabs, widget_look(tab == s->tab), TABS[tab], (Action){TAP_TAB, tab})->role =
            ROLE_CHOICE;
    if (!page->form.side_by_side)
        tabs->columns = (count + 1) / 2;
    if (all_at_once(page, k) && has_day(k, s)) {
        add_day(page, tabs, s);
        tabs->columns++;
    }
    if (!page->form.huge && !page->form.signs_only) /* there what is read needs every line */
        widget_hold(page, tabs);
}

/* ---- above the tabs -------------------------------------------------------------------------- */

/* The film of a gesture, a day at work and the way to where the trade is learnt. */
static void add_links(Page *page, Node *parent, const Kiosk *k, const TradeState *s) {
    int place = common_place_of_trade(k, s->trade), clip = common_clip_of_trade(k->pack, s->trade);
    bool told = s->tab == TAB_SHORT && page->form.roomy && k->pack->course_count;
    if (clip >= 0 && page->form.roomy && s->tab == TAB_SHORT)
        trade_play(page, parent, k, clip);
    else if (clip >= 0)
        add_tab(page, parent, BUTTON_ACCENT, (TabName){STR_ON_VIDEO, ICON_play_arrow},
                (Action){TAP_CLIP, clip})
            ->video_ahead = clip + 1;
    if (!all_at_once(page, k) && has_day(k, s))
        add_day(page, parent, s);
    if (place != PLAN_NONE && !told)
        add_tab(page, parent, BUTTON_PLAIN, (TabName){STR_ON_MAP, ICON_place},
                (Action){TAP_PLACE, place});
}

/* They share the row of the pager. */
static void add_foot(Page *page, Node *hand, const Kiosk *k, const TradeState *s, Node *body) {
    Node *foot = widget_row(page, hand, PLATE_GAP);
    add_links(page, foot, k, s);
    widget_stretch(page, foot);
    if (body)
        widget_pager(page, foot, body, TAP_PAGE);
    add_tabs(page, hand, k, s);
}

/* "Métal · ROME H2913"; the easy language has no codes. */
static Slice kind_of(const Page *page, const Kiosk *k, const Trade *trade) {
    Slice family = tr_text(page, k->pack->family[trade->family].name);
    if (langs_simple(page->settings.lang))
        return family;
    Slice code = arena_printf(page->arena, "ROME " SLICE_FMT, SLICE_ARG(trade->rome));
    return tr_beside(page, family, code);
}

/* Its kind stands in the header, where there is room for it. */
static void add_title(Page *page, Node *show, const Kiosk *k, const Trade *trade) {
    if (!page->form.roomy)
        widget_quiet(page, show, TYPE_LABEL, kind_of(page, k, trade))->drop_rank =
            page->form.huge ? 1 : 0;
    Slice name = tr_text(page, trade->name);
    bool low = page->form.shallowest; /* the reading needs the height */
    bool long_name = utf8_count(name) > LONG_NAME;
    if (long_name && page->form.huge) /* two lines of it leave too little for what is read */
        name = tr_text(page, trade->short_name);
    widget_heading(page, show, low || long_name ? TYPE_H2 : TYPE_H1, name);
}

/* ---- what is read ---------------------------------------------------------------------------- */

/* Beside their pictures two on a page; upright, where words are large, as many as there is room for
   with their lines. */
static CardGrid related_beside(const Page *page, int columns) {
    const Form *form = &page->form;
    if (form->largest && !form->huge && !form->side_by_side)
        return (CardGrid){columns, TARGET_GAP, ROW_BESIDE, 0};
    return (CardGrid){columns, SPACE_20, form->enlarged ? ROW_BESIDE : ROW_RELATED, 2};
}

static Node *add_related(Page *page, Node *parent, const Kiosk *k, const TradeState *s,
                         int columns) {
    const Trade *trade = &k->pack->trade[s->trade];
    bool under = columns > page->form.wide_columns;
    CardGrid cards =
        under ? (CardGrid){columns, SPACE_20, ROW_UNDER, 1} : related_beside(page, columns);
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
    } else {
        trade_first_list(page, body, trade, s->tab);
        trade_second_list(page, body, trade, s->tab);
    }
    return body;
}

/* ---- lying ----------------------------------------------------------------------------------- */

/* Two white sheets side by side, full width. */
static void add_sheets(Page *page, Node *hand, const Trade *trade, int tab) {
    Node *row = widget_halves(page, hand, GUTTER);
    Node *first = widget_panel(page, row), *second = widget_panel(page, row);
    first->grow = second->grow = 1;
    trade_first_list(page, first, trade, tab);
    trade_second_list(page, second, trade, tab);
}

/* Reading at the left, the drawing at the right. */
static Node *add_reading_and_picture(Page *page, Node *hand, const Kiosk *k, const TradeState *s) {
    Node *row = widget_halves(page, hand, SPACE_44);
    Node *left = widget_share(page, row, 17, SPACE_12);
    Node *body = add_reading(page, left, k, s);
    Node *right = widget_share(page, row, 10, TARGET_GAP);
    right->justify = ALIGN_END;
    trade_sight(page, right, k, s->trade)->grow = 1;
    return body;
}

/* All of the first tab at once: the film and where it leads here, beside what it is, what a family
   asks and what is like it. */
static void add_brief(Page *page, Node *hand, const Kiosk *k, const TradeState *s) {
    const Trade *trade = &k->pack->trade[s->trade];
    Node *row = widget_halves(page, hand, GUTTER);
    Node *left = widget_share(page, row, 10, TARGET_GAP);
    Node *sight = trade_sight(page, left, k, s->trade);
    sight->grow = 1;
    sight->min_h = PICTURE_SHEET;
    int clip = common_clip_of_trade(k->pack, s->trade);
    if (clip >= 0)
        trade_play_on(page, sight, k, clip);
    trade_here(page, left, k, s);
    Node *right = widget_share(page, row, 11, TARGET_GAP);
    widget_text(page, right, TYPE_BODY, tr_text(page, trade->text));
    widget_stretch(page, right);
    trade_facts(page, right, trade, trade_examples(trade, TAB_SHORT) == 1);
    trade_neighbours(page, right, k, s->trade);
}

/* What leads on stays within reach. */
static bool is_touched(int tab) {
    return tab == TAB_RELATED || tab == TAB_HERE;
}

/* The neighbours have their own drawings and stand side by side across the page. */
static Node *add_tab_of_width(Page *page, Node *hand, const Kiosk *k, const TradeState *s) {
    int most = page->form.enlarged ? 3 : 4, count = k->pack->trade[s->trade].related_count;
    return s->tab == TAB_HERE ? add_here(page, hand, k, s)
                              : add_related(page, hand, k, s, count < most ? count : most);
}

static void view_wide(const TradeState *s, const Kiosk *k, Page *page, Frame frame) {
    const Trade *trade = &k->pack->trade[s->trade];
    Node *hand = frame.controls, *body = NULL;
    add_title(page, frame.reading, k, trade);
    if (page->form.read_above && !is_touched(s->tab))
        frame.reading->min_h = 0;
    if (is_touched(s->tab)) {
        body = add_tab_of_width(page, hand, k, s);
    } else if (s->tab == TAB_SHORT && all_at_once(page, k)) {
        add_brief(page, hand, k, s);
        add_tabs(page, hand, k, s);
        return;
    } else if (s->tab != TAB_SHORT && page->form.roomy) {
        add_sheets(page, hand, trade, s->tab);
    } else {
        body = add_reading_and_picture(page, hand, k, s);
    }
    add_foot(page, hand, k, s, body);
}

/* ---- standing -------------------------------------------------------------------------------- */

/* All of a tab at once: the film takes what height the words leave. */
static void view_tall_whole(const TradeState *s, const Kiosk *k, Page *page, Frame frame) {
    const Trade *trade = &k->pack->trade[s->trade];
    frame.reading->min_h = frame.controls->grow = 0;
    frame.reading->grow = 1;
    Node *picture = trade_sight(page, frame.reading, k, s->trade);
    picture->grow = 1;
    picture->min_h = PICTURE_SHEET;
    picture->least = PICTURE_SHEET_LEAST;
    add_title(page, frame.reading, k, trade);
    if (s->tab == TAB_SHORT) {
        trade_short(page, frame.controls, trade);
        trade_here(page, frame.controls, k, s);
    } else {
        Node *lists = widget_column(page, frame.controls, SPACE_12);
        trade_first_list(page, lists, trade, s->tab);
        trade_second_list(page, lists, trade, s->tab);
    }
    add_foot(page, frame.controls, k, s, NULL);
}

/* The film and the title above the reach line, reading and tabs below it; enlarged or seated, the
   reading begins above it under a lower picture, and only what is touched stays below. */
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
    add_foot(page, frame.controls, k, s, body);
}

/* ---- the page -------------------------------------------------------------------------------- */

static bool has_example(const Kiosk *k, const TradeState *s, int tab, Arena *arena) {
    int *list, count = offers_of_trade(k->pack, s->trade, k->today, arena, &list);
    bool example = trade_examples(&k->pack->trade[s->trade], tab) > 1;
    for (int i = 0; i < count && tab == TAB_HERE; i++)
        example |= k->pack->course[list[i]].illustrative;
    return example;
}

static Examples examples_of(const Page *page, const Kiosk *k, const TradeState *s) {
    if (has_example(k, s, s->tab, page->arena))
        return EXAMPLES_SHOWN;
    for (int tab = 0; tab < tabs_of(k) && !page->form.huge; tab++)
        if (has_example(k, s, tab, page->arena))
            return EXAMPLES_ELSEWHERE;
    return EXAMPLES_NONE;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const TradeState *s = state;
    const Trade *trade = &k->pack->trade[s->trade];
    bool roomy = page->form.roomy;
    Slice crumb = roomy ? kind_of(page, k, trade) : tr_text(page, trade->short_name);
    if (page->form.side_by_side)
        crumb = arena_printf(page->arena, SLICE_FMT " › " SLICE_FMT,
                             SLICE_ARG(tr(page, STR_TRADES)), SLICE_ARG(crumb));
    Frame frame = common_frame_of(page, k, page->form.side_by_side || roomy ? crumb : (Slice){0},
                                  examples_of(page, k, s));
    if (roomy)
        frame.controls->pad_y = SPACE_12;
    if (page->form.side_by_side)
        view_wide(s, k, page, frame);
    else if (page->form.roomy && !is_touched(s->tab))
        view_tall_whole(s, k, page, frame);
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
