#include "quiz/scatter.h"

#include "quiz/choose.h"
#include "quiz/quiz.h"
#include "support/pupil.h"
#include "support/test.h"
#include "support/world.h"

#include <math.h>

#define N QUIZ_DIMENSIONS_MAX

/* The share of N(middle, spread^2) between two bounds, by the library. */
static double between(double from, double to, double middle, double spread) {
    return 0.5 *
           (erfc((from - middle) / spread / sqrt(2)) - erfc((to - middle) / spread / sqrt(2)));
}

/* Of people so steady, by hand: each answer is to another dimension and none tells of another. */
static double by_hand(const GivenAnswer *given, int count, double square) {
    double ratio = 1;
    for (int i = 0; i < count; i++) {
        Measure m = given[i].item;
        double spread = sqrt(m.loading * m.loading + m.variance * square);
        double half = given[i].step / 2.0, y = given[i].answer;
        double from = y - given[i].step < 0 ? -1e9 : y - half, to = y == 4 ? 1e9 : y + half;
        ratio *= (4 / given[i].step + 1) * between(from, to, m.mean, spread);
    }
    return ratio;
}

static double averaged_by_hand(const GivenAnswer *given, int count) {
    double sum = 0, weights = 0;
    for (int k = -2; k <= 2; k++) {
        double z = 0.75 * k, weight = exp(-z * z / 2);
        sum += weight * by_hand(given, count, exp(2 * 0.4 * z));
        weights += weight;
    }
    return weights / sum;
}

static void test_by_hand(void **state) {
    (void)state;
    Covariance apart; /* once what all likings have in common is added */
    GivenAnswer given[N];
    for (int d = 0; d < N; d++) {
        static const int STEPS[] = {1, 2, 3};
        int step = STEPS[d % 3], least = step == 3 ? 1 : 0;
        for (int i = 0; i < N; i++)
            apart.at[d][i] = (i == d) - SCATTER_GENERAL;
        given[d] = (GivenAnswer){{d, 0.5 + 0.05 * d, 1.5 + 0.05 * d, 0.81}, 0, step};
        given[d].answer = least + step * (d % (4 / step + 1));
    }
    double expected = averaged_by_hand(given, N);
    assert_float_equal(scatter_ratio(&apart, given, N) / expected, 1, 1e-4);
    assert_true(scatter_ratio(&apart, given, 11) == 0); /* too few to say */
}

/* A second answer to the same is foretold from the first. */
static void test_each_answer_is_foretold_from_those_before(void **state) {
    (void)state;
    GivenAnswer alike[24], opposite[24];
    for (int i = 0; i < 24; i++) {
        alike[i] = (GivenAnswer){{i / 2, 0.84, 2, 0.81}, i / 2 % 2 ? 4 : 1, 1};
        opposite[i] = alike[i];
        opposite[i].answer = i % 2 ? 4 - alike[i].answer : alike[i].answer;
    }
    double together = scatter_ratio(&world.bank.prior, alike, 24);
    double against = scatter_ratio(&world.bank.prior, opposite, 24);
    print_message("together %.3f, against %.3f\n", together, against);
    assert_true(together < SCATTER_MOST && against > SCATTER_MOST);
    assert_true(against > 10 * together);
}

/* Surer and further from the middle is foretold better; of somebody wholly unknown hardly. */
static void test_foretold(void **state) {
    (void)state;
    Measure item = {0, 0.84, 2, 0.81};
    Belief belief;
    belief_begin(&belief, &world.bank.prior);
    double unknown = scatter_foretold(&belief, item);
    belief.cov.at[0][0] = 0.1;
    double surer = scatter_foretold(&belief, item);
    belief.mean[0] = 3;
    assert_true(unknown > 0.2 && unknown < surer && surer < scatter_foretold(&belief, item));
    item.variance = 1e-6;
    belief.cov.at[0][0] = 0;
    assert_float_equal(scatter_foretold(&belief, item), 1, 1e-6);
}

/* The end waits until the answers hang together, and until then their like is asked. */
static void test_doubt_is_asked_after(void **state) {
    (void)state;
    int doubted = 0;
    for (uint64_t seed = 0; seed < 60; seed++) {
        Quiz quiz = pupil_of(CROWD_CARELESS, &world.bank, seed);
        bool doubt = quiz_scatter(&quiz, &world.bank) > SCATTER_DOUBT;
        doubted += doubt;
        assert_true(!doubt || quiz.asked == QUIZ_MOST);
    }
    assert_true(doubted > 40);
}

/* Nor does it help to tap on the first and the last plate only. */
static void test_extremes_at_random_are_noticed(void **state) {
    (void)state;
    int noticed = 0;
    for (uint64_t seed = 0; seed < 60; seed++) {
        Quiz quiz;
        quiz_begin(&quiz, &world.bank, seed);
        while (!quiz_finished(&quiz))
            quiz_answer(&quiz, &world.bank,
                        choose_random(seed, (uint64_t)(5000 + quiz.asked)) >> 63 ? 4 : 0, 0);
        noticed += quiz_scatter(&quiz, &world.bank) > SCATTER_MOST;
    }
    print_message("extremes at random: %d of 60 noticed\n", noticed);
    assert_true(noticed >= 30);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_each_answer_is_foretold_from_those_before),
        cmocka_unit_test(test_foretold),
        cmocka_unit_test(test_doubt_is_asked_after),
        cmocka_unit_test(test_extremes_at_random_are_noticed),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
