#include "screens/staff/staff_pad.h"

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

static void add_dots(const StaffPad *pad, Page *page, Node *parent) {
    Node *row = widget_row(page, parent, SPACE_20);
    row->role = ROLE_PROGRESS;
    row->justify = ALIGN_CENTER;
    row->spoken = arena_printf(page->arena, "%d / %d", pad->digits, STAFF_DIGITS);
    for (int i = 0; i < STAFF_DIGITS; i++) {
        Paint paint = i < pad->digits ? PAINT_PRIMARY : PAINT_SURFACE;
        widget_disc(page, row, SPACE_28, paint)->border = PAINT_LINE;
    }
}

static void add_key(Page *page, Node *grid, int digit) {
    Node *key = widget_button(page, grid, BUTTON_PLAIN, ICON_NONE,
                              arena_printf(page->arena, "%d", digit), (Action){PAD_DIGIT, digit});
    key->min_h = TARGET_BUTTON;
    key->key = (char)('0' + digit);
}

static void add_keys(Page *page, Node *parent) {
    Node *grid = widget_grid(page, parent, 3, TARGET_GAP);
    grid->width = PIN_PAD_WIDTH;
    for (int digit = 1; digit <= 9; digit++)
        add_key(page, grid, digit);
    widget_column(page, grid, 0);
    add_key(page, grid, 0);
    Node *erase =
        widget_button(page, grid, BUTTON_PLAIN, ICON_backspace, (Slice){0}, (Action){PAD_ERASE, 0});
    erase->spoken = tr(page, STR_STAFF_ERASE);
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
    add_dots(pad, page, words);
    add_keys(page, halves);
}
