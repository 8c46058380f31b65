/* What this process weighs: a line of /proc/self/smaps_rollup, such as "Pss:", in kilobytes. */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline long weighs_kb(const char *what) {
    char line[256];
    long value = 0;
    FILE *in = fopen("/proc/self/smaps_rollup", "r");
    while (in && fgets(line, sizeof line, in))
        if (strncmp(line, what, strlen(what)) == 0)
            value = strtol(line + strlen(what), NULL, 10);
    if (in)
        fclose(in);
    return value;
}
