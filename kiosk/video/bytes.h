/* Where the bytes of a clip come from: the pack, a file, a fuzzer. All that media/ ever reads goes
 * through here. */
#pragma once

#include <stdint.h>

typedef struct ByteSource {
    void *self;
    int64_t size;
    /* Copies up to `count` bytes from `offset` and answers how many: 0 at the end, below 0 when
     * they cannot be had. */
    int (*read)(void *self, int64_t offset, void *to, int count);
} ByteSource;
