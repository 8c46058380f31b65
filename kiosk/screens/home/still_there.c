/* "Toujours là ?": asks before a visit that nobody touches is wiped, and counts down in the
 * open. */
#include "screens/common/common.h"

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state, (void)k, (void)action;
    return (Step){0}; /* both answers belong to the frame: DO_STAY and DO_DONE */
}

static void view(const void *state, const Kiosk *k, Page *page) {
    (void)state;
    Node *panel = frame_question(page, tr(page, STR_STILL_THERE));
    Node *ask = widget_heading(page, panel, TYPE_H1, tr(page, STR_STILL_THERE));
    ask->align = ALIGN_CENTER;
    Node *what = widget_quiet(page, panel, TYPE_BODY, tr(page, STR_STILL_THERE_LEAD));
    what->align = ALIGN_CENTER;
    widget_countdown(page, panel, k->seconds_left);
    Node *row = widget_pair(page, panel, SPACE_28);
    Node *stay = widget_button(page, row, BUTTON_PRIMARY, ICON_check, tr(page, STR_STAY),
                               (Action){DO_STAY, 0});
    Node *done = widget_button(page, row, BUTTON_PLAIN, ICON_close, tr(page, STR_DONE),
                               (Action){DO_DONE, 0});
    stay->grow = done->grow = form_share(&page->form, 1);
    stay->min_h = done->min_h = TARGET_PRIMARY;
    widget_gap(page, panel, SPACE_8);
}

const Screen screen_still_there = {
    .name = "still-there", .wait = WAIT_NEVER, .act = act, .view = view};
