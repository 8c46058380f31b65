/* What is being looked for; for tests too. */
#pragma once

#include "content/pack.h"

enum { FIND_TYPED_MAX = 24 };

typedef struct FindState {
    int len;
    char typed[FIND_TYPED_MAX + 1];
    bool places;
    TargetKind kind; /* all that was found of one kind is shown; TARGET_NONE: the best of each */
    int page;
} FindState;
