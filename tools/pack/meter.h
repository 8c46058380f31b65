/* One line on a terminal that says how far long work is: written over and over, and taken away when
   it is done. Nothing where nobody looks on: in a file, a pipe, another program. */
#pragma once

#include "base/slice.h"

#include <stdbool.h>

enum { METER_NO_PART = -1 };

typedef struct MeterLine {
    bool shows;       /* false: nothing is ever written */
    bool stands;      /* there is a line to take away */
    const char *what; /* "films" */
    int at, all;
} MeterLine;

/* NULL is a meter that shows nothing, here and below. */
void meter_open(MeterLine *meter);
void meter_close(MeterLine *meter);

/* Which of how many is looked at from now on. Nothing is shown yet: what is known takes no time. */
void meter_at(MeterLine *meter, const char *what, int at, int all);
/* It takes long: `file` is its name; `percent` of it is done, or METER_NO_PART. */
void meter_show(MeterLine *meter, Slice file, int percent);
