/* How the studio's pages look and move: assets/studio.css with the kiosk's own colours, and
   assets/studio.js. */
#pragma once

#include "base/arena.h"

Slice style_sheet(Arena *arena); /* ends with a zero byte */
const char *style_script(void);  /* of the program itself */
