/* Texts and days of registers as a kiosk writes them. */
#pragma once

#include "base/arena.h"

/* Without tags, entities and blanks that are too many; longer than `most` signs it ends at a word,
   with three dots. */
Slice plain_text(Arena *arena, Slice text, int most);

/* "31/08/2028", "2028-08-31T…", "20280831" as 2028-08-31; empty for what is no day. */
Slice plain_day(Arena *arena, Slice text);

/* The day in the name of a file ("…-2026-11-28.xml") or, without one, the day it was written. */
Slice plain_file_day(Arena *arena, Slice path);

/* "NIV4", "4", "Niveau 4": 4; 0 for none. */
int plain_level(Slice text);

/* Small letters without accents, figures and hyphens, 40 at most: an id. */
Slice plain_id(Arena *arena, Slice text);
