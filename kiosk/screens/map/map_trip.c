/* A trip: from here or from elsewhere, over at most two stops, and the same way back. Knows its
 * ends, not the ways between. */
#include "screens/map/map_state.h"

void map_trip_begin(MapState *s, int space) {
    s->space = space;
    s->start = PLAN_NONE;
    s->stops = s->leg = 0;
    s->back = false;
    s->pick = PICK_GOAL;
    s->panel = PANEL_STEPS;
}

/* ---- ends ------------------------------------------------------------------------------------ */

static int end_there(const MapState *s, int i) {
    if (!i)
        return s->start;
    return i <= s->stops ? s->stop[i - 1] : s->space;
}

int map_legs(const MapState *s) {
    return s->stops + 1;
}

Leg map_leg(const MapState *s) {
    int at = s->back ? map_legs(s) - s->leg : s->leg, step = s->back ? -1 : 1;
    return (Leg){end_there(s, at), end_there(s, at + step)};
}

Slice map_end_name(const Kiosk *k, Page *page, int end) {
    return end == PLAN_NONE ? tr(page, STR_THIS_KIOSK)
                            : text_of_place(k->plan, end, k->settings.lang, page->arena);
}

static bool is_an_end(const MapState *s, int space) {
    for (int i = 0; i <= map_legs(s); i++)
        if (end_there(s, i) == space)
            return true;
    return false;
}

void map_trip_chosen(MapState *s, int space) {
    if (s->pick == PICK_START && !is_an_end(s, space))
        s->start = space;
    if (s->pick == PICK_STOP && !is_an_end(s, space) && s->stops < TRIP_STOPS)
        s->stop[s->stops++] = space;
    s->pick = PICK_GOAL;
    s->leg = 0;
}

static void drop_stop(MapState *s, int stop) {
    for (int i = stop; i + 1 < s->stops; i++)
        s->stop[i] = s->stop[i + 1];
    s->stop[--s->stops] = 0;
    s->leg = 0;
}

bool map_trip_act(MapState *s, Action action) {
    switch (action.token) {
    case MAP_PICK:
        s->pick = (TripPick)action.arg;
        return true;
    case MAP_FROM_HERE:
        s->start = PLAN_NONE;
        s->leg = 0;
        return true;
    case MAP_DROP:
        drop_stop(s, action.arg);
        return true;
    case MAP_BACK:
        s->back = action.arg;
        s->leg = 0;
        return true;
    case MAP_LEG:
        s->leg = action.arg;
        return true;
    default:
        return false;
    }
}

/* ---- the panel ------------------------------------------------------------------------------- */

static void add_start(const MapState *s, const Kiosk *k, Page *page, Node *list) {
    widget_heading(page, list, TYPE_LABEL, tr(page, STR_TRIP_START))->keep = true;
    Node *row = page->form.enlarged ? list : widget_row(page, list, TARGET_GAP);
    if (k->here != PLAN_NONE)
        widget_choice(page, row, tr(page, STR_FROM_HERE), s->start == PLAN_NONE,
                      (Action){MAP_FROM_HERE, 0});
    bool from_here = s->start == PLAN_NONE;
    Slice elsewhere = from_here ? tr(page, STR_FROM_ELSEWHERE) : map_end_name(k, page, s->start);
    widget_choice(page, row, elsewhere, !from_here, (Action){MAP_PICK, PICK_START});
}

static void add_stop(const MapState *s, const Kiosk *k, Page *page, Node *list, int i) {
    Node *button = widget_button(page, list, BUTTON_PLAIN, ICON_close,
                                 map_end_name(k, page, s->stop[i]), (Action){MAP_DROP, i});
    button->justify = ALIGN_START;
    button->spoken =
        arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(tr(page, STR_DROP_STOP)),
                     SLICE_ARG(map_end_name(k, page, s->stop[i])));
}

static void add_stops(const MapState *s, const Kiosk *k, Page *page, Node *list) {
    widget_heading(page, list, TYPE_LABEL, tr(page, STR_TRIP_STOPS))->keep = true;
    for (int i = 0; i < s->stops; i++)
        add_stop(s, k, page, list, i);
    if (s->stops < TRIP_STOPS)
        widget_button(page, list, BUTTON_PLAIN, ICON_add, tr(page, STR_ADD_STOP),
                      (Action){MAP_PICK, PICK_STOP})
            ->justify = ALIGN_START;
}

/* One is led back to a kiosk by the space it stands in: outdoors there is none. */
static bool can_go_back(const MapState *s, const Kiosk *k) {
    if (s->start != PLAN_NONE)
        return true;
    return k->here != PLAN_NONE && k->plan->node[k->plan->kiosk[k->here].node].space != PLAN_NONE;
}

static void add_ways(const MapState *s, const Kiosk *k, Page *page, Node *list) {
    if (!can_go_back(s, k))
        return;
    Node *row = widget_row(page, list, TARGET_GAP);
    widget_choice(page, row, tr(page, STR_WAY_THERE), !s->back, (Action){MAP_BACK, 0});
    widget_choice(page, row, tr(page, STR_WAY_BACK), s->back, (Action){MAP_BACK, 1});
}

void map_panel_trip(const MapState *s, const Kiosk *k, Page *page, Node *below) {
    Node *list = widget_pages(page, below, TARGET_GAP, s->page);
    add_start(s, k, page, list);
    add_stops(s, k, page, list);
    add_ways(s, k, page, list);
    Node *foot = widget_line(page, below, TARGET_GAP);
    widget_button(page, foot, BUTTON_PRIMARY, ICON_list_alt, tr(page, STR_STEPS),
                  (Action){MAP_PANEL, PANEL_STEPS})
        ->grow = 1;
    if (page->form.side_by_side) /* beside the map it has a row of its own */
        widget_pager_line(page, below, ALIGN_END, list, MAP_PAGE);
    else
        widget_pager(page, foot, list, MAP_PAGE);
}
