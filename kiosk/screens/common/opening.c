#include "screens/common/opening.h"

#include "map/directions_text.h"
#include "train/dates.h"

#define HOUR 60
#define DAY_MINUTES (24 * HOUR)

HoursNow opening_of(const Kiosk *k, const OpeningHours *hours) {
    return k->doubtful ? (HoursNow){0} : opening_now(hours, k->today);
}

Slice opening_of_place(const Kiosk *k, int space, Arena *arena) {
    return k->doubtful ? (Slice){0}
                       : text_of_open(k->plan, space, k->today, k->settings.lang, arena);
}

Slice opening_words(const Kiosk *k, const OpeningHours *hours, Arena *arena) {
    return text_of_hours(opening_of(k, hours), k->today, k->settings.lang, arena);
}

Slice opening_sentence(Page *page, LocalText sentence) {
    return widget_fill(page, tr(page, STR_OPENING), tr_text(page, sentence));
}

void opening_line(Page *page, Node *parent, const Kiosk *k, const OpeningHours *hours, Type type) {
    HoursNow now = opening_of(k, hours);
    if (!now.known)
        return;
    Paint ink = now.open ? PAINT_OPEN : PAINT_INK2;
    Node *row = widget_line(page, parent, SPACE_12);
    widget_icon(page, row, TYPE_SMALL_ICON, now.open ? ICON_check_circle : ICON_schedule, ink)
        ->drop_rank = 3;
    Node *words = widget_share(page, row, 1, 0);
    Node *line = widget_text(page, words, type, opening_words(k, hours, page->arena));
    line->ink = ink;
}

/* ---- today ----------------------------------------------------------------------------------- */

static void add_span(DayBar *day, const Kiosk *k, Millis midnight, HoursSpan span, Arena *arena) {
    int from = (int)((span.from - midnight) / CIVIL_MINUTE),
        to = (int)((span.to - midnight) / CIVIL_MINUTE);
    if (day->count == DAY_SPANS)
        return;
    to = to > DAY_MINUTES ? DAY_MINUTES : to;
    day->span[day->count++] = (DaySpan){from, to, text_of_clock(span.from, k->settings.lang, arena),
                                        text_of_clock(span.to, k->settings.lang, arena)};
    if (day->count == 1 || from - HOUR < day->from)
        day->from = from >= HOUR ? (from - HOUR) / HOUR * HOUR : 0;
    if (to + HOUR > day->to)
        day->to = to + 2 * HOUR > DAY_MINUTES ? DAY_MINUTES : (to + 2 * HOUR - 1) / HOUR * HOUR;
}

static const DayBar *today_of(const Kiosk *k, const OpeningHours *hours, Arena *arena) {
    DayBar *day = arena_new(arena, DayBar);
    HoursSpan span[HOURS_SPANS_MAX];
    Millis midnight = civil_midnight(k->today);
    int count = hours_of_day(hours->row, hours->count, midnight, span);
    *day = (DayBar){.now = (int)((k->today - midnight) / CIVIL_MINUTE)};
    for (int i = 0; i < count; i++)
        add_span(day, k, midnight, span[i], arena);
    return day;
}

static Slice spans_spoken(Page *page, const DayBar *day) {
    Slice spans = {0};
    for (int i = 0; i < day->count; i++) {
        Slice span = arena_printf(page->arena, SLICE_FMT "–" SLICE_FMT,
                                  SLICE_ARG(day->span[i].begins), SLICE_ARG(day->span[i].ends));
        spans = tr_list(page, spans, span);
    }
    return arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(tr(page, STR_TODAY)),
                        SLICE_ARG(spans));
}

/* Without a day: only what the desk says of all. */
static Node *add_hours(Page *page, Node *parent, LocalText sentence) {
    Node *panel = widget_panel(page, parent);
    widget_text(page, panel, TYPE_BODY, tr_text(page, sentence));
    return panel;
}

/* Large words stand below the rule and may go on to a next page. */
static void add_all_days(Page *page, Node *parent, Slice sentence) {
    Node *words = widget_share(page, parent, page->form.roomy, 0);
    Node *all = widget_quiet(page, words, TYPE_SMALL, sentence);
    all->align = page->form.roomy ? ALIGN_END : ALIGN_START;
}

Node *opening_day(Page *page, Node *parent, const Kiosk *k, const OpeningHours *hours,
                  LocalText sentence) {
    if (k->doubtful)
        return add_hours(page, parent, sentence);
    const DayBar *day = today_of(k, hours, page->arena);
    Node *panel = widget_panel(page, parent);
    Node *head = widget_row(page, panel, SPACE_20);
    Node *title =
        widget_heading(page, head, TYPE_LABEL, tr(page, day->count ? STR_TODAY : STR_SHUT_TODAY));
    title->grow = 0;
    if (day->count)
        widget_day(page, panel, day, spans_spoken(page, day));
    add_all_days(page, page->form.roomy ? head : parent, tr_text(page, sentence));
    return panel;
}
