/* Gives every part of a page its place, and turns what does not fit over to further pages. */
#include "ui/layout.h"

#define MAX_CHILDREN 256

static int aligned(Align align, int room) {
    return align == ALIGN_CENTER ? room / 2 : align == ALIGN_END ? room : 0;
}

/* Keeps the children [first, end) and hides the others; answers how many stay. */
static void show_only(const Lay *lay, Node *node, int first, int end) {
    int at = 0;
    EACH_CHILD(lay, node, child) {
        child->hidden = at < first || at >= end;
        at++;
    }
}

static int clamp_page(Node *node, int count) {
    node->page_count = layout_larger(count, 1);
    node->page_at = layout_smaller(layout_larger(node->page_wish, 0), node->page_count - 1);
    return node->page_at;
}

/* Index of the first child of every page of a paged column; answers the number of pages. */
static int column_pages(const Lay *lay, const Node *node, int room, int *first_of) {
    int pages = 0, used = 0, at = 0;
    EACH_CHILD(lay, node, child) {
        if (pages == 0 || used + layout_px(lay, node->gap) + layout_kept(lay, node, child) > room) {
            first_of[pages++] = at;
            used = child->work.need_h;
        } else {
            used += layout_px(lay, node->gap) + child->work.need_h;
        }
        at++;
        if (at == MAX_CHILDREN)
            break;
    }
    first_of[pages] = at;
    return pages;
}

static void turn_column(const Lay *lay, Node *node, int room) {
    int first_of[MAX_CHILDREN + 1];
    int at = clamp_page(node, column_pages(lay, node, room, first_of));
    if (layout_count(lay, node))
        show_only(lay, node, first_of[at], first_of[at + 1]);
}

/* Rows that the page shares its height among. */
static int turn_grid(const Lay *lay, Node *grid, int room) {
    int gap = layout_px(lay, grid->gap), columns = layout_larger(grid->columns, 1);
    int fit = layout_larger((room + gap) / layout_larger(layout_tallest(lay, grid) + gap, 1), 1);
    int rows = grid->page_rows ? layout_smaller(fit, grid->page_rows) : fit;
    if (grid->work.rows_pinned)
        rows = grid->work.rows_pinned;
    grid->work.rows_shown = rows;
    int each = rows * columns, count = layout_count(lay, grid);
    int at = clamp_page(grid, (count + each - 1) / each);
    show_only(lay, grid, at * each, (at + 1) * each);
    int left = layout_grid_rows(lay, grid) - (grid->work.rows_pinned ? at * rows : 0);
    return layout_smaller(rows, left);
}

static int highest_row(const Lay *lay, const Node *grid) {
    return layout_larger(layout_px(lay, grid->row_max), layout_tallest(lay, grid));
}

static void place_grid(Lay *lay, Node *grid, Box inner) {
    int gap = layout_px(lay, grid->gap), columns = layout_larger(grid->columns, 1);
    int rows = grid->paged ? turn_grid(lay, grid, inner.h) : layout_grid_rows(lay, grid);
    int row_h = rows ? (inner.h - gap * (rows - 1)) / rows : 0;
    if (grid->row_max)
        row_h = layout_smaller(row_h, highest_row(lay, grid));
    int at = 0;
    EACH_CHILD(lay, grid, child) {
        if (child->hidden)
            continue;
        int x = inner.x + at % columns * (child->box.w + gap);
        int y = inner.y + at / columns * (row_h + gap);
        layout_place(lay, child, (Box){x, y, child->box.w, row_h});
        at++;
    }
}

static void place_row(Lay *lay, Node *row, Box inner) {
    int used = layout_gaps(lay, row, layout_count(lay, row));
    EACH_CHILD(lay, row, child)
    used += child->box.w;
    row->overflows |= used > inner.w;
    int x = inner.x + aligned(row->justify, layout_larger(inner.w - used, 0));
    EACH_CHILD(lay, row, child) {
        bool whole = row->align == ALIGN_STRETCH && !child->height;
        int h = whole ? inner.h : layout_smaller(child->work.need_h, inner.h);
        int y = inner.y + aligned(row->align, inner.h - h);
        layout_place(lay, child, (Box){x, y, child->box.w, h});
        x += child->box.w + layout_px(lay, row->gap);
    }
}

static void place_column(Lay *lay, Node *column, Box inner) {
    if (column->paged)
        turn_column(lay, column, inner.h);
    int used = 0, weight = 0, count = 0;
    EACH_CHILD(lay, column, child) {
        if (child->hidden)
            continue;
        used += child->work.need_h;
        weight += child->grow;
        count++;
    }
    int rest = inner.h - used - layout_gaps(lay, column, count);
    int y = inner.y + (weight ? 0 : aligned(column->justify, layout_larger(rest, 0)));
    EACH_CHILD(lay, column, child) {
        if (child->hidden)
            continue;
        int part = weight && rest > 0 ? (int)((long)rest * child->grow / weight) : 0;
        rest -= part;
        weight -= child->grow;
        int x = inner.x + aligned(column->align, inner.w - child->box.w);
        layout_place(lay, child, (Box){x, y, child->box.w, child->work.need_h + part});
        y += child->work.need_h + part + layout_px(lay, column->gap);
    }
}

void layout_place_layer(Lay *lay, const Node *node, Node *child, Box inner) {
    Box box = inner;
    if (child->height) {
        box.h = layout_smaller(child->work.need_h, inner.h);
        box.y += aligned(node->justify, inner.h - box.h);
    }
    box.w = child->box.w;
    box.x += aligned(node->align, inner.w - box.w);
    layout_place(lay, child, box);
}

void layout_place(Lay *lay, Node *node, Box box) {
    node->box = box;
    node->overflows |= node->work.need_h > box.h;
    int pad_x = layout_px(lay, node->pad_x), pad_y = layout_px(lay, node->pad_y);
    Box inner = {box.x + pad_x, box.y + pad_y, box.w - 2 * pad_x, box.h - 2 * pad_y};
    switch (node->flow) {
    case FLOW_COLUMN:
        place_column(lay, node, inner);
        break;
    case FLOW_ROW:
        place_row(lay, node, inner);
        break;
    case FLOW_GRID:
        place_grid(lay, node, inner);
        break;
    case FLOW_LAYER:
        EACH_CHILD(lay, node, child)
        layout_place_layer(lay, node, child, inner);
        break;
    }
}
