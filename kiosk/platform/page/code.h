/* A text as a QR code, black on white in every theme, with the quiet zone that readers need. */
#pragma once

#include "base/box.h"
#include "base/slice.h"

#include <SDL2/SDL.h>

enum {
    CODE_BYTES_MAX = 450
}; /* version 13: its modules are still read from 60 cm on a 32" screen */

/* The largest whole number of pixels a module that fits, in the middle of the box. Leaves the box
   white when the text is empty or too long (logged once). */
void code_draw(SDL_Renderer *renderer, Slice text, Box box);
