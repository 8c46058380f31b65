/* Decides what of a page is shown: finds how far each of its layers must yield for everything to
   find its place, and lists what is seen. */
#include "ui/layout.h"

#include <string.h>

#define RANKS 3
#define KINDS_MAX 64
#define FINER_MOST 50 /* per cent that letters may give up, and in which steps */
#define FINER_STEP 5
#define ROWS_MANY 4 /* more rows than that are not worth trying one by one */

int layout_px(const Lay *lay, int length) {
    return page_px(lay->page, length);
}

int layout_larger(int a, int b) {
    return a > b ? a : b;
}

int layout_smaller(int a, int b) {
    return a < b ? a : b;
}

int layout_shrunk(const Lay *lay, int length, int least) {
    if (!least || least >= length)
        return length;
    return length - (length - least) * lay->squeeze / SQUEEZE_MOST;
}

/* Left out: spare nodes of a kind that had to go, pagers while there is nothing to turn. */
static bool is_left_out(const Lay *lay, const Node *node) {
    bool spared = node->drop_rank && lay->out >> node->work.kind & 1;
    return spared || (node->pager && node->turns->work.single);
}

Node *layout_next(const Lay *lay, Node *node) {
    while (node && is_left_out(lay, node))
        node = node->next;
    return node;
}

int layout_count(const Lay *lay, const Node *node) {
    int count = 0;
    EACH_CHILD(lay, node, child)
    count++;
    return count;
}

int layout_gaps(const Lay *lay, const Node *node, int count) {
    return count > 1 ? layout_px(lay, node->gap) * (count - 1) : 0;
}

/* ---- one try --------------------------------------------------------------------------------- */

static void forget_layout(Node *node) {
    node->hidden = node->left_out = false;
    node->work.single = node->paged;
    for (Node *child = node->first; child; child = child->next)
        forget_layout(child);
}

static void show_all(Node *node) {
    node->hidden = false;
    for (Node *child = node->first; child; child = child->next)
        show_all(child);
}

/* Finds paged nodes that need more than the one page they were given; are there any? */
static bool find_turned(Node *node) {
    bool any = node->work.single && node->page_count > 1;
    if (any)
        node->work.single = false;
    for (Node *child = node->first; child; child = child->next)
        any |= find_turned(child);
    return any;
}

static void hide_left_out(const Lay *lay, Node *node) {
    for (Node *child = node->first; child; child = child->next) {
        if (is_left_out(lay, child)) {
            child->hidden = true;
            child->left_out = child->drop_rank;
            child->box = (Box){0};
        }
        hide_left_out(lay, child);
    }
}

/* What is wrong on the layer: one for each compound parted, far more for what finds no place. */
static int faults(const Node *node) {
    if (node->hidden)
        return 0;
    int count = 1000 * node->overflows + node->block.split;
    for (const Node *child = node->first; child; child = child->next)
        count += faults(child);
    return count;
}

static void place_all(Lay *lay, Node *layer) {
    Node *root = lay->page->root;
    show_all(layer);
    layout_widths(lay, root, lay->page->window.w);
    layout_measure(lay, layer);
    layout_place_layer(lay, root, layer, lay->page->window);
}

/* Lays the layer out as far yielding as `lay` says; answers what is wrong with it then. */
static int try(Lay *lay, Node *layer) {
    forget_layout(layer);
    place_all(lay, layer);
    if (find_turned(layer))
        place_all(lay, layer); /* once more, with room for the pagers */
    hide_left_out(lay, layer);
    return faults(layer);
}

static bool is_full(int wrong) {
    return wrong >= 1000;
}

/* ---- what may be left out -------------------------------------------------------------------- */

/* The spare nodes that leave together, as the second lines of all cards do: alike, and as deep in
   the tree. */
typedef struct Kinds {
    const Node *first[KINDS_MAX];
    int depth[KINDS_MAX];
    int count;
} Kinds;

static bool is_alike(const Node *a, const Node *b) {
    return a->drop_rank == b->drop_rank && a->role == b->role && a->type == b->type &&
           !a->graphic.kind == !b->graphic.kind && !a->icon == !b->icon;
}

static int kind_of(Kinds *kinds, const Node *node, int depth) {
    for (int i = 0; i < kinds->count; i++)
        if (kinds->depth[i] == depth && is_alike(kinds->first[i], node))
            return i;
    if (kinds->count == KINDS_MAX)
        return KINDS_MAX - 1;
    kinds->first[kinds->count] = node;
    kinds->depth[kinds->count] = depth;
    return kinds->count++;
}

static void find_kinds(Kinds *kinds, Node *node, int depth) {
    if (node->drop_rank)
        node->work.kind = kind_of(kinds, node, depth);
    for (Node *child = node->first; child; child = child->next)
        find_kinds(kinds, child, depth + 1);
}

static uint64_t of_rank(const Kinds *kinds, int rank) {
    uint64_t all = 0;
    for (int i = 0; i < kinds->count; i++)
        if (kinds->first[i]->drop_rank == rank)
            all |= (uint64_t)1 << i;
    return all;
}

/* ---- yielding -------------------------------------------------------------------------------- */

/* Gives up one thing after the other until the layer fits: words that only add something, then
   the number of rows on a page, and pictures at the very last. Answers what is wrong in the end. */
static int give_up(Lay *lay, Node *layer, const Kinds *kinds) {
    int wrong = try(lay, layer);
    for (int rank = 1; rank <= RANKS && is_full(wrong); rank++) {
        lay->out |= of_rank(kinds, rank);
        wrong = try(lay, layer);
        if (is_full(wrong) && lay->rows > 1) {
            lay->rows = rank == 1 ? 2 : 1;
            wrong = try(lay, layer);
        }
    }
    return wrong;
}

/* A language that says everything at greater length: when nothing else is left to give up, all
   letters of the layer become smaller together. */
static int write_finer(Lay *lay, Node *layer, int wrong) {
    while (is_full(wrong) &&
           lay->finer < FINER_MOST) { /* not every step fits better than the last */
        lay->finer += FINER_STEP;
        wrong = try(lay, layer);
    }
    return wrong;
}

/* Takes back what need not have been given up: leaving it out was of no use to what is full. */
static void take_back_rank(Lay *lay, Node *layer, const Kinds *kinds, int rank, int wrong) {
    for (uint64_t one = 1, all = lay->out & of_rank(kinds, rank); all; one <<= 1) {
        if (!(all & one))
            continue;
        all &= ~one;
        lay->out &= ~one;
        if (try(lay, layer) > wrong)
            lay->out |= one;
    }
}

static void take_back_rows(Lay *lay, Node *layer, int wrong) {
    int least = lay->rows;
    if (least == ROWS_ALL)
        return;
    lay->rows = ROWS_ALL;
    while (lay->rows > least && try(lay, layer) > wrong)
        lay->rows = layout_smaller(lay->rows - 1, ROWS_MANY);
}

static void take_back(Lay *lay, Node *layer, const Kinds *kinds, int wrong) {
    for (int rank = RANKS; rank > 1; rank--)
        take_back_rank(lay, layer, kinds, rank, wrong);
    take_back_rows(lay, layer, wrong);
    take_back_rank(lay, layer, kinds, 1, wrong);
}

/* The least squeeze at which no more is wrong than at the most. */
static void relax(Lay *lay, Node *layer, int wrong) {
    int low = 0, high = SQUEEZE_MOST;
    bool stands = false;
    while (low < high) {
        lay->squeeze = (low + high) / 2;
        stands = try(lay, layer) <= wrong;
        if (stands)
            high = lay->squeeze;
        else
            low = lay->squeeze + 1;
    }
    lay->squeeze = high;
    if (!stands)
        try(lay, layer);
}

/* The last page of a grid may have fewer rows than the others, and room for more on each: from now
   on only its own rows count. Is there such a page? */
static bool pin_last_page(Node *node) {
    bool last = node->page_at > 0 && node->page_at + 1 == node->page_count;
    bool any = node->paged && node->flow == FLOW_GRID && last;
    if (any)
        node->work.rows_pinned = node->work.rows_shown;
    for (Node *child = node->first; child; child = child->next)
        any |= !child->hidden && pin_last_page(child);
    return any;
}

static void lay_out(Lay *lay, Node *layer) {
    if (!try(lay, layer))
        return;
    Kinds kinds = {.count = 0};
    find_kinds(&kinds, layer, 0);
    lay->squeeze = SQUEEZE_MOST;
    int wrong = write_finer(lay, layer, give_up(lay, layer, &kinds));
    if (lay->out || lay->rows < ROWS_ALL)
        take_back(lay, layer, &kinds, wrong);
    relax(lay, layer, wrong);
    if (lay->out && pin_last_page(layer)) {
        lay->squeeze = SQUEEZE_MOST;
        take_back(lay, layer, &kinds, wrong);
        relax(lay, layer, wrong);
    }
}

/* ---- what is shown --------------------------------------------------------------------------- */

/* Pagers learn only now which page they are on. */
static void finish_pager(const Lay *lay, Node *node) {
    const Node *of = node->turns;
    int to = of->page_at + node->turn;
    if (node->turn) {
        node->action.arg = to;
        node->disabled = to < 0 || to >= of->page_count;
        return;
    }
    node->text = arena_printf(lay->page->arena, "%d / %d", of->page_at + 1, of->page_count);
    node->work.broken_px = 0;
    layout_break_text(lay, node, node->box.w);
}

static void finish_pagers(const Lay *lay, Node *node) {
    if (node->turns && !node->pager)
        finish_pager(lay, node);
    for (Node *child = node->first; child; child = child->next)
        finish_pagers(lay, child);
}

/* What cannot be touched now lies flat and quiet, with all on it, whatever it looks like else. */
static void lay_flat(Node *node) {
    bool on_sign = node->parent->graphic.kind == GRAPHIC_LEVEL; /* which is drawn in its own ink */
    node->fill = node->fill ? PAINT_SOFT : PAINT_NONE;
    node->edge = node->border = PAINT_NONE;
    node->ink = on_sign ? PAINT_SOFT : PAINT_INK2;
}

static void list_shown(Page *page, Node *node, const Node *above) {
    page->left_out += node->left_out;
    if (node->hidden)
        return;
    if (above) {
        node->inert |= above->inert;
        node->disabled |= above->disabled;
        node->parent_pressed = above->parent_pressed || above->pressed;
    }
    if (node->disabled)
        lay_flat(node);
    page->overflows += node->overflows;
    page->shown[page->shown_count++] = node;
    for (Node *child = node->first; child; child = child->next)
        list_shown(page, child, node);
}

/* The one place that turns a page about: laid out from left to right, each box goes to the other
   side; what keeps its sides moves as a whole. */
static void mirror(const Page *page, Node *node, int moved, bool keeps) {
    int x = keeps ? node->box.x + moved : page->window.w - node->box.x - node->box.w;
    moved = x - node->box.x;
    node->box.x = x;
    node->turned = !keeps;
    for (Node *child = node->first; child; child = child->next)
        mirror(page, child, moved, keeps || node->keeps_sides);
}

/* A voice has to know in which language it reads what was not translated. */
static void tell_languages(Page *page) {
    for (int i = 0; i < page->shown_count; i++) {
        Node *node = page->shown[i];
        Slice says = node->spoken.len ? node->spoken : node->text;
        node->lang = node->tongue ? node->tongue - 1 : langs_of(page->settings.lang, says);
    }
}

/* What lies over a page is laid out for itself: a drawer that is full takes nothing from the page
   behind it. */
void page_layout(Page *page) {
    page->shown = arena_array(page->arena, Node *, page->node_count);
    page->shown_count = page->overflows = page->left_out = 0;
    page->root->box = page->window;
    for (Node *layer = page->root->first; layer; layer = layer->next) {
        Lay lay = {.page = page, .rows = ROWS_ALL};
        lay_out(&lay, layer);
        finish_pagers(&lay, layer);
    }
    if (page->form.mirrored)
        mirror(page, page->root, 0, false);
    list_shown(page, page->root, NULL);
    tell_languages(page);
}
