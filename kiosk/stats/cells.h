/* A row of counters as the file keeps it: 32-bit little-endian numbers. Pure. */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum { CELL_BYTES = 4 };

void cell_put(unsigned char *at, int32_t n);
int32_t cell_get(const unsigned char *at);
void cell_add(unsigned char *at,
              int32_t n); /* stops at the largest number instead of turning over */
