#include "base/affine.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SMALLEST (1.0 / 9) /* of an area: a third of each side */
#define LARGEST 9.0
#define NUMBER_MOST 100.0

const Affine AFFINE_NONE = {1, 0, 0, 0, 1, 0};

AffinePoint affine_apply(const Affine *m, AffinePoint at) {
    return (AffinePoint){m->a * at.x + m->b * at.y + m->c, m->d * at.x + m->e * at.y + m->f};
}

Affine affine_after(const Affine *second, const Affine *first) {
    const Affine *s = second, *f = first;
    return (Affine){
        .a = s->a * f->a + s->b * f->d,
        .b = s->a * f->b + s->b * f->e,
        .c = s->a * f->c + s->b * f->f + s->c,
        .d = s->d * f->a + s->e * f->d,
        .e = s->d * f->b + s->e * f->e,
        .f = s->d * f->c + s->e * f->f + s->f,
    };
}

bool affine_is_none(const Affine *m) {
    return m->a == 1 && m->b == 0 && m->c == 0 && m->d == 0 && m->e == 1 && m->f == 0;
}

static bool is_number(double number) {
    return isfinite(number) && fabs(number) <= NUMBER_MOST;
}

static bool is_plausible(const Affine *m) {
    double area = fabs(m->a * m->e - m->b * m->d);
    bool numbers = is_number(m->a) && is_number(m->b) && is_number(m->c) && is_number(m->d) &&
                   is_number(m->e) && is_number(m->f);
    return numbers && area >= SMALLEST && area <= LARGEST;
}

/* ---- fitting: the same three equations for x and for y --------------------------------------- */

typedef struct Sums {
    double xx, xy, yy, x, y, n;
} Sums;

static Sums sums_of(const AffinePoint *from, int count) {
    Sums s = {.n = count};
    for (int i = 0; i < count; i++) {
        s.xx += from[i].x * from[i].x;
        s.xy += from[i].x * from[i].y;
        s.yy += from[i].y * from[i].y;
        s.x += from[i].x;
        s.y += from[i].y;
    }
    return s;
}

static double determinant(const Sums *s) {
    return s->xx * (s->yy * s->n - s->y * s->y) - s->xy * (s->xy * s->n - s->y * s->x) +
           s->x * (s->xy * s->y - s->yy * s->x);
}

/* Cramer's rule; `px`, `py`, `p` are the sums of the wished coordinate with x, with y and alone. */
static void solve(const Sums *s, double det, double px, double py, double p, double out[3]) {
    out[0] = (px * (s->yy * s->n - s->y * s->y) - s->xy * (py * s->n - s->y * p) +
              s->x * (py * s->y - s->yy * p)) /
             det;
    out[1] = (s->xx * (py * s->n - s->y * p) - px * (s->xy * s->n - s->y * s->x) +
              s->x * (s->xy * p - py * s->x)) /
             det;
    out[2] = (p - out[0] * s->x - out[1] * s->y) / s->n;
}

bool affine_fit(const AffinePoint *from, const AffinePoint *to, int count, Affine *fit) {
    Sums s = sums_of(from, count);
    double det = determinant(&s), x[3], y[3];
    double px[3] = {0}, py[3] = {0};
    if (count < 3 || fabs(det) < 1e-9)
        return false;
    for (int i = 0; i < count; i++) {
        px[0] += to[i].x * from[i].x;
        px[1] += to[i].x * from[i].y;
        px[2] += to[i].x;
        py[0] += to[i].y * from[i].x;
        py[1] += to[i].y * from[i].y;
        py[2] += to[i].y;
    }
    solve(&s, det, px[0], px[1], px[2], x);
    solve(&s, det, py[0], py[1], py[2], y);
    *fit = (Affine){x[0], x[1], x[2], y[0], y[1], y[2]};
    return is_plausible(fit);
}

/* ---- as text --------------------------------------------------------------------------------- */

bool affine_read(const char *text, Affine *affine) {
    double number[6];
    for (int i = 0; i < 6; i++) {
        char *end;
        number[i] = strtod(text, &end);
        if (end == text)
            return false;
        text = end;
    }
    Affine read = {number[0], number[1], number[2], number[3], number[4], number[5]};
    if (text[strspn(text, " ")] || !is_plausible(&read))
        return false;
    *affine = read;
    return true;
}

/* Without the zeros at its end, and never as "-0". */
static int print_number(char *text, double number) {
    char digits[24];
    snprintf(digits, sizeof digits, "%.5f", fabs(number) < 5e-6 ? 0 : number);
    size_t len = strlen(digits);
    while (digits[len - 1] == '0')
        len--;
    len -= digits[len - 1] == '.';
    memcpy(text, digits, len);
    text[len] = 0;
    return (int)len;
}

void affine_print(const Affine *m, char text[AFFINE_TEXT]) {
    const double number[6] = {m->a, m->b, m->c, m->d, m->e, m->f};
    int at = 0;
    for (int i = 0; i < 6; i++) {
        if (i)
            text[at++] = ' ';
        at += print_number(text + at, number[i]);
    }
}
