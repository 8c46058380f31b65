/* Discrete Laplace noise, drawn in integers only: C. Canonne, G. Kamath, T. Steinke, "The Discrete
   Gaussian for Differential Privacy", 2020, algorithms 1 and 2. Floating point would not be private
   (Mironov 2012). Knows nothing of counters. */
#pragma once

#include <stdint.h>

/* A number below `bound` (at least 1), each as likely. Injected, so that tests can repeat it. */
typedef struct StatsDraw {
    uint32_t (*below)(void *self, uint32_t bound);
    void *self;
} StatsDraw;

/* A whole number z with probability proportional to exp(-|z| * epsilon), epsilon in thousandths, 1
   to 100000. Its variance is 2 a / (1 - a)^2 with a = exp(-epsilon). */
int32_t noise_laplace(StatsDraw draw, uint32_t epsilon_milli);

double noise_variance(uint32_t epsilon_milli);
