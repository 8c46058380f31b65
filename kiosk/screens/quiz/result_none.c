/* Where no trade is suggested: what this kiosk is for, where other interests are at home, and
   where one may look first. */
#include "screens/quiz/result_tabs.h"

typedef struct Part {
    StringId heading, text;
} Part;

static Part first_part(const QuizResult *r) {
    if (r->kind == RESULT_TOO_FEW)
        return (Part){STR_TOO_FEW_WHY, STR_TOO_FEW_TEXT};
    return (Part){STR_NOTHING_WHAT, STR_NOTHING_WHAT_TEXT};
}

static void add_part(ResultView v, Node *parent, Part part) {
    widget_heading(v.page, parent, TYPE_H3, tr(v.page, part.heading))->keep = true;
    widget_text(v.page, parent, TYPE_BODY, result_about(v, part.text));
}

static void add_button(ResultView v, Node *row, Icon icon, StringId label, Action action) {
    bool largest = v.page->form.tight_names; /* words need the width */
    Node *button = widget_button(v.page, row, BUTTON_PLAIN, largest ? ICON_NONE : icon,
                                 tr(v.page, label), action);
    if (largest)
        button->pad_x = SPACE_12;
}

static void add_ways(ResultView v, Node *parent) {
    const Form *form = &v.page->form;
    Node *ways = form->ample ? widget_row(v.page, parent, SPACE_20)
                             : widget_grid(v.page, parent, form->button_columns, SPACE_20);
    if (v.k->pack->clip_count)
        add_button(v, ways, ICON_play_arrow, STR_CARD_VIDEOS, (Action){TAP_GO, SCREEN_videos});
    add_button(v, ways, ICON_precision_manufacturing, STR_TRADES,
               (Action){TAP_GO, SCREEN_families});
    if (v.k->plan)
        add_button(v, ways, ICON_place, STR_MAP_SHORT, (Action){TAP_GO, SCREEN_map});
    add_button(v, ways, ICON_replay, STR_AGAIN_SHORT, (Action){TAP_AGAIN, 0});
}

Node *result_none(ResultView v) {
    static const Part OTHERS = {STR_NOTHING_OTHERS, STR_OTHERS_TEXT};
    if (!v.page->form.roomy) {
        Node *pages = result_reading(v);
        add_part(v, pages, first_part(v.r));
        add_part(v, pages, OTHERS);
        add_ways(v, v.frame.controls);
        return pages;
    }
    Node *both = frame_sheets(v.page, v.frame);
    Node *first = widget_panel(v.page, both), *others = widget_panel(v.page, both);
    first->grow = others->grow = 1;
    add_part(v, first, first_part(v.r));
    add_part(v, others, OTHERS);
    add_ways(v, v.frame.controls);
    return NULL;
}
