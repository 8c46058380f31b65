#include "map/hours.h"

#include <stddef.h>

/* some 8,000 years either way: what is beyond is no date */
#define TIME_SPAN ((Millis)250000000000000)
#define DAYS_AHEAD 550 /* a year and a half: what opens later opens never */

/* ---- holidays -------------------------------------------------------------------------------- */

/* Easter Sunday by the Gregorian rule of Meeus, Jones and Butcher (Nature 13, 1876). */
static Millis easter(int year) {
    int a = year % 19, b = year / 100, c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return civil_to((Civil){.year = year, .month = f / 31, .day = f % 31 + 1});
}

bool hours_is_holiday(Civil day) {
    static const int FIXED[] = {101, 501, 508, 714, 815, 1101, 1111, 1225};
    static const int AFTER_EASTER[] = {1, 39, 50}; /* Easter Monday, Ascension, Whit Monday */
    for (size_t i = 0; i < sizeof FIXED / sizeof *FIXED; i++)
        if (day.month * 100 + day.day == FIXED[i])
            return true;
    Millis midnight = civil_to((Civil){.year = day.year, .month = day.month, .day = day.day});
    for (size_t i = 0; i < sizeof AFTER_EASTER / sizeof *AFTER_EASTER; i++)
        if (midnight == easter(day.year) + AFTER_EASTER[i] * CIVIL_DAY)
            return true;
    return false;
}

/* ---- one day --------------------------------------------------------------------------------- */

static bool has_date(const PlanHours *h, Civil day) {
    int date = day.month * 100 + day.day, from = h->from % 10000, to = h->to % 10000;
    if (!h->from)
        return true;
    if (h->from / 10000)
        return day.year * 10000 + date >= h->from && day.year * 10000 + date <= h->to;
    return from <= to ? date >= from && date <= to : date >= from || date <= to;
}

static bool speaks_of(const PlanHours *h, Civil day) {
    bool weekday = h->days & HOURS_MONDAY << (day.weekday - 1);
    return has_date(h, day) && (weekday || (h->days & HOURS_HOLIDAY && hours_is_holiday(day)));
}

int hours_of_day(const PlanHours *row, int rows, Millis midnight, HoursSpan *span) {
    int count = 0;
    Civil day = civil_from(midnight);
    for (int i = 0; i < rows; i++) {
        if (!speaks_of(&row[i], day))
            continue;
        count = row[i].adds ? count : 0;
        if (row[i].closes_min > row[i].opens_min && count < HOURS_SPANS_MAX)
            span[count++] = (HoursSpan){midnight + row[i].opens_min * CIVIL_MINUTE,
                                        midnight + row[i].closes_min * CIVIL_MINUTE};
    }
    return count;
}

/* ---- now ------------------------------------------------------------------------------------- */

/* The end of the latest span around `when`; `when` itself if there is none. */
static Millis end_around(const PlanHours *row, int rows, Millis when) {
    Millis end = when;
    for (int back = 1; back >= 0; back--) {
        HoursSpan span[HOURS_SPANS_MAX];
        int count = hours_of_day(row, rows, civil_midnight(when) - back * CIVIL_DAY, span);
        for (int i = 0; i < count; i++)
            if (span[i].from <= when && span[i].to > end)
                end = span[i].to;
    }
    return end;
}

static Millis next_opening(const PlanHours *row, int rows, Millis when) {
    for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
        HoursSpan span[HOURS_SPANS_MAX];
        int count = hours_of_day(row, rows, civil_midnight(when) + ahead * CIVIL_DAY, span);
        Millis first = PLAN_NEVER;
        for (int i = 0; i < count; i++)
            if (span[i].from > when && span[i].from < first)
                first = span[i].from;
        if (first != PLAN_NEVER)
            return first;
    }
    return PLAN_NEVER;
}

/* Spans that touch, as those of a night and the next day, are one. */
static Millis closing(const PlanHours *row, int rows, Millis end) {
    Millis until = end;
    for (Millis on; until - end < DAYS_AHEAD * CIVIL_DAY; until = on) {
        on = end_around(row, rows, until);
        if (on == until)
            return until;
    }
    return PLAN_NEVER;
}

HoursNow hours_of_rows(const PlanHours *row, int rows, Millis when) {
    if (!rows || when < -TIME_SPAN || when > TIME_SPAN)
        return (HoursNow){.known = false};
    Millis end = end_around(row, rows, when);
    if (end > when)
        return (HoursNow){true, true, closing(row, rows, end)};
    return (HoursNow){true, false, next_opening(row, rows, when)};
}

HoursNow hours_at(const Plan *plan, int space, Millis when) {
    int first = 0, count = 0;
    while (first < plan->hours_count && plan->hours[first].space < space)
        first++;
    while (first + count < plan->hours_count && plan->hours[first + count].space == space)
        count++;
    return hours_of_rows(plan->hours + first, count, when);
}
