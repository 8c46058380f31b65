#include "quiz/belief.h"

#include "support/test.h"

#include <math.h>
#include <string.h>

#define N QUIZ_DIMENSIONS_MAX
#define ANSWERS_MAX 30

static uint64_t random_state = 20261124;

static double uniform(void) {
    random_state ^= random_state << 13, random_state ^= random_state >> 7,
        random_state ^= random_state << 17;
    return (double)(random_state >> 11) / 9007199254740992.0;
}

/* Any covariance will do: the sum of a few random outer products, and something on the diagonal. */
static Covariance prior;

static int draw_prior(void **state) {
    (void)state;
    double half[N][N];
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            half[i][j] = uniform() - 0.5;
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            prior.at[i][j] = i == j ? 0.2 : 0;
            for (int k = 0; k < N; k++)
                prior.at[i][j] += half[i][k] * half[j][k] / 2;
        }
    return 0;
}

typedef struct Case {
    Measure item[ANSWERS_MAX];
    double answer[ANSWERS_MAX];
    int count;
} Case;

static Case draw_case(void) {
    Case c = {.count = 1 + (int)(uniform() * ANSWERS_MAX)};
    for (int i = 0; i < c.count; i++) {
        c.item[i] =
            (Measure){(int)(uniform() * N), 0.3 + uniform(), 1 + 2 * uniform(), 0.1 + uniform()};
        c.answer[i] = floor(uniform() * 5);
    }
    return c;
}

static Belief believe(const Case *c) {
    Belief belief;
    belief_begin(&belief, &prior);
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

/* The posterior in information form, solved at once: V = (prior^-1 + sum a^2/s2)^-1, m = V sum a
   (y - mean) / s2. */
static void solve(const Case *c, Belief *belief) {
    Belief before;
    double precision[N][N], b[N] = {0};
    belief_begin(&before, &prior);
    invert(before.cov.at, precision);
    for (int i = 0; i < c->count; i++) {
        int d = c->item[i].dimension;
        precision[d][d] += c->item[i].loading * c->item[i].loading / c->item[i].variance;
        b[d] += c->item[i].loading * (c->answer[i] - c->item[i].mean) / c->item[i].variance;
    }
    invert(precision, belief->cov.at);
    for (int i = 0; i < N; i++) {
        belief->mean[i] = 0;
        for (int j = 0; j < N; j++)
            belief->mean[i] += belief->cov.at[i][j] * b[j];
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
                assert_true(fabs(step.cov.at[i][j] - direct.cov.at[i][j]) < 1e-10);
        }
    }
}

/* l l' is the matrix again; and what is none is refused. */
static void test_root_of_a_covariance(void **state) {
    (void)state;
    double l[N][N];
    assert_true(belief_root(&prior, l));
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0;
            for (int k = 0; k < N; k++)
                sum += l[i][k] * l[j][k];
            assert_true(fabs(sum - prior.at[i][j]) < 1e-12);
        }
    Covariance twice = prior; /* one dimension is another one */
    for (int i = 0; i < N; i++)
        twice.at[3][i] = twice.at[i][3] = i == 3 ? prior.at[5][5] : prior.at[5][i];
    twice.at[3][5] = twice.at[5][3] = prior.at[5][5];
    assert_false(belief_root(&twice, l));
    Covariance wild = prior;
    wild.at[0][1] = wild.at[1][0] = 10;
    assert_false(belief_root(&wild, l));
}

static void test_every_answer_makes_surer(void **state) {
    (void)state;
    for (int run = 0; run < 100; run++) {
        Case c = draw_case();
        Belief belief;
        belief_begin(&belief, &prior);
        for (int i = 0; i < c.count; i++) {
            Belief before = belief;
            belief_answer(&belief, c.item[i], c.answer[i]);
            for (int d = 0; d < N; d++)
                assert_true(belief.cov.at[d][d] > 0 && belief.cov.at[d][d] <= before.cov.at[d][d]);
        }
    }
}

/* The explanation is arithmetic: the parts of the answers are the mean. */
static void test_parts_sum_to_the_mean(void **state) {
    (void)state;
    for (int run = 0; run < 500; run++) {
        Case c = draw_case();
        Belief belief = believe(&c);
        double sum[N] = {0};
        for (int i = 0; i < c.count; i++) {
            double part[N];
            belief_part(&belief, c.item[i], c.answer[i], part);
            for (int d = 0; d < N; d++)
                sum[d] += part[d];
        }
        for (int d = 0; d < N; d++)
            assert_true(fabs(sum[d] - belief.mean[d]) < 1e-9);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equals_a_direct_solve),
        cmocka_unit_test(test_root_of_a_covariance),
        cmocka_unit_test(test_every_answer_makes_surer),
        cmocka_unit_test(test_parts_sum_to_the_mean),
    };
    return cmocka_run_group_tests(tests, draw_prior, NULL);
}
