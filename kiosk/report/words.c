#include "report/words.h"

#include <stdio.h>
#include <string.h>

static const char *const WORDS[REPORT_WORD_COUNT][LANG_COUNT] = {
#define REPORT(name, fr, en) {fr, en},
#include "report.def"
#undef REPORT
};

static const char *const MONTHS[LANG_COUNT][12] = {
    {"janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
};

Slice report_word(Lang lang, ReportWord word) {
    return slice_from(WORDS[word][lang]);
}

static Slice put_in(Arena *arena, Slice text, const char *mark, Slice what) {
    int at = slice_find(text, slice_from(mark));
    if (at < 0)
        return text;
    return arena_printf(arena, SLICE_FMT SLICE_FMT SLICE_FMT, SLICE_ARG(slice_cut(text, 0, at)), SLICE_ARG(what),
                        SLICE_ARG(slice_cut(text, at + 2, text.len)));
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
    return arena_printf(arena, SLICE_FMT "%s%03d", SLICE_ARG(report_number(arena, lang, n / 1000)),
                        lang == LANG_FR ? "\u202F" : ",", (int)(n % 1000));
}

Slice report_percent(Arena *arena, Lang lang, int percent) {
    return arena_printf(arena, lang == LANG_FR ? "%d\u00A0%%" : "%d%%", percent);
}

Slice report_day(Arena *arena, Lang lang, Millis when) {
    Civil c = civil_from(when);
    return arena_printf(arena, "%d%s\u00A0%s %d", c.day, lang == LANG_FR && c.day == 1 ? "er" : "", MONTHS[lang][c.month - 1],
                        c.year);
}

Slice report_month(Arena *arena, Lang lang, Millis when) {
    Civil c = civil_from(when);
    return arena_printf(arena, "%s %d", MONTHS[lang][c.month - 1], c.year);
}
