/* Before what is nobody else's is read aloud where others hear it: a headset first, or the
   loudspeaker all the same, or no voice. */
#include "screens/common/common.h"

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state, (void)k, (void)action;
    return (Step){0}; /* both answers belong to the frame: DO_ALOUD and DO_CLOSE */
}

static void view(const void *state, const Kiosk *k, Page *page) {
    (void)state;
    Slice whose = tr(page, k->personal ? k->personal : STR_ALOUD);
    Node *panel = frame_question(page, whose);
    Node *ask = widget_heading(page, panel, TYPE_H2, whose);
    ask->align = ALIGN_CENTER;
    Node *what = widget_text(page, panel, TYPE_BODY, tr(page, STR_ALOUD_LEAD));
    what->align = ALIGN_CENTER;
    Node *row = widget_pair(page, panel, SPACE_28);
    Node *without = widget_button(page, row, BUTTON_PRIMARY, ICON_volume_off,
                                  tr(page, STR_ALOUD_NO), (Action){DO_CLOSE, 0});
    Node *aloud = widget_button(page, row, BUTTON_PLAIN, ICON_volume_up, tr(page, STR_ALOUD_YES),
                                (Action){DO_ALOUD, 0});
    without->grow = aloud->grow = form_share(&page->form, 1);
    without->min_h = aloud->min_h = TARGET_PRIMARY;
    widget_gap(page, panel, SPACE_8);
}

const Screen screen_aloud = {.name = "aloud", .wait = WAIT_READING, .act = act, .view = view};
