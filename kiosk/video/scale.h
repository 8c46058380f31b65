/* Scales a plane of bytes row by row, each point from between its neighbours. A picture of a film
   is three million bytes, thirty times a second: these are the loops of the kiosk where each
   instruction counts. libswscale takes twice as long for the same, libyuv as well, because neither
   knows that a point and its neighbour lie in the same sixteen bytes. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SCALE_PAD = 16
}; /* bytes that may be read behind a row that is scaled, and written behind the scaled one */

/* Eight points of the scaled row: they lie within sixteen bytes of the other. */
typedef struct ScaleEight {
    uint8_t pick[16];  /* of these bytes, the left and the right neighbour of each point… */
    int8_t weight[16]; /* …and what each counts, of 64 */
    int from;
} ScaleEight;

typedef struct RowScale {
    ScaleEight *eight;
    int count, from, to; /* widths; 0: nothing is prepared */
} RowScale;

/* Rows of `from` bytes to rows of `to`, nothing done when it is so prepared already. False for less
   than half: two neighbours would then leave points out. */
bool scale_prepare(RowScale *scale, int from, int to);
void scale_free(RowScale *scale);

void scale_row(const RowScale *scale, const uint8_t *row, uint8_t *scaled);

/* The row that lies `place` 65536ths below the first of two. */
void scale_between(const uint8_t *first, const uint8_t *second, int place, uint8_t *row, int width);

/* The same bytes on any processor. */
void scale_row_plain(const RowScale *scale, const uint8_t *row, uint8_t *scaled);
void scale_between_plain(const uint8_t *first, const uint8_t *second, int place, uint8_t *row,
                         int width);

/* Where point `at` of `to` lies among `from`, in 65536ths of a point; never before the first, nor
 * behind the last. */
int64_t scale_place(int at, int from, int to);
