/* How many things the quiz may measure: the six letters of Holland's model, the same everywhere,
   then the facets of the work that the campus teaches, which its pack names. */
#pragma once

#define QUIZ_RIASEC "RIASEC" /* the letters in their order */

enum {
    QUIZ_LETTERS = 6,
    QUIZ_FACETS_LEAST = 4,
    QUIZ_FACETS_MAX = 12,
    QUIZ_DIMENSIONS_MAX = QUIZ_LETTERS + QUIZ_FACETS_MAX,
    QUIZ_CARRIED = 2, /* answers without which none is named, and nothing is said of it */
};
