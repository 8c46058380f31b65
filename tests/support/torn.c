#include "support/torn.h"

#include <stdbool.h>
#include <string.h>

uint32_t torn_below(uint64_t *random, uint32_t bound) {
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((*random >> 33) % bound);
}

void torn_settle(unsigned char *now, int *now_size, unsigned char *safe, int *safe_size, int room,
                 uint64_t *random) {
    int size = torn_below(random, 2) ? *now_size : *safe_size;
    for (int at = 0; at < room && at < *now_size + TORN_SECTOR; at += TORN_SECTOR) {
        bool differs = memcmp(now + at, safe + at, TORN_SECTOR) != 0;
        uint32_t fate = differs ? torn_below(random, 20) : 0;
        if (differs && fate < 9)
            memcpy(now + at, safe + at, TORN_SECTOR);
        else if (differs && fate == 19)
            for (int i = 0; i < TORN_SECTOR; i++)
                now[at + i] = (unsigned char)torn_below(random, 256);
    }
    if (size < *now_size)
        memset(now + size, 0, (size_t)(*now_size - size));
    *now_size = size;
    memcpy(safe, now, (size_t)room);
    *safe_size = size;
}
