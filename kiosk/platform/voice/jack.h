/* Notices that a headset is plugged in or pulled out, where the sound card tells: the control
   "Headphone Jack" of ALSA. A thread of its own waits for it; without such a card there is none. */
#pragma once

#include <stdbool.h>

typedef struct Jack Jack;

/* `plugged` is called on that thread. */
Jack *jack_open(void (*plugged)(void *self, bool in), void *self);
void jack_close(Jack *jack); /* NULL is fine */
