#include "stats/cells.h"

void cell_put(unsigned char *at, int32_t n) {
    uint32_t bits = (uint32_t)n;
    for (int i = 0; i < CELL_BYTES; i++)
        at[i] = (unsigned char)(bits >> 8 * i);
}

int32_t cell_get(const unsigned char *at) {
    uint32_t bits = 0;
    for (int i = 0; i < CELL_BYTES; i++)
        bits |= (uint32_t)at[i] << 8 * i;
    return (int32_t)bits;
}

void cell_add(unsigned char *at, int32_t n) {
    int64_t sum = (int64_t)cell_get(at) + n;
    cell_put(at, sum > INT32_MAX ? INT32_MAX : sum < INT32_MIN ? INT32_MIN : (int32_t)sum);
}
