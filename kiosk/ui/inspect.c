#include "ui/inspect.h"

#include <string.h>

#define MAX_FINDINGS 64
#define LABEL_BYTES 60
#define TEXT_CONTRAST 7.0
#define FLOOR_CONTRAST 4.5 /* for words on a control, large and bold */
#define SHAPE_CONTRAST 3.0
#define SIEVE 80 /* squares of the raster along the longer side of the window */
#define HOLE 6   /* that many by that many empty: room for a large control and its gaps */
#define STRIP_HEIGHT 160
#define BUTTON_SHAPE 4  /* a button is at most so many times as wide as high */
#define POSTER_LEAST 24 /* a poster's picture has at least one part in so many of the window */

typedef struct Inspection {
    const Page *page;
    Findings found;
} Inspection;

static const char *const WORDS[] = {
#define FINDING(name, words) words,
#include "ui/findings.def"
#undef FINDING
};

static void find(Inspection *in, const Node *node, FindingKind kind) {
    if (in->found.count == MAX_FINDINGS)
        return;
    Slice label = page_label(in->page, node);
    if (label.len > LABEL_BYTES)
        label.len = utf8_start(label, LABEL_BYTES);
    Slice text =
        arena_printf(in->page->arena, "\"" SLICE_FMT "\" at %d,%d %dx%d: %s", SLICE_ARG(label),
                     node->box.x, node->box.y, node->box.w, node->box.h, WORDS[kind]);
    in->found.finding[in->found.count++] = (Finding){kind, node->box, label, text};
}

static bool has_ink(const Node *node) {
    return node->block.line_count > 0;
}

static bool is_above(const Node *ancestor, const Node *node) {
    for (; node; node = node->parent)
        if (node == ancestor)
            return true;
    return false;
}

/* The top of a dialog's tree: what is not below it is covered and judged when it was uncovered. */
static const Node *top_layer(const Page *page) {
    for (int i = page->shown_count - 1; i >= 0; i--)
        if (page->shown[i]->role == ROLE_DIALOG)
            return page->shown[i];
    return page->root;
}

/* ---- room ------------------------------------------------------------------------------------ */

static void inspect_room(Inspection *in, const Node *node) {
    if (node->overflows)
        find(in, node, node->block.strained ? FINDING_STRAINED : FINDING_OVERFLOWS);
    if (!box_within(node->box, in->page->window))
        find(in, node, FINDING_LEAVES_WINDOW);
    for (int i = 0; i < node->block.line_count; i++)
        if (node->block.line[i].width > node->box.w)
            find(in, node, FINDING_LONG_LINE);
    if (node->parent && has_ink(node) && !box_within(node->box, node->parent->box))
        find(in, node, FINDING_LEAVES_PART);
}

/* A page of a reading that ends with a heading, or is nothing else. */
static void inspect_ending(Inspection *in, const Node *node) {
    const Node *last = NULL;
    for (const Node *child = node->first; child; child = child->next)
        if (!child->hidden)
            last = child;
    if (node->paged && last && last->keep)
        find(in, last, FINDING_LONE_HEADING);
}

static bool is_solid(const Node *node) {
    return has_ink(node) || node->action.token || node->graphic.kind == GRAPHIC_PICTURE ||
           node->graphic.kind == GRAPHIC_BARS;
}

/* The back of a card lies over what stands on it, with its own words. */
static bool is_of_back(const Node *node) {
    return node->graphic.kind == GRAPHIC_BACK ||
           (node->parent && node->parent->graphic.kind == GRAPHIC_BACK);
}

static void inspect_overlap(Inspection *in, const Node *a, const Node *b) {
    if (is_of_back(a) || is_of_back(b))
        return;
    if (is_above(a, b) || is_above(b, a) || graphic_fades(a->graphic) || graphic_fades(b->graphic))
        return; /* one picture that fades into the next lies over it */
    if (box_overlap(a->box, b->box))
        find(in, b, FINDING_OVERLAPS);
}

/* ---- touch ----------------------------------------------------------------------------------- */

static void inspect_target(Inspection *in, const Node *node) {
    int least = page_px(in->page, TARGET_MIN);
    if (node->box.w < least || node->box.h < least)
        find(in, node, FINDING_SMALL_TARGET);
    /* touching a picture, or the card around a button, does what a button does as well */
    bool extra = node->role == ROLE_IMAGE || node->role == ROLE_BOX;
    if (!extra && node->box.y < page_reach(in->page))
        find(in, node, FINDING_OUT_OF_REACH);
}

static void inspect_gap(Inspection *in, const Node *a, const Node *b) {
    if (is_above(a, b) || is_above(b, a))
        return;
    if (box_overlap(box_grow(a->box, page_px(in->page, TARGET_GAP)), b->box))
        find(in, b, FINDING_CLOSE_TARGETS);
}

/* ---- sight ----------------------------------------------------------------------------------- */

static Paint ground_of(const Node *node) {
    for (; node; node = node->parent) {
        if (node->graphic.kind == GRAPHIC_LEVEL)
            return node->ink;
        if (node->fill && node->fill != PAINT_SCRIM)
            return node->fill;
    }
    return PAINT_BG;
}

/* The digit of a diploma: large, bold, and the shape around it says the same. */
static bool is_digit_of_level(const Node *node) {
    return node->parent && node->parent->graphic.kind == GRAPHIC_LEVEL;
}

static void inspect_contrast(Inspection *in, const Node *node) {
    ThemeId theme = in->page->settings.theme;
    uint32_t ground = theme_paint(theme, ground_of(node));
    if (has_ink(node)) {
        bool control = ground_of(node) >= PAINT_PRIMARY || is_digit_of_level(node);
        double least = node->icon ? SHAPE_CONTRAST : control ? FLOOR_CONTRAST : TEXT_CONTRAST;
        if (theme_contrast(theme_paint(theme, node->ink), ground) < least)
            find(in, node, FINDING_FAINT);
    }
    if (node->border && node->parent && node->fill) {
        uint32_t outside = theme_paint(theme, ground_of(node->parent));
        if (node->role != ROLE_DIALOG &&
            theme_contrast(theme_paint(theme, node->border), outside) < SHAPE_CONTRAST)
            find(in, node, FINDING_FAINT_BORDER);
    }
}

static void inspect_words(Inspection *in, const Node *node) {
    if ((node->role == ROLE_IMAGE || node->graphic.kind == GRAPHIC_PICTURE ||
         node->graphic.kind == GRAPHIC_DRAWING) &&
        !node->spoken.len)
        find(in, node, FINDING_NO_IMAGE_WORDS);
    if (node->action.token && !page_label(in->page, node).len)
        find(in, node, FINDING_NO_CONTROL_WORDS);
}

/* ---- what is missing ------------------------------------------------------------------------- */

static bool is_shown_picture(const Node *node) {
    switch (node->graphic.kind) {
    case GRAPHIC_PICTURE:
    case GRAPHIC_DRAWING:
    case GRAPHIC_EMBLEM:
    case GRAPHIC_VIDEO:
        return true;
    default:
        return false;
    }
}

static void inspect_poster(Inspection *in) {
    const Page *page = in->page;
    long window = (long)page->window.w * page->window.h;
    for (int i = 0; i < page->shown_count; i++) {
        Box box = page->shown[i]->box;
        if (is_shown_picture(page->shown[i]) && (long)box.w * box.h * POSTER_LEAST >= window)
            return;
    }
    find(in, page->root, FINDING_NO_POSTER);
}

static bool has_control(const Node *node) {
    if (node->action.token)
        return true;
    for (const Node *child = node->first; child; child = child->next)
        if (has_control(child))
            return true;
    return false;
}

/* A raster of the window: which squares have something in them. */
typedef struct Sieve {
    int side, across, down; /* pixels of a square; squares */
    bool full[SIEVE][SIEVE];
} Sieve;

static void fill_squares(Sieve *sieve, Box box) {
    for (int y = box.y / sieve->side; y <= (box.y + box.h - 1) / sieve->side; y++)
        for (int x = box.x / sieve->side; x <= (box.x + box.w - 1) / sieve->side; x++)
            if (x >= 0 && y >= 0 && x < sieve->across && y < sieve->down)
                sieve->full[y][x] = true;
}

static int widest_line(const Node *node) {
    int widest = 0;
    for (int i = 0; i < node->block.line_count; i++)
        if (node->block.line[i].width > widest)
            widest = node->block.line[i].width;
    return widest;
}

/* Where the lines of a text are: the rest of its box is bare. */
static Box ink_box(const Page *page, const Node *node) {
    int width = widest_line(node), rest = node->box.w - width;
    int leading = node->line_px;
    bool right = (node->align == ALIGN_END) != node->turned;
    int left = node->align == ALIGN_CENTER ? rest / 2 : right ? rest : 0;
    return (Box){node->box.x + left, node->box.y + page_px(page, node->pad_y), width,
                 leading * node->block.line_count};
}

/* What of a node there is to see; empty for one that only holds others. */
static Box seen_box(const Page *page, const Node *node) {
    if (node->graphic.kind && node->graphic.kind != GRAPHIC_PAPER)
        return node->box;
    return has_ink(node) ? ink_box(page, node) : (Box){0};
}

/* The box around all there is to see of a node and below it. */
static Box content_box(const Page *page, const Node *node) {
    Box all = seen_box(page, node);
    for (const Node *child = node->first; child; child = child->next) {
        Box box = child->hidden ? (Box){0} : content_box(page, child);
        if (!box_empty(box))
            all = box_empty(all) ? box : box_join(all, box);
    }
    return all;
}

/* A row of buttons, as the bar of every page or a pager: nothing else would go into it. */
static bool is_strip(const Page *page, const Node *node) {
    return node->flow == FLOW_ROW && !node->action.token && has_control(node) &&
           node->box.h <= page_px(page, STRIP_HEIGHT);
}

/* A button is full, and so is a row of them; a card is as full as the box around what is on it. */
static void sift(const Page *page, Sieve *sieve, const Node *node) {
    bool control = node->action.token;
    bool button = control && node->box.w <= BUTTON_SHAPE * node->box.h &&
                  node->box.h <= page_px(page, TARGET_PRIMARY);
    Box box = control ? content_box(page, node) : seen_box(page, node);
    if (button || is_strip(page, node))
        box = node->box;
    if (!box_empty(box))
        fill_squares(sieve, box);
}

/* Marks the square of HOLE squares whose corner is there, if all of them are empty. */
static void mark_hole(const Sieve *sieve, bool hole[SIEVE][SIEVE], int left, int top) {
    for (int y = top; y < top + HOLE; y++)
        for (int x = left; x < left + HOLE; x++)
            if (sieve->full[y][x])
                return;
    for (int y = top; y < top + HOLE; y++)
        for (int x = left; x < left + HOLE; x++)
            hole[y][x] = true;
}

/* Hundredths of the box that lie in holes: bare ground where a control would find room. */
static int emptiness(const Sieve *sieve, Box box) {
    bool hole[SIEVE][SIEVE];
    memset(hole, 0, sizeof hole);
    int left = box.x / sieve->side, right = (box.x + box.w) / sieve->side, empty = 0;
    int top = box.y / sieve->side, bottom = (box.y + box.h) / sieve->side;
    for (int y = top; y + HOLE <= bottom; y++)
        for (int x = left; x + HOLE <= right; x++)
            mark_hole(sieve, hole, x, y);
    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++)
            empty += hole[y][x];
    int all = (right - left) * (bottom - top);
    return all ? 100 * empty / all : 0;
}

static const Node *first_left_out(const Node *node) {
    if (node->left_out)
        return node;
    for (const Node *child = node->first; child; child = child->next) {
        const Node *found = first_left_out(child);
        if (found)
            return found;
    }
    return NULL;
}

static bool is_on_control(const Node *node) {
    for (; node; node = node->parent)
        if (node->action.token)
            return true;
    return false;
}

/* Where a part would have found its place: what stands on a control cannot go out of reach. */
static Box ground_for(const Page *page, const Node *missing, Box ground) {
    int reach = page_reach(page), below = ground.y + ground.h;
    if (is_on_control(missing) && ground.y < reach)
        ground = (Box){ground.x, reach, ground.w, below > reach ? below - reach : 0};
    return ground;
}

static void inspect_missing(Inspection *in, const Node *top) {
    const Page *page = in->page;
    const Node *missing = first_left_out(top);
    if (!missing)
        return;
    if (has_control(missing))
        find(in, missing, FINDING_CONTROL_LEFT_OUT);
    Sieve sieve;
    int longer = page->window.w > page->window.h ? page->window.w : page->window.h;
    memset(&sieve, 0, sizeof sieve);
    sieve.side = (longer + SIEVE - 1) / SIEVE;
    sieve.across = page->window.w / sieve.side;
    sieve.down = page->window.h / sieve.side;
    for (int i = 0; i < page->shown_count; i++)
        if (is_above(top, page->shown[i]))
            sift(page, &sieve, page->shown[i]);
    if (emptiness(&sieve, ground_for(page, missing, top->box)) >= 25)
        find(in, missing, FINDING_LEFT_OUT);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void inspect_pairs(Inspection *in, const Node *top, int i) {
    const Page *page = in->page;
    const Node *node = page->shown[i];
    for (int j = 0; j < i; j++) {
        const Node *other = page->shown[j];
        if (!is_above(top, other))
            continue;
        if (is_solid(node) && is_solid(other))
            inspect_overlap(in, other, node);
        if (page_can_act(node) && page_can_act(other))
            inspect_gap(in, other, node);
    }
}

Findings page_inspect(const Page *page) {
    Inspection in = {.page = page, .found = {arena_array(page->arena, Finding, MAX_FINDINGS), 0}};
    const Node *top = top_layer(page);
    int ways_out = 0;
    for (int i = 0; i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        ways_out += page_can_act(node);
        if (!is_above(top, node))
            continue;
        inspect_room(&in, node);
        inspect_ending(&in, node);
        inspect_contrast(&in, node);
        inspect_words(&in, node);
        if (node->action.token && !node->inert)
            inspect_target(&in, node);
        inspect_pairs(&in, top, i);
    }
    inspect_missing(&in, top);
    if (page->poster)
        inspect_poster(&in);
    if (!ways_out)
        find(&in, page->root, FINDING_NO_WAY_OUT);
    return in.found;
}
