/* azimut-stats report: files of one kiosk or of many, and notes, become a page and tables. Knows no
 * option's spelling. */
#pragma once

#include "base/error.h"
#include "base/lang.h"
#include "report/figures.h"

typedef struct Reporting {
    char *const *file; /* statistics, and notes that end in .yaml */
    int file_count;
    const char *html, *csv; /* NULL: not wanted; both: what the graphs say, in words */
    Lang lang;
    FiguresWish wish;
} Reporting;

bool reporting_run(const Reporting *reporting, Error *error);

/* "2026-03" or "2026-03..2026-05": from the first moment of the first to that after the last. */
bool reporting_months(const char *text, Millis *from, Millis *to);
