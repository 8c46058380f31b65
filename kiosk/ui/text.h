/* Breaks a text into lines; knows nothing of pages or painting. */
#pragma once

#include "base/arena.h"
#include "ui/typeface.h"

typedef struct TextLine {
    Slice text; /* without the blanks at its end */
    int width;
} TextLine;

typedef struct TextBlock {
    TextLine *line;
    int line_count;
    bool strained; /* a word alone was wider than the line and had to be cut */
} TextBlock;

/* Lines no wider than `width`, broken where Unicode (UAX 14) allows: after hyphens, never at a no-break space, inside a
   word only when it alone is too wide. A line feed ends a line. The slices point into `text`. */
TextBlock text_break(const Typeface *typeface, Arena *arena, Face face, int size, Slice text, int width);

/* Width of the text on one line, or of its longest unbreakable piece. */
int text_width(const Typeface *typeface, Face face, int size, Slice text);
int text_least_width(const Typeface *typeface, Face face, int size, Slice text);

/* The same words within a sentence: the first letter small. */
Slice text_uncapital(Arena *arena, Slice text);
