/* What a painter is made of, for the files that paint and slide. */
#pragma once

#include "platform/page/graphics.h"
#include "platform/page/painter.h"

#define DAMAGE_MAX 12
#define TRACES_MAX 1024

/* What was painted of a node: enough to tell whether it looks the same now. */
typedef struct Trace {
    uint64_t look;
    Box box; /* with its edge and focus ring */
} Trace;

/* Where pages are painted: a software renderer paints on the surface that is shown (the window's,
   or the headless one's), because that keeps what it has; a GPU paints on a canvas of its own,
   because what it shows is lost when it is presented. */
struct Painter {
    Brush brush;
    bool direct;                   /* on the surface that is shown */
    SDL_Texture *canvas, *leaving; /* of a GPU; `leaving` while a page slides */
    uint8_t *aside; /* direct: while a page slides, first what leaves, then what comes */
    bool slides, exchanged;
    int slid; /* direct: columns that have come */
    int width, height;
    Trace trace[2][TRACES_MAX];
    int count[2], now;
    bool whole; /* nothing is painted yet: paint everything */
    Box damage[DAMAGE_MAX];
    int damages;
    SDL_Window *window;   /* whose surface is painted on directly; NULL: there is none */
    SDL_Surface *surface; /* headless */
    const Page *page;     /* shown last; only to paint a picture of its video on the glass */
    const Node *video;    /* its video */
    Box video_box;
    unsigned picture; /* of it, on the glass */
    unsigned signs;   /* of what stands beside it */
    bool straight;    /* only that picture has changed */
};

void painter_damage(Painter *painter, Box box); /* is to be painted anew */
void painter_drop_texture(SDL_Texture **texture);
SDL_Texture *painter_new_canvas(Painter *painter); /* NULL: there is no room for it */

/* What is painted on directly; NULL with a GPU. The window has a new one when its size has changed.
 */
SDL_Surface *painter_surface(Painter *painter);

/* Only the damaged parts go to the display: presenting would send all of it. */
void painter_update(Painter *painter);
