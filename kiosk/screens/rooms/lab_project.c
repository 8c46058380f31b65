/* Something to make in a lab, step by step. */
#include "screens/common/links.h"
#include "screens/common/take.h"

enum { TAP_LINK = 1, TAP_PAGE };

typedef struct ProjectState {
    int project, page;
} ProjectState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(ProjectState *)state = (ProjectState){.project = arg};
}

static Links links_of(const Kiosk *k, const ProjectState *s) {
    const LabProject *project = &k->pack->lab_project[s->project];
    Links links = {.beside = true};
    links_add(&links, (Target){TARGET_LAB, project->lab});
    for (int i = 0; i < project->machines.count; i++)
        links_add(&links, (Target){TARGET_MACHINE, project->machines.at[i]});
    return links;
}

static Step act(void *state, const Kiosk *k, Action action) {
    ProjectState *s = state;
    if (action.token == TAP_PAGE) {
        s->page = action.arg;
        return (Step){0};
    }
    Links links = links_of(k, s);
    return links_follow(k, &links, action.arg);
}

static void add_step(Page *page, Node *body, int number, Slice text) {
    Node *row = widget_line(page, body, SPACE_20);
    widget_number(page, row, PAINT_PRIMARY, PAINT_ON_PRIMARY, number)->drop_rank = 3;
    widget_text(page, widget_share(page, row, 1, 0), TYPE_BODY, text);
}

static TakeLines letter(Page *page, const Kiosk *k, const LabProject *project) {
    TakeLines lines = {.count = 0};
    take_line(&lines, tr_text(page, project->title));
    take_line(&lines, tr_text(page, k->pack->lab[project->lab].name));
    for (int i = 0; i < project->step_count; i++)
        take_line(&lines, arena_printf(page->arena, "%d. " SLICE_FMT, i + 1,
                                       SLICE_ARG(tr_text(page, project->step[i].text))));
    return lines;
}

/* A drawing of its own, else what its first machine is for. */
static Sight sight_of(const Page *page, const Kiosk *k, const LabProject *project) {
    Sight own = {project->picture, LIT("handyman"), tr_text(page, project->title)};
    if (!project->machines.count)
        return own;
    const LabMachine *machine = &k->pack->lab_machine[project->machines.at[0]];
    own.picture = own.picture < 0 ? machine->picture : own.picture;
    return common_sight_of(page, k, own, &machine->trades);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const ProjectState *s = state;
    const LabProject *project = &k->pack->lab_project[s->project];
    Slice lab = tr_text(page, k->pack->lab[project->lab].name);
    Frame frame = common_frame_of(page, k, lab, project->illustrative);
    Sheet sheet = common_sheet(page, frame, s->page, TAP_PAGE);
    widget_heading(page, sheet.title, TYPE_H1, tr_text(page, project->title));
    if (project->minutes)
        widget_quiet(page, sheet.title, TYPE_BODY, tr_number(page, STR_MINUTES, project->minutes));
    for (int i = 0; i < project->step_count; i++)
        add_step(page, sheet.reading, i + 1, tr_text(page, project->step[i].text));
    common_sight(page, sheet.seen, sight_of(page, k, project));
    Links links = links_of(k, s);
    links_show(page, sheet.side, k, &links, TAP_LINK);
    TakeLines lines = letter(page, k, project);
    take_code(page, sheet.side, &lines, CODE_LOW, tr(page, STR_PROJECT_TAKE));
}

const Screen screen_lab_project = {
    .name = "lab-project",
    .state_size = sizeof(ProjectState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
