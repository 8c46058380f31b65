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
    bool coloured;     /* it may say itself what its numbers stand for */
    bool adobe;        /* its numbers are those of Adobe RGB, unless a profile says otherwise */
    bool high;         /* more light than paper has (PQ, HLG), or by numbers that only video has */
} PhotoLook;

/* Red, green, blue and how opaque, a byte each; of malloc. */
typedef struct Pixels {
    int w, h;
    uint8_t *at;
} Pixels;

PhotoLook photo_look(Slice bytes);                       /* photo_look.c */
int photo_strip(PhotoKind kind, Slice bytes, char *out); /* without notes: bytes written */

/* photo_profile.c. What the numbers of a picture stand for, as the file says it: an ICC profile, of
   malloc. Empty: nothing. */
Slice photo_profile(PhotoKind kind, Slice bytes);

/* photo_colour.c. From such colours to those of a screen (sRGB). */
typedef struct Colours {
    void *way; /* NULL: they are taken as those of a screen */
    int inks;  /* 1: grey, 3: red, green and blue, 4: inks */
    bool odd;  /* the profile cannot be read, or is of another kind of picture */
    bool same; /* nobody could tell them from those of a screen */
} Colours;

Colours colours_open(Slice profile);
Colours colours_of_adobe(void);
void colours_close(Colours *colours);
/* `count` points of four inks, of which there is much or, `inverted`, little. */
void colours_mix(const Colours *colours, const uint8_t *inks, bool inverted, uint8_t *out,
                 int count);
void pixels_colour(Pixels *pixels, const Colours *colours); /* if they are no inks */

/* photo_code.c. At least `side` long or the whole; false: it is broken, or there is no memory. */
bool photo_decode(PhotoKind kind, Slice bytes, int side, Colours *colours, Pixels *pixels);
/* Into `room` bytes at `out`; 0: they do not suffice. */
size_t photo_encode(PhotoKind kind, const Pixels *pixels, int quality, char *out, size_t room);

/* photo_pixels.c. Both free what they were given; false: no memory. */
bool pixels_turn(Pixels *pixels, int turn);
bool pixels_shrink(Pixels *pixels, int side);
bool pixels_see_through(const Pixels *pixels);
