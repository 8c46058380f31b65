/* What the answers so far say of a person: a Gaussian over all dimensions, moved by each
   answer in closed form. Pure, no allocation, the same bits on every machine (IEEE arithmetic
   and sqrt only; ISO C forbids contraction).
   Model: y = mean + loading * theta[dimension] + e, e ~ N(0, variance); theta ~ N(0, prior). */
#pragma once

#include "base/dimensions.h"

#include <stdbool.h>

/* Of dimensions that a campus does not have nothing is asked: they stand alone, 1 on the diagonal,
   and no answer moves them. So every sum over all of them is the sum over those there are. */
typedef struct Covariance {
    double at[QUIZ_DIMENSIONS_MAX][QUIZ_DIMENSIONS_MAX]; /* symmetric */
} Covariance;

typedef struct Belief {
    double mean[QUIZ_DIMENSIONS_MAX];
    Covariance cov;
} Belief;

enum { QUIZ_ANSWER_MAX = 4 /* answers go from 0 "pas du tout" to 4 "beaucoup" */ };

/* How an item measures: in units of the answer. */
typedef struct Measure {
    int dimension;
    double loading, mean, variance; /* loading and variance above 0 */
} Measure;

/* Before any answer: mean 0, and the covariance of interests among people at large. */
void belief_begin(Belief *belief, const Covariance *prior);

/* Kalman update with one exact answer: k = V[.,d] a / (a^2 V[d,d] + s2); m += k (y - mean - a
   m[d]); V -= k a V[d,.] */
void belief_answer(Belief *belief, Measure item, double answer);

/* What one answer of all those given moved the final mean by, in every dimension. With a prior
   mean of zero m = sum over answers of V a e_d (y - mean) / s2, V the final covariance: the
   parts sum to the mean exactly. */
void belief_part(const Belief *final, Measure item, double answer,
                 double part[QUIZ_DIMENSIONS_MAX]);

/* What an item's variance grows by when there are fewer plates than five, `step` apart: rounding
   to steps of h instead of 1 adds (h^2 - 1^2) / 12 (W. F. Sheppard, Proc. London Math. Soc. 29,
   1898). */
double belief_rounding(int step);

/* Lower triangle with l l' = covariance. False when there is none, that is when it is not
   positive definite; what rounding makes negative then counts as certain. */
bool belief_root(const Covariance *cov, double l[QUIZ_DIMENSIONS_MAX][QUIZ_DIMENSIONS_MAX]);
