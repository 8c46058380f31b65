#include "screens/common/code_pad.h"

void code_pad_dots(Page *page, Node *parent, int typed, int digits) {
    Node *row = widget_row(page, parent, SPACE_20);
    row->role = ROLE_PROGRESS;
    row->justify = ALIGN_CENTER;
    row->spoken = arena_printf(page->arena, "%d / %d", typed, digits);
    for (int i = 0; i < digits; i++) {
        Paint paint = i < typed ? PAINT_PRIMARY : PAINT_SURFACE;
        widget_disc(page, row, SPACE_28, paint)->border = PAINT_LINE;
    }
}

static void add_key(Page *page, Node *grid, int token, int digit) {
    Node *key = widget_button(page, grid, BUTTON_PLAIN, ICON_NONE,
                              arena_printf(page->arena, "%d", digit), (Action){token, digit});
    key->min_h = page->form.low ? KEY_LEAST : TARGET_BUTTON;
    key->key = (char)('0' + digit);
}

void code_pad_keys(Page *page, Node *parent, int digit, int erase) {
    Node *grid = widget_grid(page, parent, 3, TARGET_GAP);
    grid->width = PIN_PAD_WIDTH;
    grid->keeps_sides = true;
    for (int i = 1; i <= 9; i++)
        add_key(page, grid, digit, i);
    widget_column(page, grid, 0);
    add_key(page, grid, digit, 0);
    Node *last =
        widget_button(page, grid, BUTTON_PLAIN, ICON_backspace, (Slice){0}, (Action){erase, 0});
    last->min_h = page->form.low ? KEY_LEAST : TARGET_BUTTON;
    last->spoken = tr(page, STR_STAFF_ERASE);
}
