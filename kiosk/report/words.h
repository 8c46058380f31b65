/* The words of the report and the way numbers and dates are written in it, in both languages. */
#pragma once

#include "base/arena.h"
#include "base/civil.h"
#include "base/lang.h"

typedef enum ReportWord {
#define REPORT(name, fr, en) REPORT_##name,
#include "report.def"
#undef REPORT
    REPORT_WORD_COUNT
} ReportWord;

Slice report_word(Lang lang, ReportWord word);

/* $1, $2, $3 of the words are replaced by these. */
Slice report_say(Arena *arena, Lang lang, ReportWord word, Slice one, Slice two, Slice three);

Slice report_number(Arena *arena, Lang lang, int64_t n); /* 12 345, 12,345 */
Slice report_percent(Arena *arena, Lang lang, int percent);
Slice report_day(Arena *arena, Lang lang, Millis when);   /* 3 nov. 2026 */
Slice report_month(Arena *arena, Lang lang, Millis when); /* nov. 2026 */
