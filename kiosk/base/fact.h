/* A countable fact of a visit, as a screen reports it; what becomes of it is the business of stats/. */
#pragma once

typedef enum FactKind {
    FACT_NONE,
#define FACT(name, key) FACT_##name,
#include "base/facts.def"
#undef FACT
    FACT_KIND_COUNT
} FactKind;

typedef enum EndReason { END_DONE, END_IDLE, END_HOME, END_REASON_COUNT } EndReason;

typedef struct Fact {
    FactKind kind;
    int arg;
} Fact;
