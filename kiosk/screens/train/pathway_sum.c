/* What the bricks add up to: hours, weeks, the next start, what is missing; and the code that it
   travels in. */
#include "screens/train/pathway_parts.h"

#include "base/calendar.h"
#include "map/directions_text.h"
#include "screens/common/opening.h"

PathwayView pathway_view(const PathwayState *s, const Kiosk *k, Page *page) {
    PathwayView v = {s, k, page, bricks_sum(k->pack, s->mark, k->today), 0};
    for (int m = 0; m < pathway_modules(k); m++)
        if (s->mark[m] == BRICK_HAVE)
            v.had += k->pack->module[m].hours;
    return v;
}

static Slice start_words(PathwayView v) {
    if (!v.sum.starts)
        return tr(v.page, STR_NO_START_YET);
    Civil c = civil_from(v.sum.starts);
    return arena_printf(v.page->arena, "%s\u00A0%d",
                        calendar_month_alone(v.k->settings.lang, c.month), c.year);
}

static Slice weeks_words(PathwayView v) {
    return v.sum.weeks == 1 ? tr(v.page, STR_ONE_WEEK) : tr_number(v.page, STR_WEEKS, v.sum.weeks);
}

Slice pathway_module_name(PathwayView v, int module) {
    return tr_text(v.page, v.k->pack->module[module].name);
}

/* The sum in one line. */
Slice pathway_sum_words(PathwayView v) {
    return tr_beside(
        v.page, tr_beside(v.page, tr_number(v.page, STR_HOURS_OF, v.sum.hours), weeks_words(v)),
        start_words(v));
}

static Slice missing_words(PathwayView v) {
    int hours = 0;
    for (int i = 0; i < v.sum.missing_count; i++)
        hours += v.k->pack->module[v.sum.missing[i].module].hours;
    if (v.sum.missing_count == 1)
        return tr(v.page, STR_ONE_MISSING);
    return tr_numbers(v.page, STR_MANY_MISSING, v.sum.missing_count, hours);
}

/* Where one asks for what is wanted first, else for what one has; -1: no brick says. */
static int desk_of(PathwayView v) {
    int desk = -1;
    for (int m = pathway_modules(v.k) - 1; m >= 0; m--)
        if (v.s->mark[m] == BRICK_HAVE && v.k->pack->module[m].desk >= 0)
            desk = v.k->pack->module[m].desk;
    for (int m = pathway_modules(v.k) - 1; m >= 0; m--)
        if (v.s->mark[m] == BRICK_WANT && v.k->pack->module[m].desk >= 0)
            desk = v.k->pack->module[m].desk;
    return desk;
}

/* ---- the code -------------------------------------------------------------------------------- */

enum { LEFT_BYTES = 12 }; /* for how many more there are */

typedef struct BrickLines {
    CodeText text;
    bool full;
    int left; /* bricks that had no room */
} BrickLines;

/* After the first that has no room none is added: it would seem to be of another heading. */
static void put_line(BrickLines *lines, Slice line) {
    lines->full |= lines->text.len + line.len + 1 + LEFT_BYTES > CODE_TEXT_MAX;
    if (!lines->full)
        code_text_put(&lines->text, line);
}

static void put_brick(PathwayView v, BrickLines *lines, int module) {
    put_line(lines, arena_printf(v.page->arena, "- " SLICE_FMT,
                                 SLICE_ARG(pathway_module_name(v, module))));
    lines->left += lines->full;
}

static void put_marked(PathwayView v, BrickLines *lines, Brick mark, StringId words) {
    bool any = false;
    for (int m = 0; m < pathway_modules(v.k); m++) {
        if (v.s->mark[m] != mark)
            continue;
        if (!any)
            put_line(lines, tr(v.page, words));
        any = true;
        put_brick(v, lines, m);
    }
}

static void put_missing(PathwayView v, BrickLines *lines) {
    if (v.sum.missing_count)
        put_line(lines, missing_words(v));
    for (int i = 0; i < v.sum.missing_count; i++)
        put_brick(v, lines, v.sum.missing[i].module);
}

/* The desk before the bricks: of a long pathway the last have no room, and are counted. */
Slice pathway_code(PathwayView v) {
    BrickLines lines = {.left = 0};
    Page *page = v.page;
    int desk = desk_of(v);
    code_text_put(&lines.text,
                  tr_beside(page, tr_text(page, v.k->pack->campus.name), tr(page, STR_MY_PATHWAY)));
    code_text_put(&lines.text, pathway_sum_words(v));
    if (pathway_is_example(v.k))
        code_text_put(&lines.text, tr(page, STR_EXAMPLE_CONFIRM));
    if (desk >= 0)
        put_desk(&lines.text, page, v.k, desk);
    put_marked(v, &lines, BRICK_HAVE, STR_I_HAVE_IT);
    put_marked(v, &lines, BRICK_WANT, STR_I_WANT_IT);
    put_missing(v, &lines);
    if (lines.left)
        code_text_put(&lines.text, arena_printf(page->arena, "… + %d", lines.left));
    return code_text_of(&lines.text, page->arena);
}

/* Where there is little room the sum stands below the title. */

static void add_figure(PathwayView v, Node *row, Icon icon, Slice figure, StringId words) {
    Node *line = widget_line(v.page, row, SPACE_12);
    widget_icon(v.page, line, TYPE_ICON, icon, PAINT_PRIMARY)->drop_rank = 2;
    Node *said = widget_column(v.page, line, 0);
    widget_label(v.page, said, TYPE_H3, PAINT_INK, figure);
    widget_quiet(v.page, said, TYPE_SMALL, tr(v.page, words));
}

void pathway_sum(PathwayView v, Node *panel) {
    Node *row = widget_row(v.page, panel, SPACE_28);
    add_figure(v, row, ICON_schedule, tr_number(v.page, STR_HOURS_OF, v.sum.hours), STR_TO_FOLLOW);
    add_figure(v, row, ICON_calendar_month, arena_printf(v.page->arena, "%d", v.sum.weeks),
               v.sum.weeks == 1 ? STR_WEEK_WORD : STR_WEEKS_WORD);
    add_figure(v, v.page->form.side_by_side ? panel : row, ICON_event, start_words(v),
               STR_NEXT_POSSIBLE);
}

/* Upright: how much of it is done. */
void pathway_progress(PathwayView v, Node *panel) {
    int all = v.had + v.sum.hours;
    if (!all)
        return;
    widget_meter(v.page, panel, (Meter){v.had, all, 0}, PAINT_PRIMARY,
                 tr_numbers(v.page, STR_HAD_AND_TO_FOLLOW, v.had, v.sum.hours));
    Node *ends = widget_row(v.page, panel, SPACE_20);
    widget_quiet(v.page, ends, TYPE_SMALL, tr_number(v.page, STR_HOURS_HAD, v.had))->grow = 1;
    widget_quiet(v.page, ends, TYPE_SMALL, tr_number(v.page, STR_HOURS_LEFT, v.sum.hours));
}

/* "« Lire un plan », 35 h" */
static Slice missing_name(PathwayView v, int module) {
    Page *page = v.page;
    Slice hours = tr_number(page, STR_HOURS_OF, v.k->pack->module[module].hours);
    return tr_list(page, widget_quote(page, pathway_module_name(v, module)), hours);
}

static Slice missing_reason(PathwayView v, int before) {
    return widget_fill(v.page, tr(v.page, STR_COMES_BEFORE),
                       widget_quote(v.page, pathway_module_name(v, before)));
}

/* What it is, and why it is missing. */
static void add_reason(PathwayView v, Node *box, MissingBrick missing) {
    Page *page = v.page;
    Node *head = widget_line(page, box, SPACE_12);
    widget_icon(page, head, TYPE_ICON, ICON_warning, PAINT_INK)->drop_rank = 2;
    widget_label(page, widget_share(page, head, 1, 0), TYPE_LABEL, PAINT_INK, missing_words(v));
    widget_text(page, box, TYPE_SMALL, missing_name(v, missing.module));
    widget_quiet(page, box, TYPE_SMALL, missing_reason(v, missing.before));
}

/* Where there is little room all of it is one button. */
static void add_missing_button(PathwayView v, Node *parent, MissingBrick missing) {
    Node *plate =
        widget_item(v.page, parent, BUTTON_PLAIN, ITEM_LINE, (Action){TAP_ADD, missing.module});
    widget_sign(v.page, plate, ICON_add, PAINT_INK);
    Node *words = widget_share(v.page, plate, 1, 0);
    widget_label(v.page, words, TYPE_LABEL, PAINT_INK, missing_words(v));
    widget_label(v.page, words, TYPE_SMALL, PAINT_INK, missing_name(v, missing.module));
    plate->grow = parent->flow == FLOW_ROW;
    plate->spoken = tr(v.page, STR_ADD_IT);
}

/* The first that is missing, and a button that mends it. */
void pathway_missing(PathwayView v, Node *parent) {
    if (!v.sum.missing_count)
        return;
    MissingBrick missing = v.sum.missing[0];
    if (!v.page->form.roomy) {
        add_missing_button(v, parent, missing);
        return;
    }
    Node *box = widget_dashed(v.page, parent);
    bool beside = !v.page->form.side_by_side;
    Node *row = beside ? widget_line(v.page, box, SPACE_20) : box;
    add_reason(v, beside ? widget_share(v.page, row, 1, 0) : box, missing);
    widget_button(v.page, row, BUTTON_PLAIN, ICON_add, tr(v.page, STR_ADD_IT),
                  (Action){TAP_ADD, missing.module});
}

/* Its name with the door, and among the words whether it is open now. */
static void add_desk(PathwayView v, Node *named, Node *words) {
    int desk = desk_of(v);
    if (desk < 0)
        return;
    const HelpDesk *d = &v.k->pack->desk[desk];
    Slice where = v.k->plan && d->place != PLAN_NONE
                      ? text_of_place(v.k->plan, d->place, v.k->settings.lang, v.page->arena)
                      : tr_text(v.page, d->name);
    Slice now = opening_words(v.k, &d->hours, v.page->arena);
    widget_label(v.page, named, TYPE_LABEL, PAINT_INK, where);
    if (now.len)
        widget_quiet(v.page, words, TYPE_SMALL, now)->drop_rank = 1;
}

void pathway_add_code(PathwayView v, Node *panel) {
    if (!pathway_is_marked(v.s, v.k))
        return;
    bool narrow = v.page->form.ample; /* too narrow for the desk beside it */
    Node *block = widget_column(v.page, panel, SPACE_8);
    block->drop_rank = narrow ? 3 : 0; /* there a button shows it, too */
    Node *row = widget_line(v.page, block, SPACE_20);
    widget_code(v.page, row, pathway_code(v), CODE_MIDDLE, tr(v.page, STR_CODE_TO_TAKE));
    Node *words = widget_share(v.page, row, 1, SPACE_8);
    widget_heading(v.page, words, TYPE_H3, tr(v.page, STR_TAKE_HOME));
    widget_quiet(v.page, words, TYPE_SMALL, tr(v.page, STR_TAKE_PATHWAY));
    add_desk(v, narrow ? block : words, words);
}
