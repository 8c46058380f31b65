/* The ids of a table's records, sorted once, so that every reference is found in a few steps
   whatever the pack holds. */
#pragma once

#include "base/arena.h"

typedef struct Ids {
    const char *first; /* the first record's id; the next one lies `stride` bytes further */
    size_t stride;
    int count;
    int *order;
} Ids;

/* Borrows the records; the order lives in the arena. */
Ids ids_of(Arena *arena, const Slice *first, size_t stride, int count);
int ids_find(const Ids *ids, Slice id); /* the first record that is called so, or -1 */
