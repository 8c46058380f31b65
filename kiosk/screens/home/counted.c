/* What the kiosk counts, in plain words, and the way not to be counted. Lies over any page, one
 * touch away. */
#include "screens/common/common.h"

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
    const StringId says[] = {STR_COUNTED_WHAT, k->calibrates ? STR_COUNTED_ONE : STR_COUNTED_NOT,
                             STR_COUNTED_BLUR, STR_COUNTED_LONG};
    Node *panel = frame_drawer(page, tr(page, STR_COUNTED));
    widget_heading(page, panel, TYPE_H2, tr(page, STR_COUNTED));
    Node *list = widget_pages(page, panel, SPACE_12, ((const CountedState *)state)->page);
    if (k->uncounted)
        widget_text(page, list, TYPE_UI, tr(page, STR_UNCOUNTED));
    for (int i = 0; i < 4; i++)
        common_point(page, list, tr(page, says[i]), false);
    widget_pager_line(page, panel, ALIGN_CENTER, list, TAP_PAGE);
    if (k->uncounted)
        widget_button(page, panel, BUTTON_PLAIN, ICON_visibility, tr(page, STR_COUNT_AGAIN),
                      (Action){DO_COUNT, 0});
    else
        widget_button(page, panel, BUTTON_ACCENT, ICON_visibility_off, tr(page, STR_UNCOUNT),
                      (Action){DO_UNCOUNT, 0});
    widget_button(page, panel, BUTTON_PRIMARY, ICON_close, tr(page, STR_CLOSE),
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
