/* New means and correlations from noised counts. */
#include "tools/quiz/calibrate.h"

#include "quiz/sample.h"

#include <math.h>

#define N QUIZ_DIMENSIONS_MAX
#define MEAN_UNSURE 0.5         /* of a mean in the bank, on 0 to 4 */
#define CORRELATION_UNSURE 0.15 /* of a correlation in the bank */
#define ANSWER_VARIANCE 1.5     /* of one answer about its mean */
#define FEWEST 5                /* counts, about, below which nothing is read from them */
#define CORRELATION_MOST 0.95

/* By precision: how much of the counted value the new one takes. */
static double weight_of(double unsure, double variance) {
    return unsure * unsure / (unsure * unsure + variance);
}

static double learn_mean(const QuizBank *bank, const SampleCount *cell, int item, double *counted,
                         double *mean) {
    double n = 0, sum = 0, noise = 0;
    *mean = bank->item[item].mean;
    for (int answer = 0; answer < SAMPLE_ANSWERS; answer++) {
        SampleCount c = cell[sample_of_answer(item, answer)];
        n += c.n;
        sum += answer * c.n;
        noise += (answer - *mean) * (answer - *mean) * c.variance;
    }
    *counted += n;
    if (n < FEWEST)
        return 0;
    double w = weight_of(MEAN_UNSURE, ANSWER_VARIANCE / n + noise / n / n);
    *mean += w * (fmin(fmax(sum / n, 0), QUIZ_ANSWER_MAX) - *mean);
    return w;
}

/* The mean of a dimension's items among the new ones. */
static double usual_mean(const QuizBank *bank, const Fit *fit, int dimension) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < bank->item_count; i++)
        if (bank->item[i].dimension == dimension) {
            sum += fit->item[i].mean;
            count++;
        }
    return sum / count;
}

/* The share of "together" says the mean of (y - 2)(z - 2); less the product of the means that is
   the covariance. */
static double learn_pair(const QuizBank *bank, const SampleCount *cell, int a, int b,
                         double *counted, Fit *fit) {
    SampleCount against = cell[sample_of_pair(sample_shape(bank), a, b, false)];
    SampleCount together = cell[sample_of_pair(sample_shape(bank), a, b, true)];
    double n = against.n + together.n, scale = bank->pull[a] * bank->pull[b];
    *counted += n;
    if (n < FEWEST)
        return 0;
    double share = fmin(fmax(together.n / n, 0), 1);
    double product = 8 * share - 4;
    double r = (product - (usual_mean(bank, fit, a) - 2) * (usual_mean(bank, fit, b) - 2)) / scale;
    double noise = against.variance * share * share + together.variance * (1 - share) * (1 - share);
    double variance = 64 * (0.25 / n + noise / n / n) / scale / scale;
    double w = weight_of(CORRELATION_UNSURE, variance), new_r = bank->prior.at[a][b];
    new_r += w * (r - new_r);
    new_r = fmin(fmax(new_r, -CORRELATION_MOST), CORRELATION_MOST);
    fit->correlation.at[a][b] = fit->correlation.at[b][a] = new_r;
    return w;
}

static int learn_pairs(const QuizBank *bank, const SampleCount *cell, Calibration *c, Fit *fit) {
    int pairs = 0;
    for (int a = 0; a < N; a++)
        for (int b = a + 1; b < N; b++)
            if (bank->asked[a] && bank->asked[b]) {
                c->correlation_weight += learn_pair(bank, cell, a, b, &c->pairs, fit);
                pairs++;
            }
    return pairs;
}

Calibration calibrate(const QuizBank *bank, const SampleCount *cell, Fit *fit) {
    Calibration c = {0};
    double root[N][N];
    *fit = (Fit){.correlation = bank->prior};
    for (int i = 0; i < bank->item_count; i++) {
        fit->item[i] = bank->item[i];
        c.mean_weight +=
            learn_mean(bank, cell, i, &c.answers, &fit->item[i].mean) / bank->item_count;
    }
    int pairs = learn_pairs(bank, cell, &c, fit);
    c.correlation_weight /= pairs;
    c.sound = belief_root(&fit->correlation, root);
    if (!c.sound)
        fit->correlation = bank->prior;
    return c;
}
