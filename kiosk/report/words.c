/* Words and numbers as people write them. Knows no figures. */
#include "report/words.h"

#include "base/calendar.h"

#include <stdio.h>
#include <string.h>

static const ProgramText WORDS[REPORT_WORD_COUNT] = {
#define REPORT(name, ...) {"report/" #name, {__VA_ARGS__}},
#include "report.def"
#undef REPORT
#define STR(name, ...) {"ui/" #name, {__VA_ARGS__}},
#include "ui.def"
#undef STR
};

Slice report_word(Lang lang, ReportWord word) {
    return langs_say(lang, &WORDS[word]);
}

static Slice put_in(Arena *arena, Slice text, const char *mark, Slice what) {
    int at = slice_find(text, slice_from(mark));
    if (at < 0)
        return text;
    return arena_printf(arena, SLICE_FMT SLICE_FMT SLICE_FMT, SLICE_ARG(slice_cut(text, 0, at)),
                        SLICE_ARG(what), SLICE_ARG(slice_cut(text, at + 2, text.len)));
}

Slice report_say(Arena *arena, Lang lang, ReportWord word, Slice one, Slice two, Slice three) {
    Slice text = put_in(arena, report_word(lang, word), "$3", three);
    return put_in(arena, put_in(arena, text, "$2", two), "$1", one);
}

Slice report_number(Arena *arena, Lang lang, int64_t n) {
    if (n < 0)
        return arena_printf(arena, "−" SLICE_FMT, SLICE_ARG(report_number(arena, lang, -n)));
    if (n < 1000)
        return arena_printf(arena, "%d", (int)n);
    return report_say(arena, lang, REPORT_THOUSANDS, report_number(arena, lang, n / 1000),
                      arena_printf(arena, "%03d", (int)(n % 1000)), LIT(""));
}

Slice report_percent(Arena *arena, Lang lang, int percent) {
    Slice number = arena_printf(arena, "%d", percent);
    return report_say(arena, lang, REPORT_PERCENT, number, LIT(""), LIT(""));
}

Slice report_day(Arena *arena, Lang lang, Millis when) {
    Civil c = civil_from(when);
    return arena_printf(arena, SLICE_FMT " %d", SLICE_ARG(report_short_day(arena, lang, when)),
                        c.year);
}

Slice report_short_day(Arena *arena, Lang lang, Millis when) {
    Civil c = civil_from(when);
    return arena_printf(arena, SLICE_FMT "\u00A0%s", SLICE_ARG(calendar_day(lang, c.day, arena)),
                        calendar_month_short(lang, c.month));
}

Slice report_month(Arena *arena, Lang lang, Millis when) {
    Civil c = civil_from(when);
    return arena_printf(arena, "%s %d", calendar_month_short(lang, c.month), c.year);
}

Slice report_weekday(Lang lang, Millis when) {
    return slice_from(calendar_weekday(lang, civil_from(when).weekday));
}

Slice report_iso(Arena *arena, Millis when) {
    Civil c = civil_from(when);
    return arena_printf(arena, "%04d-%02d-%02d", c.year, c.month, c.day);
}

Slice report_list(Arena *arena, Lang lang, const Slice *item, int count) {
    Slice list = count ? item[0] : (Slice){0};
    for (int i = 1; i < count - 1; i++)
        list = arena_printf(arena, SLICE_FMT ", " SLICE_FMT, SLICE_ARG(list), SLICE_ARG(item[i]));
    if (count > 1)
        list = report_say(arena, lang, REPORT_AND_LAST, list, item[count - 1], LIT(""));
    return list;
}
