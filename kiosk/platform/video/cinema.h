/* Makes the video that a page declares come true: follows the page, owns the projector and the
   speaker, paints the picture that is due. A page without a video closes whatever played before. */
#pragma once

#include "content/chunks.h"
#include "ui/page.h"

#include <SDL2/SDL.h>

typedef struct Cinema Cinema;

typedef struct CinemaSpec {
    SDL_Renderer *renderer;
    const Pack *pack;   /* may be NULL */
    Chunks *chunks;     /* NULL: no clip can be shown */
    bool twin;          /* no threads, no sound, the clock is cinema_pass */
    int sound_delay_ms; /* see projector.h */
} CinemaSpec;

Cinema *cinema_open(CinemaSpec spec);
void cinema_close(Cinema *cinema);
void cinema_forget(Cinema *cinema); /* the renderer has lost its textures */
void cinema_rest(Cinema *cinema);   /* nobody is here: what can be opened again is closed */
void cinema_pass(Cinema *cinema, Millis now); /* the twin's clock */
Uint32 cinema_event(const Cinema *cinema);    /* "there is something new to show" */

void cinema_follow(Cinema *cinema, const Page *page);
FilmReport cinema_report(Cinema *cinema);

/* The number of the picture that is due for a clip; 0 while there is none. It stays the one that is
 * painted until asked again. */
unsigned cinema_due(Cinema *cinema, int clip);
int cinema_wait(Cinema *cinema); /* milliseconds until the next one; below 0: none is coming */

bool cinema_draw(Cinema *cinema, Box box);

/* The same straight into pixels of the glass, nothing in between; false when that cannot be done.
 */
bool cinema_paint(Cinema *cinema, Box box, SDL_Surface *surface);

int cinema_dropped(const Cinema *cinema);
