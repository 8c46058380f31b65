/* The project told: what came when, with the zones of the plan that opened then, forward and back;
   the sheets of action, those that no source describes among them; who gave what; who decides. */
#include "screens/rooms/project_parts.h"

static const TabName TABS[PROJECT_TABS] = {
    [TAB_DATES] = {STR_PROJECT_DATES, ICON_event},
    [TAB_SHEETS] = {STR_PROJECT_SHEETS, ICON_article},
    [TAB_MONEY] = {STR_PROJECT_MONEY, ICON_payments},
    [TAB_WHO] = {STR_PROJECT_WHO, ICON_groups},
};

/* The first that is described; -1: none is. */
static int first_sheet(const Pack *pack) {
    for (int i = 0; i < pack->action_sheet_count; i++)
        if (pack->action_sheet[i].title.in[0].len)
            return i;
    return -1;
}

static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    *(ProjectView *)state =
        (ProjectView){.date = k->pack->milestone_count - 1, .sheet = first_sheet(k->pack)};
}

static Step act(void *state, const Kiosk *k, Action action) {
    ProjectView *s = state;
    switch (action.token) {
    case TAP_TAB:
        s->apart = true;
        s->tab = action.arg;
        s->page = 0;
        return (Step){0};
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case TAP_DATE:
        s->date = action.arg;
        return (Step){0};
    case TAP_SHEET:
        s->apart = true;
        s->tab = TAB_SHEETS;
        s->sheet = action.arg;
        return (Step){0};
    case TAP_DESK:
        return common_open(k, (Target){TARGET_DESK, action.arg});
    case TAP_ALL:
        return common_follow(project_target(action.arg));
    case TAP_PARTNER:
        return common_open(k, (Target){TARGET_PARTNER, action.arg});
    default:
        return (Step){0};
    }
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    ProjectView *s = state;
    bool was = s->apart;
    *s = (ProjectView){.date = s->date, .sheet = s->sheet};
    return was;
}

static void add_tab(Page *page, Node *row, int tab, bool chosen) {
    Action action = {TAP_TAB, tab};
    if (!page->form.narrow && !page->form.tight) {
        widget_tab(page, row, TABS[tab], page->form.ample, chosen, action)->grow = 1;
        return;
    }
    Node *sign = widget_button(page, row, widget_look(chosen), TABS[tab].icon, LIT(""), action);
    sign->role = ROLE_CHOICE;
    sign->spoken = tr(page, TABS[tab].label);
    sign->grow = 1;
}

static void add_tabs(const ProjectView *s, Page *page, Node *hand, Node *body) {
    Node *row = widget_row(page, hand, TARGET_GAP);
    for (int tab = 0; tab < PROJECT_TABS; tab++)
        add_tab(page, row, tab, tab == s->tab);
    if (body)
        widget_pager(page, row, body, TAP_PAGE);
}

/* ---- all of it ------------------------------------------------------------------------------- */

enum { DATES_ABREAST = 4, SHEETS_ABREAST = 3, PARTNERS_ABREAST = 6, GIFTS_MOST = 6 };

static bool fits_one_page(const Page *page, const Pack *pack) {
    return page->form.roomy && pack->milestone_count <= DATES_ABREAST &&
           project_described_count(pack) <= SHEETS_ABREAST &&
           pack->partner_count <= PARTNERS_ABREAST && pack->funding_count <= GIFTS_MOST;
}

static void add_sheets(ProjectPage p, Node *parent) {
    const Pack *pack = p.k->pack;
    if (!pack->action_sheet_count)
        return;
    widget_heading(p.page, parent, TYPE_UI,
                   tr_numbers(p.page, STR_PROJECT_TEN, pack->action_sheet_count,
                              project_described_count(pack)));
    project_abreast(p, parent);
    project_silent(p, parent);
}

/* "Immobilier · Formation · Information et orientation" */
static Slice names_of(ProjectPage p, int above) {
    const Pack *pack = p.k->pack;
    Slice names = LIT("");
    for (int i = 0; i < pack->committee_count; i++)
        if (pack->committee[i].above == above)
            names = tr_beside(p.page, names, tr_text(p.page, pack->committee[i].name));
    return names;
}

static void add_committees(ProjectPage p, Node *parent) {
    Node *row = widget_row(p.page, parent, SPACE_12);
    for (int above = 0; above <= 1; above++) {
        Slice names = names_of(p, above);
        if (!names.len)
            continue;
        Node *words = widget_share(p.page, row, above ? 3 : 4, 0);
        widget_label(p.page, words, TYPE_LABEL, PAINT_INK,
                     tr(p.page, above ? STR_COUNCIL : STR_COMMITTEES));
        widget_text(p.page, words, TYPE_SMALL, names);
    }
}

static void add_partners(ProjectPage p, Node *parent, int columns) {
    Node *grid = widget_grid(p.page, parent, columns, TARGET_GAP);
    for (int i = 0; i < p.k->pack->partner_count; i++)
        project_partner(p, grid, i);
}

static void add_money(ProjectPage p, Node *parent) {
    if (!p.k->pack->funding_count)
        return;
    Node *panel = widget_panel(p.page, parent);
    panel->pad_y = SPACE_12;
    panel->gap = SPACE_8;
    project_bars(p, panel);
}

static void add_title(ProjectPage p, Node *parent) {
    widget_heading(p.page, parent, p.page->form.enlarged ? TYPE_H2 : TYPE_H1,
                   tr_text(p.page, p.k->pack->project_told[0].title));
}

/* What is only read may stand above the reach line, so both sides begin below the header. */
static void view_lying(ProjectPage p) {
    p.frame.reading->min_h = 0;
    p.frame.controls->pad_y = SPACE_12;
    Node *row = widget_halves(p.page, p.frame.controls, GUTTER);
    Node *left = widget_share(p.page, row, 13, SPACE_12),
         *right = widget_share(p.page, row, 6, SPACE_12);
    add_title(p, left);
    project_timeline(p, left, DATES_ABREAST);
    project_told(p, left);
    add_sheets(p, left);
    add_committees(p, left);
    add_partners(p, left, PARTNERS_ABREAST);
    project_plan(p, right);
    add_money(p, right);
}

static void view_standing(ProjectPage p) {
    add_title(p, p.frame.reading);
    Node *row = widget_halves(p.page, p.frame.reading, GUTTER);
    project_plan(p, widget_share(p.page, row, 5, SPACE_12));
    add_money(p, widget_share(p.page, row, 4, 0));
    add_committees(p, p.frame.reading);
    project_timeline(p, p.frame.controls, DATES_ABREAST);
    project_told(p, p.frame.controls);
    add_sheets(p, p.frame.controls);
    add_partners(p, p.frame.controls, PARTNERS_ABREAST / 2);
}

/* ---- the page -------------------------------------------------------------------------------- */

/* Only what opened when may be made up; the rest is told as its source has it. */
static bool any_example(const ProjectView *s, const Pack *pack) {
    for (int i = 0; i < pack->milestone_count && s->tab == TAB_DATES; i++)
        if (pack->milestone[i].illustrative)
            return true;
    return false;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const ProjectView *s = state;
    Frame frame = common_frame_of(page, k, tr(page, STR_PROJECT), any_example(s, k->pack));
    ProjectPage p = {s, k, page, frame, !s->apart && fits_one_page(page, k->pack)};
    if (p.whole) {
        if (page->form.side_by_side)
            view_lying(p);
        else
            view_standing(p);
        return;
    }
    add_title(p, frame.reading);
    static Node *(*const TELL[PROJECT_TABS])(ProjectPage) = {[TAB_DATES] = project_dates,
                                                             [TAB_SHEETS] = project_sheets,
                                                             [TAB_MONEY] = project_money,
                                                             [TAB_WHO] = project_who};
    add_tabs(s, page, frame.controls, TELL[s->tab](p));
}

const Screen screen_project = {
    .name = "project",
    .state_size = sizeof(ProjectView),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .back = back,
    .view = view,
};
