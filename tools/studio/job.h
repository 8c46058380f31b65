/* Work that takes longer than a page: one at a time, beside the pages, told line by line. */
#pragma once

#include "tools/studio/studio.h"

/* Has a desk of its own, without a request. True: it went well. */
typedef bool JobWork(Desk *d, void *order);

typedef struct JobReport {
    Slice *line;
    int count;
    bool begun, running, good;
} JobReport;

void job_open(Studio *studio);
void job_close(Studio *studio); /* waits for what is going on */

bool job_is_busy(Desk *d);

/* False: another one is going on. `order` is the job's, given to `done` in the end. */
bool job_begin(Desk *d, JobWork *work, void *order, void (*done)(void *order));

void job_say(Desk *d, Slice line);
JobReport job_report(Desk *d);
