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
    bool split;    /* a compound alone was wider than the line and was parted after a hyphen */
    bool strained; /* a word alone was wider than the line and had to be cut */
} TextBlock;

/* Lines no wider than `width`, broken where Unicode (UAX 14) allows, never at a no-break space. A
   word is parted only when it alone is too wide: after a hyphen if that helps, else anywhere. A
   line feed ends a line. The slices point into `text`. */
TextBlock text_break(const Typeface *typeface, Arena *arena, Face face, int size, Slice text,
                     int width);

/* Width of the text on one line, of its longest word, or of its longest piece without a hyphen. */
int text_width(const Typeface *typeface, Face face, int size, Slice text);
int text_word_width(const Typeface *typeface, Face face, int size, Slice text);
int text_least_width(const Typeface *typeface, Face face, int size, Slice text);

/* The same words within a sentence: the first letter small. */
Slice text_uncapital(Arena *arena, Slice text);
