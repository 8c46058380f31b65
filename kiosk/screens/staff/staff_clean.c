/* Cleaning mode: nothing answers to a touch until the time is over. */
#include "screens/common/common.h"

#define CLEAN_MS 60000

typedef struct CleanState {
    Millis until;
} CleanState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    ((CleanState *)state)->until = k->now + CLEAN_MS;
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)state, (void)k, (void)action;
    return (Step){0};
}

static Step tick(void *state, const Kiosk *k) {
    return (Step){.go = k->now >= ((CleanState *)state)->until ? GO_BACK : GO_STAY};
}

static void view(const void *state, const Kiosk *k, Page *page) {
    Millis left = ((const CleanState *)state)->until - k->now;
    Node *ground = frame_bare(page, SPACE_96);
    ground->graphic.kind = GRAPHIC_NONE;
    ground->justify = ALIGN_CENTER;
    widget_heading(page, ground, TYPE_H1, tr(page, STR_STAFF_CLEANING))->align = ALIGN_CENTER;
    widget_text(page, ground, TYPE_BODY, tr(page, STR_STAFF_CLEANING_LEAD))->align = ALIGN_CENTER;
    widget_countdown(page, ground, (int)(left > 0 ? (left + 999) / 1000 : 0));
    page_wake(page, k->now + (left > 0 ? (left - 1) % 1000 + 1 : 1));
}

const Screen screen_staff_clean = {
    .name = "staff-clean",
    .state_size = sizeof(CleanState),
    .wait = WAIT_NEVER,
    .enter = enter,
    .act = act,
    .tick = tick,
    .view = view,
};
