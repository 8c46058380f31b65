/* What the answers so far say of a person: a Gaussian over the sixteen dimensions, moved by each answer in closed form.
   Pure, no allocation, the same bits on every machine.
   Model: y = mean + loading * theta[dimension] + e, e ~ N(0, variance); theta ~ N(0, prior). */
#pragma once

enum { BELIEF_DIMENSIONS = 16 }; /* R I A S E C, then M E A S P L D Q O H */

typedef struct Belief {
    double mean[BELIEF_DIMENSIONS];
    double cov[BELIEF_DIMENSIONS][BELIEF_DIMENSIONS];
} Belief;

/* How an item measures: in units of the answer, 0 to 4. */
typedef struct Measure {
    int dimension;
    double loading, mean, variance; /* loading and variance above 0 */
} Measure;

void belief_begin(Belief *belief); /* before any answer */

/* Kalman update with one exact answer: k = V[.,d] a / (a^2 V[d,d] + s2); m += k (y - mean - a m[d]); V -= k a V[d,.] */
void belief_answer(Belief *belief, Measure item, double answer);

/* What one answer of all those given moved the final mean by, in every dimension. With a prior mean of zero
   m = sum over answers of V a e_d (y - mean) / s2, V the final covariance: the parts sum to the mean exactly. */
void belief_part(const Belief *final, Measure item, double answer, double part[BELIEF_DIMENSIONS]);
