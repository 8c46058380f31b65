/* The figures of this kiosk beside those of other kiosks that lie on a stick, read on a thread of
 * its own: a slow stick must not hold up the glass. */
#pragma once

#include "base/arena.h"
#include "base/staff_view.h"
#include "report/figures.h"
#include "stats/stats.h"

#include <pthread.h>
#include <stdatomic.h>

typedef struct OtherKiosksSpec {
    const char *mounts, *sticks; /* for usb_stick_find */
    const char *scratch;         /* files are made beside it, and removed */
    Stats *stats;
} OtherKiosksSpec;

/* Zero begins it. What it points to lives until it is asked anew or forgotten. */
typedef struct OtherKiosks {
    OtherKiosksSpec spec;
    pthread_t thread;
    bool begun; /* a thread is to be joined */
    atomic_bool done;
    StaffOthers state;
    Arena memory;
    Figures *figures; /* when they are there */
    int own;          /* which of its kiosks is this one */
} OtherKiosks;

void other_kiosks_ask(OtherKiosks *others, OtherKiosksSpec spec); /* nothing while it reads */
StaffOthers other_kiosks_state(OtherKiosks *others);              /* as of now */
void other_kiosks_forget(OtherKiosks *others);                    /* waits for the thread */

/* The number in the figures of the first, the second… of the others; -1: there are not so many. */
int other_kiosks_at(const OtherKiosks *others, int other);
