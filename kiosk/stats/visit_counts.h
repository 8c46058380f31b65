/* What one visit did, folded into a few bounded numbers: no time, no order, no identity. Pure. */
#pragma once

#include "base/fact.h"

#include <stdbool.h>
#include <stdint.h>

enum { VISIT_COUNTS_RECORDS = 512, VISIT_COUNTS_NONE = -1, VISIT_COUNTS_QUARTERS = FACT_QUARTERS };

typedef struct RecordSet {
    uint64_t bits[VISIT_COUNTS_RECORDS / 64];
} RecordSet;

/* By fact, as facts.def keeps each. */
typedef struct VisitCounts {
    int kept[FACT_KIND_COUNT]; /* the argument of the last one or the most, or VISIT_COUNTS_NONE */
    RecordSet set[FACT_KIND_COUNT];
    /* the most that was played of each clip, 0 to 4 */
    unsigned char quarters[VISIT_COUNTS_RECORDS];
} VisitCounts;

void visit_counts_begin(VisitCounts *counts);
bool visit_counts_has(const VisitCounts *counts, FactKind kind); /* did it happen? */
void visit_counts_note(VisitCounts *counts, Fact fact); /* a fact out of range is dropped */

int record_set_count(const RecordSet *set);
int record_set_nth(const RecordSet *set,
                   int nth); /* index of the nth member, VISIT_COUNTS_NONE if there is none */
