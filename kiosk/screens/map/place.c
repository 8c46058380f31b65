/* The sheet of one place: where it is, when it is open, what is learnt there, with what, and what
 * is going on. */
#include "map/directions_text.h"
#include "screens/common/opening.h"
#include "map/view.h"
#include "screens/common/events.h"
#include "screens/map/place_list.h"

enum { TAP_GO = 1, TAP_TRADE, TAP_PAGE, TAP_DESK, TAP_LAB, TAP_COURSE, TAP_EVENT };

#define COURSES_SHOWN 3

typedef struct SheetState {
    int space, page;
} SheetState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(SheetState *)state = (SheetState){.space = arg};
}

static Step act(void *state, const Kiosk *k, Action action) {
    SheetState *s = state;
    switch (action.token) {
    case TAP_GO:
        return common_follow((Target){TARGET_PLACE, s->space});
    case TAP_TRADE:
        return common_follow((Target){TARGET_TRADE, action.arg});
    case TAP_DESK:
        return common_open(k, (Target){TARGET_DESK, action.arg});
    case TAP_LAB:
        return common_open(k, (Target){TARGET_LAB, action.arg});
    case TAP_COURSE:
        return common_open(k, (Target){TARGET_COURSE, action.arg});
    case TAP_EVENT:
        return common_open(k, (Target){TARGET_EVENT, action.arg});
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    default:
        return (Step){0};
    }
}

static void add_button(Page *page, Node *body, Icon icon, Slice words, Action action) {
    widget_button(page, body, BUTTON_PLAIN, icon, words, action)->justify = ALIGN_START;
}

/* ---- what there is to say -------------------------------------------------------------------- */

static void add_facts(const SheetState *s, const Kiosk *k, Page *page, Node *body) {
    const PlanSpace *space = &k->plan->space[s->space];
    Slice shut = text_of_shut(k->plan, s->space, k->today, k->settings.lang, page->arena),
          hours = tr_text(page, space->hours);
    Slice now = opening_of_place(k, s->space, page->arena);
    if (shut.len)
        widget_text(page, body, TYPE_UI, shut);
    else if (now.len)
        widget_text(page, body, TYPE_UI, now);
    if (hours.len)
        widget_text(page, body, TYPE_BODY,
                    arena_printf(page->arena, SLICE_FMT " " SLICE_FMT,
                                 SLICE_ARG(tr(page, STR_HOURS)), SLICE_ARG(hours)));
}

static void add_machines(const SheetState *s, const Kiosk *k, Page *page, Node *body) {
    bool first = true;
    for (int i = 0; i < k->plan->machine_count; i++) {
        if (k->plan->machine[i].space != s->space)
            continue;
        if (first)
            widget_heading(page, body, TYPE_H3, tr(page, STR_MACHINES))->keep = true;
        first = false;
        common_point(page, body, tr_text(page, k->plan->machine[i].name), false);
    }
}

/* One that an author wrote down has a sheet of its own; of one that is only drawn all is said here.
 */
static void add_event(const Kiosk *k, Page *page, Node *body, const PlanEvent *event) {
    Target target = event_target(k, event);
    Slice words = tr_beside(page, event_time(page, k, event), tr_text(page, event->title)),
          note = tr_text(page, event->note);
    if (target.kind == TARGET_EVENT) {
        add_button(page, body, ICON_event, words, (Action){TAP_EVENT, target.arg});
        return;
    }
    common_point(page, body, words, false);
    if (note.len)
        widget_quiet(page, body, TYPE_SMALL, note);
}

static void add_events(const SheetState *s, const Kiosk *k, Page *page, Node *body) {
    bool first = true;
    for (int i = events_from(k->plan, k->today); i < k->plan->event_count; i++) {
        if (k->plan->event[i].space != s->space)
            continue;
        bool today = event_on_day(&k->plan->event[i], k->today);
        if (first)
            widget_heading(page, body, TYPE_H3, tr(page, today ? STR_EVENTS_TODAY : STR_EVENTS))
                ->keep = true;
        first = false;
        add_event(k, page, body, &k->plan->event[i]);
    }
}

/* Who is to be met here, and what one can make and learn. */
static void add_here(const SheetState *s, const Kiosk *k, Page *page, Node *body) {
    const Pack *pack = k->pack;
    for (int i = 0; i < pack->desk_count; i++)
        if (pack->desk[i].place == s->space)
            add_button(page, body, ICON_forum, tr_text(page, pack->desk[i].name),
                       (Action){TAP_DESK, i});
    for (int i = 0; i < pack->lab_count; i++)
        if (pack->lab[i].place == s->space)
            add_button(page, body, ICON_lightbulb, tr_text(page, pack->lab[i].name),
                       (Action){TAP_LAB, i});
    int courses = 0;
    for (int i = 0; i < pack->course_count && courses < COURSES_SHOWN; i++)
        if (pack->course[i].place == s->space && ++courses)
            add_button(page, body, ICON_school, tr_text(page, pack->course[i].name),
                       (Action){TAP_COURSE, i});
}

static int trades_of(const Kiosk *k, int space) {
    int count = 0;
    for (int i = 0; i < k->plan->link_count; i++)
        count += k->plan->link[i].space == space;
    return count;
}

static void add_trades(const SheetState *s, const Kiosk *k, Page *page, Node *body) {
    if (!trades_of(k, s->space))
        return;
    widget_heading(page, body, TYPE_H3, tr(page, STR_TAUGHT_HERE))->keep = true;
    for (int i = 0; i < k->plan->link_count; i++) {
        int trade = k->plan->link[i].trade;
        if (k->plan->link[i].space == s->space)
            add_button(page, body, ICON_arrow_forward,
                       tr_text(page, k->pack->trade[trade].short_name), (Action){TAP_TRADE, trade});
    }
}

/* ---- the page -------------------------------------------------------------------------------- */

static void add_small_map(const SheetState *s, const Kiosk *k, Page *page, Node *parent) {
    const PlanSpace *space = &k->plan->space[s->space];
    MapView *view = arena_new(page->arena, MapView);
    *view = (MapView){.plan = k->plan,
                      .level = space->level,
                      .when = k->today,
                      .kiosk = k->here,
                      .chosen = s->space,
                      .frame = k->plan->box,
                      .lang = k->settings.lang,
                      .here = tr(page, STR_HERE)};
    Node *map = widget_map(page, parent, view, text_of_where(k->plan, s->space, k->settings.lang));
    map->min_h = MAP_SMALL;
    map->drop_rank = 1;
}

static void add_go(Page *page, Node *parent) {
    Node *go = widget_button(page, parent, BUTTON_PRIMARY, ICON_place, tr(page, STR_GO_THERE),
                             (Action){TAP_GO, 0});
    go->min_h = TARGET_BUTTON;
}

static Node *add_body(const SheetState *s, const Kiosk *k, Page *page, Node *parent) {
    Node *body = widget_pages(page, parent, TARGET_GAP, s->page);
    add_facts(s, k, page, body);
    add_here(s, k, page, body);
    add_trades(s, k, page, body);
    add_machines(s, k, page, body);
    add_events(s, k, page, body);
    if (k->plan->illustrative)
        widget_example(page, body);
    return body;
}

static void add_sheet(const SheetState *s, const Kiosk *k, Page *page, Frame frame) {
    Halves halves = frame_halves(page, frame, 1, 1);
    Node *body = add_body(s, k, page, halves.controls);
    add_small_map(s, k, page, halves.reading);
    Node *foot =
        widget_line(page, page->form.side_by_side ? halves.reading : frame.controls, SPACE_20);
    add_go(page, widget_share(page, foot, 1, 0));
    widget_pager(page, foot, body, TAP_PAGE);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const SheetState *s = state;
    Frame frame = common_frame(page, k, tr(page, STR_MAP));
    widget_heading(page, frame.reading, TYPE_H1,
                   text_of_place(k->plan, s->space, k->settings.lang, page->arena));
    widget_quiet(page, frame.reading, TYPE_BODY,
                 text_of_where(k->plan, s->space, k->settings.lang));
    add_sheet(s, k, page, frame);
}

const Screen screen_place = {
    .name = "place",
    .state_size = sizeof(SheetState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
