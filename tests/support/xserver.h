/* An X server of one's own, for tests that need a real window. */
#pragma once

#include <stdbool.h>

bool xserver_begin(const char *screen); /* "640x360x24"; sets DISPLAY */
void xserver_end(void);
