/* The campus is closed and nobody is here: all dark, for a display that cannot be switched off. Any
 * touch wakes. */
#include "screens/common/common.h"

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state, (void)k, (void)action;
    return (Step){0};
}

static void view(const void *state, const Kiosk *k, Page *page) {
    (void)state, (void)k;
    widget_block(page, page->root, 0, 0, PAINT_BAND)->grow = 1;
}

const Screen screen_asleep = {.name = "asleep", .wait = WAIT_NEVER, .act = act, .view = view};
