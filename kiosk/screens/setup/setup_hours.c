/* When the kiosk is awake: a day a row, an hour that is touched is in the hand and moved below. */
#include "base/calendar.h"
#include "screens/setup/setup_parts.h"

enum { TAP_FROM = SETUP_TAP, TAP_TO, TAP_OPEN, TAP_SAME, TAP_MOVE, TAP_NEVER, TAP_BEGIN };

#define HOUR 60
#define LOW (TARGET_MIN + SPACE_8) /* plates in rows of a table */

static Step take(SetupState *s, int day, bool end) {
    s->hours = (SetupHours){day, end};
    return (Step){0};
}

static Step act(SetupState *s, const Kiosk *k, Action action) {
    (void)k;
    Week *week = &s->answers.week;
    switch (action.token) {
    case TAP_BEGIN:
        *week = week_usual();
        s->answers.keeps_hours = false;
        return (Step){0};
    case TAP_NEVER:
        *week = (Week){0};
        return (Step){0};
    case TAP_OPEN:
        week->day[action.arg].open = !week->day[action.arg].open;
        return take(s, action.arg, false);
    case TAP_SAME:
        week->day[action.arg] = week->day[action.arg - 1];
        return take(s, action.arg, false);
    case TAP_MOVE:
        week_move(&week->day[s->hours.day], s->hours.end, action.arg);
        return (Step){0};
    default:
        return take(s, action.arg, action.token == TAP_TO);
    }
}

/* ---- a day ----------------------------------------------------------------------------------- */

static Slice clock_text(Page *page, int minutes) {
    return arena_printf(page->arena, "%02d:%02d", minutes / HOUR, minutes % HOUR);
}

static Slice long_name(Page *page, int day) {
    return slice_from(calendar_weekday(page->settings.lang, day + 1));
}

static Slice day_name(Page *page, int day) {
    return page->form.narrow ? slice_from(calendar_weekday_short(page->settings.lang, day + 1))
                             : long_name(page, day);
}

static void add_edge(const SetupState *s, Page *page, Node *row, int day, bool end) {
    const WeekDay *d = &s->answers.week.day[day];
    bool held = s->hours.day == day && s->hours.end == end;
    Node *edge = widget_choice(page, row, clock_text(page, end ? d->to : d->from), held,
                               (Action){end ? TAP_TO : TAP_FROM, day});
    Slice when = arena_printf(page->arena, SLICE_FMT " " SLICE_FMT,
                              SLICE_ARG(tr(page, end ? STR_SETUP_TO : STR_SETUP_FROM)),
                              SLICE_ARG(clock_text(page, end ? d->to : d->from)));
    edge->spoken = tr_list(page, day_name(page, day), when);
    if (held)
        edge->first->drop_rank = 3; /* the hour needs the width */
}

static Slice of_day(Page *page, int day, StringId word) {
    return tr_list(page, day_name(page, day), tr(page, word));
}

static void add_shut(Page *page, Node *row, int day, bool chosen) {
    bool words = !page->form.narrow;
    Node *shut =
        widget_button(page, row, widget_look(chosen), words ? ICON_NONE : ICON_close,
                      words ? tr(page, STR_SETUP_SHUT) : (Slice){0}, (Action){TAP_OPEN, day});
    shut->role = ROLE_CHOICE;
    shut->pad_x = SPACE_8;
    shut->min_h = LOW;
    shut->spoken = of_day(page, day, STR_SETUP_SHUT);
}

static void add_day(const SetupState *s, Page *page, Node *list, int day) {
    const WeekDay *d = &s->answers.week.day[day];
    bool words = !page->form.narrow;
    Node *row = widget_grid(page, list, 5, TARGET_GAP);
    widget_text(page, widget_middle(page, row), TYPE_LABEL, day_name(page, day));
    if (d->open) {
        add_edge(s, page, row, day, false);
        add_edge(s, page, row, day, true);
    } else {
        widget_column(page, row, 0);
        widget_column(page, row, 0);
    }
    add_shut(page, row, day, !d->open);
    if (!day)
        return;
    Node *same =
        widget_button(page, row, BUTTON_PLAIN, words ? ICON_NONE : ICON_content_copy,
                      words ? tr(page, STR_SETUP_SAME) : (Slice){0}, (Action){TAP_SAME, day});
    same->pad_x = SPACE_8;
    same->min_h = LOW;
    same->spoken = of_day(page, day, STR_SETUP_SAME);
}

/* ---- the hour in the hand -------------------------------------------------------------------- */

static void add_move(Page *page, Node *row, StringId word, int minutes) {
    widget_button(page, row, BUTTON_PLAIN, ICON_NONE, tr(page, word), (Action){TAP_MOVE, minutes});
}

static void add_hand(const SetupState *s, Page *page, Node *parent) {
    const WeekDay *d = &s->answers.week.day[s->hours.day];
    if (!d->open)
        return;
    Node *row = widget_grid(page, parent, 5, TARGET_GAP);
    row->grow = 1;
    add_move(page, row, STR_SETUP_HOUR_LESS, -HOUR);
    add_move(page, row, STR_SETUP_QUARTER_LESS, -WEEK_QUARTER);
    widget_text(page, widget_middle(page, row), TYPE_H3,
                clock_text(page, s->hours.end ? d->to : d->from));
    add_move(page, row, STR_SETUP_QUARTER_MORE, WEEK_QUARTER);
    add_move(page, row, STR_SETUP_HOUR_MORE, HOUR);
}

/* ---- the page -------------------------------------------------------------------------------- */

static void view_unknown(const SetupState *s, Page *page, Node *parent) {
    widget_text(page, parent, TYPE_BODY,
                tr(page, s->answers.keeps_hours ? STR_SETUP_HOURS_KEPT : STR_SETUP_HOURS_NONE));
    widget_button(page, parent, BUTTON_PLAIN, ICON_schedule, tr(page, STR_SETUP_HOURS_BEGIN),
                  (Action){TAP_BEGIN, 0});
    widget_stretch(page, parent);
}

static void view(const SetupState *s, const Kiosk *k, Page *page, Frame frame) {
    (void)k;
    if (!s->answers.week.known) {
        view_unknown(s, page, frame.controls);
        return;
    }
    Node *list = widget_pages(page, frame.controls, TARGET_GAP, s->page);
    for (int day = 0; day < WEEK_DAYS; day++)
        add_day(s, page, list, day);
    widget_button(page, list, BUTTON_PLAIN, ICON_wb_sunny, tr(page, STR_SETUP_HOURS_NEVER),
                  (Action){TAP_NEVER, 0})
        ->min_h = LOW;
    Node *hand = widget_pair(page, frame.controls, SPACE_20);
    add_hand(s, page, hand);
    widget_pager(page, hand, list, SETUP_TURN_PAGE);
}

/* "lun.–ven. 08:00–18:00" */
static Slice run_name(const Week *week, Page *page, int first, int last) {
    const WeekDay *d = &week->day[first];
    Slice from = slice_from(calendar_weekday_short(page->settings.lang, first + 1)),
          to = slice_from(calendar_weekday_short(page->settings.lang, last + 1));
    Slice days = first == last ? from
                               : arena_printf(page->arena, SLICE_FMT "–" SLICE_FMT, SLICE_ARG(from),
                                              SLICE_ARG(to));
    Slice hours = d->open ? arena_printf(page->arena, SLICE_FMT "–" SLICE_FMT,
                                         SLICE_ARG(clock_text(page, d->from)),
                                         SLICE_ARG(clock_text(page, d->to)))
                          : tr(page, STR_SETUP_SHUT_DAY);
    return arena_printf(page->arena, SLICE_FMT "\u00A0" SLICE_FMT, SLICE_ARG(days),
                        SLICE_ARG(hours));
}

Slice setup_hours_name(const SetupState *s, Page *page) {
    const Week *week = &s->answers.week;
    Slice all = {0};
    if (!week->known)
        return tr(page,
                  s->answers.keeps_hours ? STR_SETUP_HOURS_AS_THEY_ARE : STR_SETUP_HOURS_NONE);
    for (int first = 0; first < WEEK_DAYS; first = week_run(week, first) + 1) {
        Slice run = run_name(week, page, first, week_run(week, first));
        all = tr_list(page, all, run);
    }
    return all;
}

const SetupPage setup_hours = {STR_SETUP_HOURS, STR_SETUP_HOURS_LEAD, act, view};
