#include "setup/week.h"

#include "base/hours_words.h"

#include <stdio.h>
#include <string.h>

#define USUAL_FROM (8 * 60)
#define USUAL_TO (18 * 60)
#define WORK_DAYS 5

Week week_usual(void) {
    Week week = {.known = true};
    for (int i = 0; i < WEEK_DAYS; i++)
        week.day[i] = (WeekDay){i < WORK_DAYS, USUAL_FROM, USUAL_TO};
    return week;
}

/* An end may be midnight at its end, a beginning is midnight at its beginning. */
static int within_day(int minutes, bool end) {
    int in = (minutes % CIVIL_DAY_MIN + CIVIL_DAY_MIN) % CIVIL_DAY_MIN;
    return end && in == 0 ? CIVIL_DAY_MIN : in;
}

void week_move(WeekDay *day, bool end, int by) {
    int *edge = end ? &day->to : &day->from;
    *edge = within_day(*edge + by, end);
    if (day->from == day->to) /* nobody means no time at all */
        *edge = within_day(*edge + (by < 0 ? -WEEK_QUARTER : WEEK_QUARTER), end);
}

/* ---- reading --------------------------------------------------------------------------------- */

static Slice cut_word(Slice *text, char between) {
    Slice rest = slice_trim(*text);
    int len = 0;
    while (len < rest.len && rest.at[len] != between)
        len++;
    *text = slice_cut(rest, len < rest.len ? len + 1 : len, rest.len);
    return slice_trim(slice_cut(rest, 0, len));
}

static bool is_day(char c) {
    return c >= '1' && c <= '7';
}

/* "1-5,7" as bits; a range that goes over Sunday too. */
static bool read_days(Slice words, int *days) {
    for (*days = 0; words.len;) {
        Slice one = cut_word(&words, ',');
        bool range = one.len == 3 && one.at[1] == '-' && is_day(one.at[2]);
        if (!one.len || !is_day(one.at[0]) || (one.len != 1 && !range))
            return false;
        int day = one.at[0] - '1', last = range ? one.at[2] - '1' : day;
        for (*days |= 1 << day; day != last; *days |= 1 << day)
            day = (day + 1) % WEEK_DAYS;
    }
    return *days;
}

static bool read_clock(Slice text, int most, int *minutes) {
    char word[6];
    int hour, minute;
    snprintf(word, sizeof word, SLICE_FMT, SLICE_ARG(text));
    if (text.len != 5 || strspn(word, "0123456789") != 2 || word[2] != ':' ||
        sscanf(word, "%2d:%2d", &hour, &minute) != 2)
        return false;
    *minutes = hour * 60 + minute;
    return minute < 60 && minute % WEEK_QUARTER == 0 && *minutes <= most;
}

static bool read_span(Slice words, WeekDay *day) {
    if (hours_word_is_shut(words))
        return true;
    Slice from = cut_word(&words, '-');
    day->open = true;
    return read_clock(from, CIVIL_DAY_MIN - WEEK_QUARTER, &day->from) &&
           read_clock(words, CIVIL_DAY_MIN, &day->to) && day->to != day->from;
}

/* "2026-12-25", "2026-12-24..2027-01-02"; the hour 20:00 is none. */
static bool is_date(Slice word) {
    char year[5];
    snprintf(year, sizeof year, SLICE_FMT, SLICE_ARG(word));
    return word.len > 4 && strspn(year, "0123456789") == 4 && word.at[4] == '-';
}

/* Dates and holidays go by a day of their own, not by one of the week. */
static bool is_of_dates(Slice rule) {
    while (rule.len) {
        Slice word = cut_word(&rule, ' ');
        if (is_date(word) || hours_word_is_holidays(word))
            return true;
    }
    return false;
}

static bool keep_rule(Week *week, Slice rule) {
    size_t len = strlen(week->rest);
    int wrote = snprintf(week->rest + len, sizeof week->rest - len, "%s" SLICE_FMT, len ? "; " : "",
                         SLICE_ARG(rule));
    return wrote < (int)(sizeof week->rest - len);
}

/* A rule without days is about all of them. */
static bool read_rule(Slice rule, Week *week) {
    int days = (1 << WEEK_DAYS) - 1;
    WeekDay day = {false, USUAL_FROM, USUAL_TO};
    Slice rest = rule, first = cut_word(&rest, ' ');
    if (rest.len && !read_days(first, &days))
        return false;
    if (!read_span(rest.len ? rest : first, &day))
        return false;
    for (int i = 0; i < WEEK_DAYS; i++)
        if (days >> i & 1)
            week->day[i] = day;
    return true;
}

bool week_read(const char *text, Week *week) {
    Slice rest = slice_trim(slice_from(text));
    *week = week_usual();
    for (int i = 0; i < WEEK_DAYS; i++)
        week->day[i].open = false;
    if (!rest.len)
        week->known = false;
    while (rest.len) {
        Slice rule = cut_word(&rest, ';');
        if (is_of_dates(rule) ? !keep_rule(week, rule) : !read_rule(rule, week)) {
            *week = (Week){0};
            return false;
        }
    }
    return true;
}

/* ---- writing --------------------------------------------------------------------------------- */

static bool alike(const WeekDay *a, const WeekDay *b) {
    return a->open == b->open && (!a->open || (a->from == b->from && a->to == b->to));
}

int week_run(const Week *week, int first) {
    int last = first;
    while (last + 1 < WEEK_DAYS && alike(&week->day[first], &week->day[last + 1]))
        last++;
    return last;
}

static int print_rule(const WeekDay *day, int first, int last, char *to, size_t size) {
    char days[4];
    snprintf(days, sizeof days, first == last ? "%d" : "%d-%d", first + 1, last + 1);
    if (!day->open)
        return snprintf(to, size, "%s " HOURS_SHUT "; ", days);
    return snprintf(to, size, "%s %02d:%02d-%02d:%02d; ", days, day->from / 60, day->from % 60,
                    day->to / 60, day->to % 60);
}

/* A day that is open says most. */
_Static_assert(WEEK_REST + WEEK_DAYS * sizeof "1-2 08:00-18:00; " <= WEEK_TEXT,
               "what is read can be written");

void week_print(const Week *week, char text[WEEK_TEXT]) {
    int at = 0;
    text[0] = 0;
    if (!week->known)
        return;
    for (int first = 0; first < WEEK_DAYS; first++) {
        int last = week_run(week, first); /* are one rule */
        at += print_rule(&week->day[first], first, last, text + at, (size_t)(WEEK_TEXT - at));
        first = last;
    }
    snprintf(text + at - 2, (size_t)(WEEK_TEXT - at + 2), "%s%s", week->rest[0] ? "; " : "",
             week->rest);
}
