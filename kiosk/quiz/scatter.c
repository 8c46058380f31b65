/* The answers of a person: by the model, or by chance. */
#include "quiz/scatter.h"

#include <math.h>
#include <stddef.h>

#define LEAST_LIKELY 1e-6 /* of one answer: a slip is no proof */

enum { ANSWERS_LEAST = 12 /* below, they say nothing */ };

/* Residuals s times as wide, log s = 0.4 z at z = -1.5, -0.75 … 1.5, as likely as N(0, 1) is there.
   No wider: of somebody so unsteady the answers say nothing either. With z to 2.25 whoever taps on
   the first and the last plate at random was never noticed, with this by four in five. */
static const struct {
    double square, share; /* s^2 */
} STEADINESS[] = {
    {0.301194, 0.102771}, {0.548812, 0.238950}, {1, 0.316558},
    {1.822119, 0.238950}, {3.320117, 0.102771},
};

/* The share of N(0, 1) above x, to 3e-7: Abramowitz and Stegun 7.1.28, which needs no exp, whose
   last bits differ from machine to machine. */
static double share_above(double x) {
    static const double A[] = {0.0705230784, 0.0422820123, 0.0092705272,
                               0.0001520143, 0.0002765672, 0.0000430638};
    double t = fabs(x) / sqrt(2), power = 1, sum = 1;
    for (int i = 0; i < 6; i++) {
        power *= t;
        sum += A[i] * power;
    }
    for (int i = 0; i < 4; i++)
        sum *= sum;
    return x < 0 ? 1 - 0.5 / sum : 0.5 / sum;
}

/* The share of what is foretold that is rounded to an answer. */
static double foretold(const Belief *belief, const Measure *item, const GivenAnswer *given) {
    double half = given->step / 2.0, above_lower = 1, above_upper = 0;
    double middle = item->mean + item->loading * belief->mean[item->dimension];
    double known = item->loading * item->loading * belief->cov.at[item->dimension][item->dimension];
    double spread = sqrt(known + item->variance);
    if (given->answer - given->step >= 0)
        above_lower = share_above((given->answer - half - middle) / spread);
    if (given->answer < QUIZ_ANSWER_MAX)
        above_upper = share_above((given->answer + half - middle) / spread);
    return fmax(above_lower - above_upper, LEAST_LIKELY);
}

static int plates_of(const GivenAnswer *given) {
    return QUIZ_ANSWER_MAX / given->step + 1;
}

/* How likely the answers are beside chance, of somebody so steady. */
static double likelihood(const Covariance *prior, const GivenAnswer *given, int count,
                         double square) {
    Belief so_far;
    double ratio = 1;
    belief_begin(&so_far, prior);
    for (int i = 0; i < count; i++) {
        Measure item = given[i].item;
        item.variance *= square;
        ratio *= plates_of(&given[i]) * foretold(&so_far, &item, &given[i]);
        item.variance += belief_rounding(given[i].step);
        belief_answer(&so_far, item, given[i].answer);
    }
    return ratio;
}

double scatter_ratio(const Covariance *prior, const GivenAnswer *given, int count) {
    Covariance wide = *prior;
    double model = 0;
    if (count < ANSWERS_LEAST)
        return 0;
    for (int i = 0; i < QUIZ_DIMENSIONS_MAX; i++)
        for (int j = 0; j < QUIZ_DIMENSIONS_MAX; j++)
            wide.at[i][j] += SCATTER_GENERAL;
    for (size_t k = 0; k < sizeof STEADINESS / sizeof *STEADINESS; k++)
        model += STEADINESS[k].share * likelihood(&wide, given, count, STEADINESS[k].square);
    return 1 / model;
}

double scatter_foretold(const Belief *belief, Measure item) {
    GivenAnswer given = {item, 0, 1};
    double sum = 0;
    for (; given.answer <= QUIZ_ANSWER_MAX; given.answer++) {
        double share = foretold(belief, &item, &given);
        sum += share * share;
    }
    return sum;
}
