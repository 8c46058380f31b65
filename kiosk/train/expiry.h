/* What of a pack will be over soon, or is already. */
#pragma once

#include "content/record.h"

enum { EXPIRY_DAYS = 60, EXPIRY_CERTIFICATION_DAYS = 180 };

typedef struct Expiring {
    RecordId of; /* certification, course (its last start), internship or campus_event */
    int index;
    Millis last; /* midnight of its last day */
    int days;    /* until then; below 0: over */
} Expiring;

/* How many are over or will be within EXPIRY_DAYS (a certification: EXPIRY_CERTIFICATION_DAYS), in
   the order of their days; `list` lives in the arena. */
int expiry_of(const Pack *pack, Millis now, Arena *arena, Expiring **list);
