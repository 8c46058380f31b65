/* The colours of drawings, which follow the theme and the look of the campus. Draws nothing. */
#pragma once

#include "ui/settings.h"

#include <stddef.h>

/* Swaps the colours that drawings are made of ("#0B4A7F"…) in the text of an SVG, in place. */
void drawing_recolour(char *svg, size_t len, ThemeId theme);
