/* Makes the short sounds heard that are wished for, through a sound device of its own: opened by
   the first one, given back when the kiosk rests and while a film or the voice is there. A machine
   without one goes on in silence. */
#pragma once

#include "base/earcon.h"

typedef struct EarconPlayer EarconPlayer;

EarconPlayer *earcon_player_open(void);         /* opens no device yet */
void earcon_player_close(EarconPlayer *player); /* NULL is fine */
void earcon_player_follow(EarconPlayer *player, EarconWish wish);
void earcon_player_rest(EarconPlayer *player); /* nobody is here */
