/* What may be shown of a number. Knows thresholds, no tables. */
#include "report/mask.h"

#include <math.h>

int mask_margin(Count count) {
    return (int)ceil(sigmas(count, 1) * sqrt(count.variance));
}

Value mask_value(Bounds b) {
    Value value = {.n = llround(b.n),
                   .low = (int64_t)floor(b.low),
                   .high = (int64_t)ceil(b.high),
                   .percent = -1};
    int64_t below = value.n - value.low, above = value.high - value.n;
    value.margin = (int)(below > above ? below : above);
    value.shown = value.n < MASK_FEWEST ? SHOWN_FEW : SHOWN_NUMBER;
    return value;
}

Value mask_count(Count count) {
    double n = (double)count.n, margin = sigmas(count, 1) * sqrt(count.variance);
    Value value = mask_value((Bounds){fmax(0, n), fmax(0, n - margin), fmax(0, n + margin)});
    value.shown = count.variance > 0 || count.n ? value.shown : SHOWN_NOTHING;
    return value;
}

void mask_complement(Value **value, int count) {
    int hidden = 0;
    Value *smallest = NULL;
    for (int i = 0; i < count; i++) {
        hidden += value[i]->shown == SHOWN_FEW || value[i]->shown == SHOWN_HIDDEN;
        if (value[i]->shown == SHOWN_NUMBER && (!smallest || value[i]->n < smallest->n))
            smallest = value[i];
    }
    if (hidden == 1 && smallest)
        smallest->shown = SHOWN_HIDDEN;
}

void mask_share(Value *value, Bounds share, int64_t base) {
    bool says = share.n >= 0 && share.high - share.low <= 2 * MASK_SHARE_MARGIN / 100.0;
    if (value->shown != SHOWN_NUMBER || base < MASK_SHARE_BASE || !says)
        return;
    value->percent = (int)lround(100 * share.n);
    value->percent_low = (int)floor(100 * share.low);
    value->percent_high = (int)ceil(100 * share.high);
}

/* The one that lost most by rounding down. */
static int most_cut(const double *share, const int *percent, int count) {
    int most = -1;
    double lost = 0;
    for (int i = 0; i < count; i++)
        if (100 * share[i] - percent[i] > lost) {
            lost = 100 * share[i] - percent[i];
            most = i;
        }
    return most;
}

void mask_round(const double *share, int count, int *percent) {
    double sum = 0;
    int given = 0;
    for (int i = 0; i < count; i++) {
        percent[i] = (int)floor(100 * share[i] + 1e-9);
        given += percent[i];
        sum += 100 * share[i];
    }
    int due = (int)lround(fmin(sum, 100));
    for (int at; given < due && (at = most_cut(share, percent, count)) >= 0; given++)
        percent[at]++;
}

double mask_strictness(int tries) {
    return sigmas((Count){0, 1, 0}, tries) / sigmas((Count){0, 1, 0}, 1);
}

static bool exceeds(const Value *a, const Value *b, double strictness) {
    double below = (double)(a->n - a->low), above = (double)(b->high - b->n);
    return (double)(a->n - b->n) > strictness * sqrt(below * below + above * above);
}

Verdict mask_compare(const Value *a, const Value *b, int tries) {
    double strictness = mask_strictness(tries);
    if (a->shown == SHOWN_NOTHING || b->shown == SHOWN_NOTHING)
        return VERDICT_UNSURE;
    if (exceeds(a, b, strictness))
        return VERDICT_MORE;
    return exceeds(b, a, strictness) ? VERDICT_LESS : VERDICT_UNSURE;
}
