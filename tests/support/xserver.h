/* An X server of one's own, for tests that need a real window. */
#pragma once

#include <stdbool.h>

bool xserver_begin(const char *screen); /* "640x360x24"; sets DISPLAY */
void xserver_end(void);

/* What a client of its own is answered that asks for the keyboard; what it got it gives back. */
typedef enum Keyboard { KEYBOARD_FREE, KEYBOARD_TAKEN, KEYBOARD_UNKNOWN } Keyboard;

Keyboard xserver_keyboard(void);

/* A window manager that misses the first window that wants to be seen, as one does that is just
   starting; it maps whoever asks again. */
bool xserver_manage_late(void);
void xserver_stop_managing(void);
