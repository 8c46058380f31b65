/* A countable fact of a visit, as a screen reports it; what becomes of it is the business of
 * stats/. */
#pragma once

#include "base/dimensions.h"

typedef enum FactKind {
    FACT_NONE,
#define FACT(name, ...) FACT_##name,
#include "base/facts.def"
#undef FACT
    FACT_KIND_COUNT
} FactKind;

typedef enum EndReason {
#define END_REASON(name, key) END_##name,
#include "base/ends.def"
#undef END_REASON
    END_REASON_COUNT
} EndReason;

typedef struct Fact {
    FactKind kind;
    int arg;
} Fact;

/* The facts that tell two things keep them in their one number: these are the only places that know
   how. */
enum { FACT_QUARTERS = 5 };

/* A clip was played so far: quarters of it, 0 (begun) to 4 (to its end). */
typedef struct FactWatch {
    int clip, quarters;
} FactWatch;

static inline Fact fact_watch(int clip, int quarters) {
    return (Fact){FACT_VIDEO_WATCH, clip * FACT_QUARTERS + quarters};
}

static inline FactWatch fact_watch_of(Fact fact) {
    return (FactWatch){fact.arg / FACT_QUARTERS, fact.arg % FACT_QUARTERS};
}

/* The two letters of a result, whichever leads. */
static inline Fact fact_pair(int one, int other) {
    int low = one < other ? one : other;
    return (Fact){FACT_QUIZ_PAIR, low * QUIZ_LETTERS + (one + other - low)};
}
