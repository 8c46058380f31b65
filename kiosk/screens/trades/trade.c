/* The sheet of one trade: what it is, the gestures, the good and the hard, the way in, its
 * neighbours. */
#include "screens/common/courses.h"
#include "train/offers.h"

enum { TAP_TAB = 1, TAP_PAGE, TAP_RELATED, TAP_CLIP, TAP_PLACE, TAP_COURSE };

typedef enum TradeTab {
    TAB_SHORT,
    TAB_GESTURES,
    TAB_FEELINGS,
    TAB_WAYS,
    TAB_RELATED,
    TAB_HERE, /* where there are courses */
    TAB_COUNT
} TradeTab;

#define TABS_WITH_SIGNS 7 /* side by side */
#define LONG_NAME 44      /* letters from which a name is set smaller, to stay on one line */

typedef struct TradeState {
    int trade, tab, page;
} TradeState;

static const TabName TABS[TAB_COUNT] = {
    [TAB_SHORT] = {STR_TAB_SHORT, ICON_article},
    [TAB_GESTURES] = {STR_TAB_GESTURES, ICON_handyman},
    [TAB_FEELINGS] = {STR_TAB_FEELINGS, ICON_balance},
    [TAB_WAYS] = {STR_TAB_WAYS, ICON_school},
    [TAB_RELATED] = {STR_TAB_RELATED, ICON_hub},
    [TAB_HERE] = {STR_AND_HERE, ICON_event},
};

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(TradeState *)state = (TradeState){.trade = arg};
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

/* ---- the tabs -------------------------------------------------------------------------------- */

static void add_fact(Page *page, Node *row, const TradeFact *fact) {
    Node *box = widget_panel(page, row);
    box->grow = row->flow == FLOW_ROW;
    box->gap = SPACE_4;
    box->pad_x = SPACE_20;
    box->pad_y = SPACE_12;
    widget_quiet(page, box, TYPE_SMALL, tr_text(page, fact->label));
    widget_text(page, box, TYPE_UI, tr_text(page, fact->value));
    if (fact->illustrative)
        widget_example(page, box);
}

/* Enlarged, a text is set one sentence a line: easier to follow, and it can go on to a next page.
 */
static void add_sentences(Page *page, Node *body, Slice text) {
    while (text.len) {
        int stop = slice_find(text, LIT(". "));
        int end = stop < 0 ? text.len : stop + 1;
        widget_text(page, body, TYPE_BODY, slice_cut(text, 0, end));
        text = slice_trim(slice_cut(text, end, text.len));
    }
}

static void add_short(Page *page, Node *body, const Trade *trade) {
    bool stacked = page->form.by_sentence;
    if (stacked)
        add_sentences(page, body, tr_text(page, trade->text));
    else
        widget_text(page, body, TYPE_BODY, tr_text(page, trade->text));
    Node *facts = stacked ? body : widget_row(page, body, PLATE_GAP);
    for (int i = 0; i < trade->fact_count; i++)
        add_fact(page, facts, &trade->fact[i]);
}

/* A list whose every line is an example says so once, beside its heading. */
static bool all_examples(const Trade *trade, PointKind kind) {
    for (int i = 0; i < trade->point_count[kind]; i++)
        if (!trade->point[kind][i].illustrative)
            return false;
    return true;
}

static void add_list_heading(Page *page, Node *body, StringId words, bool example) {
    Node *row = widget_row(page, body, SPACE_20);
    row->align = ALIGN_END;
    row->keep = true;
    widget_heading(page, row, TYPE_H3, tr(page, words));
    if (example)
        widget_example(page, row);
}

static void add_points(Page *page, Node *body, StringId heading, const Trade *trade,
                       PointKind kind) {
    if (!trade->point_count[kind])
        return;
    bool examples = all_examples(trade, kind);
    add_list_heading(page, body, heading, examples);
    for (int i = 0; i < trade->point_count[kind]; i++)
        common_point(page, body, tr_text(page, trade->point[kind][i].text),
                     trade->point[kind][i].illustrative && !examples);
}

static void add_ways(Page *page, Node *body, const Trade *trade) {
    add_list_heading(page, body, STR_WAYS, false);
    for (int i = 0; i < trade->way_count; i++)
        common_point(page, body,
                     arena_printf(page->arena, SLICE_FMT " (" SLICE_FMT ")",
                                  SLICE_ARG(tr_text(page, trade->way[i].text)),
                                  SLICE_ARG(tr_number(page, STR_LEVEL, trade->way[i].level))),
                     trade->way[i].illustrative);
}

/* Each tab of lists has two of them: side by side where there is room, else one after the other. */
static void add_first_list(Page *page, Node *body, const Trade *trade, int tab) {
    if (tab == TAB_GESTURES)
        add_points(page, body, STR_GESTURES, trade, POINT_GESTURE);
    else if (tab == TAB_FEELINGS)
        add_points(page, body, STR_LIKES, trade, POINT_LIKE);
    else
        add_ways(page, body, trade);
}

static void add_second_list(Page *page, Node *body, const Trade *trade, int tab) {
    if (tab == TAB_GESTURES)
        add_points(page, body, STR_TOOLS, trade, POINT_TOOL);
    else if (tab == TAB_FEELINGS)
        add_points(page, body, STR_HARD, trade, POINT_HARD);
    else
        add_points(page, body, STR_BLOCKS, trade, POINT_BLOCK);
}

/* ---- the page -------------------------------------------------------------------------------- */

typedef struct TabLook {
    ButtonLook look;
    bool sign;
} TabLook;

static Node *add_tab(Page *page, Node *tabs, TabLook look, TabName name, Action action) {
    Node *plate = widget_item(page, tabs, look.look, ITEM_LINE, action);
    plate->justify = ALIGN_CENTER;
    if (look.sign)
        widget_sign(page, plate, name.icon, plate->ink)->drop_rank = 3;
    widget_label(page, plate, TYPE_UI, plate->ink, tr(page, name.label));
    return plate;
}

static int tabs_of(const Kiosk *k) {
    return k->pack->course_count ? TAB_COUNT : TAB_HERE;
}

static int count_links(const Kiosk *k, const TradeState *s) {
    return (common_clip_of_trade(k->pack, s->trade) >= 0) +
           (common_place_of_trade(k, s->trade) != PLAN_NONE);
}

/* The film of a gesture and the way to where the trade is learnt. */
static void add_links(Page *page, Node *parent, const Kiosk *k, const TradeState *s, bool sign) {
    int place = common_place_of_trade(k, s->trade), clip = common_clip_of_trade(k->pack, s->trade);
    if (clip >= 0)
        add_tab(page, parent, (TabLook){BUTTON_ACCENT, sign},
                (TabName){STR_ON_VIDEO, ICON_play_arrow}, (Action){TAP_CLIP, clip})
            ->video_ahead = clip + 1;
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
    widget_quiet(page, show, TYPE_LABEL,
                 arena_printf(page->arena, SLICE_FMT " · ROME " SLICE_FMT, SLICE_ARG(family),
                              SLICE_ARG(trade->rome)));
    Slice name = tr_text(page, trade->name);
    bool low = page->form.shallowest; /* the reading needs the height */
    widget_heading(page, show, low || utf8_count(name) > LONG_NAME ? TYPE_H2 : TYPE_H1, name);
}

static Node *add_picture(Page *page, Node *parent, const Trade *trade) {
    Node *picture = widget_drawing(page, parent, trade->picture, tr_text(page, trade->alt));
    picture->radius = RADIUS_CARD;
    return picture;
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
        add_short(page, body, trade);
    } else {
        add_first_list(page, body, trade, s->tab);
        add_second_list(page, body, trade, s->tab);
    }
    return body;
}

static void add_pager(Page *page, Node *parent, Node *body) {
    widget_pager_line(page, parent, ALIGN_END, body, TAP_PAGE);
}

/* Where there is little height the links share the row of the pager, above the tabs. */
static Node *add_foot(Page *page, Node *hand, const Kiosk *k, const TradeState *s, Node *body,
                      bool sign) {
    Node *foot = widget_row(page, hand, PLATE_GAP);
    add_links(page, foot, k, s, true);
    widget_stretch(page, foot);
    widget_pager(page, foot, body, TAP_PAGE);
    return add_tabs(page, hand, k, s, sign);
}

/* Two white sheets side by side, full width. */
static void add_sheets(Page *page, Node *hand, const Trade *trade, int tab) {
    Node *row = widget_halves(page, hand, GUTTER);
    Node *first = widget_panel(page, row), *second = widget_panel(page, row);
    first->grow = second->grow = 1;
    add_first_list(page, first, trade, tab);
    add_second_list(page, second, trade, tab);
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
    const Trade *trade = &k->pack->trade[s->trade];
    Node *row = widget_halves(page, hand, SPACE_44);
    Node *left = widget_share(page, row, 17, SPACE_12);
    Node *body =
        s->tab == TAB_RELATED ? add_related(page, left, k, s, 2) : add_reading(page, left, k, s);
    Node *right = widget_share(page, row, 10, SPACE_12);
    right->justify = ALIGN_END;
    add_picture(page, right, trade)->grow = 1;
    add_pager(page, right, body);
}

/* What leads on stays within reach. */
static bool is_touched(int tab) {
    return tab == TAB_RELATED || tab == TAB_HERE;
}

/* The other tabs say it of each line. */
static bool has_example(const Kiosk *k, const TradeState *s, Arena *arena) {
    int *list, count = offers_of_trade(k->pack, s->trade, k->today, arena, &list);
    bool example = false;
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
    Node *picture = add_picture(page, frame.reading, trade);
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
