/* The screen test: every square answers to a finger, every colour is there. */
#include "screens/common/common.h"
#include "screens/common/squares.h"

enum { TAP_SQUARE = 1 };

typedef struct TouchState {
    uint32_t touched; /* a bit for each square */
} TouchState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(TouchState *)state = (TouchState){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    (void)k;
    if (action.token == TAP_SQUARE)
        ((TouchState *)state)->touched ^= (uint32_t)1 << action.arg;
    return (Step){0};
}

static void add_colours(Page *page, Node *parent) {
    static const Paint MORE[] = {PAINT_ACCENT, PAINT_INK, PAINT_SURFACE};
    Node *row = widget_row(page, parent, 0);
    row->height = SPACE_28;
    row->drop_rank = 1;
    for (const Paint *tone = THEME_TONE_PAINT; *tone; tone++)
        widget_block(page, row, 0, SPACE_28, *tone)->grow = 1;
    for (size_t i = 0; i < sizeof MORE / sizeof *MORE; i++)
        widget_block(page, row, 0, SPACE_28, MORE[i])->grow = 1;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const TouchState *s = state;
    Frame frame = frame_begin(page, (FrameSpec){.campus = tr(page, STR_STAFF),
                                                .crumb = tr(page, STR_STAFF_TOUCH),
                                                .minute_of_day = k->minute_of_day,
                                                .away = true});
    if (!page->form.side_by_side)
        widget_heading(page, frame.reading, TYPE_H2, tr(page, STR_STAFF_TOUCH_LEAD));
    add_colours(page, page->form.side_by_side ? frame.controls : frame.reading);
    squares_add(
        page, frame.controls,
        (Squares){page->form.squares_across, page->form.squares_down, TAP_SQUARE, s->touched});
}

const Screen screen_staff_touch = {
    .name = "staff-touch",
    .state_size = sizeof(TouchState),
    .wait = WAIT_STAFF,
    .enter = enter,
    .act = act,
    .view = view,
};
