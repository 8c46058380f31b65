#include "tools/media/drawing_parts.h"

#include <math.h>

#define DEGREE 0.017453292519943295

enum { MOST_NUMBERS = 6 };

static Affine turned(double degrees) {
    double c = cos(degrees * DEGREE), s = sin(degrees * DEGREE);
    return (Affine){c, -s, 0, s, c, 0};
}

static Affine turned_about(const double *n) {
    Affine there = {1, 0, n[1], 0, 1, n[2]}, back = {1, 0, -n[1], 0, 1, -n[2]}, turn = turned(n[0]);
    turn = affine_after(&turn, &back);
    return affine_after(&there, &turn);
}

/* One word with its numbers (SVG 1.1, 7.6). */
static bool read_one(Slice word, const double *n, int count, Affine *one) {
    if (slice_is(word, "matrix") && count == 6)
        *one = (Affine){n[0], n[2], n[4], n[1], n[3], n[5]};
    else if (slice_is(word, "translate") && (count == 1 || count == 2))
        *one = (Affine){1, 0, n[0], 0, 1, n[1]};
    else if (slice_is(word, "scale") && (count == 1 || count == 2))
        *one = (Affine){n[0], 0, 0, 0, n[count - 1], 0};
    else if (slice_is(word, "rotate") && count == 1)
        *one = turned(n[0]);
    else if (slice_is(word, "rotate") && count == 3)
        *one = turned_about(n);
    else if (slice_is(word, "skewX") && count == 1)
        *one = (Affine){1, tan(n[0] * DEGREE), 0, 0, 1, 0};
    else if (slice_is(word, "skewY") && count == 1)
        *one = (Affine){1, 0, 0, tan(n[0] * DEGREE), 1, 0};
    else
        return false;
    return true;
}

/* "12", and of style sheets "12px", "12deg". */
static bool take_measured(Slice *text, double *number) {
    if (!svg_take_number(text, number))
        return false;
    static const char *const UNITS[] = {"px", "deg", NULL};
    for (int i = 0; UNITS[i]; i++)
        if (slice_has_prefix(*text, slice_from(UNITS[i])))
            *text = slice_cut(*text, slice_from(UNITS[i]).len, text->len);
    svg_skip_blanks(text);
    return true;
}

static bool take_one(Slice *text, Affine *matrix) {
    int open = slice_find(*text, LIT("(")), close = slice_find(*text, LIT(")")), count = 0;
    if (open < 0 || close < open)
        return false;
    double number[MOST_NUMBERS] = {0};
    Slice word = slice_trim(slice_cut(*text, 0, open)),
          inside = slice_trim(slice_cut(*text, open + 1, close));
    while (count < MOST_NUMBERS && take_measured(&inside, &number[count]))
        count++;
    Affine one;
    if (inside.len || !read_one(word, number, count, &one))
        return false;
    *matrix = affine_after(matrix, &one);
    *text = slice_cut(*text, close + 1, text->len);
    svg_skip_blanks(text);
    return true;
}

bool svg_transform(Slice text, Affine *matrix) {
    text = slice_trim(text);
    bool good = !slice_is(text, "none");
    while (good && text.len)
        good = take_one(&text, matrix);
    return good || slice_is(text, "none");
}

bool svg_turn_back(const Affine *m, Affine *back) {
    double area = m->a * m->e - m->b * m->d;
    if (fabs(area) < 1e-12)
        return false;
    *back = (Affine){m->e / area,  -m->b / area, (m->b * m->f - m->e * m->c) / area,
                     -m->d / area, m->a / area,  (m->d * m->c - m->a * m->f) / area};
    return true;
}
