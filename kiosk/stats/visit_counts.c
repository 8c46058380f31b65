#include "stats/visit_counts.h"

#include <string.h>

void visit_counts_begin(VisitCounts *counts) {
    memset(counts, 0, sizeof *counts);
    counts->letter = counts->pair = counts->facet = counts->sample = VISIT_COUNTS_NONE;
}

static void add(RecordSet *set, int index) {
    if (index >= 0 && index < VISIT_COUNTS_RECORDS)
        set->bits[index / 64] |= (uint64_t)1 << index % 64;
}

static void note_watch(VisitCounts *counts, Fact fact) {
    FactWatch watch = fact_watch_of(fact);
    if (fact.arg < 0 || watch.clip >= VISIT_COUNTS_RECORDS)
        return;
    add(&counts->clips, watch.clip);
    if (watch.quarters > counts->quarters[watch.clip])
        counts->quarters[watch.clip] = (unsigned char)watch.quarters;
}

void visit_counts_note(VisitCounts *counts, Fact fact) {
    switch (fact.kind) {
    case FACT_VISIT_START:
        counts->begun = true;
        break;
    case FACT_QUIZ_START:
        counts->quiz_begun = true;
        break;
    case FACT_QUIZ_ANSWER:
        if (fact.arg > counts->answers && fact.arg <= VISIT_COUNTS_RECORDS)
            counts->answers = fact.arg;
        break;
    case FACT_QUIZ_DONE:
        counts->quiz_done = true;
        break;
    case FACT_QUIZ_LETTER:
        counts->letter = fact.arg;
        break;
    case FACT_QUIZ_PAIR:
        counts->pair = fact.arg;
        break;
    case FACT_QUIZ_SAMPLE:
        counts->sample = fact.arg;
        break;
    case FACT_TRADE_SUGGESTED:
        add(&counts->suggested, fact.arg);
        break;
    case FACT_TRADE_OPEN:
        add(&counts->opened, fact.arg);
        break;
    case FACT_TOPIC_OPEN:
        add(&counts->topics, fact.arg);
        break;
    case FACT_VIDEO_WATCH:
        note_watch(counts, fact);
        break;
    case FACT_PLACE_SOUGHT:
        add(&counts->places, fact.arg);
        break;
    case FACT_QUIZ_FLAG:
        add(&counts->flags, fact.arg);
        break;
    case FACT_QUIZ_FACET:
        counts->facet = fact.arg;
        break;
    case FACT_NONE:
    case FACT_VISIT_END:
    case FACT_KIND_COUNT:
        break;
    }
}

int record_set_count(const RecordSet *set) {
    int count = 0;
    for (int i = 0; i < VISIT_COUNTS_RECORDS / 64; i++)
        count += __builtin_popcountll(set->bits[i]);
    return count;
}

int record_set_nth(const RecordSet *set, int nth) {
    int word = 0, members;
    while (word < VISIT_COUNTS_RECORDS / 64 &&
           nth >= (members = __builtin_popcountll(set->bits[word]))) {
        nth -= members;
        word++;
    }
    if (nth < 0 || word == VISIT_COUNTS_RECORDS / 64)
        return VISIT_COUNTS_NONE;
    uint64_t bits = set->bits[word];
    while (nth-- > 0)
        bits &= bits - 1; /* without its lowest member */
    return word * 64 + __builtin_ctzll(bits);
}
