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
        s->tab = TAB_SHEETS;
        s->sheet = action.arg;
        return (Step){0};
    case TAP_DESK:
        return common_open(k, (Target){TARGET_DESK, action.arg});
    case TAP_PARTNER:
        return common_open(k, (Target){TARGET_PARTNER, action.arg});
    default:
        return (Step){0};
    }
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

/* Only what opened when may be made up; the rest is told as its source has it. */
static bool any_example(const ProjectView *s, const Pack *pack) {
    for (int i = 0; i < pack->milestone_count && s->tab == TAB_DATES; i++)
        if (pack->milestone[i].illustrative)
            return true;
    return false;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const ProjectView *s = state;
    const ProjectTold *told = &k->pack->project_told[0];
    Frame frame = common_frame_of(page, k, tr(page, STR_PROJECT), any_example(s, k->pack));
    widget_heading(page, frame.reading, page->form.enlarged ? TYPE_H2 : TYPE_H1,
                   tr_text(page, told->title));
    ProjectPage p = {s, k, page, frame};
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
    .view = view,
};
