/* What a picture of a pack may be, told from its bytes before anything decodes them. Knows no
   decoder: the kiosk asks here before it draws, azimut-pack before it takes a picture in. */
#pragma once

#include "base/slice.h"

enum {
    IMAGE_PIXELS_MAX = 16000000, /* 16 megapixels, drawings in units of their viewBox included */
    IMAGE_LONG = 8,              /* at most so many times longer than wide, or wider than long */
    IMAGE_POINTS_MAX = 200000,   /* numbers in the outlines of a drawing */
    IMAGE_DASHES_MAX = 200000,   /* of all its broken lines, estimated from above */
    IMAGE_DEPTH_MAX = 100,       /* elements in elements; nanosvg keeps 128 */
    IMAGE_NUMBER_MAX = 1000000   /* of a coordinate or a width, in units of the viewBox */
};

typedef enum ImageKind { IMAGE_NONE, IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG } ImageKind;

typedef enum ImageError {
    IMAGE_FINE,
    IMAGE_UNKNOWN,   /* its first bytes are not those of a PNG, a JPEG or an SVG */
    IMAGE_CUT,       /* it ends before it says its size, or says none */
    IMAGE_MALFORMED, /* SVG: not well-formed, not <svg> at its root, or with entities of its own */
    IMAGE_NO_VIEWBOX,
    IMAGE_LARGE,
    IMAGE_NARROW, /* see IMAGE_LONG */
    IMAGE_POINTS,
    IMAGE_DASHES,
    IMAGE_NUMBERS,
    IMAGE_DEEP,
    IMAGE_ERROR_COUNT
} ImageError;

typedef struct Image {
    ImageKind kind;
    int width, height;  /* pixels, or whole units of the viewBox */
    int root, root_end; /* SVG: bytes from and to which the tag <svg …> stands */
    int line;           /* SVG: where the fault is, from 1 */
} Image;

/* Looks at headers alone; of an SVG, at every element. */
ImageError image_look(Slice bytes, Image *image);
const char *image_error_text(ImageError error); /* a message: "it is larger than 16 megapixels" */

ImageError image_look_svg(Slice bytes, Image *image); /* image_svg.c: an SVG's part of image_look */
