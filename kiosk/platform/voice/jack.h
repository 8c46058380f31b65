/* Notices that a headset is plugged in or pulled out, where the sound card tells: the control
   "Headphone Jack" of ALSA. A thread of its own waits for it; without such a card there is none. */
#pragma once

typedef struct Jack Jack;

typedef enum JackNews { JACK_OUT, JACK_IN, JACK_WAS_IN } JackNews;

/* `plugged` is called on that thread: once where something is in already, then with what changes.
   Of a card that comes later nothing is told. NULL: it cannot be watched, and nobody misses it. */
Jack *jack_open(void (*plugged)(void *self, JackNews news), void *self);
void jack_close(Jack *jack); /* by any other thread, which waits for that one; NULL is fine */
