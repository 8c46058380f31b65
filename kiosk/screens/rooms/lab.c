/* A lab: when it is open, by what rules, how the first time goes, its machines and what one can
   make. */
#include "screens/common/opening.h"
#include "screens/common/take.h"
#include "screens/common/way.h"

enum { TAP_GO = 1, TAP_DESK, TAP_TAB, TAP_PAGE, TAP_MACHINE, TAP_PROJECT };

typedef enum LabTab { TAB_MACHINES, TAB_PROJECTS, TAB_FIRST, TAB_COUNT } LabTab;

typedef struct LabState {
    int lab, tab, page;
} LabState;

static const TabName TABS[TAB_COUNT] = {
    [TAB_MACHINES] = {STR_MACHINES, ICON_precision_manufacturing},
    [TAB_PROJECTS] = {STR_LAB_PROJECTS, ICON_handyman},
    [TAB_FIRST] = {STR_LAB_COMING, ICON_schedule},
};

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(LabState *)state = (LabState){.lab = arg};
}

static Step act(void *state, const Kiosk *k, Action action) {
    LabState *s = state;
    switch (action.token) {
    case TAP_GO:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_DESK:
        return common_follow((Target){TARGET_DESK, k->pack->lab[s->lab].desk});
    case TAP_TAB:
        s->tab = action.arg;
        s->page = 0;
        return (Step){0};
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case TAP_MACHINE:
        return common_follow((Target){TARGET_MACHINE, action.arg});
    case TAP_PROJECT:
        return common_follow((Target){TARGET_PROJECT, action.arg});
    default:
        return (Step){0};
    }
}

/* ---- the first time -------------------------------------------------------------------------- */

static int minutes_of(const Lab *lab) {
    int minutes = 0;
    for (int i = 0; i < lab->first_time_count; i++)
        minutes += lab->first_time[i].minutes;
    return minutes;
}

static void add_first_step(Page *page, Node *row, const LabStep *step) {
    Node *part = widget_line(page, row, SPACE_12);
    if (row->flow == FLOW_ROW)
        part->grow = 1;
    if (step->icon.len)
        widget_icon(page, part, TYPE_ICON, icon_named(step->icon), PAINT_PRIMARY)->least =
            ICON_LEAST;
    Node *words = widget_share(page, part, 1, 0);
    widget_text(page, words, TYPE_UI, tr_number(page, STR_MINUTES, step->minutes));
    widget_quiet(page, words, TYPE_SMALL, tr_text(page, step->text));
}

/* "La première fois : 20 min", then what they are. */
static void add_first_time(Page *page, Node *parent, const Lab *lab, bool beside) {
    if (!lab->first_time_count)
        return;
    Node *row =
        beside ? widget_line(page, parent, SPACE_20) : widget_column(page, parent, SPACE_12);
    Node *sum = widget_column(page, row, 0);
    widget_quiet(page, sum, TYPE_SMALL, tr(page, STR_LAB_FIRST));
    widget_heading(page, sum, TYPE_H2, tr_number(page, STR_MINUTES, minutes_of(lab)));
    for (int i = 0; i < lab->first_time_count; i++)
        add_first_step(page, row, &lab->first_time[i]);
}

/* ---- machines and projects ------------------------------------------------------------------- */

static Node *add_card(Page *page, Node *grid, Slice name, Action action) {
    Node *card = widget_plate(page, grid, BUTTON_PLAIN, action);
    card->pad_x = card->pad_y = SPACE_12;
    card->gap = SPACE_4;
    card->spoken = name;
    return card;
}

/* A drawing above the name, or its sign; on a lying screen there is no height for a sign above. */
static void add_name(Page *page, Node *card, int picture, Slice icon, Slice name) {
    if (picture >= 0 || !page->form.side_by_side) {
        common_sight(page, card, (Sight){picture, icon, name});
        widget_label(page, card, page->form.name_below, PAINT_INK, name);
        return;
    }
    Node *head = widget_line(page, card, SPACE_12);
    widget_sign(page, head, icon_named(icon), PAINT_PRIMARY)->drop_rank = 3;
    widget_label(page, widget_share(page, head, 1, 0), page->form.name_below, PAINT_INK, name);
}

static Slice help_words(Page *page, const LabMachine *machine) {
    if (machine->help == HELP_WITH)
        return tr(page, STR_HELP_WITH);
    return machine->first_time ? tr_number(page, STR_HELP_ALONE_AFTER, machine->first_time)
                               : tr(page, STR_HELP_ALONE);
}

static void add_machine(Page *page, Node *grid, const Kiosk *k, int index) {
    const LabMachine *machine = &k->pack->lab_machine[index];
    Slice name = tr_text(page, machine->name);
    Node *card = add_card(page, grid, name, (Action){TAP_MACHINE, index});
    add_name(page, card, machine->picture, machine->icon, name);
    widget_quiet(page, card, TYPE_SMALL, tr_text(page, machine->does))->drop_rank = 2;
    Node *help = widget_line(page, card, SPACE_8);
    Icon icon = machine->help == HELP_WITH ? ICON_support_agent : ICON_person;
    widget_icon(page, help, TYPE_SMALL_ICON, icon, PAINT_PRIMARY)->drop_rank = 3;
    Node *words = widget_share(page, help, 1, 0);
    widget_label(page, words, TYPE_LABEL, PAINT_INK, help_words(page, machine));
}

static void add_project(Page *page, Node *grid, const Kiosk *k, int index) {
    const LabProject *project = &k->pack->lab_project[index];
    Slice name = tr_text(page, project->title);
    Node *card = add_card(page, grid, name, (Action){TAP_PROJECT, index});
    add_name(page, card, project->picture, LIT("handyman"), name);
    if (project->minutes)
        widget_quiet(page, card, TYPE_SMALL, tr_number(page, STR_MINUTES, project->minutes));
}

static Node *add_cards(const LabState *s, const Kiosk *k, Page *page, Node *parent) {
    const Form *form = &page->form;
    CardGrid cards = {form->columns + (form->side_by_side && form->roomy), PLATE_GAP, ROW_UNDER,
                      form->side_by_side ? 1 : 2};
    Node *grid = widget_cards(page, parent, cards, s->page);
    for (int i = 0; s->tab == TAB_MACHINES && i < k->pack->lab_machine_count; i++)
        if (k->pack->lab_machine[i].lab == s->lab)
            add_machine(page, grid, k, i);
    for (int i = 0; s->tab == TAB_PROJECTS && i < k->pack->lab_project_count; i++)
        if (k->pack->lab_project[i].lab == s->lab)
            add_project(page, grid, k, i);
    return grid;
}

/* ---- the page -------------------------------------------------------------------------------- */

static TakeLines letter(Page *page, const Kiosk *k, const Lab *lab, const Way *way) {
    TakeLines lines = {.count = 0};
    take_line(&lines, tr_text(page, lab->name));
    take_line(&lines, way_where(k, way, page->arena));
    take_line(&lines, opening_sentence(page, lab->opening));
    take_line(&lines, tr_text(page, lab->rules));
    take_line(&lines, tr_text(page, k->pack->desk[lab->desk].name));
    if (lab->illustrative)
        take_line(&lines, tr(page, STR_EXAMPLE_CONFIRM));
    return lines;
}

static void add_go(Page *page, Node *parent, const Kiosk *k, const Lab *lab, const Way *way) {
    Node *row = widget_row(page, parent, TARGET_GAP);
    Node *go = way_button(page, row, way, TAP_GO);
    if (go)
        go->grow = 1;
    Node *desk = widget_button(page, row, BUTTON_PLAIN, ICON_forum, LIT(""), (Action){TAP_DESK, 0});
    desk->spoken = tr_text(page, k->pack->desk[lab->desk].name);
}

static void add_hours(Page *page, Node *parent, const Kiosk *k, const Lab *lab) {
    opening_line(page, parent, k, &lab->hours, TYPE_H3);
    widget_quiet(page, parent, TYPE_SMALL, tr_text(page, lab->opening));
    widget_quiet(page, parent, TYPE_SMALL, tr_text(page, lab->rules));
}

/* Large words: hours, rules and the first time are a tab of their own. */
static Node *add_coming(const LabState *s, const Kiosk *k, Page *page, Node *parent,
                        const Way *way) {
    const Lab *lab = &k->pack->lab[s->lab];
    Node *body = widget_pages(page, parent, SPACE_12, s->page);
    widget_text(page, body, TYPE_SMALL, tr_text(page, lab->opening));
    widget_text(page, body, TYPE_SMALL, tr_text(page, lab->rules));
    widget_quiet(page, body, TYPE_SMALL, tr(page, STR_LAB_FIRST))->keep = true;
    for (int i = 0; i < lab->first_time_count; i++)
        add_first_step(page, body, &lab->first_time[i]);
    TakeLines lines = letter(page, k, lab, way);
    take_code(page, body, &lines, CODE_LOW, LIT(""))->drop_rank = 0;
    return body;
}

/* A sign alone where words would leave no room for what they are about. */
static void add_tab(Page *page, Node *row, int tab, bool chosen) {
    Action action = {TAP_TAB, tab};
    if (!page->form.tight) {
        widget_tab(page, row, TABS[tab], page->form.ample, chosen, action)->grow = 1;
        return;
    }
    Node *sign = widget_button(page, row, widget_look(chosen), TABS[tab].icon, LIT(""), action);
    sign->role = ROLE_CHOICE;
    sign->spoken = tr(page, TABS[tab].label);
}

static void add_tabs(const LabState *s, Page *page, Node *hand, Node *body, int count) {
    Node *row = widget_row(page, hand, TARGET_GAP);
    for (int tab = 0; tab < count; tab++)
        add_tab(page, row, tab, tab == s->tab);
    bool apart = page->form.narrow && !page->form.tight;
    Node *foot = apart ? widget_row(page, hand, 0) : row;
    if (apart || page->form.tight)
        widget_stretch(page, foot);
    widget_pager(page, foot, body, TAP_PAGE);
}

static void add_foot(Page *page, Node *hand, const Kiosk *k, const Lab *lab, const Way *way) {
    Node *row = widget_row(page, hand, GUTTER);
    if (page->form.side_by_side && lab->first_time_count) {
        Node *first = widget_panel(page, row);
        first->grow = 1;
        first->justify = ALIGN_CENTER;
        add_first_time(page, first, lab, true);
    }
    Node *both = widget_panel(page, row);
    both->flow = FLOW_ROW;
    both->align = ALIGN_CENTER;
    both->pad_x = both->pad_y = SPACE_12;
    both->grow = 1;
    add_go(page, widget_share(page, both, 1, 0), k, lab, way);
    TakeLines lines = letter(page, k, lab, way);
    take_code(page, both, &lines, CODE_LOW, LIT(""))->drop_rank = 0;
}

static void add_head(Page *page, Node *show, const Kiosk *k, const Lab *lab, const Way *way) {
    bool roomy = page->form.roomy, beside = roomy && page->form.side_by_side;
    Node *row = beside ? widget_line(page, show, GUTTER) : show;
    Node *title = beside ? widget_share(page, row, 1, SPACE_8) : show;
    widget_heading(page, title, TYPE_H1, tr_text(page, lab->name));
    if (!page->form.enlarged)
        widget_quiet(page, title, TYPE_BODY, tr_text(page, lab->line))->drop_rank = 1;
    if (!roomy) {
        opening_line(page, show, k, &lab->hours, TYPE_H3);
        return;
    }
    Node *hours = widget_panel(page, row);
    hours->grow = beside;
    hours->pad_y = SPACE_12;
    hours->gap = SPACE_4;
    add_hours(page, hours, k, lab);
    if (!beside && lab->first_time_count)
        add_first_time(page, widget_panel(page, show), lab, true);
    Node *map = beside ? NULL : way_map(page, show, k, way); /* upright: where it is */
    if (map)
        map->grow = 1;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const LabState *s = state;
    const Lab *lab = &k->pack->lab[s->lab];
    bool roomy = page->form.roomy;
    Frame frame = common_frame_of(page, k, tr(page, STR_CREATE), lab->illustrative);
    const Way *way = way_to(k, lab->place, page->arena);
    add_head(page, frame.reading, k, lab, way);
    bool coming = !roomy && s->tab == TAB_FIRST;
    Node *part = widget_share(page, frame.controls, 1, 0);
    Node *body = coming ? add_coming(s, k, page, part, way) : add_cards(s, k, page, part);
    add_tabs(s, page, frame.controls, body, roomy ? TAB_FIRST : TAB_COUNT);
    if (roomy)
        add_foot(page, frame.controls, k, lab, way);
    else
        add_go(page, frame.controls, k, lab, way);
}

const Screen screen_lab = {
    .name = "lab",
    .state_size = sizeof(LabState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
