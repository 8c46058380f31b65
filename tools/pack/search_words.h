/* Words under which people look for things, whatever a pack says: French and English, folded. */
#pragma once

#include "content/pack.h"

/* Phrases with a comma between: what has one that stands before the stroke in its names is found by
   all of them. NULL ends the list. */
extern const char *const SAME_THING[];

/* Of pages that no record stands for: what they are called, NULL at the end; and other words, with
   commas between. */
extern const char *const PAGE_NAMES[TARGET_LEVEL][4];
extern const char *const PAGE_ALSO[TARGET_LEVEL];

extern const char *const KIND_WORDS[SPACE_KIND_COUNT];    /* of all places of a kind */
extern const char *const TARGET_WORDS[TARGET_KIND_COUNT]; /* of all records of a list */
extern const char *const CERTIFICATION_WORDS[CERTIFICATION_OTHER + 1];
extern const char *const INTERNSHIP_WORDS[INTERNSHIP_HIGHER + 1];
extern const char *const AUDIENCE_WORDS[AUDIENCE_BACK_TO_SCHOOL + 1];
extern const char *const MODE_WORDS[MODE_MODULES + 1];
extern const char *const ROUTE_WORDS[ROUTE_COMPANY + 1];
extern const char STEP_FREE_WORDS[];
extern const char SMALL_WORDS[]; /* that give no letter to an acronym */
