#include "stats/visit_cell.h"

#include "base/civil.h"

enum {
    FLAG_CELLS = 0 /* then "none" */
#define QUIZ_FLAG(...) +1
#include "base/flags.def"
#undef QUIZ_FLAG
};

/* One member drawn at random: whatever a visit opened, it weighs one. */
static int one_of(StatsDraw draw, const RecordSet *set) {
    int count = record_set_count(set);
    if (!count)
        return VISIT_COUNTS_NONE;
    return record_set_nth(set, count == 1 ? 0 : (int)draw.below(draw.self, (uint32_t)count));
}

static int pair_cell(int code) {
    int a = code / 6, b = code % 6, cell = 0;
    if (code < 0 || a >= b)
        return VISIT_COUNTS_NONE;
    for (int first = 0; first < a; first++)
        cell += 5 - first;
    return cell + b - a - 1;
}

/* How far the quiz went, where one was begun. */
static int step_cell(const VisitCounts *counts) {
    int answers = counts->kept[FACT_QUIZ_ANSWER], step = (answers - 1) / FUNNEL_STEP;
    if (!visit_counts_has(counts, FACT_QUIZ_START))
        return VISIT_COUNTS_NONE;
    if (visit_counts_has(counts, FACT_QUIZ_DONE))
        return FUNNEL_DONE;
    return answers == VISIT_COUNTS_NONE ? 0 : step < FUNNEL_DONE ? step : FUNNEL_DONE - 1;
}

static int flag_cell(StatsDraw draw, const VisitCounts *counts, int none) {
    int flag = one_of(draw, &counts->set[FACT_QUIZ_FLAG]);
    if (!visit_counts_has(counts, FACT_QUIZ_DONE))
        return VISIT_COUNTS_NONE;
    return flag == VISIT_COUNTS_NONE ? none : flag;
}

static int clip_cell(StatsDraw draw, const VisitCounts *counts) {
    int clip = one_of(draw, &counts->set[FACT_VIDEO_WATCH]);
    return clip == VISIT_COUNTS_NONE ? clip : clip * VISIT_COUNTS_QUARTERS + counts->quarters[clip];
}

/* By arithmetic: the page waits for it, and a calendar is slow to wake. */
static int hour_of_day(Millis when) {
    return (int)((when - civil_midnight(when)) / (CIVIL_DAY / 24));
}

/* The last one that was kept, or one drawn of the set. */
static int kept_cell(StatsDraw draw, const VisitCounts *counts, FactKind fact) {
    int kept = counts->kept[fact];
    return kept == VISIT_COUNTS_NONE ? one_of(draw, &counts->set[fact]) : kept;
}

int visit_cell(TableId table, const VisitCounts *counts, VisitEnd end, StatsDraw draw) {
    switch (TABLES[table].cells) {
    case CELLS_HOURS:
        return hour_of_day(end.when) * END_REASON_COUNT + (int)end.reason;
    case CELLS_LANGUAGES:
        return (int)end.lang;
    case CELLS_VISITS:
        return visit_counts_has(counts, TABLES[table].fact);
    case CELLS_STEPS:
        return step_cell(counts);
    case CELLS_PAIRS:
        return pair_cell(counts->kept[TABLES[table].fact]);
    case CELLS_FLAGS:
        return flag_cell(draw, counts, FLAG_CELLS);
    case CELLS_CLIPS:
        return clip_cell(draw, counts);
    default:
        return kept_cell(draw, counts, TABLES[table].fact);
    }
}
