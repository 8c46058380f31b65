/* The bricks of a pathway on their bench, what they are marked with, and the ready-made ones. */
#include "screens/train/pathway_parts.h"

static void add_tool(PathwayView v, Node *row, Brick tool, BrickLook look, TabName name) {
    Stamp stamp = {name.icon, tr(v.page, name.label), LIT(""), v.s->tool == tool};
    if (v.page->form.roomy)
        stamp.hint = tr(v.page, STR_TOOL_IN_HAND);
    widget_stamp(v.page, row, look, stamp, (Action){TAP_TOOL, (int)tool})->grow = 1;
}

static void add_clear(PathwayView v, Node *row) {
    Node *clear =
        widget_button(v.page, row, BUTTON_PLAIN, ICON_close, (Slice){0}, (Action){TAP_CLEAR, 0});
    clear->spoken = tr(v.page, STR_CLEAR_ALL);
    clear->disabled = !pathway_is_marked(v.s, v.k);
}

/* The two stamps, what clears the bench, and what turns it. */
Node *pathway_tools(PathwayView v, Node *parent) {
    Node *row = widget_row(v.page, parent, PLATE_GAP);
    add_tool(v, row, BRICK_HAVE, BRICK_OWNED, (TabName){STR_I_HAVE_IT, ICON_check});
    add_tool(v, row, BRICK_WANT, BRICK_WISHED, (TabName){STR_I_WANT_IT, ICON_add});
    add_clear(v, row);
    return row;
}

static BrickLook look_of(PathwayView v, int module) {
    static const BrickLook LOOKS[] = {
        [BRICK_FREE] = BRICK_OPEN, [BRICK_HAVE] = BRICK_OWNED, [BRICK_WANT] = BRICK_WISHED};
    return LOOKS[v.s->mark[module]];
}

/* The sign, and the word where a brick is wide enough; it is spoken anyway. */
static void add_mark(PathwayView v, Node *foot, Node *brick, Brick mark) {
    if (mark == BRICK_FREE)
        return;
    widget_icon(v.page, foot, TYPE_SMALL_ICON, mark == BRICK_HAVE ? ICON_check : ICON_add,
                brick->ink);
    Slice word = tr(v.page, mark == BRICK_HAVE ? STR_I_HAVE_IT : STR_I_WANT_IT);
    if (v.page->form.roomy && !v.page->form.side_by_side)
        widget_label(v.page, foot, TYPE_SMALL, brick->ink, word);
    brick->spoken = tr_list(v.page, page_label(v.page, brick), word);
}

static void add_brick(PathwayView v, Node *row, int module, bool first) {
    BrickLook before = first ? BRICK_OPEN : look_of(v, module - 1);
    BrickSpec spec = {.look = look_of(v, module), .before = before, .first = first, .bench = true};
    Node *brick = widget_brick(v.page, row, spec, (Action){TAP_BRICK, module});
    brick->role = ROLE_CHOICE;
    brick->min_h = BRICK_HIGH;
    brick->least = TARGET_BUTTON;
    widget_label(v.page, brick, TYPE_LABEL, brick->ink, pathway_module_name(v, module));
    widget_stretch(v.page, brick);
    Node *foot = widget_line(v.page, brick, SPACE_8);
    widget_label(v.page, foot, TYPE_SMALL, brick->ink,
                 tr_number(v.page, STR_HOURS_OF, v.k->pack->module[module].hours))
        ->grow = 1;
    add_mark(v, foot, brick, (Brick)v.s->mark[module]);
}

Node *pathway_bench(PathwayView v, Node *parent) {
    Node *body = widget_pages(v.page, parent, SPACE_28, v.s->page);
    int count = pathway_modules(v.k), columns = v.page->form.brick_columns;
    for (int i = 0; i < count; i += columns) {
        Node *row = widget_grid(v.page, body, columns, TARGET_GAP);
        for (int m = i; m < i + columns && m < count; m++)
            add_brick(v, row, m, m == i);
    }
    return body;
}

/* ---- ready-made ------------------------------------------------------------------------------ */

static void add_ready_card(PathwayView v, Node *grid, int pathway) {
    const Pathway *p = &v.k->pack->pathway[pathway];
    int hours = 0;
    for (int i = 0; i < p->modules.count; i++)
        hours += v.k->pack->module[p->modules.at[i]].hours;
    int weeks = (hours + BRICKS_WEEK_HOURS - 1) / BRICKS_WEEK_HOURS;
    Node *card = widget_item(v.page, grid, BUTTON_PLAIN, ITEM_LINE, (Action){TAP_READY, pathway});
    widget_badge(v.page, card, icon_named(p->icon), PAINT_PRIMARY, SPACE_64)->drop_rank = 2;
    Node *words = widget_share(v.page, card, 1, 0);
    widget_label(v.page, words, TYPE_LABEL, PAINT_INK, tr_text(v.page, p->name));
    Slice length = weeks == 1 ? tr(v.page, STR_ONE_WEEK) : tr_number(v.page, STR_WEEKS, weeks);
    widget_quiet(v.page, words, TYPE_SMALL, length)->drop_rank = 1;
}

/* They stand where the bench was. */
Node *pathway_chooser(PathwayView v, Node *parent) {
    CardGrid cards = {v.page->form.wide_columns, TARGET_GAP, ROW_LIST, 0};
    Node *grid = widget_cards(v.page, parent, cards, v.s->page);
    for (int p = 0; p < v.k->pack->pathway_count; p++)
        add_ready_card(v, grid, p);
    return grid;
}

void pathway_ready(PathwayView v, Node *parent) {
    if (!v.k->pack->pathway_count)
        return;
    Slice words = tr(v.page, v.s->choosing ? STR_TO_BENCH : STR_READY_PATHWAYS);
    bool beside = v.page->form.side_by_side && !v.page->form.ample && v.sum.missing_count;
    bool signs = v.page->form.narrow || beside;
    Node *button = widget_button(v.page, parent, BUTTON_PLAIN, ICON_route,
                                 signs ? (Slice){0} : words, (Action){TAP_CHOOSER, 0});
    button->spoken = words;
    button->pad_x = SPACE_12;
    button->grow = !beside;
}
