#include "edit/overlay.h"

#include "base/slots.h"
#include "ui/widget.h"

#include <string.h>

typedef struct Draft {
    Page *page;
    const OverlaySays *says;
    Node *strip; /* or the sign of it; NULL: there is nothing to say */
} Draft;

static Slice word(const Draft *d, EditWord id) {
    return edit_word(d->says->reader, id);
}

static Slice number(const Draft *d, int n) {
    return arena_printf(d->page->arena, "%d", n);
}

/* ---- the strip ------------------------------------------------------------------------------- */

static Slice where(const Draft *d, const Remark *remark) {
    return SLOTS_FILL(d->page->arena, word(d, EDIT_WHERE), {"file", remark->file},
                      {"line", number(d, remark->line)});
}

static Slice count(const Draft *d, int at, int of) {
    return SLOTS_FILL(d->page->arena, word(d, EDIT_COUNT), {"at", number(d, at)},
                      {"of", number(d, of)});
}

/* A row of the strip: its sign, and a column beside it. */
static Node *add_row(Draft *d, Node *parent, Icon icon, Paint ink) {
    Node *row = widget_row(d->page, parent, SPACE_20);
    widget_icon(d->page, row, TYPE_ICON, icon, ink)->least = ICON_LEAST;
    return widget_share(d->page, row, 1, SPACE_4);
}

/* What it is, and how many there are of it. */
static Node *add_head(Draft *d, Node *column, EditWord title, Slice where_it_is) {
    Page *page = d->page;
    Node *head = widget_line(page, column, SPACE_28);
    widget_label(page, head, TYPE_LABEL, PAINT_ACCENT, word(d, title));
    if (where_it_is.len)
        widget_label(page, head, TYPE_LABEL, PAINT_ON_BAND, where_it_is)->grow = 1;
    else
        widget_stretch(page, head);
    return head;
}

static void add_remark(Draft *d, Node *parent) {
    const Remark *remark = d->says->remark;
    Icon icon = remark->warning ? ICON_info : ICON_build;
    Node *column = add_row(d, parent, icon, PAINT_ACCENT);
    Slice place = remark->file.len ? where(d, remark) : LIT("");
    Node *head = add_head(d, column, remark->warning ? EDIT_WARNING : EDIT_FAULT, place);
    if (remark->of > 1)
        widget_label(d->page, head, TYPE_SMALL, PAINT_ON_BAND, count(d, remark->at, remark->of));
    Type type = remark->warning ? TYPE_SMALL : TYPE_UI;
    widget_label(d->page, column, type, PAINT_ON_BAND, remark->words);
    if (!remark->warning && !d->says->waits)
        widget_label(d->page, column, TYPE_SMALL, PAINT_ON_BAND, word(d, EDIT_BEFORE));
}

static void add_finding(Draft *d) {
    const Findings *all = &d->says->findings;
    const Finding *first = &all->finding[0];
    Node *column = add_row(d, d->strip, ICON_search, PAINT_ACCENT);
    Node *head = add_head(d, column, EDIT_PAGE, LIT(""));
    if (all->count > 1)
        widget_label(d->page, head, TYPE_SMALL, PAINT_ON_BAND, count(d, 1, all->count));
    Slice said = word(d, edit_finding(first->kind));
    if (first->label.len)
        said = SLOTS_FILL(d->page->arena, word(d, EDIT_FINDING), {"what", first->label},
                          {"finding", said});
    widget_label(d->page, column, TYPE_SMALL, PAINT_ON_BAND, said);
}

static Node *add_slab(Page *page, Node *parent) {
    Node *slab = widget_panel(page, parent);
    slab->fill = PAINT_BAND;
    slab->border = PAINT_ACCENT;
    return slab;
}

static Node *add_ground(Page *page, Align end, Align side) {
    return page_add(page, page->root,
                    (Node){.justify = end, .align = side, .pad_x = SPACE_20, .pad_y = SPACE_20});
}

/* Only a sign and how many there are, so that nobody forgets them; away from what is touched. */
static void add_sign(Draft *d, int more) {
    Page *page = d->page;
    const Remark *remark = d->says->remark;
    Node *sign = add_slab(page, add_ground(page, ALIGN_START, ALIGN_START));
    sign->flow = FLOW_ROW;
    sign->align = ALIGN_CENTER;
    sign->pad_x = sign->pad_y = SPACE_12;
    Icon icon = !remark || remark->warning ? ICON_info : ICON_build;
    widget_icon(page, sign, TYPE_ICON, icon, PAINT_ACCENT);
    widget_label(page, sign, TYPE_LABEL, PAINT_ON_BAND, number(d, more));
    d->strip = sign;
}

/* Below all else, where it hides no title. */
static void add_strip(Draft *d, bool found, bool read) {
    const OverlaySays *says = d->says;
    d->strip = add_slab(d->page, add_ground(d->page, ALIGN_END, ALIGN_STRETCH));
    if (says->note.len)
        widget_label(d->page, d->strip, TYPE_LABEL, PAINT_ON_BAND, says->note);
    if (found)
        add_finding(d);
    if (read)
        add_remark(d, d->strip);
}

/* What must be mended is read at once, what might be better only when it is asked for. */
static void add_remarks(Draft *d) {
    const OverlaySays *says = d->says;
    const Remark *remark = says->waits ? NULL : says->remark;
    bool found = says->findings.count && !says->folded;
    bool read = remark && !says->folded && (!remark->warning || says->reads);
    int more = (found ? 0 : says->findings.count) + (read || !remark ? 0 : remark->of);
    if (found || read || says->note.len)
        add_strip(d, found, read);
    else if (more)
        add_sign(d, more);
}

/* ---- no page yet ----------------------------------------------------------------------------- */

static void add_waiting(Draft *d) {
    Page *page = d->page;
    const Remark *remark = d->says->remark;
    Node *ground = page_add(page, page->root,
                            (Node){.fill = PAINT_BG,
                                   .pad_x = SPACE_96,
                                   .pad_y = SPACE_96,
                                   .gap = SPACE_44,
                                   .justify = ALIGN_CENTER});
    EditWord title = remark ? EDIT_WAITS : EDIT_READING;
    widget_heading(page, ground, TYPE_H1, word(d, title));
    if (!remark)
        return;
    widget_text(page, ground, TYPE_BODY, word(d, EDIT_WAITS_LEAD));
    add_remark(d, add_slab(page, ground));
}

/* ---- the keys -------------------------------------------------------------------------------- */

static const struct {
    const char *key;
    EditWord word;
} KEYS[] = {
#define EDIT_KEY(number, name) {"F" #number, EDIT_HELP_##name},
#include "edit/keys.def"
#undef EDIT_KEY
};

static void add_help(Draft *d) {
    Page *page = d->page;
    Node *middle =
        page_add(page, page->root, (Node){.align = ALIGN_CENTER, .justify = ALIGN_CENTER});
    Node *slab = add_slab(page, middle);
    widget_label(page, slab, TYPE_H3, PAINT_ACCENT, word(d, EDIT_HELP));
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
        Node *row = widget_row(page, slab, SPACE_28);
        widget_label(page, row, TYPE_LABEL, PAINT_ACCENT, slice_from(KEYS[i].key))->min_w =
            SPACE_64;
        widget_label(page, row, TYPE_SMALL, PAINT_ON_BAND, word(d, KEYS[i].word));
    }
}

/* ---- the page with it ------------------------------------------------------------------------ */

enum { SIDES = 4 };

/* Around it, and nothing of it hidden. */
static void outline(const Page *below, Arena *arena, Box box, Node *side[SIDES]) {
    int width = page_px(below, FOCUS_WIDTH);
    Box around = box_meet(box_grow(box, width), below->window);
    int right = around.x + around.w - width, bottom = around.y + around.h - width;
    const Box sides[SIDES] = {{around.x, around.y, around.w, width},
                              {around.x, bottom, around.w, width},
                              {around.x, around.y, width, around.h},
                              {right, around.y, width, around.h}};
    for (int i = 0; i < SIDES; i++) {
        side[i] = arena_new(arena, Node);
        *side[i] = (Node){.fill = PAINT_FOCUS, .inert = true, .box = sides[i]};
    }
}

/* A part that was left out has no place. */
static int add_outlines(const Page *below, Arena *arena, const Findings *findings, Node **shown) {
    int count = 0;
    for (int i = 0; i < findings->count; i++) {
        if (box_empty(findings->finding[i].box))
            continue;
        outline(below, arena, findings->finding[i].box, shown + count);
        count += SIDES;
    }
    return count;
}

/* The words are the author's, whoever the visitor is. */
static Settings seen_by_author(const Page *below, int reader) {
    Settings settings = below->settings;
    settings.lang = langs_or_first(edit_code(reader));
    settings.seated = false;
    return settings;
}

/* Painted one over the other; only what is below can be touched. */
static void join(Overlay *overlay, const Page *below, const Page *above, const OverlaySays *says) {
    int most = below->shown_count + SIDES * says->findings.count + above->shown_count;
    Node **shown = arena_array(above->arena, Node *, most);
    overlay->page = *below;
    overlay->page.arena = above->arena;
    int count = says->waits ? 0 : below->shown_count;
    memcpy(shown, below->shown, sizeof *shown * (size_t)count);
    if (!says->waits)
        count += add_outlines(below, above->arena, &says->findings, shown + count);
    memcpy(shown + count, above->shown, sizeof *shown * (size_t)above->shown_count);
    overlay->page.shown = shown;
    overlay->page.shown_count = count + above->shown_count;
}

const Page *overlay_dress(Overlay *overlay, const Page *page, const OverlaySays *says) {
    arena_reset(&overlay->arena);
    Page above;
    page_begin(&above, &overlay->arena, page->typeface, seen_by_author(page, says->reader),
               page->window.w, page->window.h);
    above.root->fill = PAINT_NONE;
    Draft draft = {&above, says, NULL};
    if (says->waits)
        add_waiting(&draft);
    add_remarks(&draft);
    if (says->helps)
        add_help(&draft);
    page_layout(&above);
    overlay->strip = draft.strip ? draft.strip->box : (Box){0};
    join(overlay, page, &above, says);
    return &overlay->page;
}
