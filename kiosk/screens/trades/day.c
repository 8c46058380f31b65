/* What a day in a trade is like: a drawing, the hour and what is done then, from morning on. */
#include "map/directions_text.h"
#include "screens/common/common.h"

enum { TAP_PAGE = 1 };

typedef struct DayState {
    int trade, page;
} DayState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(DayState *)state = (DayState){.trade = arg};
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    if (action.token == TAP_PAGE)
        ((DayState *)state)->page = action.arg;
    return (Step){0};
}

static Slice hour_of(Page *page, const TradeMoment *moment) {
    Millis minutes = moment->hour * 60 + moment->minute;
    return text_of_clock(minutes * CIVIL_MINUTE, page->settings.lang, page->arena);
}

/* The sentence says what the drawing shows. */
static void add_drawing(Page *page, Node *card, const TradeMoment *moment) {
    Node *drawing = widget_drawing(page, card, moment->picture, tr_text(page, moment->text));
    drawing->radius = RADIUS_CHIP;
    drawing->drop_rank = 3;
    drawing->min_h = PICTURE_ABOVE;
    drawing->grow = 1;
    drawing->least = PICTURE_SMALL_LEAST;
}

/* The hour stands before the sentence or, where one of them fills a line, above it. */
static void add_words(Page *page, Node *card, const TradeMoment *moment) {
    bool above = page->form.enlarged || !page->form.side_by_side;
    Node *words = above ? widget_column(page, card, 0) : widget_row(page, card, SPACE_12);
    words->align = above ? ALIGN_STRETCH : ALIGN_START;
    widget_heading(page, words, TYPE_H3, hour_of(page, moment));
    Node *sentence = above ? words : widget_share(page, words, 1, 0);
    widget_text(page, sentence, TYPE_BODY, tr_text(page, moment->text));
}

static void add_moment(Page *page, Node *grid, const TradeMoment *moment, bool mark) {
    Node *card = widget_panel(page, grid);
    card->pad_x = card->pad_y = SPACE_12;
    card->gap = SPACE_8;
    add_drawing(page, card, moment);
    add_words(page, card, moment);
    if (moment->illustrative && mark)
        widget_example(page, card);
}

static int examples_in(const Trade *trade) {
    int examples = 0;
    for (int i = 0; i < trade->moment_count; i++)
        examples += trade->moment[i].illustrative;
    return examples;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const DayState *s = state;
    const Trade *trade = &k->pack->trade[s->trade];
    int examples = examples_in(trade);
    Frame frame = common_frame_of(page, k, tr_text(page, trade->short_name), examples > 1);
    frame.reading->min_h = 0; /* only the pager is touched */
    widget_heading(page, frame.reading, TYPE_H2,
                   tr_beside(page, tr(page, STR_DAY), tr_text(page, trade->name)));
    CardGrid cards = {page->form.columns, PLATE_GAP, ROW_UNDER, page->form.card_rows};
    Node *grid = widget_cards(page, frame.controls, cards, s->page);
    for (int i = 0; i < trade->moment_count; i++)
        add_moment(page, grid, &trade->moment[i], examples == 1);
    widget_pager_line(page, frame.controls, ALIGN_END, grid, TAP_PAGE);
}

const Screen screen_day = {
    .name = "day",
    .state_size = sizeof(DayState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
