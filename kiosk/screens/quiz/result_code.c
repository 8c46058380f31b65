/* The code to take home, in sight of the cards, and what else is done about a result. */
#include "screens/quiz/result_sides.h"

/* Touched, it is large, with its words beside it; out of a low hand's reach it is only seen. */
static Node *add_code(ResultView v, Node *parent) {
    Page *page = v.page;
    int side = page->form.code_in_sight;
    Action large = {TAP_SIDE, SIDE_TAKE};
    Node *card = page->form.low ? widget_panel(page, parent)
                                : widget_plate(page, parent, BUTTON_PLAIN, large);
    card->radius = RADIUS_CARD;
    card->pad_x = card->pad_y = SPACE_8; /* a code has its own margin */
    if (!page->form.low)
        card->spoken = tr(page, STR_RESULT_TAKE);
    Slice says = side < CODE_LEAST ? result_short_text(v) : result_text(v);
    widget_code(page, card, says, side, tr(page, STR_CODE))->least = page->form.low ? CODE_LOW : 0;
    return card;
}

static void add_code_words(ResultView v, Node *card) {
    if (v.page->form.low) /* a button says it */
        return;
    Node *words = widget_share(v.page, card, card->flow == FLOW_ROW, SPACE_4);
    Align side = card->flow == FLOW_ROW ? ALIGN_START : ALIGN_CENTER;
    widget_label(v.page, words, TYPE_UI, PAINT_INK, tr(v.page, STR_RESULT_TAKE))->align = side;
    Node *how = widget_label(v.page, words, TYPE_SMALL, PAINT_INK2, tr(v.page, STR_CODE_SHORT));
    how->align = side;
    how->drop_rank = 1;
}

static void add_way_on(ResultView v, Node *parent, Icon icon, StringId word, Action action) {
    bool words = v.page->form.enlarged; /* need the width */
    Node *button = widget_button(v.page, parent, BUTTON_PLAIN, words ? ICON_NONE : icon,
                                 tr(v.page, word), action);
    button->min_h = TARGET_MIN + SPACE_20;
    button->least = TARGET_MIN + SPACE_8;
    button->pad_x = button->gap = SPACE_12;
}

static void add_ways_on(ResultView v, Node *parent) {
    if (v.page->form.low)
        add_way_on(v, parent, ICON_qr_code, STR_RESULT_TAKE, (Action){TAP_SIDE, SIDE_TAKE});
    add_way_on(v, parent, ICON_forum, STR_TALK, (Action){TAP_SIDE, SIDE_TALK});
    add_way_on(v, parent, ICON_close, STR_ERASE_VISIT, (Action){DO_DONE, 0});
}

/* Beside the cards. */
void result_code_column(ResultView v, Node *row) {
    Node *column = widget_column(v.page, row, TARGET_GAP);
    column->width = v.page->form.code_in_sight + 2 * SPACE_8;
    Node *card = add_code(v, column);
    card->grow = 1;
    card->justify = ALIGN_CENTER;
    add_code_words(v, card);
    add_ways_on(v, column);
}

/* Below them: the code beside its words, and what else is done about it. */
void result_code_row(ResultView v, Node *parent) {
    Node *row = widget_row(v.page, parent, TARGET_GAP);
    Node *card = add_code(v, row);
    card->flow = FLOW_ROW;
    card->align = ALIGN_CENTER;
    card->gap = SPACE_20;
    card->grow = 1;
    add_code_words(v, card);
    Node *ways = widget_share(v.page, row, 1, TARGET_GAP);
    ways->justify = ALIGN_END;
    add_ways_on(v, ways);
}

void result_code_above(ResultView v) {
    Node *row = widget_row(v.page, v.frame.reading, TARGET_GAP);
    add_code(v, row);
    Node *words = widget_share(v.page, row, 1, 0);
    words->justify = ALIGN_CENTER;
    widget_quiet(v.page, words, TYPE_BODY, tr(v.page, STR_CODE_SHORT));
    add_ways_on(v, widget_grid(v.page, v.frame.controls, 3, TARGET_GAP));
}
