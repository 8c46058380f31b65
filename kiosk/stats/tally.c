#include "stats/tally.h"

#include <string.h>

void tally_begin(Tally *tally) {
    memset(tally, 0, sizeof *tally);
    tally->letter = tally->pair = TALLY_NONE;
}

static void add(RecordSet *set, int index) {
    if (index >= 0 && index < TALLY_RECORDS)
        set->bits[index / 64] |= (uint64_t)1 << index % 64;
}

void tally_note(Tally *tally, Fact fact) {
    switch (fact.kind) {
    case FACT_VISIT_START:
        tally->begun = true;
        break;
    case FACT_QUIZ_START:
        tally->quiz_begun = true;
        break;
    case FACT_QUIZ_ANSWER:
        if (fact.arg > tally->answers && fact.arg <= TALLY_RECORDS)
            tally->answers = fact.arg;
        break;
    case FACT_QUIZ_DONE:
        tally->quiz_done = true;
        break;
    case FACT_QUIZ_LETTER:
        tally->letter = fact.arg;
        break;
    case FACT_QUIZ_PAIR:
        tally->pair = fact.arg;
        break;
    case FACT_TRADE_SUGGESTED:
        add(&tally->suggested, fact.arg);
        break;
    case FACT_TRADE_OPEN:
        add(&tally->opened, fact.arg);
        break;
    case FACT_TOPIC_OPEN:
        add(&tally->topics, fact.arg);
        break;
    case FACT_VIDEO_WATCH: /* noted, not yet counted */
    case FACT_NONE:
    case FACT_VISIT_END:
    case FACT_KIND_COUNT:
        break;
    }
}

int record_set_count(const RecordSet *set) {
    int count = 0;
    for (int i = 0; i < TALLY_RECORDS / 64; i++)
        count += __builtin_popcountll(set->bits[i]);
    return count;
}

int record_set_nth(const RecordSet *set, int nth) {
    for (int i = 0; i < TALLY_RECORDS; i++)
        if (set->bits[i / 64] >> i % 64 & 1 && nth-- == 0)
            return i;
    return TALLY_NONE;
}
