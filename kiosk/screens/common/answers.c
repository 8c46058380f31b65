#include "screens/common/answers.h"

static const StringId ANSWERS[] = {STR_ANSWER_0, STR_ANSWER_1, STR_ANSWER_2, STR_ANSWER_3,
                                   STR_ANSWER_4};

static Node *add_plate(Page *page, Node *row, Action action, bool chosen) {
    Node *plate = widget_plate(page, row, chosen ? BUTTON_CHOSEN : BUTTON_PLAIN, action);
    plate->role = ROLE_CHOICE;
    plate->key = (char)('1' + action.arg);
    plate->radius = RADIUS_CARD;
    return plate;
}

static void add_bars(Page *page, Node *parent, const Node *plate, int answer, BarsSize size) {
    widget_bars(page, parent, size, (Bars){answer + 1, QUIZ_ANSWER_MAX + 1}, plate->ink);
}

static Node *add_words(Page *page, Node *parent, const Node *plate, Type type, int answer) {
    return widget_label(page, parent, type, plate->ink, tr(page, ANSWERS[answer]));
}

static void add_tick(Page *page, Node *parent, bool chosen) {
    Node *place = widget_block(page, parent, SPACE_44, SPACE_44, PAINT_NONE);
    place->graphic.kind = chosen ? GRAPHIC_BADGE : GRAPHIC_NONE;
}

/* Landscape: bars above the words, the tick in the corner beside them. */
static void fill_standing(Page *page, Node *plate, int answer, bool chosen) {
    plate->grow = 1;
    plate->flow = FLOW_LAYER;
    plate->pad_x = plate->pad_y = SPACE_12;
    Node *both = widget_column(page, plate, SPACE_12);
    both->justify = ALIGN_CENTER;
    Node *middle = widget_column(page, both, 0);
    middle->align = ALIGN_CENTER;
    add_bars(page, middle, plate, answer, BARS_HIGH);
    add_words(page, both, plate, TYPE_H3, answer)->align = ALIGN_CENTER;
    Node *corner = widget_column(page, plate, 0);
    corner->align = ALIGN_END;
    add_tick(page, corner, chosen);
}

/* Portrait: bars beside the words. */
static void fill_lying(Page *page, Node *plate, int answer, bool chosen) {
    plate->min_h = page->form.answer;
    plate->flow = FLOW_ROW;
    plate->align = ALIGN_CENTER;
    plate->pad_x = SPACE_28;
    plate->gap = SPACE_44;
    add_bars(page, plate, plate, answer, BARS_BESIDE);
    add_words(page, plate, plate, TYPE_H3, answer)->grow = 1;
    add_tick(page, plate, chosen);
}

void answers_add(Page *page, Node *parent, int token, int chosen, bool inert) {
    Node *plates = widget_pair(page, parent, PLATE_GAP);
    if (page->form.side_by_side) {
        plates->min_h = ANSWER_STANDING;
        plates->least = TARGET_PRIMARY;
    }
    for (int answer = 0; answer <= QUIZ_ANSWER_MAX; answer++) {
        Node *plate = add_plate(page, plates, (Action){token, answer}, answer == chosen);
        plate->inert = inert;
        if (page->form.side_by_side)
            fill_standing(page, plate, answer, answer == chosen);
        else
            fill_lying(page, plate, answer, answer == chosen);
    }
}

void answers_add_low(Page *page, Node *parent, int token) {
    Node *plates = widget_row(page, parent, PLATE_GAP);
    for (int answer = 0; answer <= QUIZ_ANSWER_MAX; answer++) {
        Node *plate = add_plate(page, plates, (Action){token, answer}, false);
        plate->grow = 1;
        plate->flow = page->form.flow;
        plate->align = plate->justify = ALIGN_CENTER;
        plate->gap = page->form.side_by_side ? SPACE_20 : SPACE_8;
        plate->pad_x = plate->pad_y = SPACE_12;
        add_bars(page, plate, plate, answer, BARS_LOW);
        add_words(page, plate, plate, TYPE_LABEL, answer)->align = ALIGN_CENTER;
    }
}
