/* What a disk holds after the power has gone. */
#pragma once

#include <stdint.h>

enum { TORN_SECTOR = 512 };

uint32_t torn_below(uint64_t *random, uint32_t bound);

/* Of `room` bytes, `now` as readers saw them and `safe` as they were synced: every sector that was
   not synced is the old one, the new one or, rarely, neither. Both are the same afterwards. */
void torn_settle(unsigned char *now, int *now_size, unsigned char *safe, int *safe_size, int room,
                 uint64_t *random);
