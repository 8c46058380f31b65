/* How large every part wants to be: widths from the outside in, heights from the inside out. */
#include "ui/layout.h"

#define MAX_CHILDREN 256

/* ---- text ------------------------------------------------------------------------------------ */

static int font_size(const Lay *lay, const Node *node) {
    int size = theme_size(node->type, lay->page->settings.step);
    size -= size * lay->finer / 100;
    return layout_px(lay, layout_shrunk(lay, size, node->least));
}

/* What some scripts have more of a line's height yields like the size of a picture. */
static int line_height(const Lay *lay, const Node *node) {
    int full = page_leading(lay->page, node->type, node->font_px);
    int usual = node->font_px * THEME_TYPE[node->type].leading / 100;
    return layout_shrunk(lay, full, usual);
}

static Slice written(const Node *node) {
    return node->icon ? icon_glyph(node->icon) : node->text;
}

void layout_break_text(const Lay *lay, Node *node, int width) {
    const Page *page = lay->page;
    Slice text = written(node);
    node->font_px = font_size(lay, node);
    node->line_px = line_height(lay, node);
    if (node->work.broken_px == node->font_px && node->work.broken_w == width)
        return;
    node->work.broken_px = node->font_px;
    node->work.broken_w = width;
    node->block = (TextBlock){0};
    if (text.len)
        node->block = text_break(page->typeface, page->arena, page_face(page, node->type),
                                 node->font_px, text, width);
}

/* ---- widths ---------------------------------------------------------------------------------- */

/* How a text is measured: on one line, or as narrow as it goes, its compounds whole or parted. */
typedef enum SizeMeasure { MEASURE_LINE, MEASURE_WORDS, MEASURE_PIECES, MEASURES } SizeMeasure;

/* Layout tries more than once: what was measured for this size is remembered. */
static int measured(const Lay *lay, Node *node, SizeMeasure measure) {
    static int (*const WIDTH[MEASURES])(const Typeface *, Face, int,
                                        Slice) = {text_width, text_word_width, text_least_width};
    Slice text = written(node);
    if (!text.len)
        return 0;
    int size = font_size(lay, node);
    if (node->work.measured_px != size)
        for (int i = 0; i < MEASURES; i++)
            node->work.measured[i] = 0;
    node->work.measured_px = size;
    if (!node->work.measured[measure])
        node->work.measured[measure] =
            WIDTH[measure](lay->page->typeface, page_face(lay->page, node->type), size, text);
    return node->work.measured[measure];
}

/* A picture keeps its shape when its height shrinks. */
static int own_width(const Lay *lay, const Node *node) {
    int height = layout_shrunk(lay, node->height, node->least);
    bool shrinks = node->height && height < node->height;
    return layout_px(lay, shrinks ? node->width * height / node->height : node->width);
}

static int inner_width(const Lay *lay, Node *node, SizeMeasure measure);

/* Width that the content wants when every text is measured like that. */
static int content_width(const Lay *lay, Node *node, SizeMeasure measure) {
    if (node->width)
        return own_width(lay, node);
    int content = inner_width(lay, node, measure) + 2 * layout_px(lay, node->pad_x);
    return layout_larger(content, layout_px(lay, node->min_w));
}

static int inner_width(const Lay *lay, Node *node, SizeMeasure measure) {
    int own = measured(lay, node, measure);
    int sum = 0, widest = 0;
    EACH_CHILD(lay, node, child) {
        int width = content_width(lay, child, measure);
        sum += width;
        widest = layout_larger(widest, width);
    }
    if (node->flow == FLOW_ROW)
        widest = sum + layout_gaps(lay, node, layout_count(lay, node));
    else if (node->flow == FLOW_GRID && node->columns)
        widest = widest * node->columns + layout_gaps(lay, node, node->columns);
    return layout_larger(own, widest);
}

typedef struct RowShare {
    Node *child;
    int natural, least;
} RowShare;

typedef struct LayoutRow {
    RowShare share[MAX_CHILDREN];
    int count, used, weight;
} LayoutRow;

/* Children that grow take what the others leave. */
static void list_row(const Lay *lay, Node *node, LayoutRow *row) {
    row->count = row->weight = 0;
    row->used = layout_gaps(lay, node, layout_count(lay, node));
    EACH_CHILD(lay, node, child) {
        int own = layout_larger(own_width(lay, child), layout_px(lay, child->min_w));
        int natural = child->grow ? own : content_width(lay, child, MEASURE_LINE);
        row->share[row->count++] = (RowShare){child, natural, natural};
        row->used += natural;
        row->weight += child->grow;
        if (row->count == MAX_CHILDREN)
            break;
    }
}

/* What the children can give when each is as narrow as it goes. */
static int find_least(const Lay *lay, LayoutRow *row, SizeMeasure measure) {
    int give = 0;
    for (int i = 0; i < row->count; i++) {
        RowShare *share = &row->share[i];
        if (!share->child->grow && !share->child->width) {
            int least = content_width(lay, share->child, measure);
            share->least = layout_smaller(share->natural, least);
        }
        give += share->natural - share->least;
    }
    return give;
}

/* Takes `excess` off the children, in proportion to what each can give of `give`. */
static void narrow(LayoutRow *row, int excess, int give) {
    excess = layout_smaller(excess, give);
    for (int i = 0; i < row->count && give > 0; i++) {
        int part = row->share[i].natural - row->share[i].least;
        int cut = (int)((long)excess * part / give);
        row->share[i].child->box.w -= cut;
        excess -= cut;
        give -= part;
    }
}

static void row_widths(const Lay *lay, Node *node, int inner) {
    LayoutRow row;
    list_row(lay, node, &row);
    for (int i = 0; i < row.count; i++)
        row.share[i].child->box.w = row.share[i].natural;
    if (row.used > inner) {
        int excess = row.used - inner, give = find_least(lay, &row, MEASURE_WORDS);
        if (give < excess) /* words may part at their hyphens then */
            give = find_least(lay, &row, MEASURE_PIECES);
        narrow(&row, excess, give);
        return;
    }
    for (int i = 0, rest = inner - row.used; i < row.count; i++) {
        Node *child = row.share[i].child;
        int part = row.weight ? (int)((long)rest * child->grow / row.weight) : 0;
        child->box.w += part;
        rest -= part;
        row.weight -= child->grow;
    }
}

static int column_child_width(const Lay *lay, const Node *parent, Node *child, int inner) {
    if (child->width)
        return layout_smaller(own_width(lay, child), inner);
    if (parent->align == ALIGN_STRETCH)
        return inner;
    return layout_smaller(content_width(lay, child, MEASURE_LINE), inner);
}

/* Few that are alone on the last page of a grid share its whole width. */
static int columns_of(const Lay *lay, const Node *node) {
    if (node->flow != FLOW_GRID)
        return 1;
    int columns = layout_larger(node->columns, 1);
    if (!node->work.rows_pinned)
        return columns;
    return layout_smaller(columns, layout_count(lay, node) -
                                       node->page_at * node->work.rows_pinned * columns);
}

void layout_widths(Lay *lay, Node *node, int inner) {
    if (node->flow == FLOW_ROW) {
        row_widths(lay, node, inner);
        return;
    }
    int columns = columns_of(lay, node);
    int cell = (inner - layout_gaps(lay, node, columns)) / columns;
    EACH_CHILD(lay, node, child)
    child->box.w = node->flow == FLOW_GRID && node->columns > 1
                       ? cell
                       : column_child_width(lay, node, child, inner);
}

/* ---- heights --------------------------------------------------------------------------------- */

int layout_tallest(const Lay *lay, const Node *node) {
    int tallest = 0;
    EACH_CHILD(lay, node, child)
    tallest = layout_larger(tallest, child->work.need_h);
    return tallest;
}

int layout_grid_rows(const Lay *lay, const Node *grid) {
    int columns = layout_larger(grid->columns, 1);
    return (layout_count(lay, grid) + columns - 1) / columns;
}

/* Rows that a grid asks for; one that is paged can do with fewer, in the end with one. */
static int wanted_rows(const Lay *lay, const Node *grid) {
    int rows = layout_grid_rows(lay, grid);
    if (!grid->paged)
        return rows;
    if (grid->work.rows_pinned)
        return rows - grid->page_at * grid->work.rows_pinned;
    int most = grid->page_rows ? grid->page_rows : 1;
    return layout_smaller(layout_smaller(most, lay->rows), rows);
}

/* Height that a child of a paged column needs together with what must follow it. */
int layout_kept(const Lay *lay, const Node *column, const Node *child) {
    const Node *next = child->keep ? layout_next(lay, child->next) : NULL;
    if (!next)
        return child->work.need_h;
    return child->work.need_h + layout_px(lay, column->gap) + layout_kept(lay, column, next);
}

/* A paged column only insists on its tallest child, with what must not be parted from it. */
static int tallest_kept(const Lay *lay, const Node *column) {
    int tallest = 0;
    EACH_CHILD(lay, column, child)
    tallest = layout_larger(tallest, layout_kept(lay, column, child));
    return tallest;
}

/* Height of the children stacked as their flow says. */
static int stacked_height(const Lay *lay, const Node *node) {
    int tallest = layout_tallest(lay, node);
    if (node->flow == FLOW_ROW || node->flow == FLOW_LAYER)
        return tallest;
    if (node->paged && node->flow == FLOW_COLUMN)
        return tallest_kept(lay, node);
    if (node->flow == FLOW_GRID) {
        int rows = wanted_rows(lay, node);
        return rows * tallest + layout_gaps(lay, node, rows);
    }
    int sum = layout_gaps(lay, node, layout_count(lay, node));
    EACH_CHILD(lay, node, child)
    sum += child->work.need_h;
    return sum;
}

static int written_height(const Node *node) {
    return node->block.line_count * node->line_px;
}

void layout_measure(Lay *lay, Node *node) {
    int inner = layout_larger(node->box.w - 2 * layout_px(lay, node->pad_x), 0);
    layout_break_text(lay, node, inner);
    layout_widths(lay, node, inner);
    EACH_CHILD(lay, node, child)
    layout_measure(lay, child);
    int content = layout_larger(written_height(node), stacked_height(lay, node));
    int least = layout_px(lay, layout_shrunk(lay, node->min_h, node->least));
    int need = layout_larger(content + 2 * layout_px(lay, node->pad_y), least);
    int given = layout_px(lay, layout_shrunk(lay, node->height, node->least));
    node->work.need_h = node->height ? given : need;
    node->overflows = (node->height && need > node->work.need_h) || node->block.strained;
}
