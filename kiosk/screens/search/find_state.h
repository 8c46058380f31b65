/* What is being looked for; for tests too. */
#pragma once

#include "content/pack.h"

enum { FIND_TYPED_MAX = 60, FIND_BYTES = 2 * FIND_TYPED_MAX }; /* letters; of any alphabet */

typedef struct FindState {
    int len;
    char typed[FIND_BYTES + 1];
    bool places;
    bool latin;      /* it is typed in the letters of the pack's first language */
    TargetKind kind; /* all that was found of one kind is shown; TARGET_NONE: the best of each */
    int page;
} FindState;
