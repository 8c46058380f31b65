#include "tools/media/photo_parts.h"

#include <stdlib.h>
#include <string.h>

/* ---- turning --------------------------------------------------------------------------------- */

/* Where the point that is shown at x, y lies in a picture of w x h as it is stored (EXIF 2.3,
   4.6.4). */
static size_t stored_at(int turn, int x, int y, int w, int h) {
    bool swapped = turn >= 5;
    int across = swapped ? y : x, down = swapped ? x : y;
    if (turn == 2 || turn == 3 || turn == 7 || turn == 8)
        across = w - 1 - across;
    if (turn == 3 || turn == 4 || turn == 6 || turn == 7)
        down = h - 1 - down;
    return ((size_t)down * (size_t)w + (size_t)across) * 4;
}

bool pixels_turn(Pixels *pixels, int turn) {
    if (turn <= 1)
        return true;
    int w = pixels->w, h = pixels->h;
    Pixels out = {turn >= 5 ? h : w, turn >= 5 ? w : h, malloc((size_t)w * (size_t)h * 4)};
    for (int y = 0; out.at && y < out.h; y++)
        for (int x = 0; x < out.w; x++)
            memcpy(out.at + ((size_t)y * (size_t)out.w + (size_t)x) * 4,
                   pixels->at + stored_at(turn, x, y, w, h), 4);
    free(pixels->at);
    *pixels = out;
    return out.at != NULL;
}

/* ---- shrinking ------------------------------------------------------------------------------- */

/* Every new point is the mean of the area that it stands for, in whole numbers: the same picture on
   every machine. Colours count as far as they are opaque. */
typedef struct Sum {
    uint64_t part[4];
} Sum;

static void add_point(Sum *sum, const uint8_t *point, uint64_t weight) {
    uint64_t opaque = weight * point[3];
    for (int c = 0; c < 3; c++)
        sum->part[c] += opaque * point[c];
    sum->part[3] += opaque;
}

static void mean_of(const Sum *sum, uint64_t weight, uint8_t *point) {
    for (int c = 0; c < 3; c++)
        point[c] = sum->part[3] ? (uint8_t)((sum->part[c] + sum->part[3] / 2) / sum->part[3]) : 0;
    point[3] = (uint8_t)((sum->part[3] + weight / 2) / weight);
}

/* How much of the old point `i` of `from` belongs to the new point `at` of `to`, in parts of
   `to` x `from`. */
static int shared(int i, int at, int from, int to) {
    int64_t a0 = (int64_t)i * to, a1 = a0 + to, b0 = (int64_t)at * from, b1 = b0 + from;
    int64_t low = a0 > b0 ? a0 : b0, high = a1 < b1 ? a1 : b1;
    return high > low ? (int)(high - low) : 0;
}

static void shrink_point(const Pixels *in, const Pixels *out, int x, int y, uint8_t *point) {
    Sum sum = {{0}};
    int first_x = (int)((int64_t)x * in->w / out->w), first_y = (int)((int64_t)y * in->h / out->h);
    for (int v = first_y; v < in->h && shared(v, y, in->h, out->h); v++)
        for (int u = first_x; u < in->w && shared(u, x, in->w, out->w); u++)
            add_point(&sum, in->at + ((size_t)v * (size_t)in->w + (size_t)u) * 4,
                      (uint64_t)shared(u, x, in->w, out->w) *
                          (uint64_t)shared(v, y, in->h, out->h));
    mean_of(&sum, (uint64_t)in->w * (uint64_t)in->h, point);
}

static int part_of(int length, int side, int longest) {
    int part = (int)(((int64_t)length * side + longest / 2) / longest);
    return part > 0 ? part : 1;
}

bool pixels_shrink(Pixels *pixels, int side) {
    int longest = pixels->w > pixels->h ? pixels->w : pixels->h;
    if (longest <= side)
        return true;
    Pixels out = {part_of(pixels->w, side, longest), part_of(pixels->h, side, longest), NULL};
    out.at = malloc((size_t)out.w * (size_t)out.h * 4);
    for (int y = 0; out.at && y < out.h; y++)
        for (int x = 0; x < out.w; x++)
            shrink_point(pixels, &out, x, y, out.at + ((size_t)y * (size_t)out.w + (size_t)x) * 4);
    free(pixels->at);
    *pixels = out;
    return out.at != NULL;
}

bool pixels_see_through(const Pixels *pixels) {
    size_t count = (size_t)pixels->w * (size_t)pixels->h;
    for (size_t i = 0; i < count; i++)
        if (pixels->at[i * 4 + 3] < 255)
            return true;
    return false;
}
