/* What people say around the thing they look for: "où est le…", "je voudrais…", "mon fils veut…".
 */
#pragma once

#include "base/slice.h"

bool said_around(Slice word); /* of folded text */

/* Is it what nearly every record is: a room, a course, a job? A thing is not found by that alone
   when the rest is unknown. */
bool said_of_anything(Slice word);

/* A letter that stands for a small word before a vowel: "l" of "latelier". */
bool said_elided(Slice letter);

/* Folded words without "le", "de", "the" and without plurals. Answers the bytes written, at most
   `size`. */
int said_light(Slice words, char *out, int size);

/* Folded words without what is said around them and without plurals; all of them where nothing else
   was said: "je cherche un patron" is "patron". */
int said_bare(Slice words, char *out, int size);
