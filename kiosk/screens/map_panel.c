/* What stands beside the map: where one could go, or how to get where one wants to. */
#include "screens/map_state.h"
#include "screens/place_list.h"

#define STEP_BADGE 56
#define LETTER_BYTES 450 /* version 13: read from 60 cm on a 32" screen */
#define CODE_SIDE 386    /* 77 modules with the quiet zone, five pixels each */

/* ---- where to? ----------------------------------------------------------------------------------------------------------------- */

static void add_kind(const Kiosk *k, Page *page, Node *row, PlaceList list) {
    if (!place_list_count(k->plan, list))
        return;
    Node *plate = widget_plate(page, row, BUTTON_PLAIN, (Action){MAP_LIST, list});
    plate->flow = FLOW_ROW;
    plate->align = ALIGN_CENTER;
    plate->gap = SPACE_12;
    plate->pad_x = SPACE_12;
    plate->pad_y = SPACE_4;
    plate->min_h = TARGET_MIN + SPACE_20;
    plate->grow = 1;
    Node *icon = widget_icon(page, plate, TYPE_ICON, place_list_icon(list), place_list_tone(list));
    icon->spare = 2;
    Node *words = page_add(page, plate, (Node){.grow = 1});
    page_add(page, words, (Node){.type = TYPE_LABEL, .ink = plate->ink, .text = widget_say(page, place_list_name(list))});
}

static void add_events(const MapState *s, const Kiosk *k, Page *page, Node *list) {
    Millis day = map_stop(k, s->when);
    int first = events_from(k->plan, day);
    if (first == k->plan->event_count)
        return;
    bool today = !s->when && event_is_on(&k->plan->event[first], day);
    Node *button = widget_button(page, list, today ? BUTTON_ACCENT : BUTTON_PLAIN, ICON_event,
                                 widget_say(page, today ? WORD_EVENTS_TODAY : WORD_EVENTS_NEXT), (Action){MAP_LIST, place_list_on(LIST_EVENTS, s->when)});
    button->justify = ALIGN_START;
}

/* The day that is shown; touching another one than today leads back to today. */
static void add_day(const MapState *s, const Kiosk *k, Page *page, Node *box, int first, int last) {
    Slice day = s->when ? phrase_month(map_stop(k, s->when), k->settings.lang, page->arena) : widget_say(page, WORD_TODAY);
    Node *middle = s->when ? widget_plate(page, box, BUTTON_PLAIN, (Action){MAP_WHEN, 0}) : page_add(page, box, (Node){.gap = SPACE_4});
    middle->grow = 1;
    middle->pad_x = middle->pad_y = SPACE_4;
    if (!s->when)
        widget_quiet(page, middle, TYPE_SMALL, widget_say(page, WORD_MAP_AS_OF))->align = ALIGN_CENTER;
    widget_text(page, middle, TYPE_LABEL, day)->align = ALIGN_CENTER;
    if (s->when)
        widget_quiet(page, middle, TYPE_SMALL, widget_say(page, WORD_BACK_TO_TODAY))->align = ALIGN_CENTER;
    Node *inset = page_add(page, middle, (Node){.pad_x = SPACE_20, .spare = 1});
    page_add(page, inset, (Node){.role = ROLE_PROGRESS, .graphic = GRAPHIC_RULE, .value = s->when - first, .mark = 1 - first,
                                 .total = last - first, .height = SPACE_44, .spoken = day});
    if (s->when)
        middle->spoken = widget_say(page, WORD_BACK_TO_TODAY);
}

/* A slider with stops: the days on which a part of the campus opened or will open, and today between them. */
static void add_days(const MapState *s, const Kiosk *k, Page *page, Node *list) {
    int first = map_stop_first(k), last = map_stop_last(k);
    if (first == last)
        return;
    Node *box = page_add(page, list, (Node){.flow = FLOW_ROW, .gap = SPACE_12, .align = ALIGN_CENTER});
    Node *back = widget_button(page, box, BUTTON_PLAIN, ICON_chevron_left, (Slice){0}, (Action){MAP_WHEN, s->when - 1});
    back->spoken = widget_say(page, WORD_EARLIER);
    back->disabled = s->when == first;
    add_day(s, k, page, box, first, last);
    Node *on = widget_button(page, box, BUTTON_PLAIN, ICON_chevron_right, (Slice){0}, (Action){MAP_WHEN, s->when + 1});
    on->spoken = widget_say(page, WORD_LATER);
    on->disabled = s->when == last;
}

void map_panel_choose(const MapState *s, const Kiosk *k, Page *page, Node *above, Node *below) {
    widget_heading(page, above, TYPE_H2, widget_say(page, WORD_WHERE_TO));
    Node *hint = widget_quiet(page, above, TYPE_SMALL, widget_say(page, WORD_MAP_HINT));
    hint->spare = 1;
    Node *list = page_add(page, below, (Node){.gap = TARGET_GAP, .grow = 1, .paged = true, .page_wish = s->page});
    Node *find = widget_button(page, list, BUTTON_PRIMARY, ICON_search, widget_say(page, WORD_FIND_PLACE), (Action){MAP_FIND, 0});
    find->min_h = TARGET_BUTTON;
    for (int kind = 0; kind < LIST_KINDS; kind += 2) {
        Node *row = page_add(page, list, (Node){.flow = FLOW_GRID, .columns = page->settings.step == STEP_NORMAL || page->tall ? 2 : 1, .gap = TARGET_GAP});
        add_kind(k, page, row, (PlaceList)kind);
        add_kind(k, page, row, (PlaceList)(kind + 1));
    }
    add_events(s, k, page, list);
    add_days(s, k, page, list);
    Node *foot = page_add(page, below, (Node){.flow = FLOW_ROW, .justify = ALIGN_END});
    widget_pager(page, foot, list, MAP_PAGE);
}

/* ---- the way --------------------------------------------------------------------------------------------------------------------- */

static void add_title(const Kiosk *k, Page *page, Node *above, int space) {
    widget_heading(page, above, page->settings.step == STEP_NORMAL ? TYPE_H2 : TYPE_H3,
                   phrase_place(k->plan, space, k->settings.lang, page->arena));
    widget_quiet(page, above, TYPE_SMALL, phrase_where(k->plan, space, k->settings.lang))->spare = 1;
}

/* Both times side by side, whichever is walked: nobody has to look for the step-free way. */
static void add_time(const Itinerary *way, Page *page, Node *row, bool step_free) {
    bool chosen = way->ask.who.step_free == step_free;
    Node *plate = widget_plate(page, row, chosen ? BUTTON_CHOSEN : BUTTON_PLAIN, (Action){MAP_STEP_FREE, step_free});
    Word name = step_free ? WORD_STEP_FREE : WORD_ON_FOOT;
    int ms = way->ms[step_free];
    Slice time = ms < 0 ? widget_say(page, WORD_NO_WAY) : phrase_time(ms, page->arena);
    plate->role = ROLE_CHOICE;
    plate->flow = FLOW_ROW;
    plate->align = ALIGN_CENTER;
    plate->gap = SPACE_12;
    plate->pad_x = SPACE_12;
    plate->pad_y = SPACE_4;
    plate->grow = 1;
    Node *icon = widget_icon(page, plate, TYPE_ICON, step_free ? ICON_accessible : ICON_directions_walk, plate->ink);
    icon->spare = 3;
    Node *words = page_add(page, plate, (Node){.grow = 1});
    page_add(page, words, (Node){.type = TYPE_LABEL, .ink = plate->ink, .text = widget_say(page, name)});
    page_add(page, words, (Node){.type = TYPE_UI, .ink = plate->ink, .text = time});
    plate->spoken = arena_printf(page->arena, SLICE_FMT ", " SLICE_FMT, SLICE_ARG(widget_say(page, name)), SLICE_ARG(time));
}

static Icon turn_icon(TurnClass turn) {
    static const Icon ICONS[] = {ICON_straight, ICON_turn_slight_left, ICON_turn_slight_right, ICON_turn_left, ICON_turn_right, ICON_u_turn_left};
    return ICONS[turn];
}

static Icon decision_icon(const Plan *plan, const Decision *d) {
    if (d->kind == DECIDE_ARRIVE)
        return ICON_place;
    if (d->kind == DECIDE_START && phrase_passes_kiosk(d))
        return d->deg > 0 ? ICON_turn_slight_left : ICON_turn_slight_right;
    if (d->kind != DECIDE_CLIMB)
        return turn_icon(d->turn);
    switch (plan->edge[d->edge].kind) {
    case EDGE_LIFT:
        return ICON_elevator;
    case EDGE_ESCALATOR:
        return ICON_escalator;
    case EDGE_RAMP:
        return ICON_trending_up;
    default:
        return ICON_stairs;
    }
}

static void add_step(const MapState *s, const Kiosk *k, Page *page, Node *list, const Itinerary *way, int i) {
    const Decision *d = &way->decisions.decision[i];
    bool chosen = s->step == i;
    Slice words = phrase_decision(k->plan, d, s->space, k->settings.lang, page->arena);
    Node *plate = widget_plate(page, list, chosen ? BUTTON_CHOSEN : BUTTON_PLAIN, (Action){MAP_STEP, i});
    plate->flow = FLOW_ROW;
    plate->align = ALIGN_CENTER;
    plate->gap = SPACE_12;
    plate->pad_x = SPACE_12;
    plate->pad_y = SPACE_8;
    plate->min_h = TARGET_MIN + SPACE_20;
    Node *badge = page_add(page, plate, (Node){.fill = chosen ? PAINT_ON_PRIMARY : PAINT_PRIMARY, .radius = RADIUS_CHIP, .width = STEP_BADGE, .height = STEP_BADGE,
                                               .align = ALIGN_CENTER, .justify = ALIGN_CENTER, .spare = 2});
    widget_icon(page, badge, TYPE_ICON, decision_icon(k->plan, d), chosen ? PAINT_PRIMARY : PAINT_ON_PRIMARY);
    Node *text = page_add(page, plate, (Node){.grow = 1});
    page_add(page, text, (Node){.type = TYPE_SMALL, .ink = plate->ink, .text = words});
    plate->spoken = arena_printf(page->arena, "%d. " SLICE_FMT, i + 1, SLICE_ARG(words));
}

static Node *add_steps(const MapState *s, const Kiosk *k, Page *page, Node *below, const Itinerary *way) {
    Node *list = page_add(page, below, (Node){.gap = TARGET_GAP, .grow = 1, .paged = true, .page_wish = s->page});
    for (int i = 0; i < way->decisions.count; i++)
        add_step(s, k, page, list, way, i);
    return list;
}

/* The day from which on all that bars the way only by its date is open; 0 if that is not the reason. */
static int stop_that_opens(const Kiosk *k, const Itinerary *way) {
    Millis latest = 0;
    for (int i = 0; i < way->why.count; i++) {
        if (way->why.bar[i].obstacle.bar != BAR_ZONE)
            return 0;
        Millis opens = k->plan->zone[way->why.bar[i].obstacle.index].opens;
        latest = opens > latest ? opens : latest;
    }
    for (int stop = 1; stop <= map_stop_last(k) && latest; stop++)
        if (map_stop(k, stop) == latest)
            return stop;
    return 0;
}

static Node *add_reasons(const MapState *s, const Kiosk *k, Page *page, Node *below, const Itinerary *way) {
    Node *list = page_add(page, below, (Node){.gap = TARGET_GAP, .grow = 1, .paged = true, .page_wish = s->page});
    bool only_step_free = way->ask.who.step_free && way->ms[0] >= 0;
    widget_text(page, list, TYPE_UI, widget_say(page, only_step_free ? WORD_NO_WAY_STEP_FREE : WORD_NO_WAY_AT_ALL));
    for (int i = 0; i < way->why.count; i++)
        widget_text(page, list, TYPE_SMALL, phrase_bar(k->plan, way->why.bar[i], way->ask.when, k->settings.lang, page->arena));
    int stop = stop_that_opens(k, way);
    if (stop && stop != s->when)
        widget_button(page, list, BUTTON_PRIMARY, ICON_schedule, widget_say(page, WORD_SEE_THEN), (Action){MAP_WHEN, stop});
    if (way->instead == PLAN_NONE)
        return list;
    widget_quiet(page, list, TYPE_SMALL, widget_say(page, WORD_INSTEAD))->keep = true;
    place_card(page, list, k, place_entry(k, way->instead), (Action){MAP_GO, way->instead});
    return list;
}

static Node *icon_button(Page *page, Node *row, Icon icon, Word word, Action action) {
    Node *button = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, action);
    button->spoken = widget_say(page, word);
    return button;
}

/* The address of the way on the campus's own site: what follows the # never leaves the phone. */
static Slice link_to(const MapState *s, const Kiosk *k, Page *page) {
    Slice from = k->here == PLAN_NONE ? LIT("") : k->plan->kiosk[k->here].id, to = k->plan->space[s->space].id;
    return arena_printf(page->arena, SLICE_FMT "#from=" SLICE_FMT "&to=" SLICE_FMT "%s&lang=%s", SLICE_ARG(k->pack->campus.site),
                        SLICE_ARG(from), SLICE_ARG(to), s->step_free ? "&step-free" : "", LANG_CODE[k->settings.lang]);
}

/* The whole way as text in a code that any phone reads, without a network or a page to wait for; or the campus's own page. */
static void add_phone(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way, Node *below) {
    Slice letter = k->pack->campus.site.len
                       ? link_to(s, k, page)
                       : phrase_letter(k->plan, &way->route, &way->decisions, s->space, k->settings.lang, LETTER_BYTES, page->arena);
    Node *middle = page_add(page, below, (Node){.align = ALIGN_CENTER, .justify = ALIGN_CENTER, .gap = SPACE_12, .grow = 1});
    page_add(page, middle, (Node){.role = ROLE_IMAGE, .graphic = GRAPHIC_CODE, .code = letter, .width = CODE_SIDE, .height = CODE_SIDE,
                                  .spoken = widget_say(page, WORD_SCAN)});
    widget_quiet(page, middle, TYPE_SMALL, widget_say(page, WORD_SCAN))->spare = 1;
    widget_button(page, below, BUTTON_PLAIN, ICON_list_alt, widget_say(page, WORD_STEPS), (Action){MAP_PHONE, 0});
}

void map_panel_way(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way, Node *above, Node *below) {
    add_title(k, page, above, s->space);
    if (s->phone && way->route.found) {
        add_phone(s, k, page, way, below);
        return;
    }
    Node *times = page_add(page, below, (Node){.flow = FLOW_ROW, .gap = TARGET_GAP});
    add_time(way, page, times, false);
    add_time(way, page, times, true);
    Node *list = way->route.found ? add_steps(s, k, page, below, way) : add_reasons(s, k, page, below, way);
    Node *foot = page_add(page, below, (Node){.flow = FLOW_ROW, .gap = TARGET_GAP, .align = ALIGN_CENTER});
    if (way->route.found)
        icon_button(page, foot, ICON_qr_code, WORD_ON_PHONE, (Action){MAP_PHONE, 1});
    if (place_tells(k, s->space))
        icon_button(page, foot, ICON_info, WORD_ABOUT_PLACE, (Action){MAP_ABOUT, 0});
    page_add(page, foot, (Node){.grow = 1});
    widget_pager(page, foot, list, MAP_PAGE);
}
