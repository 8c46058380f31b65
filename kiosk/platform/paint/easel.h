/* Pictures are drawn by a process of their own, under limits of memory and time: what a broken or
   hostile picture does to its decoder costs that picture and nothing else.

   A keeper is forked before there are threads, a window or a visitor; it has nothing of a pack nor
   of a visit, and forks again for every picture. The bytes of a picture go there, and its pixels
   come back, through shared memory that is given back at once. Idle it sleeps in one read. */
#pragma once

#include "content/pack.h"
#include "platform/paint/picture_draw.h"

typedef struct Easel Easel;

/* `pack` may be NULL, or be filled in after this, before the first picture. Never NULL: without a
   process every picture is a fault. */
Easel *easel_open(const Pack *pack);
void easel_close(Easel *easel);

Slice easel_name(const Easel *easel, int picture); /* its id in the pack */

/* A picture that is refused will be refused again; with nobody to draw it, it may come out yet. */
typedef enum EaselEnd { EASEL_DRAWN, EASEL_REFUSED, EASEL_NOBODY } EaselEnd;

/* Draws into `pixels`, w x h of them, ARGB; after a few seconds at most it says why it did not. Of
   any one thread at a time. */
EaselEnd easel_draw(Easel *easel, const PictureWish *wish, uint32_t *pixels, Error *error);

/* Starts the keeper again if it ended, and answers whether it did. To be called when no visit is in
   memory: it would be copied. */
bool easel_mend(Easel *easel);

/* The same for any bytes, from a program without other threads, the content builder: forks here and
   now. A sheet has room for one picture and is shared with the process that draws it. */
typedef struct Sheet Sheet;

Sheet *sheet_new(void); /* NULL without memory */
void sheet_free(Sheet *sheet);
bool sheet_draw(Sheet *sheet, const PictureSource *source, const PictureWish *wish, Error *error);
int sheet_patience_ms(void); /* no drawing takes longer by the clock */
PictureSource sheet_take(Sheet *sheet, PictureSource source); /* copies its bytes, which must fit */
const uint32_t *sheet_pixels(const Sheet *sheet);
void sheet_clear(Sheet *sheet); /* all zero again, and its memory back to the system */
