/* Random numbers a test can repeat. `draw_quiet` makes every noise zero, so that counts can be
 * compared exactly. */
#pragma once

#include "stats/noise.h"

/* splitmix64, S. Vigna, public domain. `self` is a uint64_t. */
static inline uint32_t draw_splitmix(void *self, uint32_t bound) {
    uint64_t z = (*(uint64_t *)self += 0x9E3779B97F4A7C15u);
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    return (uint32_t)(((z >> 32) * bound) >> 32);
}

/* The draws for which the sampler answers 0: no rest, no whole, a plus sign. */
static inline uint32_t draw_quiet(void *self, uint32_t bound) {
    (void)self;
    return bound == 1000 ? 0 : bound - 1;
}
