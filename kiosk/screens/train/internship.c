/* One internship: whose work one sees, when and where, which blocks of skills, and whom to ask. */
#include "base/calendar.h"
#include "map/directions_text.h"
#include "screens/train/train_parts.h"

enum { TAP_TRADE = 1, TAP_PAGE, TAP_BLOCK, TAP_GO, TAP_TAKE, TAP_DESK };

typedef struct OfferState {
    int offer, page;
    bool taking;
} OfferState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(OfferState *)state = (OfferState){.offer = arg};
}

static Step act(void *state, const Kiosk *k, Action action) {
    OfferState *s = state;
    switch (action.token) {
    case TAP_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_BLOCK:
        return (Step){.go = SCREEN_certification, .arg = action.arg};
    case TAP_GO:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_PAGE:
        s->page = action.arg;
        break;
    case TAP_TAKE:
        train_take(&s->taking, &s->page);
        break;
    case TAP_DESK:
        return common_open(k, (Target){TARGET_DESK, action.arg});
    default:
        break;
    }
    return (Step){0};
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    OfferState *s = state;
    return train_leave(&s->taking, &s->page);
}

typedef struct OfferView {
    const OfferState *s;
    const Kiosk *k;
    const Internship *offer;
    Page *page;
} OfferView;

/* Of two days of a month the first needs no month: "Du 10 au 18 décembre 2026". */
static Slice first_day(OfferView v) {
    Lang lang = v.k->settings.lang;
    Civil begins = civil_from(v.offer->begins), ends = civil_from(v.offer->ends);
    return begins.month == ends.month && begins.year == ends.year
               ? calendar_day(lang, begins.day, v.page->arena)
               : text_of_date(v.offer->begins, lang, v.page->arena);
}

static bool are_two_days(const Internship *offer) {
    Civil begins = civil_from(offer->begins), ends = civil_from(offer->ends);
    return begins.month == ends.month && begins.year == ends.year && ends.day == begins.day + 1;
}

static Slice days_words(OfferView v) {
    StringId both = are_two_days(v.offer) ? STR_BOTH_DAYS : STR_FROM_TO;
    Slice words = widget_fill(v.page, tr(v.page, both), first_day(v));
    return widget_fill(v.page, words,
                       text_of_date(v.offer->ends, v.k->settings.lang, v.page->arena));
}

static Slice weeks_words(OfferView v) {
    return v.offer->weeks == 1 ? tr(v.page, STR_ONE_WEEK)
                               : tr_number(v.page, STR_WEEKS, v.offer->weeks);
}

static Slice code_says(OfferView v) {
    CodeText text = {.len = 0};
    Page *page = v.page;
    code_text_put(&text, tr_text(page, v.k->pack->campus.name));
    code_text_put(&text, tr_text(page, v.offer->company));
    code_text_put(&text, tr_text(page, v.k->pack->trade[v.offer->trade].short_name));
    code_text_put(&text, days_words(v));
    code_text_put(&text, tr_text(page, v.offer->town));
    put_desk(&text, page, v.k, v.offer->desk);
    if (v.offer->illustrative)
        code_text_put(&text, tr(page, STR_EXAMPLE_CONFIRM));
    return code_text_of(&text, page->arena);
}

static void add_blocks(OfferView v, Node *body) {
    int count = v.offer->blocks.count, columns = brick_columns(v.page, count);
    if (!count)
        return;
    widget_heading(v.page, body, TYPE_UI, tr(v.page, STR_BLOCKS_SEEN))->keep = true;
    for (int i = 0; i < count; i += columns) {
        Node *row = widget_grid(v.page, body, columns, TARGET_GAP);
        for (int at = i; at < i + columns && at < count; at++)
            add_block_brick(v.page, row, &v.k->pack->skill_block[v.offer->blocks.at[at]],
                            (BrickSpec){.first = at == i},
                            (Action){TAP_BLOCK, v.offer->blocks.at[at]});
    }
}

static void add_reading(OfferView v, Node *body) {
    Page *page = v.page;
    Slice line = tr_text(page, v.offer->line);
    if (line.len)
        widget_text(page, body, TYPE_BODY, line);
    add_told(page, body, ICON_event, days_words(v), weeks_words(v));
    add_told(page, body, ICON_place, tr(page, STR_WHERE), tr_text(page, v.offer->town));
    add_told(page, body, ICON_hourglass_empty, tr(page, STR_ASK_BEFORE),
             text_of_date(v.offer->expires, v.k->settings.lang, page->arena));
    if (v.offer->partner >= 0)
        add_told(page, body, ICON_handshake,
                 tr_text(page, v.k->pack->partner[v.offer->partner].name),
                 tr_text(page, v.k->pack->partner[v.offer->partner].what));
}

/* Upright what is only read stands above the reach line. */
static Node *add_body(OfferView v, Node *parent, bool above) {
    Node *body = widget_pages(v.page, parent, SPACE_20, v.s->page);
    if (!above)
        add_reading(v, body);
    add_blocks(v, body);
    add_way_on(v.page, body, common_trade_icon(v.k),
               tr_text(v.page, v.k->pack->trade[v.offer->trade].short_name),
               (Action){TAP_TRADE, v.offer->trade});
    return body;
}

static void add_take(OfferView v, Node *parent) {
    widget_button(v.page, parent, BUTTON_PLAIN, ICON_qr_code, tr(v.page, STR_TAKE_HOME),
                  (Action){TAP_TAKE, 0});
}

/* Beside the page: the desk, the way there, and the code or the way to it. */
static void add_desk_panel(OfferView v, Node *parent, Node *show, bool code) {
    if (v.page->form.low)
        desk_line(v.page, show, v.k, v.offer->desk);
    else
        desk_plate(v.page, parent, v.k, v.offer->desk, TAP_DESK);
    desk_go(v.page, parent, v.k, v.offer->desk, TAP_GO);
    if (!code) {
        add_take(v, parent);
        return;
    }
    widget_stretch(v.page, parent);
    Node *middle = widget_column(v.page, parent, SPACE_8);
    middle->align = ALIGN_CENTER;
    widget_code(v.page, middle, code_says(v), CODE_PANEL, tr(v.page, STR_CODE_TO_TAKE))->least =
        CODE_LEAST;
}

/* Below it: the desk beside what turns the page, and two buttons. */
static void add_desk_foot(OfferView v, Frame frame, Node *body) {
    widget_pager(v.page, desk_head(v.page, frame, v.k, v.offer->desk, TAP_DESK), body, TAP_PAGE);
    Node *row = widget_grid(v.page, frame.controls, 2, PLATE_GAP);
    desk_go(v.page, row, v.k, v.offer->desk, TAP_GO);
    add_take(v, row);
}

static void add_title(OfferView v, Node *show) {
    widget_heading(v.page, show, v.page->form.enlarged ? TYPE_H2 : TYPE_H1,
                   tr_text(v.page, v.offer->company));
}

static void view_wide(OfferView v, Frame frame) {
    Node *row = widget_halves(v.page, frame.controls, SPACE_28);
    Node *left = widget_share(v.page, row, 13, TARGET_GAP);
    bool ample = v.page->form.ample;
    add_title(v, ample ? left : frame.reading);
    Node *body = add_body(v, left, false);
    Node *right = ample ? widget_panel(v.page, row) : widget_share(v.page, row, 6, TARGET_GAP);
    right->grow = 6;
    right->gap = TARGET_GAP;
    add_desk_panel(v, right, frame.reading, ample);
    widget_pager_line(v.page, ample ? left : right, ALIGN_END, body, TAP_PAGE);
}

#define SIGHT 220 /* what is touched below it comes down by so much */

/* The trade it is about. */
static void add_sight(OfferView v, Frame frame) {
    const Trade *trade = &v.k->pack->trade[v.offer->trade];
    Sight sight = {trade->picture, LIT(""), tr_text(v.page, trade->alt)};
    common_sight(v.page, frame.reading, sight);
    frame.reading->min_h += SIGHT;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const OfferState *s = state;
    OfferView v = {s, k, &k->pack->internship[s->offer], page};
    Frame frame = common_frame_of(page, k, tr(page, STR_DOOR_INTERNSHIPS), v.offer->illustrative);
    if (s->taking || !page->form.side_by_side)
        add_title(v, frame.reading);
    if (s->taking) {
        add_code_page(page, frame, code_says(v), s->page, TAP_PAGE);
    } else if (page->form.side_by_side) {
        view_wide(v, frame);
    } else {
        bool above = page->form.roomy || page->form.low;
        if (above)
            add_reading(v, widget_share(page, frame.reading, 1, SPACE_20));
        if (page->form.roomy)
            add_sight(v, frame);
        Node *body = add_body(v, frame.controls, above);
        add_desk_foot(v, frame, body);
    }
}

const Screen screen_internship = {
    .name = "internship",
    .state_size = sizeof(OfferState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
