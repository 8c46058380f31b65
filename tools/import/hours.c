#include "tools/import/hours.h"

#include "base/calendar.h"
#include "map/directions_text.h"
#include "tools/import/wording.h"

/* ---- in words -------------------------------------------------------------------------------- */

static Slice listed(Arena *arena, Slice so_far, Wording how, Slice more, Lang lang) {
    if (!so_far.len)
        return more;
    return SLOTS_FILL(arena, wording(lang, how), {"list", so_far}, {"item", more});
}

static int run_from(int days, int day) {
    int length = 0;
    while (length < 7 && days & HOURS_MONDAY << (day + length) % 7)
        length++;
    return length;
}

static Slice run_words(Arena *arena, int first, int length, Lang lang) {
    Slice from = slice_from(calendar_weekday(lang, first + 1)),
          to = slice_from(calendar_weekday(lang, (first + length - 1) % 7 + 1));
    if (length == 1)
        return WORDING(arena, lang, DAY, {"day", from});
    return WORDING(arena, lang, DAYS, {"from", from}, {"to", to});
}

/* "du lundi au vendredi, le samedi et les jours fériés"; every day of the week is "tous
   les jours". */
static Slice days_words(Arena *arena, int days, Lang lang) {
    Slice part[8], words = LIT("");
    int parts = 0;
    if ((days & HOURS_WEEK) == HOURS_WEEK)
        return wording(lang, WORDING_EVERY_DAY);
    for (int day = 0; day < 7; day++)
        if (days & HOURS_MONDAY << day && !(days & HOURS_MONDAY << (day + 6) % 7))
            part[parts++] = run_words(arena, day, run_from(days, day), lang);
    if (days & HOURS_HOLIDAY)
        part[parts++] = wording(lang, WORDING_HOLIDAYS);
    for (int i = 0; i < parts; i++) {
        Wording how = i + 1 < parts ? WORDING_LIST_MORE : WORDING_LIST_LAST;
        words = listed(arena, words, how, part[i], lang);
    }
    return words;
}

static Slice date_words(Arena *arena, int date, Lang lang) {
    int year = date / 10000;
    return SLOTS_FILL(arena, wording(lang, year ? WORDING_DAY_MONTH_YEAR : WORDING_DAY_MONTH),
                      {"day", calendar_day(lang, date % 100, arena)},
                      {"month", slice_from(calendar_month(lang, date / 100 % 100))},
                      {"year", arena_printf(arena, "%d", year)});
}

static Slice dates_words(Arena *arena, const PlanHours *h, Lang lang) {
    if (!h->from)
        return LIT("");
    Slice from = date_words(arena, h->from, lang);
    if (h->from == h->to)
        return WORDING(arena, lang, ON_DATE, {"date", from});
    return WORDING(arena, lang, DATES, {"from", from}, {"to", date_words(arena, h->to, lang)});
}

/* Typography is the caller's: what may not break here is an ordinary blank. */
static Slice with_blanks(Arena *arena, Slice text) {
    char *copy = arena_alloc(arena, (size_t)text.len + 1);
    int len = 0;
    while (text.len) {
        uint32_t c = utf8_next(&text);
        len += utf8_encode(c == 0xA0 ? ' ' : c, copy + len);
    }
    return (Slice){copy, len};
}

static Slice time_words(Arena *arena, int minutes, Lang lang) {
    if (minutes == CIVIL_DAY_MIN)
        return wording(lang, WORDING_HOURS_END);
    if (minutes % CIVIL_DAY_MIN == 0)
        return wording(lang, WORDING_HOURS_START);
    if (minutes % CIVIL_DAY_MIN == CIVIL_DAY_MIN / 2)
        return wording(lang, WORDING_HOURS_NOON);
    return with_blanks(arena, text_of_hour(minutes, lang, arena));
}

static Slice span_words(Arena *arena, const PlanHours *h, Lang lang) {
    if (h->closes_min == h->opens_min)
        return wording(lang, WORDING_HOURS_SHUT);
    if (h->opens_min == 0 && h->closes_min == CIVIL_DAY_MIN)
        return wording(lang, WORDING_HOURS_ALL_DAY);
    return WORDING(arena, lang, HOURS_SPAN, {"from", time_words(arena, h->opens_min, lang)},
                   {"to", time_words(arena, h->closes_min, lang)});
}

static bool same_days(const PlanHours *a, const PlanHours *b) {
    return a->days == b->days && a->from == b->from && a->to == b->to;
}

/* "PH off" is said of what stands before it. */
static bool is_holiday_off(const PlanHours *h) {
    return h->days == HOURS_HOLIDAY && !h->from && h->closes_min == h->opens_min;
}

static Slice rule_words(Arena *arena, const PlanHours *row, int count, Lang lang) {
    Slice days = dates_words(arena, row, lang), hours = LIT("");
    bool all_days = row->days == HOURS_DAYS && (row->from || row->closes_min == row->opens_min);
    if (!all_days)
        days = listed(arena, days, WORDING_LIST_MORE, days_words(arena, row->days, lang), lang);
    for (int i = 0; i < count; i++)
        hours = listed(arena, hours, WORDING_LIST_LAST, span_words(arena, &row[i], lang), lang);
    return days.len ? WORDING(arena, lang, HOURS_RULE, {"days", days}, {"hours", hours}) : hours;
}

/* How many rows, from the first on, are one rule: more hours of the same days. */
static int rule_rows(const PlanHours *row, int count) {
    int rows = 1;
    while (rows < count && row[rows].adds && same_days(&row[0], &row[rows]))
        rows++;
    return rows;
}

static Slice words_in(const PlanHours *row, int count, Lang lang, Arena *arena) {
    Slice all = LIT("");
    for (int i = 0, rows; i < count; i += rows) {
        rows = rule_rows(row + i, count - i);
        if (i && is_holiday_off(&row[i])) {
            all = WORDING(arena, lang, NOT_ON_HOLIDAYS, {"rules", all});
            continue;
        }
        Slice rule = rule_words(arena, row + i, rows, lang);
        all = i ? WORDING(arena, lang, HOURS_RULES, {"rules", all}, {"rule", rule}) : rule;
    }
    return all;
}

LocalText hours_words(const PlanHours *row, int count, Arena *arena) {
    LocalText all = {{LIT("")}};
    for (int lang = 0; lang < langs()->count; lang++)
        if (wording_knows(lang))
            all.in[lang] = words_in(row, count, lang, arena);
    return all;
}
