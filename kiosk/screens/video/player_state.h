/* What the player and the words of a clip know together. */
#pragma once

#include "screens/common/common.h"

typedef struct PlayerState {
    int clip, page; /* page: of the words */
    int seek_id;    /* of the wish: a new one asks for `from` again */
    Millis from;
    bool paused;
    bool large;  /* the picture fills the screen */
    int counted; /* a bit for each quarter that has been, 0 to 4 */
    Millis seen; /* where the clip stood when that was last looked at */
} PlayerState;
