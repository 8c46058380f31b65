#include "screens/common/squares.h"

static void add_square(Page *page, Node *grid, int token, int index, bool lit) {
    Node *square = widget_button(page, grid, widget_look(lit), lit ? ICON_check : ICON_NONE,
                                 (Slice){0}, (Action){token, index});
    square->min_h = TARGET_MIN;
    square->spoken = arena_printf(page->arena, "%d", index + 1);
}

Node *squares_add(Page *page, Node *parent, Squares s) {
    Node *grid = widget_grid(page, parent, s.across, TARGET_GAP);
    grid->grow = 1;
    for (int i = 0; i < s.across * s.down; i++)
        add_square(page, grid, s.token, i, s.touched >> i & 1);
    return grid;
}
