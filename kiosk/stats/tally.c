#include "stats/tally.h"

#include <string.h>

void tally_begin(Tally *tally) {
    memset(tally, 0, sizeof *tally);
    tally->letter = tally->pair = tally->facet = tally->sample = TALLY_NONE;
}

static void add(RecordSet *set, int index) {
    if (index >= 0 && index < TALLY_RECORDS)
        set->bits[index / 64] |= (uint64_t)1 << index % 64;
}

static void note_watch(Tally *tally, Fact fact) {
    FactWatch watch = fact_watch_of(fact);
    if (fact.arg < 0 || watch.clip >= TALLY_RECORDS)
        return;
    add(&tally->clips, watch.clip);
    if (watch.quarters > tally->quarters[watch.clip])
        tally->quarters[watch.clip] = (unsigned char)watch.quarters;
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
    case FACT_QUIZ_SAMPLE:
        tally->sample = fact.arg;
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
    case FACT_VIDEO_WATCH:
        note_watch(tally, fact);
        break;
    case FACT_PLACE_SOUGHT:
        add(&tally->places, fact.arg);
        break;
    case FACT_QUIZ_FLAG:
        add(&tally->flags, fact.arg);
        break;
    case FACT_QUIZ_FACET:
        tally->facet = fact.arg;
        break;
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
    int word = 0, members;
    while (word < TALLY_RECORDS / 64 && nth >= (members = __builtin_popcountll(set->bits[word]))) {
        nth -= members;
        word++;
    }
    if (nth < 0 || word == TALLY_RECORDS / 64)
        return TALLY_NONE;
    uint64_t bits = set->bits[word];
    while (nth-- > 0)
        bits &= bits - 1; /* without its lowest member */
    return word * 64 + __builtin_ctzll(bits);
}
