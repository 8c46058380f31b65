/* Learns what it can from the counts of a campus that calibrates (quiz/sample.h): numbers with
   noise in each. It knows neither files nor the statistics. */
#pragma once

#include "tools/quiz/fit.h"

/* A noised count and the variance of its noise. */
typedef struct SampleCount {
    double n, variance;
} SampleCount;

typedef struct Calibration {
    double answers, pairs; /* how many were counted, about */
    /* how much of the new numbers is what was counted, 0 to 1, on average */
    double mean_weight, correlation_weight;
    bool sound; /* the new correlations do not contradict each other; else the old ones are kept */
} Calibration;

/* `cell` has the counts of sample_cells. The means of the items and the correlations
   become averages of what the bank says and what was counted, each by its precision (the bank's:
   a standard deviation of .5 for a mean, .15 for a correlation); loadings and variances stay:
   single answers do not tell them. */
Calibration calibrate(const QuizBank *bank, const SampleCount *cell, Fit *fit);
