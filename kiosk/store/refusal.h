/* Why a pack is not taken. */
#pragma once

typedef enum Refusal {
    REFUSED_NONE,
#define REFUSAL(name, words) REFUSED_##name,
#include "store/refusals.def"
#undef REFUSAL
    REFUSED_COUNT
} Refusal;

const char *refusal_words(Refusal refusal); /* for the log and the command line */
