#include "base/memory.h"

#include <malloc.h>

#define PICTURE_BYTES (1 << 18)

void memory_settle(void) {
    mallopt(M_MMAP_THRESHOLD, PICTURE_BYTES);
    mallopt(M_ARENA_MAX, 1);
}

void memory_give_back(void) {
    malloc_trim(0);
}
