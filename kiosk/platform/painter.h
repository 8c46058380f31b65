/* Paints a page on an SDL renderer, and of the next page only what differs. */
#pragma once

#include "platform/cinema.h"
#include "platform/easel.h"
#include "platform/fonts.h"
#include "ui/page.h"

typedef struct Painter Painter;

/* `patient`: pictures are decoded at once (headless); otherwise they appear when they are ready. */
Painter *painter_open(SDL_Renderer *renderer, Fonts *fonts, Easel *easel, Cinema *cinema,
                      bool patient);
void painter_close(Painter *painter);
void painter_forget(Painter *painter); /* the renderer has lost its textures, or the window its size */

void painter_expose(Painter *painter); /* the window lost what was presented; the canvas has it still */

/* Brings the page onto the canvas; answers whether a single pixel may have changed. */
bool painter_paint(Painter *painter, const Page *page);

/* Copies what changed since the last time onto the render target and presents it. */
void painter_present(Painter *painter);

/* The page that was on the canvas moves out, the next one in: begin, paint the new page, then slide from 0 to 1. */
void painter_slide_begin(Painter *painter);
void painter_slide(Painter *painter, double progress, bool back);
void painter_slide_end(Painter *painter);

Uint32 painter_event(const Painter *painter);     /* "a picture is ready, paint again" */
SDL_Surface *painter_shot(Painter *painter);      /* what is on the glass; the caller frees it */
