#include "health/starts.h"

#include "base/file.h"

#include <inttypes.h>
#include <stdio.h>

#define LINE_BYTES 24

/* Of the last day, the oldest first; -1: there is no list. */
static int read_starts(const char *path, Millis now, Millis *start) {
    FILE *in = fopen(path, "re");
    int count = 0;
    Millis when;
    if (!in)
        return -1;
    while (count < STARTS_MAX && fscanf(in, "%" SCNd64, &when) == 1)
        if (when <= now && when > now - CIVIL_DAY)
            start[count++] = when;
    fclose(in);
    return count;
}

bool starts_note(const char *path, Millis now, Error *error) {
    Millis start[STARTS_MAX];
    char text[STARTS_MAX * LINE_BYTES];
    int count = read_starts(path, now, start), len = 0;
    for (int i = count == STARTS_MAX; i < count; i++)
        len += snprintf(text + len, LINE_BYTES, "%" PRId64 "\n", start[i]);
    len += snprintf(text + len, LINE_BYTES, "%" PRId64 "\n", now);
    return file_put(path, text, (size_t)len, 0600, error);
}

int starts_count(const char *path, Millis now) {
    Millis start[STARTS_MAX];
    return read_starts(path, now, start);
}
