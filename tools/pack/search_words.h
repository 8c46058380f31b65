/* Which of the program's words for looking (search/sought.h) say what a pack has. SOUGHT_NONE:
   they say nothing. */
#pragma once

#include "content/pack.h"
#include "search/sought.h"

/* Of pages that no record stands for: what they are called, and other words. */
extern const SoughtId PAGE_NAMES[TARGET_LEVEL];
extern const SoughtId PAGE_ALSO[TARGET_LEVEL];

extern const SoughtId KIND_WORDS[SPACE_KIND_COUNT];    /* of all places of a kind */
extern const SoughtId TARGET_WORDS[TARGET_KIND_COUNT]; /* of all records of a list */
extern const SoughtId CERTIFICATION_WORDS[CERTIFICATION_OTHER + 1];
extern const SoughtId INTERNSHIP_WORDS[INTERNSHIP_HIGHER + 1];
extern const SoughtId AUDIENCE_WORDS[AUDIENCE_BACK_TO_SCHOOL + 1];
extern const SoughtId MODE_WORDS[MODE_MODULES + 1];
extern const SoughtId ROUTE_WORDS[ROUTE_COMPANY + 1];
