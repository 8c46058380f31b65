/* How the cards of a result turn over, by how long ago that began: pure arithmetic, no page. */
#pragma once

#include "base/civil.h"

#include <stdbool.h>

enum {
    REVEAL_MS = 2200,  /* then everything lies open */
    REVEAL_OPEN = 1000 /* of a back that is gone; 0: it covers all of its card */
};

/* How far the back of card number `card` has gone up. */
int reveal_back(Millis age, int card);

/* So many of the nearest one's bars are lit, of as many as it has. */
int reveal_bars(Millis age, int lit);

/* When a page that shows this moment is to be built again; 0: never, all is open. */
Millis reveal_again(Millis age);
