/* Places of one sort to choose from, the nearest first; or what happens on campus, by the clock. */
#include "screens/common/events.h"
#include "screens/map/map_state.h"
#include "screens/map/place_list.h"

enum { TAP_PLACE = 1, TAP_PAGE, TAP_LATER, TAP_EVENT };

typedef struct PlacesState {
    ListWish wish;
    int page;
    bool later; /* of events: the days after it */
} PlacesState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k;
    *(PlacesState *)state = (PlacesState){.wish = place_list_wish(arg)};
}

static Step act(void *state, const Kiosk *k, Action action) {
    PlacesState *s = state;
    if (action.token == TAP_PLACE)
        return common_follow((Target){TARGET_PLACE, action.arg});
    if (action.token == TAP_EVENT)
        return common_open(k, event_target(k, &k->plan->event[action.arg]));
    if (action.token == TAP_PAGE)
        s->page = action.arg;
    if (action.token == TAP_LATER) {
        s->later = action.arg;
        s->page = 0;
    }
    return (Step){0};
}

static void add_places(const PlacesState *s, const Kiosk *k, Page *page, Node *grid) {
    PlaceEntry *entry;
    int count = place_list_fill(k, s->wish.list, page->arena, &entry);
    for (int i = 0; i < count; i++)
        place_card(page, grid, k, entry[i], (Action){TAP_PLACE, entry[i].space});
}

static void add_event(const Kiosk *k, Page *page, Node *grid, int index) {
    const PlanEvent *event = &k->plan->event[index];
    Node *card = widget_plate(page, grid, BUTTON_PLAIN, (Action){TAP_EVENT, index});
    card->pad_x = SPACE_20;
    card->pad_y = SPACE_12;
    card->gap = SPACE_4;
    widget_label(page, card, TYPE_UI, card->ink, tr_text(page, event->title));
    widget_quiet(page, card, TYPE_SMALL, event_time(page, k, event));
    Node *where = widget_quiet(page, card, TYPE_SMALL,
                               text_of_place(k->plan, event->space, k->settings.lang, page->arena));
    where->drop_rank = 1;
    card->spoken = tr_text(page, event->title);
}

/* Events are sorted by time: those of the day looked at, if it has any, else what comes next. */
typedef struct EventRun {
    int first, end;
    bool today; /* of the day itself */
    bool later; /* is there something on the days after it? */
} EventRun;

static EventRun events_of(const PlacesState *s, const Kiosk *k) {
    const Plan *plan = k->plan;
    Millis day = map_stop(k, s->wish.stop);
    EventRun run = {.first = events_from(plan, day)};
    int after = run.first;
    while (after < plan->event_count && event_on_day(&plan->event[after], day))
        after++;
    run.today = !s->later && after > run.first;
    run.later = after > run.first && after < plan->event_count;
    run.first = run.today ? run.first : after;
    run.end = run.today ? after : plan->event_count;
    return run;
}

static Slice title(const PlacesState *s, const Kiosk *k, const Page *page, const EventRun *run) {
    if (s->wish.list != LIST_EVENTS)
        return place_list_name(k, page, s->wish.list);
    return tr(page, run->today && !s->wish.stop ? STR_EVENTS_TODAY : STR_EVENTS_NEXT);
}

static void add_foot(const PlacesState *s, Page *page, Node *parent, Node *grid,
                     const EventRun *run) {
    Node *foot = widget_line(page, parent, SPACE_20);
    if (s->wish.list == LIST_EVENTS && run->later)
        widget_button(page, foot, BUTTON_PLAIN, s->later ? ICON_event : ICON_arrow_forward,
                      tr(page, s->later ? STR_EVENTS_TODAY : STR_EVENTS_LATER),
                      (Action){TAP_LATER, !s->later});
    widget_stretch(page, foot);
    widget_pager(page, foot, grid, TAP_PAGE);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const PlacesState *s = state;
    EventRun run = {0};
    if (s->wish.list == LIST_EVENTS)
        run = events_of(s, k);
    Slice name = title(s, k, page, &run);
    Frame frame = common_frame(page, k, name);
    widget_heading(page, frame.reading, TYPE_H1, name);
    if (s->wish.list != LIST_EVENTS)
        widget_quiet(page, frame.reading, TYPE_BODY, tr(page, STR_NEAREST_FIRST))->drop_rank = 1;
    common_scene(page, k, frame.reading);
    CardGrid cards = {page->form.wide_columns, TARGET_GAP, ROW_PLACE, 0};
    Node *grid = widget_cards(page, frame.controls, cards, s->page);
    if (s->wish.list == LIST_EVENTS)
        for (int i = run.first; i < run.end; i++)
            add_event(k, page, grid, i);
    else
        add_places(s, k, page, grid);
    add_foot(s, page, frame.controls, grid, &run);
}

const Screen screen_places = {
    .name = "places",
    .state_size = sizeof(PlacesState),
    .wait = WAIT_SHORT,
    .enter = enter,
    .act = act,
    .view = view,
};
