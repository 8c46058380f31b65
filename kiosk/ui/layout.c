/* Gives every node of a page its box: widths from the outside in, heights from the inside out, then places. */
#include "ui/page.h"

#include <string.h>

#define MAX_THRIFT 3
#define MAX_CHILDREN 256

typedef struct Lay {
    Page *page;
    int thrift;
} Lay;

static int px(const Lay *lay, int length) {
    return page_px(lay->page, length);
}

/* Spare nodes leave when the page is too full, pagers while there is nothing to turn. */
static bool left_out(const Lay *lay, const Node *node) {
    return (node->spare && node->spare <= lay->thrift) || (node->pager && node->turns->single);
}

static const Node *next_laid(const Lay *lay, const Node *node) {
    while (node && left_out(lay, node))
        node = node->next;
    return node;
}

#define EACH_CHILD(lay, node, child)                                                                                   \
    for (Node *child = (Node *)next_laid((lay), (node)->first); child; child = (Node *)next_laid((lay), child->next))

static int child_count(const Lay *lay, const Node *node) {
    int count = 0;
    EACH_CHILD(lay, node, child)
    count++;
    return count;
}

static int gaps(const Lay *lay, const Node *node, int count) {
    return count > 1 ? px(lay, node->gap) * (count - 1) : 0;
}

static int at_least(int a, int b) {
    return a > b ? a : b;
}

static int at_most(int a, int b) {
    return a < b ? a : b;
}

/* ---- text ----------------------------------------------------------------------------------------------------- */

static int font_size(const Lay *lay, const Node *node) {
    return px(lay, theme_size(node->type, lay->page->settings.step));
}

static int line_height(const Lay *lay, const Node *node) {
    return font_size(lay, node) * THEME_TYPE[node->type].leading / 100;
}

static Slice written(const Node *node) {
    return node->icon ? icon_glyph(node->icon) : node->text;
}

static void break_text(const Lay *lay, Node *node, int width) {
    const Page *page = lay->page;
    Slice text = written(node);
    node->block = (TextBlock){0};
    if (text.len)
        node->block =
            text_break(page->typeface, page->arena, THEME_TYPE[node->type].face, font_size(lay, node), text, width);
}

/* ---- widths --------------------------------------------------------------------------------------------------- */

typedef int (*TextWidth)(const Typeface *, Face, int, Slice);

/* Width that the content wants when every text is measured by `measure`: on one line, or as narrow as it goes. */
static int content_width(const Lay *lay, const Node *node, TextWidth measure) {
    if (node->width)
        return px(lay, node->width);
    Slice text = written(node);
    int inner =
        text.len ? measure(lay->page->typeface, THEME_TYPE[node->type].face, font_size(lay, node), text) : 0;
    int sum = 0, widest = 0;
    EACH_CHILD(lay, node, child) {
        int width = content_width(lay, child, measure);
        sum += width;
        widest = at_least(widest, width);
    }
    if (node->flow == FLOW_ROW)
        inner = at_least(inner, sum + gaps(lay, node, child_count(lay, node)));
    else if (node->flow == FLOW_GRID && node->columns)
        inner = at_least(inner, widest * node->columns + gaps(lay, node, node->columns));
    else
        inner = at_least(inner, widest);
    return at_least(inner + 2 * px(lay, node->pad_x), px(lay, node->min_w));
}

typedef struct RowShare {
    int natural, least;
} RowShare;

/* Takes `excess` off the children that may shrink, in proportion to what each can give. */
static void shrink(Node **child, RowShare *share, int count, int excess) {
    int give = 0;
    for (int i = 0; i < count; i++)
        give += share[i].natural - share[i].least;
    if (excess > give)
        excess = give;
    for (int i = 0; i < count && give > 0; i++) {
        int part = share[i].natural - share[i].least;
        int cut = (int)((long)excess * part / give);
        child[i]->box.w -= cut;
        excess -= cut;
        give -= part;
    }
}

static void row_widths(Lay *lay, Node *row, int inner) {
    Node *child_at[MAX_CHILDREN];
    RowShare share[MAX_CHILDREN];
    int count = 0, used = gaps(lay, row, child_count(lay, row)), weight = 0;
    EACH_CHILD(lay, row, child) {
        int natural = child->grow ? px(lay, at_least(child->width, child->min_w)) : content_width(lay, child, text_width);
        child->box.w = natural;
        used += natural;
        weight += child->grow;
        share[count] = (RowShare){natural, natural};
        child_at[count++] = child;
        if (count == MAX_CHILDREN)
            break;
    }
    if (used > inner) {
        for (int i = 0; i < count; i++)
            if (!child_at[i]->grow && !child_at[i]->width)
                share[i].least = at_most(share[i].natural, content_width(lay, child_at[i], text_least_width));
        shrink(child_at, share, count, used - inner);
        return;
    }
    for (int i = 0, rest = inner - used; i < count; i++) {
        int part = weight ? (int)((long)rest * child_at[i]->grow / weight) : 0;
        child_at[i]->box.w += part;
        rest -= part;
        weight -= child_at[i]->grow;
    }
}

static int column_child_width(const Lay *lay, const Node *parent, const Node *child, int inner) {
    if (child->width)
        return at_most(px(lay, child->width), inner);
    if (parent->align == ALIGN_STRETCH)
        return inner;
    return at_most(content_width(lay, child, text_width), inner);
}

static void child_widths(Lay *lay, Node *node, int inner) {
    if (node->flow == FLOW_ROW) {
        row_widths(lay, node, inner);
        return;
    }
    int columns = node->flow == FLOW_GRID ? at_least(node->columns, 1) : 1;
    int cell = (inner - gaps(lay, node, columns)) / columns;
    EACH_CHILD(lay, node, child)
    child->box.w = columns > 1 ? cell : column_child_width(lay, node, child, inner);
}

/* ---- heights -------------------------------------------------------------------------------------------------- */

static int tallest_child(const Lay *lay, const Node *node) {
    int tallest = 0;
    EACH_CHILD(lay, node, child)
    tallest = at_least(tallest, child->need_h);
    return tallest;
}

static int grid_rows(const Lay *lay, const Node *grid) {
    int columns = at_least(grid->columns, 1);
    return (child_count(lay, grid) + columns - 1) / columns;
}

/* Rows that a paged grid asks for: those of a full page while thrift can still make room, then one. */
static int wanted_rows(const Lay *lay, const Node *grid) {
    if (!grid->paged)
        return grid_rows(lay, grid);
    return lay->thrift < MAX_THRIFT && grid->page_rows ? at_most(grid->page_rows, grid_rows(lay, grid)) : 1;
}

/* Height of the children stacked as their flow says; a paged column only insists on its tallest child. */
static int stacked_height(const Lay *lay, const Node *node) {
    int tallest = tallest_child(lay, node);
    if ((node->paged && node->flow == FLOW_COLUMN) || node->flow == FLOW_ROW || node->flow == FLOW_LAYER)
        return tallest;
    if (node->flow == FLOW_GRID) {
        int rows = wanted_rows(lay, node);
        return rows * tallest + gaps(lay, node, rows);
    }
    int sum = gaps(lay, node, child_count(lay, node));
    EACH_CHILD(lay, node, child)
    sum += child->need_h;
    return sum;
}

static void measure(Lay *lay, Node *node) {
    int inner = at_least(node->box.w - 2 * px(lay, node->pad_x), 0);
    break_text(lay, node, inner);
    child_widths(lay, node, inner);
    EACH_CHILD(lay, node, child)
    measure(lay, child);
    int content = at_least(node->block.line_count * line_height(lay, node), stacked_height(lay, node));
    int need = at_least(content + 2 * px(lay, node->pad_y), px(lay, node->min_h));
    node->need_h = node->height ? px(lay, node->height) : need;
    node->overflows = (node->height && need > node->need_h) || node->block.strained;
}

/* ---- places --------------------------------------------------------------------------------------------------- */

static void place(Lay *lay, Node *node, Box box);

static int aligned(Align align, int room) {
    return align == ALIGN_CENTER ? room / 2 : align == ALIGN_END ? room : 0;
}

static void hide(Node *node) {
    node->hidden = true;
    node->box = (Box){0};
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
    node->page_count = at_least(count, 1);
    node->page_at = at_most(at_least(node->page_wish, 0), node->page_count - 1);
    return node->page_at;
}

/* Height that a child of a paged column needs together with what must follow it. */
static int kept_height(const Lay *lay, const Node *column, const Node *child) {
    const Node *next = child->keep ? next_laid(lay, child->next) : NULL;
    return child->need_h + (next ? px(lay, column->gap) + kept_height(lay, column, next) : 0);
}

/* Index of the first child of every page of a paged column; answers the number of pages. */
static int column_pages(const Lay *lay, const Node *node, int room, int *first_of) {
    int pages = 0, used = 0, at = 0;
    EACH_CHILD(lay, node, child) {
        if (pages == 0 || used + px(lay, node->gap) + kept_height(lay, node, child) > room) {
            first_of[pages++] = at;
            used = child->need_h;
        } else {
            used += px(lay, node->gap) + child->need_h;
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
    if (child_count(lay, node))
        show_only(lay, node, first_of[at], first_of[at + 1]);
}

/* Rows that one page of the grid holds. */
static int turn_grid(const Lay *lay, Node *grid, int room) {
    int gap = px(lay, grid->gap), columns = at_least(grid->columns, 1);
    int fit = at_least((room + gap) / at_least(tallest_child(lay, grid) + gap, 1), 1);
    int rows = grid->page_rows ? at_most(fit, grid->page_rows) : fit;
    int each = rows * columns, count = child_count(lay, grid);
    int at = clamp_page(grid, (count + each - 1) / each);
    show_only(lay, grid, at * each, (at + 1) * each);
    return at_most(rows, grid_rows(lay, grid));
}

static void place_grid(Lay *lay, Node *grid, Box inner) {
    int gap = px(lay, grid->gap), columns = at_least(grid->columns, 1);
    int rows = grid->paged ? turn_grid(lay, grid, inner.h) : grid_rows(lay, grid);
    int row_h = rows ? (inner.h - gap * (rows - 1)) / rows : 0;
    if (grid->row_max)
        row_h = at_most(row_h, at_least(px(lay, grid->row_max), tallest_child(lay, grid)));
    int at = 0;
    EACH_CHILD(lay, grid, child) {
        if (child->hidden)
            continue;
        int x = inner.x + at % columns * (child->box.w + gap), y = inner.y + at / columns * (row_h + gap);
        place(lay, child, (Box){x, y, child->box.w, row_h});
        at++;
    }
}

static void place_row(Lay *lay, Node *row, Box inner) {
    int used = gaps(lay, row, child_count(lay, row));
    EACH_CHILD(lay, row, child)
    used += child->box.w;
    row->overflows |= used > inner.w;
    int x = inner.x + aligned(row->justify, at_least(inner.w - used, 0));
    EACH_CHILD(lay, row, child) {
        bool whole = row->align == ALIGN_STRETCH && !child->height;
        int h = whole ? inner.h : at_most(child->need_h, inner.h);
        place(lay, child, (Box){x, inner.y + aligned(row->align, inner.h - h), child->box.w, h});
        x += child->box.w + px(lay, row->gap);
    }
}

static void place_column(Lay *lay, Node *column, Box inner) {
    if (column->paged)
        turn_column(lay, column, inner.h);
    int used = 0, weight = 0, count = 0;
    EACH_CHILD(lay, column, child) {
        if (child->hidden)
            continue;
        used += child->need_h;
        weight += child->grow;
        count++;
    }
    int rest = inner.h - used - gaps(lay, column, count);
    int y = inner.y + (weight ? 0 : aligned(column->justify, at_least(rest, 0)));
    EACH_CHILD(lay, column, child) {
        if (child->hidden)
            continue;
        int part = weight && rest > 0 ? (int)((long)rest * child->grow / weight) : 0;
        rest -= part;
        weight -= child->grow;
        int x = inner.x + aligned(column->align, inner.w - child->box.w);
        place(lay, child, (Box){x, y, child->box.w, child->need_h + part});
        y += child->need_h + part + px(lay, column->gap);
    }
}

static void place_layers(Lay *lay, Node *node, Box inner) {
    EACH_CHILD(lay, node, child) {
        Box box = inner;
        if (child->height) {
            box.h = at_most(child->need_h, inner.h);
            box.y += aligned(node->justify, inner.h - box.h);
        }
        box.w = child->box.w;
        box.x += aligned(node->align, inner.w - box.w);
        place(lay, child, box);
    }
}

static void place(Lay *lay, Node *node, Box box) {
    node->box = box;
    node->overflows |= node->need_h > box.h;
    int pad_x = px(lay, node->pad_x), pad_y = px(lay, node->pad_y);
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
        place_layers(lay, node, inner);
        break;
    }
}

/* ---- what is shown --------------------------------------------------------------------------------------------- */

/* Pagers learn only now which page they are on. */
static void finish_pager(Lay *lay, Node *node) {
    const Node *of = node->turns;
    int to = of->page_at + node->turn;
    if (node->turn) {
        node->action.arg = to;
        node->disabled = to < 0 || to >= of->page_count;
        return;
    }
    node->text = arena_printf(lay->page->arena, "%d / %d", of->page_at + 1, of->page_count);
    break_text(lay, node, node->box.w);
}

static void list_shown(Lay *lay, Node *node, const Node *above) {
    Page *page = lay->page;
    if (node->turns && !node->pager)
        finish_pager(lay, node);
    if (node->hidden)
        return;
    if (above) {
        node->inert |= above->inert;
        node->sunk = above->sunk || above->pressed;
    }
    page->overflows += node->overflows;
    page->shown[page->shown_count++] = node;
    EACH_CHILD(lay, node, child)
    list_shown(lay, child, node);
}

static void forget_layout(Node *node) {
    node->hidden = false;
    for (Node *child = node->first; child; child = child->next)
        forget_layout(child);
}

static void assume_single(Node *node) {
    node->single = node->paged;
    for (Node *child = node->first; child; child = child->next)
        assume_single(child);
}

/* Finds paged nodes that need more than the one page they were given; answers whether there are any. */
static bool find_turned(Node *node) {
    bool any = node->single && node->page_count > 1;
    if (any)
        node->single = false;
    for (Node *child = node->first; child; child = child->next)
        any |= find_turned(child);
    return any;
}

static void hide_left_out(const Lay *lay, Node *node) {
    for (Node *child = node->first; child; child = child->next) {
        if (left_out(lay, child))
            hide(child);
        hide_left_out(lay, child);
    }
}

static void place_all(Lay *lay) {
    Page *page = lay->page;
    forget_layout(page->root);
    page->root->box.w = page->window.w;
    measure(lay, page->root);
    place(lay, page->root, page->window);
}

/* Lays the page out at one rank of thrift; answers whether everything found its place. */
static bool lay_out(Page *page, int thrift) {
    Lay lay = {.page = page, .thrift = thrift};
    page->shown_count = page->overflows = 0;
    page->thrift = thrift;
    assume_single(page->root);
    place_all(&lay);
    if (find_turned(page->root))
        place_all(&lay); /* once more, with room for the pagers */
    hide_left_out(&lay, page->root);
    list_shown(&lay, page->root, NULL);
    return page->overflows == 0;
}

void page_layout(Page *page) {
    page->shown = arena_array(page->arena, Node *, page->node_count);
    for (int thrift = 0; thrift <= MAX_THRIFT; thrift++)
        if (lay_out(page, thrift))
            return;
}
