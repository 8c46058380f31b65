#include "screens/staff/staff_pad.h"

#include "screens/common/code_pad.h"

Step staff_pad_act(StaffPad *pad, Action action) {
    if (action.token == PAD_ERASE) {
        *pad = (StaffPad){0};
        return (Step){0};
    }
    if (action.token != PAD_DIGIT)
        return (Step){0};
    pad->value = pad->value * 10 + action.arg;
    if (++pad->digits < STAFF_DIGITS)
        return (Step){0};
    Step step = {.ask = ASK_PIN, .ask_arg = pad->value};
    *pad = (StaffPad){0};
    return step;
}

static Slice say(const StaffView *staff, Page *page) {
    if (staff->pin_unreadable)
        return tr(page, STR_STAFF_PIN_UNREADABLE);
    if (!staff->has_pin)
        return tr(page, STR_STAFF_NO_PIN);
    if (staff->wait_seconds)
        return tr_number(page, STR_STAFF_WAIT, (staff->wait_seconds + 59) / 60);
    if (staff->tries_left < 5)
        return tr_number(page, STR_STAFF_WRONG, staff->tries_left);
    return tr(page, STR_STAFF_PIN_LEAD);
}

void staff_pad_view(const StaffPad *pad, const Kiosk *k, Page *page, Frame frame) {
    widget_heading(page, frame.reading, page->form.side_by_side ? TYPE_H2 : TYPE_H1,
                   tr(page, STR_STAFF_PIN));
    Node *halves = widget_pair(page, frame.controls, SPACE_44);
    halves->grow = 1;
    halves->align = page->form.side_by_side ? ALIGN_START : ALIGN_CENTER;
    Node *words = widget_share(page, halves, form_share(&page->form, 1), SPACE_28);
    widget_text(page, words, TYPE_BODY, say(k->staff, page));
    if (k->staff->wait_seconds)
        page_wake(page, k->now + 1000);
    if (!k->staff->has_pin || k->staff->wait_seconds)
        return;
    code_pad_dots(page, words, pad->digits, STAFF_DIGITS);
    code_pad_keys(page, halves, PAD_DIGIT, PAD_ERASE);
}
