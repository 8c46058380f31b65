#include "screens/common/printed.h"

#include "map/directions_text.h"

#define LOOK_AGAIN_MS 500
#define LONG_TITLE 24 /* letters from which it is set smaller */

/* ---- the button ------------------------------------------------------------------------------ */

Step print_step(void) {
    return (Step){.prints = true};
}

static StringId said_of(PrintView print) {
    switch (print.state) {
    case PRINT_BUSY:
        return STR_PRINT_BUSY;
    case PRINT_FAILED:
        return STR_PRINT_FAILED;
    case PRINT_DONE:
        return print.made < PRINT_SHEETS ? STR_PRINT_DONE : STR_PRINT_ENOUGH;
    case PRINT_NOTHING:
        break;
    }
    return STR_PRINT;
}

bool print_is_offered(const Kiosk *k) {
    bool done = k->print.state == PRINT_DONE && k->print.made < PRINT_SHEETS;
    return k->print.there && (k->print.state == PRINT_NOTHING || done);
}

Node *print_said(Page *page, Node *parent, const Kiosk *k) {
    if (k->print.state == PRINT_BUSY)
        page_wake(page, k->now + LOOK_AGAIN_MS);
    if (k->print.state == PRINT_NOTHING)
        return NULL;
    Node *words = widget_text(page, parent, TYPE_LABEL, tr(page, said_of(k->print)));
    words->live = true;
    return words;
}

Node *print_button(Page *page, Node *parent, const Kiosk *k, int token) {
    if (!print_is_offered(k))
        return print_said(page, parent, k);
    Node *button = widget_button(page, parent, BUTTON_PLAIN, ICON_print,
                                 tr(page, said_of(k->print)), (Action){token, 0});
    button->live = k->print.state == PRINT_DONE;
    button->least = TARGET_MIN + SPACE_8;
    button->pad_x = SPACE_12;
    return button;
}

/* ---- the sheet ------------------------------------------------------------------------------- */

static void add_rule(Page *page, Node *parent) {
    widget_block(page, parent, 0, SPACE_4, PAINT_INK);
}

static void add_head(Page *page, Node *sheet, const Kiosk *k) {
    Node *head = widget_line(page, sheet, SPACE_20);
    Node *campus = widget_share(page, head, 1, 0);
    widget_text(page, campus, TYPE_UI, tr_text(page, k->pack->campus.name));
    Slice today = text_of_date(k->today, k->settings.lang, page->arena);
    widget_text(page, head, TYPE_SMALL, k->doubtful ? tr(page, STR_CLOCK_DOUBT) : today);
}

Node *printed_begin(Page *page, const Kiosk *k, Slice about, Slice title) {
    Node *sheet = widget_column(page, page->root, SPACE_20);
    sheet->pad_x = SPACE_64;
    sheet->pad_y = SPACE_64;
    add_head(page, sheet, k);
    add_rule(page, sheet);
    Node *names = widget_column(page, sheet, SPACE_4);
    if (about.len)
        widget_text(page, names, TYPE_LABEL, about);
    widget_heading(page, names, utf8_count(title) < LONG_TITLE ? TYPE_H1 : TYPE_H2, title);
    Node *body = widget_share(page, sheet, 1, SPACE_12);
    return body;
}

void printed_heading(Page *page, Node *body, StringId words) {
    widget_heading(page, body, TYPE_H3, tr(page, words));
}

void printed_line(Page *page, Node *body, StringId name, Slice words) {
    if (!words.len)
        return;
    Node *line = widget_column(page, body, 0);
    widget_text(page, line, TYPE_LABEL, tr(page, name));
    widget_text(page, line, TYPE_BODY, words);
}

static void add_stamp(Page *page, Node *parent, StringId words) {
    Node *row = widget_line(page, parent, 0);
    Node *stamp = widget_dashed(page, row);
    stamp->pad_x = SPACE_12;
    stamp->pad_y = SPACE_4;
    widget_text(page, stamp, TYPE_SMALL, tr(page, words));
}

void printed_end(Page *page, Node *body, Slice code, bool example) {
    Node *sheet = body->parent;
    add_rule(page, sheet);
    Node *foot = widget_line(page, sheet, SPACE_28);
    widget_code(page, foot, code, CODE_LEAST, tr(page, STR_CODE_TO_TAKE))->least = CODE_SMALL;
    Node *words = widget_share(page, foot, 1, SPACE_12);
    widget_text(page, words, TYPE_SMALL, tr(page, STR_CODE_AIM));
    widget_text(page, words, TYPE_LABEL, tr(page, STR_PRINT_KEPT));
    if (example)
        add_stamp(page, words, STR_EXAMPLE_CONFIRM);
    if (langs_unread(page->settings.lang))
        add_stamp(page, words, STR_UNREAD);
}
