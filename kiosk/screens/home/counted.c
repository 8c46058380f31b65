/* What the kiosk counts, in plain words, and the way not to be counted. Lies over any page, one
 * touch away. */
#include "screens/common/part.h"

enum { TAP_PAGE = 1 };

typedef struct CountedState {
    int page;
} CountedState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    ((CountedState *)state)->page = 0;
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    if (action.token == TAP_PAGE)
        ((CountedState *)state)->page = action.arg;
    return (Step){0};
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const Word says[] = {WORD_COUNTED_WHAT, k->calibrates ? WORD_COUNTED_ONE : WORD_COUNTED_NOT,
                         WORD_COUNTED_BLUR, WORD_COUNTED_LONG};
    Node *panel = frame_drawer(page, widget_say(page, WORD_COUNTED));
    widget_heading(page, panel, TYPE_H2, widget_say(page, WORD_COUNTED));
    Node *list = widget_pages(page, panel, SPACE_12, ((const CountedState *)state)->page);
    if (k->uncounted)
        widget_text(page, list, TYPE_UI, widget_say(page, WORD_UNCOUNTED));
    for (int i = 0; i < 4; i++)
        part_point(page, list, widget_say(page, says[i]), false);
    widget_pager_line(page, panel, ALIGN_CENTER, list, TAP_PAGE);
    if (k->uncounted)
        widget_button(page, panel, BUTTON_PLAIN, ICON_visibility,
                      widget_say(page, WORD_COUNT_AGAIN), (Action){DO_COUNT, 0});
    else
        widget_button(page, panel, BUTTON_ACCENT, ICON_visibility_off,
                      widget_say(page, WORD_UNCOUNT), (Action){DO_UNCOUNT, 0});
    widget_button(page, panel, BUTTON_PRIMARY, ICON_close, widget_say(page, WORD_CLOSE),
                  (Action){DO_CLOSE, 0});
}

const Screen screen_counted = {
    .name = "counted",
    .state_size = sizeof(CountedState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
