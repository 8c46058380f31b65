/* A pathway put together from bricks on a bench: two stamps, "je l’ai" and "je le veux"; a touch
   marks, another clears. Hours, weeks, the next start and what is missing are arithmetic, and
   travel in the code. */
#include "screens/train/pathway_parts.h"

#include <string.h>

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    memset(state, 0, sizeof(PathwayState));
    ((PathwayState *)state)->tool = BRICK_WANT;
}

/* ---- touches --------------------------------------------------------------------------------- */

int pathway_modules(const Kiosk *k) {
    return k->pack->module_count < MODULES_MAX ? k->pack->module_count : MODULES_MAX;
}

bool pathway_is_marked(const PathwayState *s, const Kiosk *k) {
    for (int m = 0; m < pathway_modules(k); m++)
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
    if (pathway_is_marked(s, k))
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
        train_take(&s->taking, &s->page);
        break;
    default:
        break;
    }
    return (Step){0};
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    PathwayState *s = state;
    if (s->ask) {
        s->ask = 0;
        return true;
    }
    return train_leave(&s->taking, &s->page) || train_leave(&s->choosing, &s->page);
}

/* ---- the page -------------------------------------------------------------------------------- */

static void add_take(PathwayView v, Node *parent) {
    Node *take = widget_button(v.page, parent, BUTTON_PLAIN, ICON_qr_code, (Slice){0},
                               (Action){TAP_TAKE, 0});
    take->spoken = tr(v.page, STR_TAKE_HOME);
    take->disabled = !pathway_is_marked(v.s, v.k);
}

static Node *add_work(PathwayView v, Node *parent) {
    return v.s->choosing ? pathway_chooser(v, parent) : pathway_bench(v, parent);
}

static void add_title(PathwayView v, Node *show) {
    widget_heading(v.page, show, v.page->form.enlarged ? TYPE_H2 : TYPE_H1,
                   tr(v.page, STR_BUILD_PATHWAY));
    widget_quiet(v.page, show, v.page->form.lead, tr(v.page, STR_BUILD_HOW))->drop_rank = 1;
    if (!v.page->form.roomy)
        widget_text(v.page, show, TYPE_UI, pathway_sum_words(v));
}

static void view_wide(PathwayView v, Frame frame) {
    Node *row = widget_halves(v.page, frame.controls, SPACE_44);
    Node *left = widget_share(v.page, row, 2, SPACE_20);
    Node *right = widget_panel(v.page, row);
    right->grow = 1;
    add_title(v, widget_column(v.page, left, SPACE_8));
    Node *tools = pathway_tools(v, left);
    Node *work = add_work(v, left);
    widget_pager(v.page, tools, work, TAP_PAGE);
    pathway_sum(v, right);
    pathway_missing(v, right);
    widget_stretch(v.page, right);
    if (!v.sum.missing_count)
        pathway_add_code(v, right);
    Node *foot = widget_row(v.page, right, TARGET_GAP);
    pathway_ready(v, foot);
    add_take(v, foot);
}

static void view_tall(PathwayView v, Frame frame) {
    add_title(v, frame.reading);
    if (v.page->form.roomy) {
        Node *panel = widget_panel(v.page, frame.reading);
        pathway_sum(v, panel);
        pathway_progress(v, panel);
        pathway_add_code(v, panel);
    }
    pathway_tools(v, frame.controls);
    Node *work = add_work(v, frame.controls);
    bool beside = v.page->form.side_by_side;
    if (!beside)
        pathway_missing(v, frame.controls);
    Node *foot = widget_row(v.page, frame.controls, PLATE_GAP);
    if (beside)
        pathway_missing(v, foot);
    pathway_ready(v, foot);
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

bool pathway_is_example(const Kiosk *k) {
    for (int m = 0; m < pathway_modules(k); m++)
        if (k->pack->module[m].illustrative)
            return true;
    return false;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    PathwayView v = pathway_view(state, k, page);
    Frame frame = common_frame_of(page, k, tr(page, STR_COURSES), pathway_is_example(k));
    if (v.s->taking) {
        add_title(v, frame.reading);
        add_code_page(page, frame, pathway_code(v), v.s->page, TAP_PAGE);
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
