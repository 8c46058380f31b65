#include "stats/period.h"

#include <stdio.h>
#include <string.h>

#define EARLIEST ((Millis)-62135596800000) /* 0001-01-01 */
#define LATEST ((Millis)253339228800000)   /* 9997-12-31 */

#define PLAUSIBLE_FROM ((Millis)1577836800000) /* 2020-01-01 */
#define PLAUSIBLE_TO ((Millis)4102444800000)   /* 2100-01-01 */

static Millis into_range(Millis when) {
    return when < EARLIEST ? EARLIEST : when > LATEST ? LATEST : when;
}

static Millis first_of_month(int year, int month) {
    int months = year * 12 + month - 1;
    return civil_to((Civil){.year = months / 12, .month = months % 12 + 1, .day = 1});
}

static Period day_at(Civil c, Millis midnight) {
    Period p = {.kind = PERIOD_DAY, .start = midnight, .end = midnight + CIVIL_DAY};
    snprintf(p.name, sizeof p.name, "%04u-%02u-%02u", (unsigned)c.year % 10000,
             (unsigned)c.month % 100, (unsigned)c.day % 100);
    return p;
}

static Period week_at(Civil c, Millis midnight) {
    int year, week = civil_week(c, &year);
    Millis monday = midnight - (c.weekday - 1) * CIVIL_DAY;
    Period p = {.kind = PERIOD_WEEK, .start = monday, .end = monday + 7 * CIVIL_DAY};
    snprintf(p.name, sizeof p.name, "%04u-W%02u", (unsigned)year % 10000, (unsigned)week % 100);
    return p;
}

static Period month_at(Civil c) {
    Period p = {.kind = PERIOD_MONTH,
                .start = first_of_month(c.year, c.month),
                .end = first_of_month(c.year, c.month + 1)};
    snprintf(p.name, sizeof p.name, "%04u-%02u", (unsigned)c.year % 10000, (unsigned)c.month % 100);
    return p;
}

Period period_at(PeriodKind kind, Millis when) {
    when = into_range(when);
    Civil c = civil_from(when);
    if (kind == PERIOD_MONTH)
        return month_at(c);
    return kind == PERIOD_DAY ? day_at(c, civil_midnight(when)) : week_at(c, civil_midnight(when));
}

bool period_is_plausible(Millis when) {
    return when >= PLAUSIBLE_FROM && when < PLAUSIBLE_TO;
}

bool period_parse(const char *name, Period *period) {
    int year = 0, week = 0;
    char date[16];
    Millis when;
    if (sscanf(name, "%4d-W%2d", &year, &week) == 2) {
        Millis fourth =
            civil_to((Civil){.year = year, .month = 1, .day = 4}); /* always in week 1 */
        *period = period_at(PERIOD_WEEK, fourth + (week - 1) * 7 * CIVIL_DAY);
    } else {
        bool month = strlen(name) == 7;
        snprintf(date, sizeof date, month ? "%.7s-01" : "%.10s", name);
        if (!civil_parse(date, &when))
            return false;
        *period = period_at(month ? PERIOD_MONTH : PERIOD_DAY, when);
    }
    return strcmp(period->name, name) == 0;
}

Millis period_months_before(Millis when, int months) {
    Civil c = civil_from(into_range(when));
    int before = c.year * 12 + c.month - 1 - months;
    return first_of_month(before / 12, before % 12 + 1);
}
