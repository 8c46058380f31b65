/* Pictures of the pack and the kiosk's own drawing, drawn beside the main thread and apart from the
   process at the size and in the colours they are shown, and kept while they are used. */
#pragma once

#include "platform/paint/easel.h"

#include <SDL2/SDL.h>

typedef struct Pictures Pictures;

/* With `patient`, drawing happens at once and pictures_get never answers "not yet" (headless).
   Otherwise a thread waits for it and pushes an SDL event of the type pictures_event() when a
   picture has become ready. */
Pictures *pictures_open(SDL_Renderer *renderer, Easel *easel, bool patient);
void pictures_close(Pictures *pictures);
void pictures_forget(Pictures *pictures);
Uint32 pictures_event(const Pictures *pictures);

/* NULL while it is not ready, or for ever when it cannot be drawn (logged once). */
SDL_Texture *pictures_get(Pictures *pictures, PictureWish wish);
