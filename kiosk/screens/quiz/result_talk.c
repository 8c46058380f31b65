/* A quiz ends at a human being: where and when, and three sentences to begin with. Or it begins
   again. */
#include "content/target.h"
#include "screens/quiz/result_sides.h"

static void add_where(ResultView v, Node *panel) {
    const Campus *campus = &v.k->pack->campus;
    widget_heading(v.page, panel, TYPE_H3, tr(v.page, STR_TALK_WHERE))->keep = true;
    widget_text(v.page, panel, TYPE_BODY, tr_text(v.page, campus->advice_where));
    widget_text(v.page, panel, TYPE_BODY, tr_text(v.page, campus->advice_when));
    if (campus->advice_illustrative)
        widget_example(v.page, panel);
}

/* Sentences to finish aloud, or by hand. */
static void add_beginnings(ResultView v, Node *panel) {
    static const StringId BEGINNINGS[] = {STR_TALK_1, STR_TALK_2, STR_TALK_3};
    widget_heading(v.page, panel, TYPE_H3, tr(v.page, STR_TALK_START))->keep = true;
    for (int i = 0; i < 3; i++)
        common_point(v.page, panel, tr(v.page, BEGINNINGS[i]), false);
}

/* The quiz once more, a game with whoever stands beside, or the way to where somebody listens. */
static void add_again(ResultView v, Node *parent) {
    const Form *form = &v.page->form;
    Node *row = form->ample ? widget_row(v.page, parent, SPACE_20)
                            : widget_grid(v.page, parent, form->side_by_side ? 2 : 1, TARGET_GAP);
    widget_button(v.page, row, BUTTON_PLAIN, ICON_replay, tr(v.page, STR_AGAIN),
                  (Action){TAP_AGAIN, 0});
    if (target_has_page(v.k->pack, TARGET_DUEL))
        widget_button(v.page, row, BUTTON_PLAIN, ICON_people, tr(v.page, STR_DUEL_DOOR),
                      (Action){TAP_GO, SCREEN_duel});
    int place = common_place_of_advice(v.k);
    if (v.k->pack->desk_count)
        widget_button(v.page, row, BUTTON_PRIMARY, ICON_forum, tr(v.page, STR_TALK_TO_SOMEBODY),
                      (Action){TAP_GO, SCREEN_desks});
    else if (place != PLAN_NONE)
        widget_button(v.page, row, BUTTON_PLAIN, ICON_place, tr(v.page, STR_ON_MAP),
                      (Action){TAP_PLACE, place});
}

Node *result_talk(ResultView v) {
    widget_heading(v.page, v.frame.reading, v.page->form.roomy ? TYPE_H1 : TYPE_H2,
                   tr(v.page, STR_TALK));
    if (!v.page->form.roomy) {
        Node *pages = result_reading(v);
        add_where(v, pages);
        add_beginnings(v, pages);
        add_again(v, v.frame.controls);
        return pages;
    }
    Node *both = frame_sheets(v.page, v.frame);
    Node *where = widget_panel(v.page, both), *start = widget_panel(v.page, both);
    where->grow = 2;
    start->grow = 3;
    add_where(v, where);
    add_beginnings(v, start);
    add_again(v, v.frame.controls);
    return NULL;
}
