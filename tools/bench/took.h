/* Times that something took, in ms, and where they lie: for every bench. */
#pragma once

#include <stdlib.h>
#include <time.h>

/* Of CLOCK_MONOTONIC: as somebody waits. Of CLOCK_PROCESS_CPUTIME_ID or CLOCK_THREAD_CPUTIME_ID:
   what it costs, whoever else uses the machine. */
static inline double ms_of(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static inline int took_order(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static inline void took_sort(double *took, int count) {
    qsort(took, (size_t)count, sizeof *took, took_order);
}
