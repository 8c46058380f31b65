/* Turns the bytes of a picture into pixels of the size and in the colours they are shown. What it
   decodes is not to be trusted: call it where a crash costs nothing, see easel.h. Knows no renderer
   and no thread. */
#pragma once

#include "base/error.h"
#include "base/slice.h"
#include "ui/settings.h"

#include <stdint.h>

enum {
    PICTURE_SIDE_MAX = 8192,
    PICTURE_PIXELS_MAX = 4096 * 4096,
    PICTURE_BYTES_MAX = 4 << 20 /* of a file; azimut-pack takes three mebibytes */
};

/* What to draw: the whole picture inside w x h (fit) or covering it; corners rounded by `radius`.
 */
typedef struct PictureWish {
    int picture; /* index in the pack; PICTURE_EMBLEM for the kiosk's own */
    int w, h, radius;
    ThemeId theme;
    bool fit;
    int focus_x, focus_y; /* what matters when it is cut to cover, in hundredths; 0: the middle */
} PictureWish;

enum { PICTURE_EMBLEM = -1 };

/* The bytes of a file, and the size that its record gives. */
typedef struct PictureSource {
    Slice data;
    int width, height;
} PictureSource;

PictureSource picture_emblem(void);
bool picture_fits(const PictureWish *wish); /* may so large a picture be wished for? */

/* Into `pixels`: w x h of them, ARGB, row by row; all zero before. False and a fault: what ails it.
 */
bool picture_draw(const PictureSource *source, const PictureWish *wish, uint32_t *pixels,
                  Error *error);
