/* Shared by the files that make up photo.h. */
#pragma once

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum PhotoKind { PHOTO_OTHER, PHOTO_JPEG, PHOTO_PNG, PHOTO_WEBP } PhotoKind;

/* What a file says of itself before anything is decoded. */
typedef struct PhotoLook {
    PhotoKind kind;
    int width, height; /* 0: it does not say, or is cut off */
    int turn;          /* EXIF orientation, 1 to 8 */
    bool whole;        /* its end is there */
    bool plain;        /* eight bits of grey, or of red, green and blue */
} PhotoLook;

/* Red, green, blue and how opaque, a byte each; of malloc. */
typedef struct Pixels {
    int w, h;
    uint8_t *at;
} Pixels;

PhotoLook photo_look(Slice bytes);                       /* photo_look.c */
int photo_strip(PhotoKind kind, Slice bytes, char *out); /* without notes: bytes written */

/* photo_code.c. At least `side` long or the whole; false: it is broken, or there is no memory. */
bool photo_decode(PhotoKind kind, Slice bytes, int side, Pixels *pixels);
/* Into `room` bytes at `out`; 0: they do not suffice. */
size_t photo_encode(PhotoKind kind, const Pixels *pixels, int quality, char *out, size_t room);

/* photo_pixels.c. Both free what they were given; false: no memory. */
bool pixels_turn(Pixels *pixels, int turn);
bool pixels_shrink(Pixels *pixels, int side);
bool pixels_see_through(const Pixels *pixels);
