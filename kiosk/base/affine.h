/* Where a touch on the glass lies on the picture, as six numbers: shifted, stretched, turned or
 * mirrored. Points are shares of the width and of the height, 0 to 1. */
#pragma once

#include <stdbool.h>

/* x becomes a x + b y + c, y becomes d x + e y + f: libinput's calibration matrix. */
typedef struct Affine {
    double a, b, c, d, e, f;
} Affine;

typedef struct AffinePoint {
    double x, y;
} AffinePoint;

enum { AFFINE_TEXT = 96, AFFINE_POINTS = 8 };

extern const Affine AFFINE_NONE; /* every point stays where it is */

AffinePoint affine_apply(const Affine *affine, AffinePoint at);
Affine affine_after(const Affine *second, const Affine *first); /* the first, then the second */
bool affine_is_none(const Affine *affine);

/* The affine that brings each `from` nearest to its `to`, by least squares; at least three points,
 * at most AFFINE_POINTS. False when they lie on one line, or when the picture would become less
 * than a third or more than three times as large: nobody hangs a glass like that. */
bool affine_fit(const AffinePoint *from, const AffinePoint *to, int count, Affine *fit);

/* "a b c d e f". False for anything but six numbers that affine_fit might have found; then `affine`
 * is as it was. */
bool affine_read(const char *text, Affine *affine);
void affine_print(const Affine *affine, char text[AFFINE_TEXT]);
