/* The words of the report and the way numbers and dates are written in it, in each language.
   Letters and kinds of places are called as the kiosk calls them: those words are the
   glass's own. */
#pragma once

#include "base/arena.h"
#include "base/civil.h"
#include "base/lang.h"

typedef enum ReportWord {
#define REPORT(name, ...) REPORT_##name,
#include "report.def"
#undef REPORT
#define STR(name, ...) REPORT_GLASS_##name,
#include "ui.def"
#undef STR
    REPORT_WORD_COUNT
} ReportWord;

Slice report_word(Lang lang, ReportWord word);

/* $1, $2, $3 of the words are replaced by these. */
Slice report_say(Arena *arena, Lang lang, ReportWord word, Slice one, Slice two, Slice three);

Slice report_number(Arena *arena, Lang lang, int64_t n); /* 12 345, 12,345 */
Slice report_percent(Arena *arena, Lang lang, int percent);
Slice report_day(Arena *arena, Lang lang, Millis when);       /* 3 nov. 2026 */
Slice report_short_day(Arena *arena, Lang lang, Millis when); /* 3 nov. */
Slice report_month(Arena *arena, Lang lang, Millis when);     /* nov. 2026 */
Slice report_weekday(Lang lang, Millis when);                 /* samedi, Saturday */
Slice report_iso(Arena *arena, Millis when);                  /* 2026-11-03 */

/* "a", "a et b", "a, b et c" */
Slice report_list(Arena *arena, Lang lang, const Slice *item, int count);
