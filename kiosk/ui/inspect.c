#include "ui/inspect.h"

#define MAX_FINDINGS 64
#define TEXT_CONTRAST 7.0
#define FLOOR_CONTRAST 4.5 /* for words on a control, large and bold */
#define SHAPE_CONTRAST 3.0

typedef struct Inspection {
    const Page *page;
    Findings found;
} Inspection;

static void find(Inspection *in, const Node *node, const char *what) {
    if (in->found.count == MAX_FINDINGS)
        return;
    Slice label = page_label(in->page, node);
    if (label.len > 60)
        label.len = 60;
    in->found.finding[in->found.count++].text =
        arena_printf(in->page->arena, "\"" SLICE_FMT "\" at %d,%d %dx%d: %s", SLICE_ARG(label), node->box.x, node->box.y,
                     node->box.w, node->box.h, what);
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

/* ---- room ------------------------------------------------------------------------------------------------------ */

static void inspect_room(Inspection *in, const Node *node) {
    if (node->overflows)
        find(in, node, node->block.strained ? "a word is wider than its place" : "the content is larger than its place");
    if (!box_within(node->box, in->page->window))
        find(in, node, "leaves the window");
    for (int i = 0; i < node->block.line_count; i++)
        if (node->block.line[i].width > node->box.w)
            find(in, node, "a line is wider than its place");
    if (node->parent && has_ink(node) && !box_within(node->box, node->parent->box))
        find(in, node, "leaves the part that holds it");
}

/* A page of a reading that ends with a heading, or is nothing else. */
static void inspect_ending(Inspection *in, const Node *node) {
    const Node *last = NULL;
    for (const Node *child = node->first; child; child = child->next)
        if (!child->hidden)
            last = child;
    if (node->paged && last && last->keep)
        find(in, last, "a heading without its text");
}

static bool is_solid(const Node *node) {
    return has_ink(node) || node->action.token || node->graphic == GRAPHIC_PICTURE || node->graphic == GRAPHIC_BARS;
}

static void inspect_overlap(Inspection *in, const Node *a, const Node *b) {
    if (is_above(a, b) || is_above(b, a) || a->fade || b->fade)
        return; /* one picture that fades into the next lies over it */
    if (box_overlap(a->box, b->box))
        find(in, b, "overlaps another part");
}

/* ---- touch ----------------------------------------------------------------------------------------------------- */

static void inspect_target(Inspection *in, const Node *node) {
    int least = page_px(in->page, TARGET_MIN);
    if (node->box.w < least || node->box.h < least)
        find(in, node, "too small to touch");
    bool extra = node->role == ROLE_IMAGE; /* touching a picture does what a button does as well */
    if (!extra && node->box.y < page_reach(in->page))
        find(in, node, "out of reach");
}

static void inspect_gap(Inspection *in, const Node *a, const Node *b) {
    if (is_above(a, b) || is_above(b, a))
        return;
    if (box_overlap(box_grow(a->box, page_px(in->page, TARGET_GAP)), b->box))
        find(in, b, "too close to another control");
}

/* ---- sight ----------------------------------------------------------------------------------------------------- */

static Paint ground_of(const Node *node) {
    for (; node; node = node->parent)
        if (node->fill && node->fill != PAINT_SCRIM)
            return node->fill;
    return PAINT_BG;
}

static void inspect_contrast(Inspection *in, const Node *node) {
    ThemeId theme = in->page->settings.theme;
    uint32_t ground = theme_paint(theme, ground_of(node));
    if (has_ink(node)) {
        bool control = ground_of(node) >= PAINT_PRIMARY;
        double least = node->icon ? SHAPE_CONTRAST : control ? FLOOR_CONTRAST : TEXT_CONTRAST;
        if (theme_contrast(theme_paint(theme, node->ink), ground) < least)
            find(in, node, "too faint to read");
    }
    if (node->border && node->parent && node->fill) {
        uint32_t outside = theme_paint(theme, ground_of(node->parent));
        if (node->role != ROLE_DIALOG && theme_contrast(theme_paint(theme, node->border), outside) < SHAPE_CONTRAST)
            find(in, node, "its border is too faint");
    }
}

static void inspect_words(Inspection *in, const Node *node) {
    if ((node->role == ROLE_IMAGE || node->graphic == GRAPHIC_PICTURE || node->graphic == GRAPHIC_DRAWING) && !node->spoken.len)
        find(in, node, "an image without words");
    if (node->action.token && !page_label(in->page, node).len)
        find(in, node, "a control without words");
}

/* ---- the whole ------------------------------------------------------------------------------------------------- */

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
    if (!ways_out)
        find(&in, page->root, "no way to leave this page");
    return in.found;
}
