#include "tools/import/hours.h"

#include "base/calendar.h"

#include <ctype.h>
#include <string.h>

#define DAY_MIN 1440

/* ---- signs ----------------------------------------------------------------------------------- */

typedef struct HoursCursor {
    Slice rest;
} HoursCursor;

static void skip_blanks(HoursCursor *c) {
    c->rest = slice_trim(c->rest);
}

/* Is it next? Then it is taken, with the blanks after it. */
static bool take(HoursCursor *c, const char *word) {
    Slice wanted = slice_from(word);
    if (!slice_has_prefix(c->rest, wanted))
        return false;
    c->rest = slice_cut(c->rest, wanted.len, c->rest.len);
    skip_blanks(c);
    return true;
}

static bool take_number(HoursCursor *c, int digits_min, int digits_max, int *number) {
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
static int take_name(HoursCursor *c, const char *const *names) {
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

static const char *const DAY[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", NULL};
static const char *const MONTH[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
                                    "Aug", "Sep", "Oct", "Nov", "Dec", NULL};
static const int MONTH_DAYS[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/* ---- dates ----------------------------------------------------------------------------------- */

/* "2026", "2026 Dec 24", "Dec 24", "Dec": parts that are missing are 0. False: no date here; `bad`:
   half a date. */
typedef struct Date {
    int year, month, day;
    bool bad;
} Date;

static bool is_time_next(const HoursCursor *c) {
    int i = 0;
    while (i < c->rest.len && isdigit((unsigned char)c->rest.at[i]))
        i++;
    return i && i < c->rest.len && c->rest.at[i] == ':';
}

static bool take_date(HoursCursor *c, Date *d) {
    *d = (Date){0};
    HoursCursor before = *c;
    if (!is_time_next(c) && take_number(c, 4, 4, &d->year))
        skip_blanks(c);
    else
        *c = before;
    d->month = take_name(c, MONTH) + 1;
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

typedef struct HoursRule {
    int from[PARTS_MAX], to[PARTS_MAX], dates;
    int days;
    int opens[PARTS_MAX], closes[PARTS_MAX], spans;
    bool adds;
} HoursRule;

static bool take_date_range(HoursCursor *c, HoursRule *r, bool *any) {
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
static bool take_dates(HoursCursor *c, HoursRule *r) {
    bool any;
    if (!take_date_range(c, r, &any))
        return false;
    while (any && slice_has_prefix(c->rest, LIT(","))) {
        HoursCursor before = *c;
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

static bool take_day_range(HoursCursor *c, HoursRule *r) {
    static const char *const HOLIDAY[] = {"PH", NULL};
    if (take_name(c, HOLIDAY) == 0) {
        r->days |= HOURS_HOLIDAY;
        return true;
    }
    int from = take_name(c, DAY), to = from;
    if (from < 0)
        return false;
    if (take(c, "-") && (to = take_name(c, DAY)) < 0)
        return false;
    for (int day = from;; day = (day + 1) % 7) {
        r->days |= HOURS_MONDAY << day;
        if (day == to)
            return true;
    }
}

static bool is_day_next(const HoursCursor *c) {
    HoursCursor look = *c;
    static const char *const HOLIDAY[] = {"PH", NULL};
    return take_name(&look, DAY) >= 0 || take_name(&look, HOLIDAY) >= 0;
}

static bool take_days(HoursCursor *c, HoursRule *r) {
    while (is_day_next(c)) {
        HoursCursor before;
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

static bool take_time(HoursCursor *c, int *minutes) {
    int hour, minute;
    if (!take_number(c, 1, 2, &hour) || !slice_has_prefix(c->rest, LIT(":")))
        return false;
    c->rest = slice_cut(c->rest, 1, c->rest.len);
    if (!take_number(c, 2, 2, &minute) || hour > 48 || minute > 59)
        return false;
    *minutes = hour * 60 + minute;
    skip_blanks(c);
    return *minutes <= 2 * DAY_MIN;
}

static bool take_span(HoursCursor *c, HoursRule *r) {
    int opens, closes;
    if (r->spans == PARTS_MAX || !take_time(c, &opens) || !take(c, "-") || !take_time(c, &closes))
        return false;
    closes += closes <= opens ? DAY_MIN : 0; /* over midnight */
    r->opens[r->spans] = opens;
    r->closes[r->spans++] = closes;
    return opens <= DAY_MIN && closes <= 2 * DAY_MIN;
}

static bool take_spans(HoursCursor *c, HoursRule *r) {
    do {
        if (!take_span(c, r))
            return false;
        HoursCursor before = *c;
        if (take(c, ",") && is_time_next(c))
            continue;
        *c = before;
        return true;
    } while (true);
}

static bool take_shut(HoursCursor *c) {
    static const char *const SHUT[] = {"off", "closed", NULL};
    return take_name(c, SHUT) >= 0;
}

static bool take_rule(HoursCursor *c, HoursRule *r) {
    static const char *const OPEN[] = {"open", NULL};
    if (take(c, "24/7")) {
        r->closes[r->spans++] = DAY_MIN;
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
    if (is_time_next(c))
        return take_spans(c, r) && (take_name(c, OPEN), true);
    r->closes[r->spans++] = DAY_MIN; /* "Mo-Fr", "Jul-Aug open": all day */
    return take_name(c, OPEN) >= 0 || told;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static int put_rule(const HoursRule *r, PlanHours *row, int count) {
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
    HoursCursor c = {slice_trim(text)};
    int count = 0;
    for (bool adds = false; c.rest.len;) {
        HoursRule rule = {.adds = adds};
        if (!take_rule(&c, &rule) || (count = put_rule(&rule, row, count)) < 0)
            return -1;
        adds = slice_has_prefix(c.rest, LIT(","));
        if (c.rest.len && !take(&c, ",") && !take(&c, ";"))
            return -1;
    }
    return count ? count : -1;
}

/* ---- in words -------------------------------------------------------------------------------- */

static Slice joined(Arena *arena, Slice so_far, const char *between, Slice more) {
    return so_far.len ? arena_printf(arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(so_far), between,
                                     SLICE_ARG(more))
                      : more;
}

static const char *and_word(Lang lang) {
    return lang == LANG_FR ? " et " : " and ";
}

static int run_from(int days, int day) {
    int length = 0;
    while (length < 7 && days & HOURS_MONDAY << (day + length) % 7)
        length++;
    return length;
}

static Slice run_words(Arena *arena, int first, int length, Lang lang) {
    const char *from = calendar_weekday(lang, first + 1),
               *to = calendar_weekday(lang, (first + length - 1) % 7 + 1);
    if (length == 1)
        return arena_printf(arena, lang == LANG_FR ? "le %s" : "%s", from);
    return arena_printf(arena, lang == LANG_FR ? "du %s au %s" : "%s to %s", from, to);
}

/* "du lundi au vendredi, le samedi et les jours fériés"; every day of the week is "tous
   les jours". */
static Slice days_words(Arena *arena, int days, Lang lang) {
    Slice part[8], words = LIT("");
    int parts = 0;
    if ((days & HOURS_WEEK) == HOURS_WEEK)
        return slice_from(lang == LANG_FR ? "tous les jours" : "every day");
    for (int day = 0; day < 7; day++)
        if (days & HOURS_MONDAY << day && !(days & HOURS_MONDAY << (day + 6) % 7))
            part[parts++] = run_words(arena, day, run_from(days, day), lang);
    if (days & HOURS_HOLIDAY)
        part[parts++] = slice_from(lang == LANG_FR ? "les jours fériés" : "public holidays");
    for (int i = 0; i < parts; i++)
        words = joined(arena, words, i + 1 < parts ? ", " : and_word(lang), part[i]);
    return words;
}

static Slice date_words(Arena *arena, int date, Lang lang) {
    int day = date % 100;
    Slice words = arena_printf(arena, "%d%s %s", day, lang == LANG_FR && day == 1 ? "er" : "",
                               calendar_month(lang, date / 100 % 100));
    return date / 10000 ? arena_printf(arena, SLICE_FMT " %d", SLICE_ARG(words), date / 10000)
                        : words;
}

static Slice dates_words(Arena *arena, const PlanHours *h, Lang lang) {
    Slice from = h->from ? date_words(arena, h->from, lang) : LIT(""),
          to = h->from ? date_words(arena, h->to, lang) : LIT("");
    if (!h->from)
        return LIT("");
    if (h->from == h->to)
        return arena_printf(arena, lang == LANG_FR ? "le " SLICE_FMT : "on " SLICE_FMT,
                            SLICE_ARG(from));
    return arena_printf(
        arena, lang == LANG_FR ? "du " SLICE_FMT " au " SLICE_FMT : SLICE_FMT " to " SLICE_FMT,
        SLICE_ARG(from), SLICE_ARG(to));
}

static Slice time_words(Arena *arena, int minutes, Lang lang) {
    int hour = minutes / 60 % 24, minute = minutes % 60;
    if (lang == LANG_FR && minutes == DAY_MIN)
        return LIT("minuit");
    if (lang == LANG_FR)
        return minute ? arena_printf(arena, "%d h %02d", hour, minute)
                      : arena_printf(arena, "%d h", hour);
    if (minute == 0 && hour % 12 == 0)
        return hour ? LIT("noon") : LIT("midnight");
    const char *half = hour < 12 ? "am" : "pm";
    int twelve = hour % 12 ? hour % 12 : 12;
    return minute ? arena_printf(arena, "%d.%02d %s", twelve, minute, half)
                  : arena_printf(arena, "%d %s", twelve, half);
}

static Slice span_words(Arena *arena, const PlanHours *h, Lang lang) {
    if (h->closes_min == h->opens_min)
        return slice_from(lang == LANG_FR ? "fermé" : "closed");
    if (h->opens_min == 0 && h->closes_min == DAY_MIN)
        return slice_from(lang == LANG_FR ? "jour et nuit" : "day and night");
    return arena_printf(arena, SLICE_FMT " – " SLICE_FMT,
                        SLICE_ARG(time_words(arena, h->opens_min, lang)),
                        SLICE_ARG(time_words(arena, h->closes_min, lang)));
}

static bool same_days(const PlanHours *a, const PlanHours *b) {
    return a->days == b->days && a->from == b->from && a->to == b->to;
}

/* "PH off" is said of what stands before it. */
static bool is_holiday_off(const PlanHours *h) {
    return h->days == HOURS_HOLIDAY && !h->from && h->closes_min == h->opens_min;
}

static Slice rule_words(Arena *arena, const PlanHours *row, int count, Lang lang) {
    Slice dates = dates_words(arena, row, lang), words = LIT("");
    bool all_days = row->days == HOURS_DAYS && (row->from || row->closes_min == row->opens_min);
    Slice days = all_days ? dates : joined(arena, dates, ", ", days_words(arena, row->days, lang));
    for (int i = 0; i < count; i++)
        words = joined(arena, words, and_word(lang), span_words(arena, &row[i], lang));
    return joined(arena, days, ", ", words);
}

LocalText hours_words(const PlanHours *row, int count, Arena *arena) {
    LocalText all = {{LIT(""), LIT("")}};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int i = 0, run; i < count; i += run) {
            for (run = 1; i + run < count && row[i + run].adds && same_days(&row[i], &row[i + run]);
                 run++)
                ;
            bool except = i && is_holiday_off(&row[i]);
            Slice rule = except ? slice_from(lang == LANG_FR ? "sauf jours fériés"
                                                             : "except public holidays")
                                : rule_words(arena, row + i, run, (Lang)lang);
            const char *between = lang == LANG_FR ? " ; " : "; ";
            all.in[lang] = joined(arena, all.in[lang], except ? ", " : between, rule);
        }
    return all;
}
