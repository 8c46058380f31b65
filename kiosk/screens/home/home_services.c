/* What the campus offers, as a slim row; what happens next and how far it is; the search. */
#include "screens/common/events.h"
#include "screens/common/opening.h"
#include "screens/common/way.h"
#include "screens/home/home_parts.h"
#include "train/dates.h"

#define FIRST_KEY '4'
#define LAST_KEY '9'
#define TIME_WIDTH 232

/* ---- services -------------------------------------------------------------------------------- */

static void add_service(Page *page, Node *grid, Icon icon, Slice name, Action action) {
    Node *plate = widget_item(page, grid, BUTTON_PLAIN, ITEM_LINE, action);
    plate->min_h = page->form.ample ? TARGET_BUTTON : TARGET_MIN + SPACE_20;
    plate->spoken = name;
    widget_icon(page, plate, TYPE_ICON, icon, plate->ink)->drop_rank = 2;
    widget_label(page, widget_share(page, plate, 1, 0), TYPE_LABEL, plate->ink, name);
}

/* A topic that leads to the courses, or back to school, leads there at once; what it tells is one
   touch from them. */
static Action topic_action(const Kiosk *k, int index) {
    if (k->pack->course_count && index == common_topic_leading(k, TARGET_COURSES))
        return (Action){TAP_COURSES, 0};
    if (k->pack->back_to_school_count && index == common_topic_leading(k, TARGET_BACK))
        return (Action){TAP_BACK, 0};
    return (Action){TAP_TOPIC, index};
}

static void add_topics(Page *page, Node *grid, const Kiosk *k) {
    for (int i = 0; i < k->pack->topic_count; i++) {
        const Topic *topic = &k->pack->topic[i];
        add_service(page, grid, icon_named(topic->icon), tr_text(page, topic->title),
                    topic_action(k, i));
    }
}

static int open_desks(const Kiosk *k) {
    int open = 0;
    for (int i = 0; i < k->pack->desk_count; i++)
        open += opening_of(k, &k->pack->desk[i].hours).open;
    return open;
}

/* Who listens hears how many are there now; who looks sees it on the next page. */
static void add_desks(Page *page, Node *grid, const Kiosk *k) {
    if (!k->pack->desk_count)
        return;
    int open = open_desks(k);
    Slice name = tr(page, STR_TALK_TO_SOMEBODY);
    Slice now = open ? tr_number(page, open == 1 ? STR_DESKS_ONE_OPEN : STR_DESKS_OPEN, open)
                     : tr(page, k->doubtful ? STR_DESKS_HOURS : STR_DESKS_SHUT);
    add_service(page, grid, ICON_forum, name, (Action){TAP_DESKS, 0});
    grid->last->spoken = tr_list(page, name, now);
}

static void add_all(Page *page, Node *grid, const Kiosk *k) {
    if (!home_has_feet(page)) {
        home_add_all_videos(page, grid, k);
        home_add_all_trades(page, grid, k);
    }
    if (k->plan) {
        add_service(page, grid, ICON_map, tr(page, STR_MAP_SHORT), (Action){TAP_MAP, 0});
        grid->last->spoken = tr(page, STR_MAP);
    }
    if (k->pack->course_count && common_topic_leading(k, TARGET_COURSES) < 0)
        add_service(page, grid, ICON_school, tr(page, STR_CARD_COURSES), (Action){TAP_COURSES, 0});
    add_topics(page, grid, k);
    add_desks(page, grid, k);
}

static void number(Node *grid) {
    char key = FIRST_KEY;
    for (Node *plate = grid->first; plate && key <= LAST_KEY; plate = plate->next)
        plate->key = key++;
}

/* Few of them fill their row. */
static void widen(Node *grid) {
    int count = 0;
    for (const Node *plate = grid->first; plate; plate = plate->next)
        count++;
    if (count && count < grid->columns)
        grid->columns = count;
}

/* ---- what happens next ----------------------------------------------------------------------- */

/* Later today it is told by the clock alone. */
static Slice short_time(Page *page, const Kiosk *k, const PlanEvent *event) {
    bool today = civil_midnight(event->from) == civil_midnight(k->today);
    bool later = today && event->from - k->today >= CIVIL_HOUR && !k->doubtful;
    return later ? text_of_clock(event->from, k->settings.lang, page->arena)
                 : event_soon(page, k, event);
}

/* "Atelier A7 · à 1 min" */
static Slice where_and_how_far(Page *page, const Kiosk *k, const PlanEvent *event) {
    const Way *way = way_to(k, event->space, page->arena);
    Slice place = text_of_place(k->plan, event->space, k->settings.lang, page->arena);
    if (!way->found)
        return place;
    Slice time = text_of_time(way->ms, k->settings.lang, page->arena);
    return tr_beside(page, place, widget_fill(page, tr(page, STR_AWAY), time));
}

/* Upright in two lines, "En ce moment, jusqu’à 16 h", so that the rest keeps its width. */
static void add_time(Page *page, Node *strip, Slice time) {
    bool folded = page->form.roomy && !page->form.side_by_side;
    Node *block = widget_column(page, strip, 0);
    block->fill = PAINT_PRIMARY;
    block->radius = RADIUS_CHIP;
    block->width = folded ? TIME_WIDTH : 0;
    block->pad_x = folded ? SPACE_12 : SPACE_20;
    block->pad_y = folded ? SPACE_4 : SPACE_12;
    widget_label(page, block, folded ? TYPE_LABEL : TYPE_UI, PAINT_ON_PRIMARY, time)->align =
        ALIGN_CENTER;
}

/* What, when, where and how far: none of it is ever left out. */
static void add_strip(Page *page, Node *row, const Kiosk *k, int next) {
    const PlanEvent *event = &k->plan->event[next];
    Slice title = tr_text(page, event->title), where = where_and_how_far(page, k, event);
    Node *strip = widget_item(page, row, BUTTON_PLAIN, ITEM_LINE, (Action){TAP_EVENT, next});
    strip->grow = 2;
    strip->gap = SPACE_20;
    strip->spoken = tr_list(page, tr_list(page, title, event_soon(page, k, event)), where);
    bool below = page->form.huge || page->form.shallow; /* a date leaves a name no width */
    if (!below)
        add_time(page, strip, short_time(page, k, event));
    Node *words = widget_share(page, strip, 1, 0);
    widget_label(page, words, page->form.ample ? TYPE_UI : TYPE_LABEL, PAINT_INK, title);
    if (below)
        where = tr_beside(page, short_time(page, k, event), where);
    widget_quiet(page, words, TYPE_SMALL, where);
    widget_icon(page, strip, TYPE_ICON, ICON_arrow_forward, PAINT_PRIMARY)->drop_rank = 2;
}

/* ---- the search ------------------------------------------------------------------------------ */

/* A sign above its word, as narrow as it can be beside what happens next. */
static void add_search_plate(Page *page, Node *row) {
    Node *plate = widget_plate(page, row, BUTTON_PLAIN, (Action){DO_SEARCH, 0});
    plate->justify = ALIGN_CENTER;
    plate->pad_x = SPACE_12;
    plate->pad_y = SPACE_4;
    plate->spoken = tr(page, STR_SEARCH_DO);
    widget_icon(page, plate, TYPE_ICON, ICON_search, PAINT_PRIMARY)->align = ALIGN_CENTER;
    widget_label(page, plate, TYPE_LABEL, PAINT_INK, tr(page, STR_SEARCH_DO))->align = ALIGN_CENTER;
}

static void add_search_field(Page *page, Node *row) {
    Node *field = widget_item(page, row, BUTTON_PLAIN, ITEM_LINE, (Action){DO_SEARCH, 0});
    bool sign_only = page->form.huge || page->form.shallowest;
    field->grow = !sign_only;
    field->pad_x = SPACE_20;
    field->spoken = tr(page, STR_SEARCH_DO);
    widget_icon(page, field, TYPE_ICON, ICON_search, PAINT_PRIMARY);
    if (sign_only)
        return;
    Slice words = tr(page, page->form.wordy ? STR_SEARCH_FIELD : STR_SEARCH_DO);
    widget_label(page, widget_share(page, field, 1, 0), page->form.lead, PAINT_INK2, words);
}

void home_add_services(Page *page, Node *parent, const Kiosk *k, const HomeState *s) {
    bool paged = !home_has_feet(page);
    CardGrid cards = {page->form.services, PLATE_GAP, ROW_AS_IT_IS, 0};
    Node *grid = paged ? widget_cards(page, parent, cards, s->page)
                       : widget_grid(page, parent, page->form.services, PLATE_GAP);
    grid->grow = 0;
    add_all(page, grid, k);
    number(grid);
    widen(grid);
    int next = k->plan ? events_from(k->plan, k->today) : 0;
    bool event = k->plan && next < k->plan->event_count;
    bool beside = page->form.side_by_side, own_row = paged && !beside;
    Node *row = widget_row(page, parent, PLATE_GAP);
    if (event)
        add_strip(page, row, k, next);
    if (event && own_row)
        row = widget_row(page, parent, PLATE_GAP);
    if (event && !own_row && !beside)
        add_search_plate(page, row);
    else
        add_search_field(page, row);
    if (paged)
        widget_pager(page, row, grid, TAP_PAGE);
}
