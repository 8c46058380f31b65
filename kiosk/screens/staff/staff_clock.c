/* The clock, set by touch: each of its parts goes back and forth. Nothing is set before the last
   button; the app does it. */
#include "screens/common/common.h"

#include "map/directions_text.h"

enum { TAP_LESS = 1, TAP_MORE, TAP_SET, TAP_PAGE };

#define MINUTE_MS ((Millis)60000)
#define YEAR_LEAST 2020
#define YEAR_MOST 2099

typedef enum ClockPart {
    PART_DAY,
    PART_MONTH,
    PART_YEAR,
    PART_HOUR,
    PART_MINUTE,
    PART_COUNT
} ClockPart;

static const StringId NAMES[PART_COUNT] = {STR_STAFF_CLOCK_DAY, STR_STAFF_CLOCK_MONTH,
                                           STR_STAFF_CLOCK_YEAR, STR_STAFF_CLOCK_HOUR,
                                           STR_STAFF_CLOCK_MINUTE};

typedef struct ClockState {
    Millis wish; /* local time, to the minute */
    int page;
} ClockState;

static bool is_settable(Millis when) {
    int year = civil_from(when).year;
    return year >= YEAR_LEAST && year <= YEAR_MOST;
}

/* A clock that lost everything begins in the first year that can be set. */
static void enter(void *state, const Kiosk *k, int arg) {
    (void)arg;
    Millis first = civil_to((Civil){.year = YEAR_LEAST, .month = 1, .day = 1});
    *(ClockState *)state = (ClockState){.wish = is_settable(k->today) ? k->today : first};
}

/* ---- one step -------------------------------------------------------------------------------- */

static int days_of_month(int year, int month) {
    return civil_from(civil_to((Civil){.year = year, .month = month + 1})).day;
}

/* The 31st of a shorter month is its last day. */
static Millis in_month(Civil c, int year, int month) {
    c.year = year + (month - 1 + 12) / 12 - 1;
    c.month = (month - 1 + 12) % 12 + 1;
    int last = days_of_month(c.year, c.month);
    c.day = c.day > last ? last : c.day;
    return civil_to(c);
}

/* A day after the last of the month is the first of the next, and so with hours and minutes. */
static Millis stepped(Millis when, ClockPart part, int by) {
    static const Millis LENGTH[PART_COUNT] = {
        [PART_DAY] = 24 * 60 * MINUTE_MS, [PART_HOUR] = 60 * MINUTE_MS, [PART_MINUTE] = MINUTE_MS};
    Civil c = civil_from(when);
    if (part == PART_YEAR)
        return in_month(c, c.year + by, c.month);
    if (part == PART_MONTH)
        return in_month(c, c.year, c.month + by);
    return when + by * LENGTH[part];
}

static Step step(ClockState *s, int part, int by) {
    Millis wish = part >= 0 && part < PART_COUNT ? stepped(s->wish, (ClockPart)part, by) : s->wish;
    if (is_settable(wish))
        s->wish = wish;
    return (Step){0};
}

static Step act(void *state, const Kiosk *k, Action action) {
    ClockState *s = state;
    if (!k->staff || !k->staff->open)
        return (Step){.go = GO_BACK};
    switch (action.token) {
    case TAP_LESS:
        return step(s, action.arg, -1);
    case TAP_MORE:
        return step(s, action.arg, 1);
    case TAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case TAP_SET:
        return (Step){.go = GO_BACK, .ask = ASK_CLOCK, .ask_arg = (int)(s->wish / MINUTE_MS)};
    default:
        return (Step){0};
    }
}

/* ---- the page -------------------------------------------------------------------------------- */

static Slice value_of(const ClockState *s, ClockPart part, Page *page) {
    Civil c = civil_from(s->wish);
    const int value[PART_COUNT] = {c.day, c.month, c.year, c.hour, c.minute};
    return arena_printf(page->arena, part == PART_YEAR ? "%d" : "%02d", value[part]);
}

static void add_turn(const ClockState *s, Page *page, Node *row, ClockPart part, int by) {
    bool less = by < 0;
    Node *turn =
        widget_button(page, row, BUTTON_PLAIN, less ? ICON_chevron_left : ICON_chevron_right,
                      (Slice){0}, (Action){less ? TAP_LESS : TAP_MORE, part});
    turn->spoken = widget_fill(page, tr(page, less ? STR_STAFF_CLOCK_LESS : STR_STAFF_CLOCK_MORE),
                               tr(page, NAMES[part]));
    turn->disabled = !is_settable(stepped(s->wish, part, by));
}

static void add_part(const ClockState *s, Page *page, Node *parent, ClockPart part) {
    Node *row = widget_line(page, parent, TARGET_GAP);
    add_turn(s, page, row, part, -1);
    Node *words = widget_share(page, row, 1, 0);
    widget_quiet(page, words, TYPE_SMALL, tr(page, NAMES[part]))->align = ALIGN_CENTER;
    widget_text(page, words, TYPE_H3, value_of(s, part, page))->align = ALIGN_CENTER;
    add_turn(s, page, row, part, 1);
}

/* The date in a row and the hour in another, where they fit. */
static void add_parts(const ClockState *s, Page *page, Node *body, ClockPart first,
                      ClockPart last) {
    int columns = page->form.side_by_side ? last - first + 1 : 1;
    Node *row = NULL;
    for (int part = first; part <= (int)last; part++) {
        if ((part - (int)first) % columns == 0)
            row = widget_grid(page, body, columns, SPACE_44);
        add_part(s, page, row, (ClockPart)part);
    }
}

static Slice whole(const ClockState *s, Page *page) {
    Lang lang = page->settings.lang;
    return arena_printf(page->arena, SLICE_FMT ", " SLICE_FMT,
                        SLICE_ARG(text_of_date(s->wish, lang, page->arena)),
                        SLICE_ARG(text_of_clock(s->wish, lang, page->arena)));
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const ClockState *s = state;
    Frame frame = frame_begin(page, (FrameSpec){.campus = tr(page, STR_STAFF),
                                                .crumb = tr(page, STR_STAFF_CLOCK),
                                                .minute_of_day = k->minute_of_day,
                                                .away = true});
    if (page->form.room_above)
        widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_STAFF_CLOCK));
    Node *top = widget_line(page, frame.controls, TARGET_GAP);
    widget_text(page, widget_share(page, top, 1, 0), TYPE_UI, whole(s, page));
    widget_button(page, top, BUTTON_PRIMARY, ICON_check, tr(page, STR_STAFF_CLOCK_SET),
                  (Action){TAP_SET, 0});
    Node *body = widget_pages(page, frame.controls, TARGET_GAP, s->page);
    add_parts(s, page, body, PART_DAY, PART_YEAR);
    add_parts(s, page, body, PART_HOUR, PART_MINUTE);
    widget_pager_line(page, frame.controls, ALIGN_END, body, TAP_PAGE);
}

const Screen screen_staff_clock = {
    .name = "staff-clock",
    .state_size = sizeof(ClockState),
    .wait = WAIT_STAFF,
    .enter = enter,
    .act = act,
    .view = view,
};
