/* A page for the printer: an A5 sheet, black on white, laid out like the pages on the glass. */
#pragma once

#include "ui/page.h"

enum { PAPER_DPI = 300, PAPER_WIDTH = 1748, PAPER_HEIGHT = 2480 }; /* 148 x 210 mm */

/* In the visitor's language and letters; their size of text is the caller's to choose, as large as
   all has room. */
void paper_begin(Page *page, Arena *arena, const Typeface *typeface, Settings settings,
                 TextStep step);
