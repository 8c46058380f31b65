/* Something that is going on: when, where, how one takes part, and the way there. */
#include "screens/common/events.h"
#include "screens/common/links.h"
#include "screens/common/take.h"
#include "screens/common/way.h"
#include "train/dates.h"

enum { TAP_GO = 1, TAP_LINK, TAP_PAGE };

typedef struct EventState {
    int event, page;
} EventState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(EventState *)state = (EventState){.event = arg};
}

static Links links_of(const Kiosk *k, const EventState *s) {
    const CampusEvent *event = &k->pack->campus_event[s->event];
    Links links = {.beside = true};
    links_add(&links, (Target){TARGET_DESK, event->desk});
    links_add_trades(&links, &event->trades, 2);
    if (!links.count)
        links_add(&links, (Target){TARGET_TRADES, 0});
    return links;
}

static Step act(void *state, const Kiosk *k, Action action) {
    EventState *s = state;
    Links links = links_of(k, s);
    switch (action.token) {
    case TAP_GO:
        return common_follow((Target){TARGET_PLACE, action.arg});
    case TAP_LINK:
        return links_follow(k, &links, action.arg);
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    default:
        return (Step){0};
    }
}

static PlanEvent on_plan(const CampusEvent *event) {
    return (PlanEvent){.id = event->id,
                       .space = event->place,
                       .from = event->begins,
                       .to = event->ends,
                       .title = event->title};
}

static Slice soon(Page *page, const Kiosk *k, const CampusEvent *event, const PlanEvent *plan) {
    bool over = !k->doubtful && event_is_over(event, k->today);
    return over ? tr(page, STR_EVENT_OVER) : event_soon(page, k, plan);
}

static void add_reading(Page *page, Node *body, const Kiosk *k, const CampusEvent *event,
                        const PlanEvent *plan) {
    Slice note = tr_text(page, event->note), registration = tr_text(page, event->registration);
    common_signed_line(page, body, LIT("event"), event_time(page, k, plan));
    if (k->plan)
        common_signed_line(page, body, LIT("place"),
                           way_where(k, way_to(k, event->place, page->arena), page->arena));
    if (registration.len)
        common_signed_line(page, body, LIT("assignment"), registration);
    if (event->capacity)
        common_signed_line(page, body, LIT("groups"),
                           tr_number(page, STR_EVENT_CAPACITY, event->capacity));
    if (note.len)
        widget_text(page, body, TYPE_BODY, note);
}

static TakeLines letter(Page *page, const Kiosk *k, const CampusEvent *event, const Way *way) {
    PlanEvent plan = on_plan(event);
    TakeLines lines = {.count = 0};
    take_line(&lines, tr_text(page, event->title));
    take_line(&lines, event_dated(page, k, &plan));
    take_line(&lines, way_where(k, way, page->arena));
    take_line(&lines, tr_text(page, event->registration));
    take_line(&lines, tr_text(page, k->pack->campus.name));
    if (event->illustrative)
        take_line(&lines, tr(page, STR_EXAMPLE_CONFIRM));
    return lines;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const EventState *s = state;
    const CampusEvent *event = &k->pack->campus_event[s->event];
    PlanEvent plan = on_plan(event);
    Frame frame = common_frame_of(page, k, tr(page, STR_EVENTS), event->illustrative);
    Sheet sheet = common_sheet(page, frame, s->page, TAP_PAGE);
    Slice title = tr_text(page, event->title);
    widget_heading(page, sheet.title, TYPE_H2, title);
    widget_quiet(page, sheet.title, TYPE_BODY, soon(page, k, event, &plan));
    add_reading(page, sheet.reading, k, event, &plan);
    const Way *way = way_to(k, event->place, page->arena);
    way_map(page, sheet.seen, k, way);
    Links links = links_of(k, s);
    links_show(page, sheet.side, k, &links, TAP_LINK);
    way_button(page, sheet.side, way, TAP_GO);
    TakeLines lines = letter(page, k, event, way);
    take_code(page, sheet.side, &lines, CODE_LOW, tr(page, STR_EVENT_TAKE));
}

const Screen screen_event = {
    .name = "event",
    .state_size = sizeof(EventState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
