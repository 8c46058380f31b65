/* Pictures of the pack and the kiosk's own drawing, decoded beside the main thread at the size and in the colours they are
   shown, and kept while they are used. */
#pragma once

#include "pack/pack.h"
#include "ui/settings.h"

#include <SDL2/SDL.h>

typedef struct Pictures Pictures;

/* What to draw: the whole picture inside w x h (fit) or covering it; corners rounded by `radius`. */
typedef struct PictureWish {
    int picture; /* index in the pack; PICTURE_EMBLEM for the kiosk's own */
    int w, h, radius;
    ThemeId theme;
    bool fit;
} PictureWish;

enum { PICTURE_EMBLEM = -1 };

/* With `patient`, decoding happens at once and pictures_get never answers "not yet" (headless). Otherwise a thread decodes
   and pushes an SDL event of the type pictures_event() when a picture has become ready. `pack` may be NULL. */
Pictures *pictures_open(SDL_Renderer *renderer, const Pack *pack, bool patient);
void pictures_close(Pictures *pictures);
void pictures_forget(Pictures *pictures);
Uint32 pictures_event(const Pictures *pictures);

/* NULL while it is not ready, or for ever when it cannot be decoded (logged once). */
SDL_Texture *pictures_get(Pictures *pictures, PictureWish wish);

/* What SDL makes of the bytes of an image at a width: for the content builder as well. NULL and SDL_GetError on failure. */
SDL_Surface *pictures_decode(Slice data, int width, ThemeId theme);
