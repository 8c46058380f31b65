#include "screens/common/answers.h"

#include "screens/common/quiz_state.h"

static const StringId ANSWERS[] = {STR_ANSWER_0, STR_ANSWER_1, STR_ANSWER_2, STR_ANSWER_3,
                                   STR_ANSWER_4};

/* Of the three: each its value, its words and its sign. */
static const struct {
    int answer;
    StringId words;
    Icon sign;
} SIMPLE[ANSWERS_THREE] = {{4, STR_ANSWER_YES, ICON_thumb_up},
                           {2, STR_ANSWER_A_LITTLE, ICON_thumbs_up_down},
                           {0, STR_ANSWER_NO, ICON_thumb_down}};

/* One plate: what it says, and its place among the plates. */
typedef struct Plate {
    int answer, at;
    StringId words;
    Icon sign; /* instead of bars */
    bool chosen;
} Plate;

static int plate_count(const Page *page) {
    return langs_simple(page->settings.lang) ? (int)ANSWERS_THREE : QUIZ_ANSWER_MAX + 1;
}

static Plate simple_at(int at, int chosen) {
    return (Plate){SIMPLE[at].answer, at, SIMPLE[at].words, SIMPLE[at].sign,
                   SIMPLE[at].answer == chosen};
}

static Plate plate_at(const Page *page, int at, int chosen) {
    if (!langs_simple(page->settings.lang))
        return (Plate){at, at, ANSWERS[at], ICON_NONE, at == chosen};
    return simple_at(at, chosen);
}

static void add_of_two(Page *page, Node *row, int answer, StringId words, Action action) {
    Node *plate = widget_item(page, row, BUTTON_PLAIN, ITEM_LINE, action);
    plate->border = PAINT_ON_SLAB2; /* the pen has the colour of the slab */
    plate->justify = ALIGN_CENTER;
    plate->grow = 1;
    plate->min_h = TARGET_PRIMARY;
    plate->spoken = tr(page, words);
    if (!page->form.enlarged) /* else its word needs the place */
        widget_bars(page, plate, BARS_NEAR, (Bars){answer + 1, QUIZ_ANSWER_MAX + 1}, plate->ink)
            ->drop_rank = 2;
    widget_label(page, plate, TYPE_H3, plate->ink, tr(page, words));
}

void answers_beside_film(Page *page, Node *parent, int token, int item) {
    Node *slab = widget_line(page, parent, SPACE_20);
    slab->fill = PAINT_SLAB;
    slab->radius = RADIUS_CARD;
    slab->pad_x = SPACE_28;
    slab->pad_y = SPACE_20;
    widget_label(page, widget_share(page, slab, 1, 0), page->form.name, PAINT_ON_SLAB,
                 tr(page, STR_WOULD_YOU))
        ->role = ROLE_HEADING;
    Node *plates = widget_row(page, slab, PLATE_GAP);
    plates->grow = 2;
    add_of_two(page, plates, QUIZ_ANSWER_MAX, STR_ANSWER_YES,
               (Action){token, quiz_state_first(item, QUIZ_ANSWER_MAX)});
    add_of_two(page, plates, QUIZ_PAIR_LEAST, STR_NOT_MUCH,
               (Action){token, quiz_state_first(item, QUIZ_PAIR_LEAST)});
}

Slice answers_word(const Page *page, int answer, int step) {
    if (step == QUIZ_PAIR_STEP)
        return tr(page, answer > 2 ? STR_ANSWER_YES : STR_NOT_MUCH);
    if (step != QUIZ_COARSE_STEP)
        return tr(page, ANSWERS[answer]);
    return tr(page, answer > 2 ? STR_ANSWER_YES : answer ? STR_ANSWER_A_LITTLE : STR_ANSWER_NO);
}

static Node *add_plate(Page *page, Node *row, Plate p, Action action) {
    Node *plate = widget_plate(page, row, widget_look(p.chosen), action);
    plate->role = ROLE_CHOICE;
    plate->radius = RADIUS_CARD;
    return plate;
}

static void add_bars(Page *page, Node *parent, const Node *plate, Plate p, BarsSize size) {
    Paint ink = p.chosen ? plate->ink : PAINT_PRIMARY;
    if (p.sign)
        widget_icon(page, parent, TYPE_ICON_LARGE, p.sign, ink)->least = ICON_LEAST;
    else
        widget_bars(page, parent, size, (Bars){p.answer + 1, QUIZ_ANSWER_MAX + 1}, plate->ink);
}

static Node *add_words(Page *page, Node *parent, const Node *plate, Type type, Plate p) {
    return widget_label(page, parent, type, plate->ink, tr(page, p.words));
}

static void add_tick(Page *page, Node *parent, bool chosen) {
    Node *place = widget_block(page, parent, SPACE_44, SPACE_44, PAINT_NONE);
    place->graphic.kind = chosen ? GRAPHIC_BADGE : GRAPHIC_NONE;
}

/* Landscape: bars above the words, the tick in the corner beside them. */
static void fill_standing(Page *page, Node *plate, Plate p) {
    plate->grow = 1;
    plate->flow = FLOW_LAYER;
    plate->pad_x = plate->pad_y = SPACE_12;
    Node *both = widget_column(page, plate, SPACE_12);
    both->justify = ALIGN_CENTER;
    Node *middle = widget_column(page, both, 0);
    middle->align = ALIGN_CENTER;
    add_bars(page, middle, plate, p, BARS_HIGH);
    add_words(page, both, plate, TYPE_H3, p)->align = ALIGN_CENTER;
    Node *corner = widget_column(page, plate, 0);
    corner->align = ALIGN_END;
    add_tick(page, corner, p.chosen);
}

/* Portrait: bars beside the words. */
static void fill_lying(Page *page, Node *plate, Plate p) {
    plate->min_h = p.sign ? page->form.answer * 3 / 2 : page->form.answer;
    plate->flow = FLOW_ROW;
    plate->align = ALIGN_CENTER;
    plate->pad_x = SPACE_28;
    plate->gap = SPACE_44;
    add_bars(page, plate, plate, p, BARS_BESIDE);
    add_words(page, plate, plate, TYPE_H3, p)->grow = 1;
    add_tick(page, plate, p.chosen);
}

static void fill(Page *page, Node *plate, Plate p) {
    if (page->form.side_by_side)
        fill_standing(page, plate, p);
    else
        fill_lying(page, plate, p);
}

void answers_add(Page *page, Node *parent, int token, int chosen, bool inert) {
    Node *plates = widget_pair(page, parent, PLATE_GAP);
    if (page->form.side_by_side) {
        plates->min_h = ANSWER_STANDING;
        plates->least = TARGET_PRIMARY;
    }
    for (int at = 0; at < plate_count(page); at++) {
        Plate p = plate_at(page, at, chosen);
        Node *plate = add_plate(page, plates, p, (Action){token, p.answer});
        plate->key = (char)('1' + at);
        plate->inert = inert;
        fill(page, plate, p);
    }
}

int answers_three(int at) {
    return SIMPLE[at].answer;
}

Slice answers_three_word(const Page *page, int at) {
    return tr(page, SIMPLE[at].words);
}

Node *answers_plate(Page *page, Node *row, int at, int chosen, Action action) {
    Plate p = simple_at(at, chosen);
    Node *plate = add_plate(page, row, p, action);
    fill(page, plate, p);
    return plate;
}
