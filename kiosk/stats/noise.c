#include "stats/noise.h"

#include <math.h>
#include <stdbool.h>

#define UNIT 1000u /* epsilon is given in thousandths */
#define VALUE_MAX 100000000u

/* True with probability num / den. */
static bool chance(StatsDraw draw, uint32_t num, uint32_t den) {
    return draw.below(draw.self, den) < num;
}

/* True with probability exp(-num / den), for num not above den. */
static bool chance_exp(StatsDraw draw, uint32_t num, uint32_t den) {
    uint32_t k = 1;
    while (k < UINT32_MAX / den && chance(draw, num, den * k))
        k++;
    return k % 2 == 1;
}

/* A whole number x with probability proportional to exp(-x / UNIT). */
static uint32_t geometric(StatsDraw draw) {
    uint32_t rest, whole = 0;
    do
        rest = draw.below(draw.self, UNIT);
    while (!chance_exp(draw, rest, UNIT));
    while (whole < VALUE_MAX / UNIT && chance_exp(draw, 1, 1))
        whole++;
    return rest + UNIT * whole;
}

int32_t noise_laplace(StatsDraw draw, uint32_t epsilon_milli) {
    for (;;) {
        uint32_t size = geometric(draw) / epsilon_milli;
        bool below_zero = chance(draw, 1, 2);
        if (size || !below_zero) /* zero has one sign only, else it would come twice as often */
            return below_zero ? -(int32_t)size : (int32_t)size;
    }
}

double noise_variance(uint32_t epsilon_milli) {
    double a = exp(-(double)epsilon_milli / UNIT);
    return 2 * a / ((1 - a) * (1 - a));
}
