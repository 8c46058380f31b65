/* What stands beside the map before a place is chosen: where one could go, on which day, and how
 * one walks. */
#include "screens/common/events.h"
#include "screens/map/map_state.h"
#include "screens/map/place_list.h"

/* ---- the switch ------------------------------------------------------------------------------ */

Node *map_panel_switch(const Kiosk *k, Page *page, Node *parent) {
    bool on = k->settings.step_free;
    Node *plate =
        widget_item(page, parent, widget_look(on), ITEM_LOW, (Action){MAP_STEP_FREE, !on});
    plate->role = ROLE_CHOICE;
    plate->min_h = TARGET_BUTTON;
    plate->grow = 1;
    plate->min_w = 0;
    widget_icon(page, plate, TYPE_ICON, ICON_accessible, on ? plate->ink : PAINT_PRIMARY)
        ->drop_rank = 2;
    Node *words = widget_share(page, plate, 1, 0);
    widget_label(page, words, TYPE_LABEL, plate->ink, tr(page, STR_WHEELS));
    widget_switch(page, plate, on);
    plate->spoken = tr(page, STR_WHEELS);
    return plate;
}

/* ---- where to? ------------------------------------------------------------------------------- */

static Node *add_card(Page *page, Node *grid, Icon icon, Paint tone, Slice name, Action action) {
    Node *plate = widget_item(page, grid, BUTTON_PLAIN, ITEM_LOW, action);
    plate->min_h = TARGET_MIN + SPACE_20;
    plate->grow = 1;
    widget_sign(page, plate, icon, tone);
    Node *words = widget_share(page, plate, 1, 0);
    widget_label(page, words, TYPE_LABEL, plate->ink, name);
    return plate;
}

static void add_kind(const Kiosk *k, Page *page, Node *grid, PlaceList list) {
    if (place_list_count(k->plan, list))
        add_card(page, grid, place_list_icon(k, list), place_list_tone(list),
                 place_list_name(k, page, list), (Action){MAP_LIST, list});
}

static void add_events(const MapState *s, const Kiosk *k, Page *page, Node *grid) {
    Millis day = map_stop(k, s->when);
    int first = events_from(k->plan, day);
    if (first == k->plan->event_count)
        return;
    bool today = !s->when && event_on_day(&k->plan->event[first], day);
    add_card(page, grid, ICON_event, PAINT_CRIMSON,
             tr(page, today ? STR_EVENTS_TODAY : STR_EVENTS_NEXT),
             (Action){MAP_LIST, place_list_arg((ListWish){LIST_EVENTS, s->when})});
}

/* Toilets have a key of their own. Two in a row where their words have room. */
static void add_lists(const MapState *s, const Kiosk *k, Page *page, Node *list) {
    static const PlaceList LISTS[] = {LIST_MAKE, LIST_LEARN, LIST_ASK, LIST_REST, LIST_STEP_FREE};
    enum { COUNT = sizeof LISTS / sizeof *LISTS };
    int columns = page->form.even_columns;
    for (int i = 0; i < COUNT; i += 2) {
        Node *grid = widget_grid(page, list, columns, TARGET_GAP);
        add_kind(k, page, grid, LISTS[i]);
        if (i + 1 < COUNT)
            add_kind(k, page, grid, LISTS[i + 1]);
        else
            add_events(s, k, page, grid);
    }
}

/* The day that is shown; touching another one than today leads back to today. */
static void add_day(const MapState *s, const Kiosk *k, Page *page, Node *box, int first, int last) {
    Slice day = s->when ? text_of_month(map_stop(k, s->when), k->settings.lang, page->arena)
                        : tr(page, STR_TODAY);
    Node *middle = s->when ? widget_plate(page, box, BUTTON_PLAIN, (Action){MAP_WHEN, 0})
                           : widget_column(page, box, SPACE_4);
    middle->grow = 1;
    middle->pad_x = middle->pad_y = SPACE_4;
    if (!s->when)
        widget_quiet(page, middle, TYPE_SMALL, tr(page, STR_MAP_AS_OF))->align = ALIGN_CENTER;
    widget_text(page, middle, TYPE_LABEL, day)->align = ALIGN_CENTER;
    if (s->when)
        widget_quiet(page, middle, TYPE_SMALL, tr(page, STR_BACK_TO_TODAY))->align = ALIGN_CENTER;
    Node *inset = widget_column(page, middle, 0);
    inset->pad_x = SPACE_20;
    inset->drop_rank = 1;
    Rule rule = {.at = s->when - first, .total = last - first, .out = 1 - first};
    widget_rule(page, inset, rule, day);
    if (s->when)
        middle->spoken = tr(page, STR_BACK_TO_TODAY);
}

/* A slider with stops: the days on which a part of the campus opened or will open, and today
 * between them. */
static void add_days(const MapState *s, const Kiosk *k, Page *page, Node *list) {
    int first = map_stop_first(k), last = map_stop_last(k);
    if (first == last)
        return;
    Node *box = widget_line(page, list, TARGET_GAP);
    Node *back = widget_button(page, box, BUTTON_PLAIN, ICON_chevron_left, (Slice){0},
                               (Action){MAP_WHEN, s->when - 1});
    back->spoken = tr(page, STR_EARLIER);
    back->disabled = s->when == first;
    add_day(s, k, page, box, first, last);
    Node *on = widget_button(page, box, BUTTON_PLAIN, ICON_chevron_right, (Slice){0},
                             (Action){MAP_WHEN, s->when + 1});
    on->spoken = tr(page, STR_LATER);
    on->disabled = s->when == last;
}

static Node *add_find(Page *page, Node *parent) {
    Node *find = widget_button(page, parent, BUTTON_PRIMARY, ICON_search, tr(page, STR_FIND_PLACE),
                               (Action){MAP_FIND, 0});
    find->min_h = TARGET_BUTTON;
    return find;
}

void map_panel_choose(const MapState *s, const Kiosk *k, Page *page, Node *above, Node *below) {
    static const StringId TITLES[] = {
        [PICK_GOAL] = STR_WHERE_TO, [PICK_START] = STR_WHERE_FROM, [PICK_STOP] = STR_WHERE_BY};
    widget_heading(page, above, TYPE_H2, tr(page, TITLES[s->pick]));
    Node *hint = widget_quiet(page, above, TYPE_SMALL, tr(page, STR_MAP_HINT));
    hint->drop_rank = 1;
    Node *list = widget_pages(page, below, TARGET_GAP, s->page);
    bool low = page->form.signs_only; /* then it stands beside the pager */
    if (!low)
        add_find(page, list);
    map_panel_switch(k, page, widget_row(page, list, 0));
    add_lists(s, k, page, list);
    add_days(s, k, page, list);
    Node *foot = widget_row(page, below, TARGET_GAP);
    foot->justify = ALIGN_END;
    if (low)
        add_find(page, foot)->grow = 1;
    widget_pager(page, foot, list, MAP_PAGE);
}
