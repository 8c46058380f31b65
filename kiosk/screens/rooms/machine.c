/* A machine of a lab: what it does, to what, who stands beside, and who works with it. */
#include "screens/common/links.h"
#include "screens/common/opening.h"
#include "screens/common/take.h"
#include "screens/common/way.h"

enum { TAP_LINK = 1, TAP_PAGE };

typedef struct MachineState {
    int machine, page;
} MachineState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(MachineState *)state = (MachineState){.machine = arg};
}

static int project_with(const Pack *pack, int machine) {
    for (int p = 0; p < pack->lab_project_count; p++)
        for (int i = 0; i < pack->lab_project[p].machines.count; i++)
            if (pack->lab_project[p].machines.at[i] == machine)
                return p;
    return -1;
}

static Links links_of(const Kiosk *k, const MachineState *s) {
    const LabMachine *machine = &k->pack->lab_machine[s->machine];
    Links links = {.above = true};
    links_add(&links, (Target){TARGET_LAB, machine->lab});
    links_add_trades(&links, &machine->trades, LINKS_MAX); /* all that are named beside them */
    links_add(&links, (Target){TARGET_VIDEO, machine->clip});
    links_add(&links, (Target){TARGET_PROJECT, project_with(k->pack, s->machine)});
    return links;
}

static Step act(void *state, const Kiosk *k, Action action) {
    MachineState *s = state;
    if (action.token == TAP_PAGE) {
        s->page = action.arg;
        return (Step){0};
    }
    Links links = links_of(k, s);
    return links_follow(k, &links, action.arg);
}

static void add_fact(Page *page, Node *body, StringId name, Slice value) {
    if (!value.len)
        return;
    Node *fact = widget_column(page, body, SPACE_4);
    widget_quiet(page, fact, TYPE_SMALL, tr(page, name));
    widget_text(page, fact, TYPE_BODY, value);
}

static Slice trades_of(Page *page, const Kiosk *k, const Indices *trades) {
    Slice said = LIT("");
    for (int i = 0; i < trades->count; i++)
        said = tr_list(page, said, tr_text(page, k->pack->trade[trades->at[i]].short_name));
    return said;
}

static Slice help_of(Page *page, const LabMachine *machine) {
    return tr(page, machine->help == HELP_WITH ? STR_HELP_WITH : STR_HELP_ALONE);
}

static TakeLines letter(Page *page, const Kiosk *k, const LabMachine *machine) {
    const Lab *lab = &k->pack->lab[machine->lab];
    TakeLines lines = {.count = 0};
    take_line(&lines, tr_text(page, machine->name));
    take_line(&lines, tr_text(page, machine->does));
    take_line(&lines, way_where(k, way_to(k, lab->place, page->arena), page->arena));
    take_line(&lines, opening_sentence(page, lab->opening));
    take_line(&lines, help_of(page, machine));
    take_line(&lines, tr_text(page, k->pack->desk[lab->desk].name));
    if (machine->illustrative)
        take_line(&lines, tr(page, STR_EXAMPLE_CONFIRM));
    return lines;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const MachineState *s = state;
    const LabMachine *machine = &k->pack->lab_machine[s->machine];
    Slice lab = tr_text(page, k->pack->lab[machine->lab].name), name = tr_text(page, machine->name);
    Frame frame = common_frame_of(page, k, lab, machine->illustrative);
    Sheet sheet = common_sheet(page, frame, s->page, TAP_PAGE);
    widget_heading(page, sheet.title, TYPE_H1, name);
    widget_quiet(page, sheet.title, TYPE_BODY, tr_text(page, machine->does));
    add_fact(page, sheet.reading, STR_MATERIALS, tr_text(page, machine->materials));
    add_fact(page, sheet.reading, STR_MACHINE_HELP, help_of(page, machine));
    if (machine->first_time)
        add_fact(page, sheet.reading, STR_LAB_FIRST,
                 tr_number(page, STR_MINUTES, machine->first_time));
    add_fact(page, sheet.reading, STR_WORK_WITH_IT, trades_of(page, k, &machine->trades));
    Sight own = {machine->picture, machine->icon, name};
    common_sight(page, sheet.seen, common_sight_of(page, k, own, &machine->trades));
    Links links = links_of(k, s);
    links_show(page, sheet.side, k, &links, TAP_LINK);
    TakeLines lines = letter(page, k, machine);
    take_code(page, sheet.side, &lines, CODE_LOW, tr(page, STR_MACHINE_TAKE));
}

const Screen screen_machine = {
    .name = "machine",
    .state_size = sizeof(MachineState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
