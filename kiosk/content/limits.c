#include "content/limits.h"

#include "content/record.h"

#include <string.h>

/* Beside those of content.def. Tables that are not named hang on records, see limits.h, or are
   small. */
static const struct {
    const char *table;
    int rows;
} LIMITS[] = {
    {"clip_chunk", 200 * 4096},
    {"text", 400000},
    {"level", 100},
    {"zone", 200},
    {"connector", 1000},
    {"space", 20000},
    {"ring", 40000},
    {"node", 80000},
    {"edge", 240000},
    {"closure", 100},
    {"landmark", 1000},
    {"kiosk", 200},
    {"event", 2000},
    {"hours", 20000},
    {"term", 1000},
    {"space_trade", 10000},
    {"machine", 10000},
    {"finding", 2000},
};

int limits_rows(const char *table) {
    enum { ROWS_ELSEWHERE = 2000 };
    for (size_t i = 0; i < sizeof LIMITS / sizeof *LIMITS; i++)
        if (strcmp(LIMITS[i].table, table) == 0)
            return LIMITS[i].rows;
    const Record *record = record_named(slice_from(table));
    return record ? record->rows : ROWS_ELSEWHERE;
}
