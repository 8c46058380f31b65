/* Is a touch where the finger is? Nine squares to try it, four crosses to set it right, and a fifth
   to be sure: whoever cannot hit that one gets back what was before. */
#include "screens/common/squares.h"
#include "screens/setup/setup_parts.h"

#include <math.h>

#define PATIENCE_MS 30000
#define ACROSS 3
#define FAR 0.04 /* of the longer side: nobody misses a cross by so much */

enum { TAP_SQUARE = SETUP_TAP, TAP_CROSSES, TAP_PLAIN };

/* The last is none that a turned picture would have in the same place. */
static const AffinePoint CROSS[SETUP_CROSSES + 1] = {
    {.1, .1}, {.9, .1}, {.9, .9}, {.1, .9}, {.3, .65}};

void setup_crosses_begin(SetupState *s, const Kiosk *k) {
    s->touch = (SetupTouch){.until = k->now + PATIENCE_MS, .before = s->answers.touch};
}

static Step act(SetupState *s, const Kiosk *k, Action action) {
    if (action.token == TAP_SQUARE) {
        s->touch.squares ^= (uint32_t)1 << action.arg;
    } else if (action.token == TAP_CROSSES) {
        setup_crosses_begin(s, k);
        return (Step){.turns = true};
    } else if (action.token == TAP_PLAIN) {
        s->touch = (SetupTouch){0};
        s->answers.touch = AFFINE_NONE;
        return setup_try(s, SETUP_TOUCH);
    }
    return (Step){0};
}

/* ---- crosses --------------------------------------------------------------------------------- */

static Step end_crosses(SetupState *s, CrossResult result) {
    bool good = result == CROSSES_GOOD;
    if (!good)
        s->answers.touch = s->touch.before;
    s->touch = (SetupTouch){.result = result, .off = s->touch.off};
    Step step = good ? (Step){0} : setup_try(s, SETUP_TOUCH);
    step.turns = true;
    return step;
}

/* In pixels. */
static double distance(AffinePoint a, AffinePoint b, Box box) {
    return hypot((a.x - b.x) * box.w, (a.y - b.y) * box.h);
}

/* Of four touches at the corners, a single one that misses by n leaves a quarter of n at each. */
static double missed(const Affine *fit, const AffinePoint *at, Box box) {
    double most = 0;
    for (int i = 0; i < SETUP_CROSSES; i++)
        most = fmax(most, distance(affine_apply(fit, at[i]), CROSS[i], box));
    return most * SETUP_CROSSES;
}

static bool is_far(double pixels, Box box) {
    return pixels > FAR * (box.w > box.h ? box.w : box.h);
}

/* The touches came through what holds now: what is found comes after it. */
static Step fit_crosses(SetupState *s, Box box) {
    Affine fit;
    bool found = affine_fit(s->touch.at, CROSS, SETUP_CROSSES, &fit);
    double off = found ? missed(&fit, s->touch.at, box) : 0;
    s->touch.off = (int)lround(off);
    if (!found || is_far(off, box))
        return end_crosses(s, CROSSES_FAR);
    s->answers.touch = affine_after(&fit, &s->touch.before);
    return setup_try(s, SETUP_TOUCH);
}

static Step be_sure(SetupState *s, AffinePoint at, Box box) {
    bool far = is_far(distance(at, CROSS[SETUP_CROSSES], box), box);
    return end_crosses(s, far ? CROSSES_FAR : CROSSES_GOOD);
}

Step setup_crosses_touch(SetupState *s, const Kiosk *k, Gesture gesture) {
    Box box = gesture.box;
    if (gesture.kind != GESTURE_TAP)
        return (Step){0};
    AffinePoint at = {(gesture.at.x + .5) / box.w, (gesture.at.y + .5) / box.h};
    s->touch.until = k->now + PATIENCE_MS;
    if (s->touch.cross == SETUP_CROSSES)
        return be_sure(s, at, box);
    s->touch.at[s->touch.cross++] = at;
    return s->touch.cross == SETUP_CROSSES ? fit_crosses(s, box) : (Step){0};
}

Step setup_crosses_tick(SetupState *s, const Kiosk *k) {
    return k->now < s->touch.until ? (Step){0} : end_crosses(s, CROSSES_LATE);
}

void setup_crosses(const SetupState *s, const Kiosk *k, Page *page) {
    const AffinePoint *cross = &CROSS[s->touch.cross];
    int seconds = (int)((s->touch.until - k->now + 999) / 1000);
    Slice words = tr_numbers(page, STR_SETUP_CROSS, s->touch.cross + 1, SETUP_CROSSES + 1);
    Node *ground = frame_bare(page, SPACE_96);
    ground->graphic.kind = GRAPHIC_NONE;
    ground->justify = ALIGN_CENTER;
    widget_heading(page, ground, TYPE_H2, words)->align = ALIGN_CENTER;
    widget_text(page, ground, TYPE_BODY, tr_number(page, STR_SETUP_CROSS_WAIT, seconds))->align =
        ALIGN_CENTER;
    widget_aim(page, (Aim){(int)(cross->x * 1000), (int)(cross->y * 1000)}, words);
    page_wake(page, k->now + (s->touch.until - k->now - 1) % 1000 + 1);
}

/* ---- squares --------------------------------------------------------------------------------- */

static Slice said(const SetupState *s, Page *page) {
    switch (s->touch.result) {
    case CROSSES_GOOD:
        return tr_number(page, STR_SETUP_CROSSES_GOOD, s->touch.off);
    case CROSSES_FAR:
        return tr(page, STR_SETUP_CROSSES_FAR);
    case CROSSES_LATE:
        return tr(page, STR_SETUP_CROSSES_LATE);
    default:
        return (Slice){0};
    }
}

static void add_buttons(const SetupState *s, Page *page, Node *parent) {
    Node *row = widget_grid(page, parent, 2, TARGET_GAP);
    widget_button(page, row, BUTTON_PLAIN, page->form.narrow ? ICON_NONE : ICON_add,
                  tr(page, STR_SETUP_CROSSES), (Action){TAP_CROSSES, 0});
    Node *plain = widget_button(page, row, BUTTON_PLAIN, page->form.narrow ? ICON_NONE : ICON_undo,
                                tr(page, STR_SETUP_NO_CROSSES), (Action){TAP_PLAIN, 0});
    plain->disabled = affine_is_none(&s->answers.touch);
}

static void view(const SetupState *s, const Kiosk *k, Page *page, Frame frame) {
    (void)k;
    squares_add(page, frame.controls, (Squares){ACROSS, ACROSS, TAP_SQUARE, s->touch.squares});
    Slice words = said(s, page);
    if (words.len)
        widget_text(page, page->form.room_above ? frame.reading : frame.controls, TYPE_SMALL,
                    words);
    add_buttons(s, page, frame.controls);
}

const SetupPage setup_touch = {STR_SETUP_TOUCH, STR_SETUP_TOUCH_LEAD, act, view};
