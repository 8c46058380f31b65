#include "screens/common/events.h"

#include "map/directions_text.h"

int events_from(const Plan *plan, Millis when) {
    int first = 0;
    while (first < plan->event_count && plan->event[first].to <= when)
        first++;
    return first;
}

bool event_on_day(const PlanEvent *event, Millis day) {
    return event->from < civil_midnight(day) + CIVIL_DAY && event->to > day;
}

/* ---- how soon -------------------------------------------------------------------------------- */

static Slice with_clock(Page *page, const Kiosk *k, StringId words, Millis when) {
    return widget_fill(page, tr(page, words), text_of_clock(when, k->settings.lang, page->arena));
}

/* An end at midnight is the end of a day. */
static Slice now_words(Page *page, const Kiosk *k, const PlanEvent *event) {
    bool today = event->to < civil_midnight(k->today) + CIVIL_DAY;
    return today ? with_clock(page, k, STR_EVENT_NOW_UNTIL, event->to) : tr(page, STR_EVENT_NOW);
}

static Slice today_words(Page *page, const Kiosk *k, const PlanEvent *event) {
    int minutes = (int)((event->from - k->today + CIVIL_MINUTE - 1) / CIVIL_MINUTE);
    if (event->from - k->today >= CIVIL_HOUR)
        return with_clock(page, k, STR_EVENT_TODAY_AT, event->from);
    return tr_number(page, minutes == 1 ? STR_EVENT_IN_MINUTE : STR_EVENT_IN_MINUTES, minutes);
}

Slice event_soon(Page *page, const Kiosk *k, const PlanEvent *event) {
    if (k->doubtful)
        return event_dated(page, k, event);
    int days = (int)((civil_midnight(event->from) - civil_midnight(k->today)) / CIVIL_DAY);
    if (event->from <= k->today)
        return now_words(page, k, event);
    if (days == 0)
        return today_words(page, k, event);
    bool whole_day = event->from == civil_midnight(event->from);
    if (days == 1 && !whole_day)
        return with_clock(page, k, STR_EVENT_TOMORROW_AT, event->from);
    return days == 1 ? tr(page, STR_EVENT_TOMORROW) : tr_number(page, STR_EVENT_IN_DAYS, days);
}

/* ---- when ------------------------------------------------------------------------------------ */

static Slice on_day(Page *page, const Kiosk *k, const PlanEvent *event, Slice day) {
    Lang lang = k->settings.lang;
    if (event->from == civil_midnight(event->from))
        return day;
    Slice words = widget_fill(page, tr(page, STR_EVENT_SPAN), day);
    words = widget_fill(page, words, text_of_clock(event->from, lang, page->arena));
    return widget_fill(page, words, text_of_clock(event->to, lang, page->arena));
}

Slice event_dated(Page *page, const Kiosk *k, const PlanEvent *event) {
    return on_day(page, k, event, text_of_date(event->from, k->settings.lang, page->arena));
}

Slice event_time(Page *page, const Kiosk *k, const PlanEvent *event) {
    bool today = !k->doubtful && event_on_day(event, k->today);
    return today ? on_day(page, k, event, tr(page, STR_TODAY)) : event_dated(page, k, event);
}

Target event_target(const Kiosk *k, const PlanEvent *event) {
    for (int i = 0; i < k->pack->campus_event_count; i++)
        if (slice_equal(k->pack->campus_event[i].id, event->id))
            return (Target){TARGET_EVENT, i};
    return (Target){TARGET_PLACE, event->space};
}
