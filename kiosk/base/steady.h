/* The clock that goes on evenly: how long something takes, never what time it is. */
#pragma once

#include <stdint.h>

int64_t steady_ms(void);
