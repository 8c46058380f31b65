/* Paints a page on an SDL renderer, and of the next page only what differs. */
#pragma once

#include "platform/video/video_view.h"
#include "platform/paint/easel.h"
#include "platform/paint/fonts.h"
#include "ui/page.h"

typedef struct Painter Painter;

typedef struct PainterSpec {
    SDL_Renderer *renderer;
    SDL_Surface *surface; /* that it draws on where there is no window */
    Fonts *fonts;
    Easel *easel;     /* draws the pictures of the pack */
    VideoView *view;  /* may be NULL */
    VideoView *signs; /* likewise: what stands beside the video */
    bool patient; /* pictures are decoded at once (headless); otherwise they appear when they are
                     ready */
} PainterSpec;

Painter *painter_open(PainterSpec spec);
void painter_close(Painter *painter);
void painter_rest(Painter *painter); /* nobody is here: all that can be made again is dropped */
void painter_forget(
    Painter *painter); /* the renderer has lost its textures, or the window its size */

void painter_expose(Painter *painter); /* the window lost what was presented: once more */

/* Paints the page; answers whether a single pixel may have changed. */
bool painter_paint(Painter *painter, const Page *page);

/* Brings what was painted since the last time before the visitor. */
void painter_present(Painter *painter);

/* The page that was on the canvas moves out, the next one in: begin, paint the new page, then slide
 * from 0 to 1. */
void painter_slide_begin(Painter *painter);
void painter_slide(Painter *painter, double progress, bool back);
void painter_slide_end(Painter *painter, bool back);

Uint32 painter_event(const Painter *painter); /* "a picture is ready, paint again" */
SDL_Surface *painter_shot(Painter *painter);  /* what is on the glass; the caller frees it */
