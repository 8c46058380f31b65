/* Pictures of the pack and the kiosk's own drawing, drawn beside the main thread and apart from the
   process at the size and in the colours they are shown, and kept while they are used. */
#pragma once

#include "platform/paint/easel.h"
#include "platform/paint/ground.h"

#include <SDL2/SDL.h>

typedef struct Pictures Pictures;

/* With `patient`, drawing happens at once and pictures_get never answers "not yet" (headless).
   Otherwise a thread waits for it and pushes an SDL event of the type pictures_event() when a
   picture has become ready. */
Pictures *pictures_open(const Ground *ground, Easel *easel, bool patient);
void pictures_close(Pictures *pictures);
void pictures_forget(Pictures *pictures);
Uint32 pictures_event(const Pictures *pictures);

/* One that is ready: pixels until a renderer has to draw it, then a texture. */
typedef struct Drawn {
    SDL_Surface *surface;
    SDL_Texture *texture;
} Drawn;

/* NULL while it is not ready, or for ever when it cannot be drawn (logged once). */
Drawn *pictures_get(Pictures *pictures, PictureWish wish);

/* At its own size; of 255, so much of what is there is seen through it. */
void pictures_show(const Pictures *pictures, Drawn *drawn, int x, int y, int fade);
