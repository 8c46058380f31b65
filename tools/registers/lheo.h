/* Offers of training in LHEO 2.3 (https://lheo.gouv.fr), the language that French law asks of those
   who publish them: formation > action > session. The file is gone through once. */
#pragma once

#include "tools/sources/report.h"

#include <stdbool.h>

#define LHEO_NAMESPACE "http://lheo.gouv.fr/2.3"

enum { LHEO_SESSIONS_MAX = 200, LHEO_ROMES_MAX = 5 };

typedef struct LheoSession {
    Slice begins, ends, open_until, seats; /* as they stand: 20270901; the last two may be empty */
} LheoSession;

typedef struct LheoCourse {
    int line;
    Slice number, title, goal, content, rncp, entry_level, conditions, alternance, hours, fees;
    Slice rome[LHEO_ROMES_MAX];
    int rome_count;
    LheoSession session[LHEO_SESSIONS_MAX]; /* of all its actions */
    int session_count;
} LheoCourse;

/* Calls `take` for every formation; what it is given lives in the arena. False after a fault: no
   LHEO, or an element has another name than it had. */
bool lheo_read(Report *report, Arena *arena, Slice file,
               void (*take)(void *self, const LheoCourse *course), void *self);
