#include "tools/import/hours.h"

#include "base/calendar.h"

#define DAY_MIN 1440

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
