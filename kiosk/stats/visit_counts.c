#include "stats/visit_counts.h"

#include <string.h>

typedef enum Keep { KEEP_NOTHING, KEEP_LAST, KEEP_MOST, KEEP_SET, KEEP_WATCH } Keep;

static const Keep KEEP[FACT_KIND_COUNT] = {
    KEEP_NOTHING,
#define FACT(name, key, keep, of) KEEP_##keep,
#include "base/facts.def"
#undef FACT
};

void visit_counts_begin(VisitCounts *counts) {
    memset(counts, 0, sizeof *counts);
    for (int kind = 0; kind < FACT_KIND_COUNT; kind++)
        counts->kept[kind] = VISIT_COUNTS_NONE;
}

bool visit_counts_has(const VisitCounts *counts, FactKind kind) {
    return counts->kept[kind] != VISIT_COUNTS_NONE || record_set_count(&counts->set[kind]) > 0;
}

static void add(RecordSet *set, int index) {
    if (index >= 0 && index < VISIT_COUNTS_RECORDS)
        set->bits[index / 64] |= (uint64_t)1 << index % 64;
}

static void note_watch(VisitCounts *counts, Fact fact) {
    FactWatch watch = fact_watch_of(fact);
    if (fact.arg < 0 || watch.clip >= VISIT_COUNTS_RECORDS)
        return;
    add(&counts->set[fact.kind], watch.clip);
    if (watch.quarters > counts->quarters[watch.clip])
        counts->quarters[watch.clip] = (unsigned char)watch.quarters;
}

void visit_counts_note(VisitCounts *counts, Fact fact) {
    if ((int)fact.kind < 0 || fact.kind >= FACT_KIND_COUNT)
        return;
    int *kept = &counts->kept[fact.kind];
    switch (KEEP[fact.kind]) {
    case KEEP_LAST:
        *kept = fact.arg;
        break;
    case KEEP_MOST:
        if (fact.arg > *kept && fact.arg > 0 && fact.arg <= VISIT_COUNTS_RECORDS)
            *kept = fact.arg;
        break;
    case KEEP_SET:
        add(&counts->set[fact.kind], fact.arg);
        break;
    case KEEP_WATCH:
        note_watch(counts, fact);
        break;
    case KEEP_NOTHING:
        break;
    }
}

int record_set_count(const RecordSet *set) {
    int count = 0;
    for (int i = 0; i < VISIT_COUNTS_RECORDS / 64; i++)
        count += set->bits[i] ? __builtin_popcountll(set->bits[i]) : 0; /* mostly none */
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
