/* How many things the quiz may measure: the six letters of Holland's model, the same everywhere,
   then the facets of the work that the campus teaches, which its pack names. */
#pragma once

#define QUIZ_RIASEC "RIASEC" /* the letters in their order */

/* Of those that the program itself speaks of: who works with hands, creates, helps. */
enum { QUIZ_HANDS = 0, QUIZ_CREATING = 2, QUIZ_HELPING = 3 };

enum {
    QUIZ_LETTERS = 6,
    QUIZ_FACETS_LEAST = 4,
    QUIZ_FACETS_MAX = 12,
    QUIZ_DIMENSIONS_MAX = QUIZ_LETTERS + QUIZ_FACETS_MAX,
    QUIZ_CARRIED = 2, /* answers without which none is named, and nothing is said of it */
};
