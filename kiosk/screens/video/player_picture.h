/* The picture of a film with what stands over it: captions, what is told of it, and somebody who
   signs it. Says what a touch on it wishes for, and takes no step. */
#pragma once

#include "screens/video/player_state.h"

/* Of loudness. */
#define PLAYER_LEVELS (LOUDNESS_MOST - LOUDNESS_LEAST + 1)

enum { TAP_PICTURE = 1, TAP_SIGNS_SIDE, TAP_PICTURE_COUNT };

/* How the film stands: what the kiosk heard last, if it is about this wish and not an older one. */
VideoReport player_report(const PlayerState *s, const Kiosk *k);
bool player_is_silent(const PlayerState *s, const Kiosk *k);

/* Of that height; 0: as high as there is room for. The words are added apart, for they may stand
   below it. */
Node *player_add_picture(const PlayerState *s, const Kiosk *k, Page *page, Node *parent,
                         int height);
void player_add_words(const PlayerState *s, const Kiosk *k, Page *page, Node *parent);
