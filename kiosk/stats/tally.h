/* What one visit did, folded into a few bounded numbers: no time, no order, no identity. Pure. */
#pragma once

#include "base/fact.h"

#include <stdbool.h>
#include <stdint.h>

enum { TALLY_RECORDS = 512, TALLY_NONE = -1, TALLY_QUARTERS = FACT_QUARTERS };

typedef struct RecordSet {
    uint64_t bits[TALLY_RECORDS / 64];
} RecordSet;

typedef struct Tally {
    bool begun, quiz_begun, quiz_done;
    int answers;                     /* the furthest question answered */
    int letter, pair, facet, sample; /* as in facts.def, or TALLY_NONE */
    RecordSet flags;
    RecordSet suggested, opened; /* trades */
    RecordSet topics, clips, places;
    unsigned char quarters[TALLY_RECORDS]; /* the most that was played of each clip, 0 to 4 */
} Tally;

void tally_begin(Tally *tally);
void tally_note(Tally *tally, Fact fact); /* a fact out of range is dropped */

int record_set_count(const RecordSet *set);
int record_set_nth(const RecordSet *set,
                   int nth); /* index of the nth member, TALLY_NONE if there is none */
