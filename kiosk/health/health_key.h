/* The key of this kiosk: made on first use, readable by nobody else. Knows no report. */
#pragma once

#include "health/health.h"

/* Reads it from the file, or makes it and writes it there. A file that is there and is no key is
   not touched: the error says so. */
bool health_key(const char *path, uint8_t secret[HEALTH_SECRET_BYTES], Error *error);
