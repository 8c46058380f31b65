/* Which cell of a table a visit adds to: one at most, whatever it did. No batch and no file. */
#pragma once

#include "stats/noise.h"
#include "stats/table.h"
#include "stats/visit_counts.h"

typedef struct VisitEnd {
    EndReason reason;
    Lang lang;
    Millis when;
} VisitEnd;

/* VISIT_COUNTS_NONE: it adds nothing there. Of several that were opened one is drawn. */
int visit_cell(TableId table, const VisitCounts *counts, VisitEnd end, StatsDraw draw);
