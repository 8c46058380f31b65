#include "quiz/belief.h"

#include "quiz/match.h"
#include "support/test.h"

#include <math.h>
#include <string.h>

#define N BELIEF_DIMENSIONS
#define ANSWERS_MAX 30

static uint64_t random_state = 20261124;

static double uniform(void) {
    random_state ^= random_state << 13, random_state ^= random_state >> 7, random_state ^= random_state << 17;
    return (double)(random_state >> 11) / 9007199254740992.0;
}

typedef struct Case {
    Measure item[ANSWERS_MAX];
    double answer[ANSWERS_MAX];
    int count;
} Case;

static Case draw_case(void) {
    Case c = {.count = 1 + (int)(uniform() * ANSWERS_MAX)};
    for (int i = 0; i < c.count; i++) {
        c.item[i] = (Measure){(int)(uniform() * N), 0.3 + uniform(), 1 + 2 * uniform(), 0.1 + uniform()};
        c.answer[i] = floor(uniform() * 5);
    }
    return c;
}

static Belief believe(const Case *c) {
    Belief belief;
    belief_begin(&belief);
    for (int i = 0; i < c->count; i++)
        belief_answer(&belief, c->item[i], c->answer[i]);
    return belief;
}

/* Gauss-Jordan with partial pivoting: slow, plain, and nothing like the code under test. */
static void invert(double a[N][N], double inverse[N][N]) {
    memset(inverse, 0, sizeof(double) * N * N);
    for (int i = 0; i < N; i++)
        inverse[i][i] = 1;
    for (int c = 0; c < N; c++) {
        int pivot = c;
        for (int r = c; r < N; r++)
            pivot = fabs(a[r][c]) > fabs(a[pivot][c]) ? r : pivot;
        for (int k = 0; k < N; k++) {
            double t = a[c][k];
            a[c][k] = a[pivot][k], a[pivot][k] = t;
            t = inverse[c][k];
            inverse[c][k] = inverse[pivot][k], inverse[pivot][k] = t;
        }
        double scale = a[c][c];
        for (int k = 0; k < N; k++)
            a[c][k] /= scale, inverse[c][k] /= scale;
        for (int r = 0; r < N; r++) {
            double factor = r == c ? 0 : a[r][c];
            for (int k = 0; k < N; k++)
                a[r][k] -= factor * a[c][k], inverse[r][k] -= factor * inverse[c][k];
        }
    }
}

/* The posterior in information form, solved at once: V = (prior^-1 + sum a^2/s2)^-1, m = V sum a (y - mean) / s2. */
static void solve(const Case *c, Belief *belief) {
    Belief before;
    double precision[N][N], b[N] = {0};
    belief_begin(&before);
    invert(before.cov, precision);
    for (int i = 0; i < c->count; i++) {
        int d = c->item[i].dimension;
        precision[d][d] += c->item[i].loading * c->item[i].loading / c->item[i].variance;
        b[d] += c->item[i].loading * (c->answer[i] - c->item[i].mean) / c->item[i].variance;
    }
    invert(precision, belief->cov);
    for (int i = 0; i < N; i++) {
        belief->mean[i] = 0;
        for (int j = 0; j < N; j++)
            belief->mean[i] += belief->cov[i][j] * b[j];
    }
}

static void test_equals_a_direct_solve(void **state) {
    (void)state;
    for (int run = 0; run < 500; run++) {
        Case c = draw_case();
        Belief step = believe(&c), direct;
        solve(&c, &direct);
        for (int i = 0; i < N; i++) {
            assert_true(fabs(step.mean[i] - direct.mean[i]) < 1e-10);
            for (int j = 0; j < N; j++)
                assert_true(fabs(step.cov[i][j] - direct.cov[i][j]) < 1e-10);
        }
    }
}

/* Cholesky succeeds, and with room to spare: the prior is a covariance. */
static void test_prior_is_positive_definite(void **state) {
    (void)state;
    Belief belief;
    double l[N][N] = {{0}};
    belief_begin(&belief);
    for (int i = 0; i < N; i++)
        for (int j = 0; j <= i; j++) {
            double sum = belief.cov[i][j];
            assert_true(belief.cov[i][j] == belief.cov[j][i]);
            for (int k = 0; k < j; k++)
                sum -= l[i][k] * l[j][k];
            if (i == j)
                assert_true(sum > 0.05);
            l[i][j] = i == j ? sqrt(sum) : sum / l[j][j];
        }
}

static void test_every_answer_makes_surer(void **state) {
    (void)state;
    for (int run = 0; run < 100; run++) {
        Case c = draw_case();
        Belief belief;
        belief_begin(&belief);
        for (int i = 0; i < c.count; i++) {
            Belief before = belief;
            belief_answer(&belief, c.item[i], c.answer[i]);
            for (int d = 0; d < N; d++)
                assert_true(belief.cov[d][d] > 0 && belief.cov[d][d] <= before.cov[d][d]);
        }
    }
}

/* The explanation is arithmetic: the parts of the answers are the mean, and their shares are the score. */
static void test_parts_sum_to_the_mean_and_shares_to_the_score(void **state) {
    (void)state;
    for (int run = 0; run < 500; run++) {
        Case c = draw_case();
        Belief belief = believe(&c);
        double weight[N], sum[N] = {0}, shares = 0;
        for (int d = 0; d < N; d++)
            weight[d] = floor(uniform() * 7);
        for (int i = 0; i < c.count; i++) {
            double part[N];
            belief_part(&belief, c.item[i], c.answer[i], part);
            for (int d = 0; d < N; d++)
                sum[d] += part[d];
            shares += match_share(&belief, weight, part);
        }
        for (int d = 0; d < N; d++)
            assert_true(fabs(sum[d] - belief.mean[d]) < 1e-9);
        assert_true(fabs(shares - match_score(&belief, weight)) < 1e-9);
    }
}

static void test_score_stays_in_bounds_and_knows_nothing_of_nobody(void **state) {
    (void)state;
    double weight[N];
    for (int d = 0; d < N; d++)
        weight[d] = d % 5;
    Belief nobody;
    belief_begin(&nobody);
    assert_true(match_score(&nobody, weight) == 0);
    for (int run = 0; run < 200; run++) {
        Case c = draw_case();
        Belief belief = believe(&c);
        assert_true(fabs(match_score(&belief, weight)) < 1);
    }
    double flat[N] = {0};
    Case c = draw_case();
    Belief belief = believe(&c);
    assert_true(match_score(&belief, flat) == 0);
}

/* Liking what a trade is made of brings the trade nearer, the more the oftener it is said. */
static void test_more_evidence_counts_more(void **state) {
    (void)state;
    double weight[N] = {7, 3, 1, 1, 1, 4, 0, 0, 0, 4, 2, 0, 0, 0, 0, 0}, before = 0;
    Belief belief;
    belief_begin(&belief);
    for (int i = 0; i < 4; i++) {
        belief_answer(&belief, (Measure){9, 0.75, 2, 0.4}, 4); /* metal and heat */
        double score = match_score(&belief, weight);
        assert_true(score > before);
        before = score;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equals_a_direct_solve),
        cmocka_unit_test(test_prior_is_positive_definite),
        cmocka_unit_test(test_every_answer_makes_surer),
        cmocka_unit_test(test_parts_sum_to_the_mean_and_shares_to_the_score),
        cmocka_unit_test(test_score_stays_in_bounds_and_knows_nothing_of_nobody),
        cmocka_unit_test(test_more_evidence_counts_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
