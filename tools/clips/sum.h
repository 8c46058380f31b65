/* Sums of a storyboard: numbers, names and a few functions, worked out anew for every frame. Knows
 * no drawing. */
#pragma once

#include <stddef.h>

#define NAMES_MAX 512 /* a power of two; a storyboard uses some sixty */

/* Names and what they are worth now. Start zeroed; the letters of a name must outlive the table. */
typedef struct Names {
    const char *name[NAMES_MAX];
    double value[NAMES_MAX];
} Names;

void names_set(Names *names, const char *name, double value);

/* The value of a sum such as "x+20*sin(t*90)". On a fault *fault points into the text, at the
   letter that is wrong, and the value is 0; else *fault is NULL. Angles in degrees. Functions: see
   sum.c, each with what it is for. */
double sum(const char *text, const Names *names, const char **error);
