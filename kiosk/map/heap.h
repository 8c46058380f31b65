/* A binary heap of small numbers by a key that may fall while they are in it; the caller owns all
   memory. */
#pragma once

#include <stdint.h>

typedef struct Heap {
    const int64_t *key; /* of each item */
    int *item, *place;  /* place: of each item in `item`, -1 when it is not there */
    int count;
} Heap;

void heap_clear(Heap *heap, int items);
void heap_offer(Heap *heap, int item); /* puts it in, or up if its key has fallen */
int heap_take(Heap *heap);             /* the one with the least key; there must be one */
