/* The five answers as plates: growing bars and words, wherever a question is asked. */
#pragma once

#include "screens/screen.h"

enum { ANSWER_NONE = -2 }; /* no plate is chosen */

/* Standing side by side in landscape, one below the other in portrait; `inert` while the choice is
 * confirmed. */
void answers_add(Page *page, Node *parent, int token, int chosen, bool inert);

/* A low row of them, for a page about something else. */
void answers_add_low(Page *page, Node *parent, int token);
