/* The clock, which may have lost everything. It is set at once, by a program of the installer's. */
#include "map/directions_text.h"
#include "screens/common/moment.h"
#include "screens/setup/setup_parts.h"

enum { TAP_LESS = SETUP_TAP, TAP_MORE, TAP_SET };

/* What is wished, or what it is as long as nobody has wished anything. */
static Millis wish_of(const SetupState *s, const Kiosk *k) {
    return s->answers.clock ? s->answers.clock : moment_begin(k->today);
}

static Step act(SetupState *s, const Kiosk *k, Action action) {
    Millis wish = wish_of(s, k);
    if (action.token == TAP_SET) {
        s->answers.clock = wish;
        return setup_try(s, SETUP_CLOCK);
    }
    s->answers.clock =
        moment_stepped(wish, (MomentPart)action.arg, action.token == TAP_MORE ? 1 : -1);
    return (Step){0};
}

static Slice said(const SetupView *setup, Page *page, Slice when) {
    if (setup->clock == CLOCK_SET)
        return tr(page, STR_STAFF_CLOCK_DONE);
    return setup->clock == CLOCK_NOT_SET ? tr(page, STR_STAFF_CLOCK_REFUSED) : when;
}

static Slice whole(Page *page, Millis when) {
    Lang lang = page->settings.lang;
    return arena_printf(page->arena, SLICE_FMT ", %02d:%02d",
                        SLICE_ARG(text_of_date(when, lang, page->arena)), civil_from(when).hour,
                        civil_from(when).minute);
}

static void view(const SetupState *s, const Kiosk *k, Page *page, Frame frame) {
    Millis wish = wish_of(s, k);
    if (!k->setup->sets_clock) {
        widget_text(page, frame.controls, TYPE_H3, whole(page, k->today));
        widget_text(page, frame.controls, TYPE_BODY, tr(page, STR_SETUP_CLOCK_FIXED));
        widget_stretch(page, frame.controls);
        return;
    }
    Node *list = widget_pages(page, frame.controls, TARGET_GAP, s->page);
    moment_add(page, list, wish, (MomentTokens){TAP_LESS, TAP_MORE});
    Node *foot = widget_line(page, frame.controls, SPACE_20);
    widget_text(page, widget_share(page, foot, 1, 0), TYPE_SMALL,
                said(k->setup, page, whole(page, wish)));
    widget_pager(page, foot, list, SETUP_TURN_PAGE);
    widget_button(page, frame.controls, BUTTON_PLAIN, ICON_schedule, tr(page, STR_STAFF_CLOCK_SET),
                  (Action){TAP_SET, 0});
}

const SetupPage setup_clock = {STR_SETUP_CLOCK, STR_SETUP_CLOCK_LEAD, act, view};
