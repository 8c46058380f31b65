/* The score of a trade, on the campus pack's own trades and on invented ones. */
#include "quiz/match.h"

#include "support/pupil.h"
#include "support/test.h"
#include "support/world.h"

#include <math.h>

#define N QUIZ_DIMENSIONS_MAX

static const double NOTHING[N] = {0};

static double pearson(const double *a, const double *b, int count) {
    double ma = 0, mb = 0, ab = 0, aa = 0, bb = 0;
    for (int i = 0; i < count; i++)
        ma += a[i] / count, mb += b[i] / count;
    for (int i = 0; i < count; i++) {
        ab += (a[i] - ma) * (b[i] - mb);
        aa += (a[i] - ma) * (a[i] - ma);
        bb += (b[i] - mb) * (b[i] - mb);
    }
    return aa > 0 && bb > 0 ? ab / sqrt(aa * bb) : 0;
}

/* What the trades of the catalogue are made of on average. */
static void usual_trade(double usual[N]) {
    for (int d = 0; d < N; d++) {
        usual[d] = 0;
        for (int t = 0; t < world.bank.trade_count; t++)
            usual[d] += world.bank.weight[t][d] / world.bank.trade_count;
    }
}

/* Of somebody known exactly: 0.4 of one textbook correlation and 0.6 of the other, with what a
   trade has beside the usual one. */
static void test_two_correlations(void **state) {
    (void)state;
    for (int t = 0; t < world.bank.trade_count; t++) {
        Quiz quiz = pupil_answers(&world.bank, (uint64_t)t);
        const double *x = quiz.belief.mean;
        double usual[N], w[N];
        usual_trade(usual);
        for (int d = 0; d < N; d++)
            w[d] = world.bank.weight[t][d] - usual[d];
        double letters = pearson(x, w, QUIZ_LETTERS);
        double facets = pearson(x + QUIZ_LETTERS, w + QUIZ_LETTERS, world.pack.facet_count);
        double expected = 0.4 * letters + 0.6 * facets;
        assert_true(
            fabs(match_score(match_scale_exactly(x, world.bank.asked), x, world.bank.profile[t]) -
                 expected) < 1e-12);
    }
}

static void test_shares_of_the_answers_sum_to_the_score(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 100; seed++) {
        Quiz quiz = pupil_answers(&world.bank, seed);
        MatchScale scale = match_scale(&quiz.belief, world.bank.asked);
        for (int t = 0; t < world.bank.trade_count; t++) {
            double shares = 0;
            for (int i = 0; i < quiz.asked; i++) {
                double part[N];
                belief_part(&quiz.belief, world.bank.item[quiz.item[i]], quiz.answer[i], part);
                shares += match_score(scale, part, world.bank.profile[t]);
            }
            assert_true(fabs(shares - match_score(scale, quiz.belief.mean, world.bank.profile[t])) <
                        1e-9);
        }
    }
}

/* The slope foretells what a small step does to the score, the shrinking held still. */
static void test_slope_is_the_derivative(void **state) {
    (void)state;
    Quiz quiz = pupil_answers(&world.bank, 5);
    Belief sure = quiz.belief;
    sure.cov = (Covariance){{{0}}}; /* nothing unsure: nothing shrinks */
    for (int t = 0; t < world.bank.trade_count; t++) {
        double slope[N];
        match_slope(&sure, world.bank.asked, match_scale(&sure, world.bank.asked),
                    world.bank.profile[t], slope);
        for (int d = 0; d < N; d++) {
            Belief up = sure, down = sure;
            up.mean[d] += 1e-6, down.mean[d] -= 1e-6;
            double rise =
                match_score(match_scale(&up, world.bank.asked), up.mean, world.bank.profile[t]) -
                match_score(match_scale(&down, world.bank.asked), down.mean, world.bank.profile[t]);
            assert_true(fabs(rise / 2e-6 - slope[d]) < 1e-6);
        }
    }
}

static void test_uncertainty_shrinks_and_flat_profiles_count_nothing(void **state) {
    (void)state;
    Quiz quiz = pupil_answers(&world.bank, 3);
    MatchScale scale = match_scale(&quiz.belief, world.bank.asked),
               exactly = match_scale_exactly(quiz.belief.mean, world.bank.asked);
    assert_true(scale.letters > 0 && scale.letters < exactly.letters);
    assert_true(scale.facets > 0 && scale.facets < exactly.facets);
    double alike[N], profile[N];
    for (int d = 0; d < N; d++)
        alike[d] = 3;
    match_profile(alike, NOTHING, world.bank.asked, profile);
    assert_true(match_score(scale, quiz.belief.mean, profile) == 0);
    assert_true(match_scale_exactly(alike, world.bank.asked).letters == 0);
}

/* Liking what a trade is made of brings the trade nearer, the more the oftener it is said. */
static void test_more_evidence_counts_more(void **state) {
    (void)state;
    double weight[N] = {7, 3, 1, 1, 1, 4, 0, 0, 0, 4, 2, 0, 0, 0, 0, 0}, profile[N], before = 0;
    Belief belief;
    match_profile(weight, NOTHING, world.bank.asked, profile);
    belief_begin(&belief, &world.bank.prior);
    for (int i = 0; i < 4; i++) {
        belief_answer(&belief, (Measure){9, 0.75, 2, 0.4}, 4); /* metal and heat */
        double score = match_score(match_scale(&belief, world.bank.asked), belief.mean, profile);
        assert_true(score > before && score < 1);
        before = score;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_correlations),
        cmocka_unit_test(test_shares_of_the_answers_sum_to_the_score),
        cmocka_unit_test(test_slope_is_the_derivative),
        cmocka_unit_test(test_uncertainty_shrinks_and_flat_profiles_count_nothing),
        cmocka_unit_test(test_more_evidence_counts_more),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
