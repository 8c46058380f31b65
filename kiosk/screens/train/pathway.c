/* A pathway put together from bricks on a bench: two stamps, "je l’ai" and "je le veux"; a touch
   marks, another clears. Hours, weeks, the next start and what is missing are arithmetic, and
   travel in the code. */
#include "base/calendar.h"
#include "screens/train/train_parts.h"
#include "train/bricks.h"

#include <string.h>

enum {
    TAP_TOOL = 1,
    TAP_BRICK,
    TAP_PAGE,
    TAP_READY,
    TAP_REPLACE,
    TAP_KEEP,
    TAP_ADD,
    TAP_CLEAR,
    TAP_TAKE,
    TAP_CHOOSER
};

enum { MODULES_MAX = 2000 };

typedef struct PathwayState {
    unsigned char mark[MODULES_MAX]; /* a Brick for each module */
    Brick tool;
    int page;
    int ask;       /* a ready-made pathway that would overwrite what is marked, from 1; else 0 */
    bool taking;   /* the code is shown by itself */
    bool choosing; /* a ready-made pathway */
} PathwayState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    memset(state, 0, sizeof(PathwayState));
    ((PathwayState *)state)->tool = BRICK_WANT;
}

/* ---- touches --------------------------------------------------------------------------------- */

static int modules_of(const Kiosk *k) {
    return k->pack->module_count < MODULES_MAX ? k->pack->module_count : MODULES_MAX;
}

static bool is_marked(const PathwayState *s, const Kiosk *k) {
    for (int m = 0; m < modules_of(k); m++)
        if (s->mark[m] != BRICK_FREE)
            return true;
    return false;
}

/* Its modules are wanted, nothing else is marked. */
static void fill_bench(PathwayState *s, const Kiosk *k, int pathway) {
    const Indices *modules = &k->pack->pathway[pathway].modules;
    memset(s->mark, BRICK_FREE, sizeof s->mark);
    for (int i = 0; i < modules->count; i++)
        if (modules->at[i] < MODULES_MAX)
            s->mark[modules->at[i]] = BRICK_WANT;
    s->ask = 0;
    s->page = 0;
    s->choosing = false;
}

static void choose_ready(PathwayState *s, const Kiosk *k, int pathway) {
    if (is_marked(s, k))
        s->ask = pathway + 1;
    else
        fill_bench(s, k, pathway);
}

static Step act(void *state, const Kiosk *k, Action action) {
    PathwayState *s = state;
    switch (action.token) {
    case TAP_TOOL:
        s->tool = (Brick)action.arg;
        break;
    case TAP_BRICK:
        s->mark[action.arg] = s->mark[action.arg] == s->tool ? BRICK_FREE : s->tool;
        break;
    case TAP_ADD:
        s->mark[action.arg] = BRICK_WANT;
        break;
    case TAP_PAGE:
        s->page = action.arg;
        break;
    case TAP_READY:
        choose_ready(s, k, action.arg);
        break;
    case TAP_CHOOSER:
        s->choosing = !s->choosing;
        s->page = 0;
        break;
    case TAP_REPLACE:
        fill_bench(s, k, s->ask - 1);
        break;
    case TAP_KEEP:
        s->ask = 0;
        break;
    case TAP_CLEAR:
        enter(s, k, 0);
        break;
    case TAP_TAKE:
        s->taking = true;
        s->page = 0;
        break;
    default:
        break;
    }
    return (Step){0};
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    PathwayState *s = state;
    bool inside = s->ask || s->taking || s->choosing;
    if (!s->ask)
        s->choosing = s->taking = false;
    s->page = inside && !s->ask ? 0 : s->page;
    s->ask = 0;
    return inside;
}

/* ---- the sum --------------------------------------------------------------------------------- */

typedef struct PathwayView {
    const PathwayState *s;
    const Kiosk *k;
    Page *page;
    BrickSum sum;
    int had; /* hours of what one has */
} PathwayView;

static PathwayView view_of(const PathwayState *s, const Kiosk *k, Page *page) {
    PathwayView v = {s, k, page, bricks_sum(k->pack, s->mark, k->today), 0};
    for (int m = 0; m < modules_of(k); m++)
        if (s->mark[m] == BRICK_HAVE)
            v.had += k->pack->module[m].hours;
    return v;
}

static Slice start_words(PathwayView v) {
    if (!v.sum.starts)
        return tr(v.page, STR_NO_START_YET);
    Civil c = civil_from(v.sum.starts);
    return arena_printf(v.page->arena, "%s\u00A0%d", calendar_month(v.k->settings.lang, c.month),
                        c.year);
}

static Slice weeks_words(PathwayView v) {
    return v.sum.weeks == 1 ? tr(v.page, STR_ONE_WEEK) : tr_number(v.page, STR_WEEKS, v.sum.weeks);
}

static Slice module_name(PathwayView v, int module) {
    return tr_text(v.page, v.k->pack->module[module].name);
}

static Slice code_says(PathwayView v) {
    CodeText text = {.len = 0};
    Page *page = v.page;
    code_text_put(&text, arena_printf(page->arena, SLICE_FMT " · " SLICE_FMT,
                                      SLICE_ARG(tr_text(page, v.k->pack->campus.name)),
                                      SLICE_ARG(tr(page, STR_MY_PATHWAY))));
    code_text_put(&text, arena_printf(page->arena, SLICE_FMT " · " SLICE_FMT " · " SLICE_FMT,
                                      SLICE_ARG(tr_number(page, STR_HOURS_OF, v.sum.hours)),
                                      SLICE_ARG(weeks_words(v)), SLICE_ARG(start_words(v))));
    for (int pass = BRICK_HAVE; pass <= BRICK_WANT; pass++)
        for (int m = 0; m < modules_of(v.k); m++)
            if (v.s->mark[m] == pass)
                code_text_put(&text, arena_printf(page->arena, "%c " SLICE_FMT,
                                                  pass == BRICK_HAVE ? '=' : '+',
                                                  SLICE_ARG(v.k->pack->module[m].id)));
    for (int i = 0; i < v.sum.missing_count; i++)
        code_text_put(&text,
                      arena_printf(page->arena, "? " SLICE_FMT,
                                   SLICE_ARG(v.k->pack->module[v.sum.missing[i].module].id)));
    return code_text_of(&text, page->arena);
}

/* ---- the bench ------------------------------------------------------------------------------- */

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
    clear->disabled = !is_marked(v.s, v.k);
}

/* The two stamps, what clears the bench, and what turns it. */
static Node *add_tools(PathwayView v, Node *parent) {
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
    brick->spoken = arena_printf(v.page->arena, SLICE_FMT ", " SLICE_FMT,
                                 SLICE_ARG(page_label(v.page, brick)), SLICE_ARG(word));
}

static void add_brick(PathwayView v, Node *row, int module, bool first) {
    BrickSpec spec = {look_of(v, module), first ? BRICK_OPEN : look_of(v, module - 1), first, true};
    Node *brick = widget_brick(v.page, row, spec, (Action){TAP_BRICK, module});
    brick->role = ROLE_CHOICE;
    brick->min_h = BRICK_HIGH;
    brick->least = TARGET_BUTTON;
    widget_label(v.page, brick, TYPE_LABEL, brick->ink, module_name(v, module));
    widget_stretch(v.page, brick);
    Node *foot = widget_line(v.page, brick, SPACE_8);
    widget_label(v.page, foot, TYPE_SMALL, brick->ink,
                 tr_number(v.page, STR_HOURS_OF, v.k->pack->module[module].hours))
        ->grow = 1;
    add_mark(v, foot, brick, (Brick)v.s->mark[module]);
}

static Node *add_bench(PathwayView v, Node *parent) {
    Node *body = widget_pages(v.page, parent, SPACE_28, v.s->page);
    int count = modules_of(v.k), columns = v.page->form.brick_columns;
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
static Node *add_chooser(PathwayView v, Node *parent) {
    CardGrid cards = {v.page->form.wide_columns, TARGET_GAP, ROW_LIST, 0};
    Node *grid = widget_cards(v.page, parent, cards, v.s->page);
    for (int p = 0; p < v.k->pack->pathway_count; p++)
        add_ready_card(v, grid, p);
    return grid;
}

static void add_ready(PathwayView v, Node *parent) {
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

/* ---- beside the bench ------------------------------------------------------------------------ */

static void add_figure(PathwayView v, Node *row, Icon icon, Slice figure, StringId words) {
    Node *line = widget_line(v.page, row, SPACE_12);
    widget_icon(v.page, line, TYPE_ICON, icon, PAINT_PRIMARY)->drop_rank = 2;
    Node *said = widget_column(v.page, line, 0);
    widget_label(v.page, said, TYPE_H3, PAINT_INK, figure);
    widget_quiet(v.page, said, TYPE_SMALL, tr(v.page, words));
}

static void add_sum(PathwayView v, Node *panel) {
    Node *row = widget_row(v.page, panel, SPACE_28);
    add_figure(v, row, ICON_schedule, tr_number(v.page, STR_HOURS_OF, v.sum.hours), STR_TO_FOLLOW);
    add_figure(v, row, ICON_calendar_month, arena_printf(v.page->arena, "%d", v.sum.weeks),
               v.sum.weeks == 1 ? STR_WEEK_WORD : STR_WEEKS_WORD);
    add_figure(v, v.page->form.side_by_side ? panel : row, ICON_event, start_words(v),
               STR_NEXT_POSSIBLE);
}

/* Upright: how much of it is done. */
static void add_progress(PathwayView v, Node *panel) {
    int all = v.had + v.sum.hours;
    if (!all)
        return;
    widget_meter(v.page, panel, (Meter){v.had, all, 0}, PAINT_PRIMARY,
                 tr_numbers(v.page, STR_HAD_AND_TO_FOLLOW, v.had, v.sum.hours));
    Node *ends = widget_row(v.page, panel, SPACE_20);
    widget_quiet(v.page, ends, TYPE_SMALL, tr_number(v.page, STR_HOURS_HAD, v.had))->grow = 1;
    widget_quiet(v.page, ends, TYPE_SMALL, tr_number(v.page, STR_HOURS_LEFT, v.sum.hours));
}

static Slice missing_words(PathwayView v) {
    return v.sum.missing_count == 1 ? tr(v.page, STR_ONE_MISSING)
                                    : tr_number(v.page, STR_MANY_MISSING, v.sum.missing_count);
}

/* "« Lire un plan », 35 h" */
static Slice missing_name(PathwayView v, int module) {
    Page *page = v.page;
    Slice hours = tr_number(page, STR_HOURS_OF, v.k->pack->module[module].hours);
    return arena_printf(page->arena, SLICE_FMT ", " SLICE_FMT,
                        SLICE_ARG(widget_quote(page, module_name(v, module))), SLICE_ARG(hours));
}

static Slice missing_reason(PathwayView v, int before) {
    return widget_fill(v.page, tr(v.page, STR_COMES_BEFORE),
                       widget_quote(v.page, module_name(v, before)));
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
static void add_missing(PathwayView v, Node *parent) {
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

static void add_take(PathwayView v, Node *parent) {
    Node *take = widget_button(v.page, parent, BUTTON_PLAIN, ICON_qr_code, (Slice){0},
                               (Action){TAP_TAKE, 0});
    take->spoken = tr(v.page, STR_TAKE_HOME);
    take->disabled = !is_marked(v.s, v.k);
}

static void add_code(PathwayView v, Node *panel) {
    if (!is_marked(v.s, v.k))
        return;
    Node *row = widget_line(v.page, panel, SPACE_20);
    widget_code(v.page, row, code_says(v), CODE_MIDDLE, tr(v.page, STR_CODE_TO_TAKE));
    Node *words = widget_share(v.page, row, 1, SPACE_8);
    widget_heading(v.page, words, TYPE_H3, tr(v.page, STR_TAKE_HOME));
    widget_quiet(v.page, words, TYPE_SMALL, tr(v.page, STR_TAKE_PATHWAY));
}

/* ---- the page -------------------------------------------------------------------------------- */

static Node *add_work(PathwayView v, Node *parent) {
    return v.s->choosing ? add_chooser(v, parent) : add_bench(v, parent);
}

/* The sum in one line. */
static Slice sum_words(PathwayView v) {
    return arena_printf(v.page->arena, SLICE_FMT " · " SLICE_FMT " · " SLICE_FMT,
                        SLICE_ARG(tr_number(v.page, STR_HOURS_OF, v.sum.hours)),
                        SLICE_ARG(weeks_words(v)), SLICE_ARG(start_words(v)));
}

/* Where there is little room the sum stands below the title. */
static void add_title(PathwayView v, Node *show) {
    widget_heading(v.page, show, v.page->form.enlarged ? TYPE_H2 : TYPE_H1,
                   tr(v.page, STR_BUILD_PATHWAY));
    widget_quiet(v.page, show, v.page->form.lead, tr(v.page, STR_BUILD_HOW))->drop_rank = 1;
    if (!v.page->form.roomy)
        widget_text(v.page, show, TYPE_UI, sum_words(v));
}

static void view_wide(PathwayView v, Frame frame) {
    Node *row = widget_halves(v.page, frame.controls, SPACE_44);
    Node *left = widget_share(v.page, row, 2, SPACE_20);
    Node *right = widget_panel(v.page, row);
    right->grow = 1;
    add_title(v, widget_column(v.page, left, SPACE_8));
    Node *tools = add_tools(v, left);
    Node *work = add_work(v, left);
    widget_pager(v.page, tools, work, TAP_PAGE);
    add_sum(v, right);
    add_missing(v, right);
    widget_stretch(v.page, right);
    Node *foot = widget_row(v.page, right, TARGET_GAP);
    add_ready(v, foot);
    add_take(v, foot);
}

static void view_tall(PathwayView v, Frame frame) {
    add_title(v, frame.reading);
    if (v.page->form.roomy) {
        Node *panel = widget_panel(v.page, frame.reading);
        add_sum(v, panel);
        add_progress(v, panel);
        add_code(v, panel);
    }
    add_tools(v, frame.controls);
    Node *work = add_work(v, frame.controls);
    bool beside = v.page->form.side_by_side;
    if (!beside)
        add_missing(v, frame.controls);
    Node *foot = widget_row(v.page, frame.controls, PLATE_GAP);
    if (beside)
        add_missing(v, foot);
    add_ready(v, foot);
    add_take(v, foot);
    widget_pager(v.page, foot, work, TAP_PAGE);
}

/* A ready-made pathway would take the place of what is marked. */
static void add_question(PathwayView v) {
    Page *page = v.page;
    Node *panel = frame_question(page, tr(page, STR_REPLACE_BRICKS));
    panel->parent->action = (Action){TAP_KEEP, 0};
    widget_heading(page, panel, TYPE_H2, tr(page, STR_REPLACE_BRICKS));
    widget_text(
        page, panel, TYPE_BODY,
        widget_fill(page, tr(page, STR_REPLACE_BY),
                    widget_quote(page, tr_text(page, v.k->pack->pathway[v.s->ask - 1].name))));
    Node *row = widget_pair(page, panel, PLATE_GAP);
    widget_button(page, row, BUTTON_PRIMARY, ICON_check, tr(page, STR_REPLACE),
                  (Action){TAP_REPLACE, 0});
    widget_button(page, row, BUTTON_PLAIN, ICON_close, tr(page, STR_KEEP_MINE),
                  (Action){TAP_KEEP, 0});
}

static bool any_example(const Kiosk *k) {
    for (int m = 0; m < modules_of(k); m++)
        if (k->pack->module[m].illustrative)
            return true;
    return false;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    PathwayView v = view_of(state, k, page);
    Frame frame = common_frame_of(page, k, tr(page, STR_COURSES), any_example(k));
    if (v.s->taking) {
        add_title(v, frame.reading);
        add_code_page(page, frame, code_says(v), v.s->page, TAP_PAGE);
        return;
    }
    if (page->form.ample)
        view_wide(v, frame);
    else
        view_tall(v, frame);
    if (v.s->ask)
        add_question(v);
}

const Screen screen_pathway = {
    .name = "pathway",
    .state_size = sizeof(PathwayState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
