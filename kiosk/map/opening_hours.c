#include "map/opening_hours.h"

#include <ctype.h>
#include <string.h>

/* ---- signs ----------------------------------------------------------------------------------- */

typedef struct Cursor {
    Slice rest;
} Cursor;

static void skip_blanks(Cursor *c) {
    c->rest = slice_trim(c->rest);
}

/* Is it next? Then it is taken, with the blanks after it. */
static bool take(Cursor *c, const char *word) {
    Slice wanted = slice_from(word);
    if (!slice_has_prefix(c->rest, wanted))
        return false;
    c->rest = slice_cut(c->rest, wanted.len, c->rest.len);
    skip_blanks(c);
    return true;
}

static bool take_number(Cursor *c, int digits_min, int digits_max, int *number) {
    int digits = 0;
    *number = 0;
    for (;
         digits < c->rest.len && digits < digits_max && isdigit((unsigned char)c->rest.at[digits]);
         digits++)
        *number = *number * 10 + (c->rest.at[digits] - '0');
    bool longer = digits < c->rest.len && isdigit((unsigned char)c->rest.at[digits]);
    if (digits < digits_min || longer)
        return false;
    c->rest = slice_cut(c->rest, digits, c->rest.len);
    return true;
}

/* Which of two- or three-letter names is next; -1 for none, and nothing is taken. */
static int take_name(Cursor *c, const char *const *names) {
    for (int i = 0; names[i]; i++) {
        int len = (int)strlen(names[i]);
        bool ends =
            c->rest.len == len || (c->rest.len > len && !isalpha((unsigned char)c->rest.at[len]));
        if (slice_has_prefix(c->rest, slice_from(names[i])) && ends) {
            c->rest = slice_cut(c->rest, len, c->rest.len);
            skip_blanks(c);
            return i;
        }
    }
    return -1;
}

const char *const HOURS_DAY[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", NULL};
const char *const HOURS_MONTH[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
                                   "Aug", "Sep", "Oct", "Nov", "Dec", NULL};
static const int MONTH_DAYS[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/* ---- dates ----------------------------------------------------------------------------------- */

/* "2026", "2026 Dec 24", "Dec 24", "Dec": parts that are missing are 0. False: no date here; `bad`:
   half a date. */
typedef struct Date {
    int year, month, day;
    bool bad;
} Date;

static bool is_time_next(const Cursor *c) {
    int i = 0;
    while (i < c->rest.len && isdigit((unsigned char)c->rest.at[i]))
        i++;
    return i && i < c->rest.len && c->rest.at[i] == ':';
}

static bool take_date(Cursor *c, Date *d) {
    *d = (Date){0};
    Cursor before = *c;
    if (!is_time_next(c) && take_number(c, 4, 4, &d->year))
        skip_blanks(c);
    else
        *c = before;
    d->month = take_name(c, HOURS_MONTH) + 1;
    if (d->month && !is_time_next(c) && take_number(c, 1, 2, &d->day)) {
        d->bad = d->day < 1 || d->day > MONTH_DAYS[d->month - 1];
        skip_blanks(c);
    }
    d->bad |= d->year && (d->year < 1900 || d->year > 2200);
    return d->year || d->month;
}

static int first_day(Date d) {
    return d.year * 10000 + (d.month ? d.month : 1) * 100 + (d.day ? d.day : 1);
}

static int last_day(Date d) {
    int month = d.month ? d.month : 12;
    return d.year * 10000 + month * 100 + (d.day ? d.day : MONTH_DAYS[month - 1]);
}

/* "Dec 24-26" and "2026 Dec 24-Jan 02" leave out what has been said. */
static void complete(Date from, Date *to) {
    to->month = to->month ? to->month : from.month;
    if (from.year && !to->year)
        to->year = from.year + (last_day(*to) % 10000 < first_day(from) % 10000);
}

/* ---- one rule -------------------------------------------------------------------------------- */

enum { PARTS_MAX = 16 };

typedef struct Rule {
    int from[PARTS_MAX], to[PARTS_MAX], dates;
    int days;
    int opens[PARTS_MAX], closes[PARTS_MAX], spans;
    bool adds;
} Rule;

static bool take_date_range(Cursor *c, Rule *r, bool *any) {
    Date from, to;
    *any = take_date(c, &from);
    if (!*any)
        return true;
    to = from;
    if (take(c, "-")) {
        bool day_alone = from.day && !is_time_next(c) && take_number(c, 1, 2, &to.day);
        to = day_alone
                 ? (Date){0, from.month, to.day, to.day < 1 || to.day > MONTH_DAYS[from.month - 1]}
                 : to;
        skip_blanks(c);
        if (!day_alone && !take_date(c, &to))
            return false;
        complete(from, &to);
    }
    if (from.bad || to.bad || r->dates == PARTS_MAX ||
        (from.year && last_day(to) < first_day(from)))
        return false;
    r->from[r->dates] = first_day(from);
    r->to[r->dates++] = last_day(to);
    return true;
}

/* "Dec 24, Dec 31", "Jul-Aug"; a ":" may follow. */
static bool take_dates(Cursor *c, Rule *r) {
    bool any;
    if (!take_date_range(c, r, &any))
        return false;
    while (any && slice_has_prefix(c->rest, LIT(","))) {
        Cursor before = *c;
        take(c, ",");
        if (!take_date_range(c, r, &any))
            return false;
        if (!any)
            *c = before;
    }
    if (r->dates)
        take(c, ":");
    return true;
}

static bool take_day_range(Cursor *c, Rule *r) {
    static const char *const HOLIDAY[] = {"PH", NULL};
    if (take_name(c, HOLIDAY) == 0) {
        r->days |= HOURS_HOLIDAY;
        return true;
    }
    int from = take_name(c, HOURS_DAY), to = from;
    if (from < 0)
        return false;
    if (take(c, "-") && (to = take_name(c, HOURS_DAY)) < 0)
        return false;
    for (int day = from;; day = (day + 1) % 7) {
        r->days |= HOURS_MONDAY << day;
        if (day == to)
            return true;
    }
}

static bool is_day_next(const Cursor *c) {
    Cursor look = *c;
    static const char *const HOLIDAY[] = {"PH", NULL};
    return take_name(&look, HOURS_DAY) >= 0 || take_name(&look, HOLIDAY) >= 0;
}

static bool take_days(Cursor *c, Rule *r) {
    while (is_day_next(c)) {
        Cursor before;
        if (!take_day_range(c, r))
            return false;
        before = *c;
        if (!take(c, ",") || !is_day_next(c)) {
            *c = before;
            break;
        }
    }
    take(c, ":");
    return true;
}

static bool take_time(Cursor *c, int *minutes) {
    int hour, minute;
    if (!take_number(c, 1, 2, &hour) || !slice_has_prefix(c->rest, LIT(":")))
        return false;
    c->rest = slice_cut(c->rest, 1, c->rest.len);
    if (!take_number(c, 2, 2, &minute) || hour > 48 || minute > 59)
        return false;
    *minutes = hour * 60 + minute;
    skip_blanks(c);
    return *minutes <= 2 * CIVIL_DAY_MIN;
}

static bool take_span(Cursor *c, Rule *r) {
    int opens, closes;
    if (r->spans == PARTS_MAX || !take_time(c, &opens) || !take(c, "-") || !take_time(c, &closes))
        return false;
    closes += closes <= opens ? CIVIL_DAY_MIN : 0; /* over midnight */
    r->opens[r->spans] = opens;
    r->closes[r->spans++] = closes;
    return opens <= CIVIL_DAY_MIN && closes <= 2 * CIVIL_DAY_MIN;
}

static bool take_spans(Cursor *c, Rule *r) {
    do {
        if (!take_span(c, r))
            return false;
        Cursor before = *c;
        if (take(c, ",") && is_time_next(c))
            continue;
        *c = before;
        return true;
    } while (true);
}

static bool take_shut(Cursor *c) {
    static const char *const SHUT[] = {"off", "closed", NULL};
    return take_name(c, SHUT) >= 0;
}

static bool take_rule(Cursor *c, Rule *r) {
    static const char *const OPEN[] = {"open", NULL};
    if (take(c, "24/7")) {
        r->closes[r->spans++] = CIVIL_DAY_MIN;
        return true;
    }
    if (!take_dates(c, r) || !take_days(c, r))
        return false;
    if (take_shut(c)) {
        r->spans = 1; /* from 0 to 0; nothing is left to be added to */
        r->adds = false;
        return true;
    }
    bool told = r->dates || r->days;
    if (is_time_next(c)) {
        if (!take_spans(c, r))
            return false;
        take_name(c, OPEN); /* may be said, and goes without saying */
        return true;
    }
    r->closes[r->spans++] = CIVIL_DAY_MIN; /* "Mo-Fr", "Jul-Aug open": all day */
    return take_name(c, OPEN) >= 0 || told;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static int put_rule(const Rule *r, PlanHours *row, int count) {
    int dates = r->dates ? r->dates : 1;
    for (int d = 0; d < dates; d++)
        for (int s = 0; s < r->spans; s++) {
            if (count == HOURS_ROWS_MAX)
                return -1;
            row[count++] = (PlanHours){.adds = r->adds || s > 0,
                                       .days = r->days ? r->days : HOURS_DAYS,
                                       .from = r->dates ? r->from[d] : 0,
                                       .to = r->dates ? r->to[d] : 0,
                                       .opens_min = r->opens[s],
                                       .closes_min = r->closes[s]};
        }
    return count;
}

int hours_parse(Slice text, PlanHours *row) {
    Cursor c = {slice_trim(text)};
    int count = 0;
    for (bool adds = false; c.rest.len;) {
        Rule rule = {.adds = adds};
        if (!take_rule(&c, &rule) || (count = put_rule(&rule, row, count)) < 0)
            return -1;
        adds = slice_has_prefix(c.rest, LIT(","));
        if (c.rest.len && !take(&c, ",") && !take(&c, ";"))
            return -1;
    }
    return count ? count : -1;
}
