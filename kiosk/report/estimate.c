/* Least squares under what must hold, and margins. Knows no keys. */
#include "report/estimate.h"

#include <math.h>

#define NINETEEN_OF_TWENTY 1.959964
#define GENEROUS 3.0 /* margins of the base where it only cuts other margins */

/* ---- margins --------------------------------------------------------------------------------- */

/* Of the normal law: what lies beyond z on either side is `outside`. */
static double normal_quantile(double outside) {
    double low = 0, high = 8;
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        if (erfc(middle / sqrt(2)) > outside)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The quantile is asked for often, and for few different numbers of tries. */
static double normal_sigmas(int tries) {
    static _Thread_local double known[256];
    if (tries <= 1)
        return NINETEEN_OF_TWENTY;
    if (tries >= 256)
        return normal_quantile(.05 / tries);
    if (known[tries] == 0)
        known[tries] = normal_quantile(.05 / tries);
    return known[tries];
}

double sigmas(Count noise, int tries) {
    double z = normal_sigmas(tries);
    double excess = noise.variance > 0 ? noise.tail / (noise.variance * noise.variance) : 0;
    return z + (z * z * z - 3 * z) / 24 * excess;
}

Count count_mean(const Count *count, int counts) {
    double weight = 0, sum = 0, tail = 0;
    for (int i = 0; i < counts; i++)
        if (count[i].variance > 0) {
            weight += 1 / count[i].variance;
            sum += (double)count[i].n / count[i].variance;
            tail += count[i].tail / pow(count[i].variance, 4);
        }
    if (weight == 0)
        return (Count){0};
    return (Count){llround(sum / weight), 1 / weight, tail / pow(weight, 4)};
}

/* ---- fitting --------------------------------------------------------------------------------- */

static void add_up(ShareFit *fit) {
    for (int i = 0; i < fit->count; i++) {
        fit->raw += (double)fit->cell[i].n;
        fit->variance += fit->cell[i].variance;
    }
}

static double weighed(double a, double a_variance, double b, double b_variance) {
    return (a * b_variance + b * a_variance) / (a_variance + b_variance);
}

static void agree_on_sum(ShareFit *fit, Base base) {
    double n = (double)base.count.n, variance = base.count.variance;
    bool known = base.kind != BASE_NONE && variance > 0 && fit->variance > 0;
    fit->sum = fit->raw;
    fit->sum_variance = fit->variance;
    fit->most = known ? fmax(0, n + GENEROUS * sqrt(variance)) : INFINITY;
    if (known && base.kind == BASE_EXACT) {
        fit->sum = weighed(fit->raw, fit->variance, n, variance);
        fit->sum_variance = fit->variance * variance / (fit->variance + variance);
    }
}

/* The share of a cell in what its table is corrected by. */
static double part_of(const ShareFit *fit, double variance) {
    return fit->variance > 0 ? variance / fit->variance : 0;
}

static double linear(const ShareFit *fit, int i) {
    const Count *cell = &fit->cell[i];
    return (double)cell->n + part_of(fit, cell->variance) * (fit->sum - fit->raw);
}

/* What is to be cut off every cell by its variance so that the rest, not below 0, sums to `sum`:
   cells that fall below are left out and the others tried again, which ends since no cell ever
   comes back. */
static void project(ShareFit *fit, double sum) {
    double cut = 0;
    for (bool again = true; again;) {
        double rest = -sum, variance = 0;
        again = false;
        for (int i = 0; i < fit->count; i++)
            if (fit->x[i] >= 0) {
                rest += linear(fit, i);
                variance += fit->cell[i].variance;
            }
        cut = variance > 0 ? rest / variance : 0;
        for (int i = 0; i < fit->count; i++)
            if (fit->x[i] >= 0 && linear(fit, i) < cut * fit->cell[i].variance) {
                fit->x[i] = -1;
                again = true;
            }
    }
    for (int i = 0; i < fit->count; i++)
        fit->x[i] = fit->x[i] < 0 ? 0 : fmax(0, linear(fit, i) - cut * fit->cell[i].variance);
}

static void keep_positive(ShareFit *fit) {
    for (int i = 0; i < fit->count; i++)
        fit->x[i] = fmax(0, linear(fit, i));
}

static double sum_of(const ShareFit *fit) {
    double sum = 0;
    for (int i = 0; i < fit->count; i++)
        sum += fit->x[i];
    return sum;
}

/* No sum is larger than the base; where both are unsure they meet between. */
static double limit(const ShareFit *fit, Base base, double sum) {
    double n = (double)base.count.n;
    if (base.kind != BASE_AT_MOST || base.count.variance <= 0 || sum <= n)
        return sum;
    return fmax(0, weighed(sum, fit->variance, n, base.count.variance));
}

ShareFit fit_cells(const Count *cell, int count, Base base, Arena *arena) {
    ShareFit fit = {.cell = cell, .count = count, .x = arena_array(arena, double, count + 1)};
    add_up(&fit);
    agree_on_sum(&fit, base);
    if (base.kind == BASE_EXACT && base.count.variance > 0) {
        project(&fit, fmax(0, fit.sum));
    } else if (fit.raw > NINETEEN_OF_TWENTY * sqrt(fit.variance)) {
        project(&fit, limit(&fit, base, fit.raw));
    } else { /* the sum says nothing: the cells stand by themselves, as far as there are visits for
                them */
        keep_positive(&fit);
        double positive = sum_of(&fit), most = limit(&fit, base, positive);
        for (int i = 0; i < count; i++)
            fit.x[i] = 0;
        if (most < positive)
            project(&fit, most);
        else
            keep_positive(&fit);
    }
    fit.fitted = sum_of(&fit);
    return fit;
}

/* ---- what is asked of it --------------------------------------------------------------------- */

/* The linear estimate of a part of the cells and its variance: the part by itself is independent of
 * the sum. */
typedef struct EstimatePart {
    double x, linear, variance, with_sum; /* with_sum: covariance */
    Count noise;
} EstimatePart;

static EstimatePart part_sum(const ShareFit *fit, const int *member, int count) {
    EstimatePart part = {0};
    for (int i = 0; i < count; i++) {
        part.x += fit->x[member[i]];
        part.linear += linear(fit, member[i]);
        part.noise = count_sum(part.noise, fit->cell[member[i]]);
    }
    double of_sum = part_of(fit, part.noise.variance);
    part.with_sum = of_sum * fit->sum_variance;
    part.variance = part.noise.variance * (1 - of_sum) + of_sum * of_sum * fit->sum_variance;
    return part;
}

Bounds fit_sum(const ShareFit *fit, const int *member, int count) {
    EstimatePart part = part_sum(fit, member, count);
    double margin = sigmas(part.noise, 1) * sqrt(fmax(0, part.variance));
    Bounds b = {part.x, fmax(0, part.linear - margin), fmin(part.linear + margin, fit->most)};
    b.low = fmin(b.low, b.n);
    b.high = fmax(b.high, b.n);
    return b;
}

Bounds fit_share(const ShareFit *fit, const int *member, int count) {
    EstimatePart part = part_sum(fit, member, count);
    double z = sigmas(part.noise, 1), zz = z * z;
    double a = part.linear, b = fit->sum;
    double first = b * b - zz * fit->sum_variance, second = a * b - zz * part.with_sum;
    double third = a * a - zz * part.variance, root = second * second - first * third;
    if (b <= 0 || first <= 0 || root < 0 || fit->fitted <= 0)
        return (Bounds){-1, 0, 1};
    double n = part.x / fit->fitted;
    double low = (second - sqrt(root)) / first, high = (second + sqrt(root)) / first;
    return (Bounds){n, fmin(n, fmax(0, low)), fmax(n, fmin(1, high))};
}

bool fit_stands_out(const ShareFit *fit, int i) {
    const Count *cell = &fit->cell[i];
    double of_sum = part_of(fit, cell->variance), even = of_sum * fit->raw;
    double variance = cell->variance * (1 - of_sum), z = sigmas(*cell, fit->count);
    return (double)cell->n > z * sqrt(cell->variance) &&
           (double)cell->n - even > z * sqrt(fmax(0, variance));
}
