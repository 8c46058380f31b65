/* The marks of a technical drawing: what moves where, how long something is, what it is called.
 * Figures only, no words. */
#pragma once

#include "tools/clips/paint.h"

/* Each takes the words after its verb; content/README.md lists them. */
void mark_arrow(cairo_t *cairo, StageWords *words);   /* straight, of movement */
void mark_spin(cairo_t *cairo, StageWords *words);    /* the same along a circle */
void mark_dim(cairo_t *cairo, StageWords *words);     /* a dimension with its value */
void mark_number(cairo_t *cairo, StageWords *words);  /* a value of its own */
void mark_letters(cairo_t *cairo, StageWords *words); /* a reference mark such as S1 */
