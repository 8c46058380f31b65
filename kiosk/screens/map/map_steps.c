/* What stands beside the map once a place is chosen: the way there in words, step by step, or why
 * there is none. */
#include "base/address.h"
#include "screens/common/printed.h"
#include "screens/common/way.h"
#include "screens/map/map_state.h"
#include "screens/map/place_list.h"

#define LETTER_BYTES 450 /* version 13: read from 60 cm on a 32" screen */

/* ---- where to, and how far ------------------------------------------------------------------- */

/* "2e étage · 2 min · Départ : Cafétéria": what is not said goes without saying. */
Slice map_summary(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way) {
    Leg leg = map_leg(s);
    Slice text =
        way->space == PLAN_NONE ? LIT("") : text_of_where(k->plan, way->space, k->settings.lang);
    if (way->route.found)
        text = tr_beside(page, text, text_of_time(way->route.ms, page->settings.lang, page->arena));
    if (leg.from == PLAN_NONE)
        return text;
    return tr_beside(page, text,
                     widget_fill(page, tr(page, STR_LEAVING), map_end_name(k, page, leg.from)));
}

static void add_title(const MapState *s, const Kiosk *k, Page *page, Node *above,
                      const Itinerary *way) {
    widget_heading(page, above, page->form.enlarged ? TYPE_H3 : TYPE_H2,
                   map_end_name(k, page, map_leg(s).to));
    bool roomy = page->form.free_above;
    widget_quiet(page, above, TYPE_SMALL, map_summary(s, k, page, way))->drop_rank = roomy ? 3 : 2;
}

/* ---- steps ----------------------------------------------------------------------------------- */

static Node *add_step(const MapState *s, const Kiosk *k, Page *page, Node *list,
                      const Itinerary *way, int i) {
    const Decision *d = &way->decisions.decision[i];
    bool chosen = s->step == i;
    Slice words = text_of_decision(k->plan, d, way->space, k->settings.lang, page->arena);
    Action action = {s->panel == PANEL_WALK ? MAP_PICTURE : MAP_STEP, i};
    Node *plate = widget_item(page, list, widget_look(chosen), ITEM_LINE, action);
    plate->min_h = TARGET_MIN + SPACE_20;
    Paint ground = chosen ? PAINT_ON_PRIMARY : PAINT_PRIMARY;
    Node *badge = widget_square(page, plate, ground, STEP_BADGE, STEP_BADGE_LEAST);
    badge->drop_rank = 2;
    widget_icon(page, badge, TYPE_ICON, way_icon(k->plan, d),
                chosen ? PAINT_PRIMARY : PAINT_ON_PRIMARY)
        ->least = ICON_LEAST;
    Node *text = widget_share(page, plate, 1, 0);
    widget_label(page, text, TYPE_SMALL, plate->ink, words);
    plate->spoken = arena_printf(page->arena, "%d. " SLICE_FMT, i + 1, SLICE_ARG(words));
    return plate;
}

/* What to know before one walks; a closure is on the map too. */
static void add_notices(Page *page, Node *list, const Itinerary *way) {
    for (int i = 0; i < way->notices.count; i++) {
        Node *row = widget_line(page, list, SPACE_12);
        row->keep = true;
        widget_icon(page, row, TYPE_ICON, ICON_warning, PAINT_CRIMSON)->drop_rank = 2;
        Node *words = widget_share(page, row, 1, 0);
        widget_text(page, words, TYPE_LABEL, way->notices.text[i]);
    }
}

static Node *add_steps(const MapState *s, const Kiosk *k, Page *page, Node *below,
                       const Itinerary *way) {
    Node *list = widget_pages(page, below, TARGET_GAP, s->page);
    add_notices(page, list, way);
    for (int i = 0; i < way->decisions.count; i++)
        add_step(s, k, page, list, way, i);
    return list;
}

/* The day from which on all that bars the way only by its date is open; 0 if that is not the
 * reason. */
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

static Node *add_reasons(const MapState *s, const Kiosk *k, Page *page, Node *below,
                         const Itinerary *way) {
    Node *list = widget_pages(page, below, TARGET_GAP, s->page);
    add_notices(page, list, way);
    bool only_step_free = way->ask.who.step_free && way->ms[0] >= 0;
    widget_text(page, list, TYPE_UI,
                tr(page, only_step_free ? STR_NO_WAY_STEP_FREE : STR_NO_WAY_AT_ALL));
    for (int i = 0; i < way->why.count; i++)
        widget_text(
            page, list, TYPE_SMALL,
            obstacle_text(k->plan, way->why.bar[i], way->ask.when, k->settings.lang, page->arena));
    int stop = stop_that_opens(k, way);
    if (stop && stop != s->when)
        widget_button(page, list, BUTTON_PRIMARY, ICON_schedule, tr(page, STR_SEE_THEN),
                      (Action){MAP_WHEN, stop});
    if (way->instead == PLAN_NONE)
        return list;
    widget_quiet(page, list, TYPE_SMALL, tr(page, STR_INSTEAD))->keep = true;
    place_card(page, list, k, place_entry(k, way->instead), (Action){MAP_GO, way->instead});
    return list;
}

static Node *icon_button(Page *page, Node *row, Icon icon, StringId word, Action action) {
    Node *button = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, action);
    button->spoken = tr(page, word);
    return button;
}

/* The address of the way on the campus's own site: what follows the # never leaves the phone. */
static Slice link_to(const Kiosk *k, Page *page, const Itinerary *way) {
    Slice from = address_value(page->arena, k->plan->kiosk[k->here].id);
    Slice to = address_value(page->arena, k->plan->space[way->space].id);
    return arena_printf(page->arena, SLICE_FMT "#from=" SLICE_FMT "&to=" SLICE_FMT "%s&lang=%s",
                        SLICE_ARG(k->pack->campus.site), SLICE_ARG(from), SLICE_ARG(to),
                        k->settings.step_free ? "&step-free" : "", langs()->code[k->settings.lang]);
}

/* The whole way as text in a code that any phone reads, without a network or a page to wait for; or
 * the campus's own page. */
Slice map_letter(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way) {
    Leg leg = map_leg(s);
    bool plain = leg.from == PLAN_NONE &&
                 leg.to != PLAN_NONE; /* the campus's page knows kiosks and places */
    return k->pack->campus.site.len && plain
               ? link_to(k, page, way)
               : route_as_text(k->plan, &way->route, &way->decisions, way->space, k->settings.lang,
                               LETTER_BYTES, page->arena);
}

/* What is only read, such as what becomes of a sheet, needs no reach. */
static void add_phone(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way,
                      Node *above, Node *below) {
    print_said(page, above, k);
    Node *middle = widget_middle(page, below);
    middle->gap = SPACE_12;
    widget_code(page, middle, map_letter(s, k, page, way), CODE_PANEL, tr(page, STR_SCAN));
    widget_quiet(page, middle, TYPE_SMALL, tr(page, STR_SCAN))->drop_rank = 1;
    Node *row = widget_row(page, below, TARGET_GAP);
    widget_button(page, row, BUTTON_PLAIN, ICON_list_alt, tr(page, STR_STEPS),
                  (Action){MAP_PANEL, PANEL_STEPS})
        ->grow = 1;
    if (print_is_offered(k))
        icon_button(page, row, ICON_print, STR_PRINT, (Action){MAP_PRINT, 0});
}

/* ---- the walk-through ------------------------------------------------------------------------ */

/* A step that comes is only read: the keys below lead to it. */
static void add_coming(const MapState *s, const Kiosk *k, Page *page, Node *list,
                       const Itinerary *way, int i) {
    Node *plate = add_step(s, k, page, list, way, i);
    plate->role = ROLE_BOX;
    plate->action = (Action){0};
    plate->edge = PAINT_NONE;
    plate->drop_rank = i == s->step + 1 ? 2 : 1;
}

/* The sentence of the step that is on, then those that come: as many as there is room for. */
static void add_walked(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way,
                       Node *below) {
    Node *list = widget_share(page, below, 1, TARGET_GAP);
    add_step(s, k, page, list, way, s->step);
    for (int i = s->step + 1; i < way->decisions.count; i++)
        add_coming(s, k, page, list, way, i);
}

static void add_walk(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way,
                     Node *below) {
    int last = way->decisions.count - 1;
    add_walked(s, k, page, way, below);
    Node *foot = widget_line(page, below, TARGET_GAP);
    icon_button(page, foot, ICON_chevron_left, STR_STEP_BEFORE, (Action){MAP_PICTURE, s->step - 1})
        ->disabled = s->step <= 0;
    Slice count = arena_printf(page->arena, "%d / %d", s->step + 1, last + 1);
    Node *middle = widget_share(page, foot, 1, 0);
    widget_text(page, middle, TYPE_LABEL, count)->align = ALIGN_CENTER;
    icon_button(page, foot, ICON_chevron_right, STR_STEP_NEXT, (Action){MAP_PICTURE, s->step + 1})
        ->disabled = s->step >= last;
    bool again = !s->began && s->step == last && last > 0;
    icon_button(page, foot, ICON_replay, STR_WALK_AGAIN, (Action){MAP_WALK, 0})->disabled = !again;
    widget_button(page, below, BUTTON_PLAIN, ICON_list_alt, tr(page, STR_STEPS),
                  (Action){MAP_PANEL, PANEL_STEPS});
}

/* ---- the panel ------------------------------------------------------------------------------- */

/* The other parts of a trip, in the row of the walk-through. */
static void add_legs(const MapState *s, const Kiosk *k, Page *page, Node *row) {
    if (s->leg)
        icon_button(page, row, ICON_chevron_left, STR_LEG_BEFORE, (Action){MAP_LEG, s->leg - 1});
    if (s->leg + 1 == map_legs(s))
        return;
    MapState next = *s;
    next.leg++;
    Slice words =
        widget_fill(page, tr(page, STR_LEG_NEXT), map_end_name(k, page, map_leg(&next).to));
    bool tight = page->form.tight;
    Node *on = widget_button(page, row, BUTTON_PLAIN, tight ? ICON_chevron_right : ICON_NONE,
                             tight ? LIT("") : words, (Action){MAP_LEG, s->leg + 1});
    on->grow = !tight;
    on->min_w = tight ? on->min_w : 0;
    on->spoken = words;
}

/* Of a trip with stops the sign alone: the words are those of the next part. */
static void add_play(const MapState *s, Page *page, Node *row) {
    bool alone = map_legs(s) == 1 && !page->form.tight;
    Node *play = widget_button(page, row, BUTTON_PRIMARY, ICON_play_arrow,
                               alone ? tr(page, STR_SHOW_WAY) : LIT(""), (Action){MAP_WALK, 0});
    play->grow = alone;
    play->spoken = tr(page, STR_SHOW_WAY);
}

static Node *add_show(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way,
                      Node *below) {
    Node *row = widget_row(page, below, TARGET_GAP);
    int to = map_leg(s).to;
    if (way->route.found && way->decisions.count)
        add_play(s, page, row);
    if (map_legs(s) > 1)
        add_legs(s, k, page, row);
    else if (s->lit == SPACE_TOILETS) /* the nearest is shown; the others are one touch away */
        icon_button(page, row, ICON_list_alt, STR_ALL_TOILETS, (Action){MAP_LIST, LIST_TOILETS});
    else if (to != PLAN_NONE && place_tells(k, to))
        icon_button(page, row, ICON_info, STR_ABOUT_PLACE, (Action){MAP_ABOUT, 0});
    return row;
}

static void add_head(const Kiosk *k, Page *page, const Itinerary *way, Node *below) {
    Node *row = widget_row(page, below, TARGET_GAP);
    map_panel_switch(k, page, row);
    icon_button(page, row, ICON_alt_route, STR_TRIP, (Action){MAP_PANEL, PANEL_TRIP});
    if (way->route.found)
        icon_button(page, row, ICON_qr_code, STR_ON_PHONE, (Action){MAP_PANEL, PANEL_PHONE});
}

static void add_way(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way,
                    Node *below) {
    add_head(k, page, way, below);
    Node *list =
        way->route.found ? add_steps(s, k, page, below, way) : add_reasons(s, k, page, below, way);
    Node *foot = add_show(s, k, page, way, below);
    if (page->form.own_rows) /* beside the map it has a row of its own */
        widget_pager_line(page, below, ALIGN_END, list, MAP_PAGE);
    else
        widget_pager(page, foot, list, MAP_PAGE);
}

void map_panel_way(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way, Node *above,
                   Node *below) {
    add_title(s, k, page, above, way);
    if (s->panel == PANEL_TRIP)
        map_panel_trip(s, k, page, below);
    else if (s->panel == PANEL_PHONE && way->route.found)
        add_phone(s, k, page, way, above, below);
    else if (s->panel == PANEL_WALK && way->route.found && way->decisions.count)
        add_walk(s, k, page, way, below);
    else
        add_way(s, k, page, way, below);
}
