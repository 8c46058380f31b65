/* The clock, set by touch: each of its parts goes back and forth. Nothing is set before the last
   button; the app does it. */
#include "screens/common/common.h"
#include "screens/common/moment.h"

#include "map/directions_text.h"

enum { TAP_LESS = 1, TAP_MORE, TAP_SET, TAP_PAGE };

typedef struct ClockState {
    Millis wish; /* local time, to the minute */
    int page;
} ClockState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    *(ClockState *)state = (ClockState){.wish = moment_begin(k->today)};
}

static Step step(ClockState *s, int part, int by) {
    bool known = part >= 0 && part < MOMENT_PARTS;
    Millis wish = known ? moment_stepped(s->wish, (MomentPart)part, by) : s->wish;
    if (moment_may_be(wish))
        s->wish = wish;
    return (Step){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    ClockState *s = state;
    if (!k->staff || !k->staff->open)
        return (Step){.go = GO_BACK};
    switch (action.token) {
    case TAP_LESS:
        return step(s, action.arg, -1);
    case TAP_MORE:
        return step(s, action.arg, 1);
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case TAP_SET:
        return (Step){.go = GO_BACK, .ask = ASK_CLOCK, .ask_arg = (int)(s->wish / CIVIL_MINUTE)};
    default:
        return (Step){0};
    }
}

/* ---- the page -------------------------------------------------------------------------------- */

static Slice whole(const ClockState *s, Page *page) {
    Lang lang = page->settings.lang;
    return tr_list(page, text_of_date(s->wish, lang, page->arena),
                   text_of_clock(s->wish, lang, page->arena));
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const ClockState *s = state;
    Frame frame = frame_begin(page, (FrameSpec){.campus = tr(page, STR_STAFF),
                                                .crumb = tr(page, STR_STAFF_CLOCK),
                                                .minute_of_day = k->minute_of_day,
                                                .away = true});
    if (page->form.room_above)
        widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_STAFF_CLOCK));
    Node *top = page->form.narrow ? widget_column(page, frame.controls, TARGET_GAP)
                                  : widget_line(page, frame.controls, TARGET_GAP);
    widget_text(page, widget_share(page, top, !page->form.narrow, 0), TYPE_UI, whole(s, page));
    widget_button(page, top, BUTTON_PRIMARY, ICON_check, tr(page, STR_STAFF_CLOCK_SET),
                  (Action){TAP_SET, 0});
    Node *body = widget_pages(page, frame.controls, TARGET_GAP, s->page);
    moment_add(page, body, s->wish, (MomentTokens){TAP_LESS, TAP_MORE});
    widget_pager_line(page, frame.controls, ALIGN_END, body, TAP_PAGE);
}

const Screen screen_staff_clock = {
    .name = "staff-clock",
    .state_size = sizeof(ClockState),
    .wait = WAIT_STAFF,
    .enter = enter,
    .act = act,
    .view = view,
};
