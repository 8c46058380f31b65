/* Which trades a result suggests and how near it calls each: held against the scores reckoned anew.
 */
#include "quiz/result.h"

#include "quiz/flags.h"
#include "quiz/match.h"
#include "support/pupil.h"
#include "support/test.h"
#include "support/world.h"

#include <math.h>
#include <string.h>

#define PUPILS 150

static const QuizBank *bank(void) {
    return &world.bank;
}

static int family(const Suggestion *s) {
    return bank()->family[s->trade];
}

static int families_among(const QuizResult *r) {
    int families = 0;
    for (int i = 0; i < r->suggestion_count; i++) {
        bool seen = false;
        for (int j = 0; j < i; j++)
            seen |= family(&r->suggestion[i]) == family(&r->suggestion[j]);
        families += !seen;
    }
    return families;
}

static void test_five_different_trades_of_three_families(void **state) {
    (void)state;
    for (int n = 0; n < PUPILS; n++) {
        Quiz quiz = pupil_number(bank(), n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        assert_int_equal(r.suggestion_count, RESULT_TRADES);
        assert_true(families_among(&r) >= 3);
        for (int i = 0; i < RESULT_TRADES; i++)
            for (int j = 0; j < i; j++)
                assert_int_not_equal(r.suggestion[i].trade, r.suggestion[j].trade);
    }
}

/* The score by what people answer, from the textbook: letters and facets each as a correlation. */
static double plain_score(const QuizResult *r, int trade) {
    double raw[QUIZ_DIMENSIONS_MAX];
    for (int d = 0; d < world_dimensions(); d++)
        raw[d] = r->mean[d];
    return match_score(match_scale_exactly(raw, bank()->asked), raw, bank()->plain[trade]);
}

static void test_the_last_is_a_surprise_that_has_some_likeness(void **state) {
    (void)state;
    int surprises = 0;
    for (int n = 0; n < PUPILS; n++) {
        Quiz quiz = pupil_number(bank(), n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        const Suggestion *last = &r.suggestion[RESULT_TRADES - 1];
        for (int i = 0; i < RESULT_TRADES - 1; i++) {
            assert_false(r.suggestion[i].surprise);
            assert_true(!last->surprise || family(&r.suggestion[i]) != family(last));
            assert_true(!i || r.suggestion[i].score <= r.suggestion[i - 1].score);
        }
        assert_true(!last->surprise || last->score > 0);
        surprises += last->surprise;
    }
    assert_true(surprises > PUPILS / 2);
}

/* A band has a floor on the score, in both readings, as well as on the chance; "very near" one
   on liking it. */
static void test_bands_have_floors(void **state) {
    (void)state;
    static const CrowdKind KINDS[] = {CROWD_MODEL, CROWD_REAL, CROWD_CARELESS};
    int seen[3] = {0};
    for (int n = 0; n < 3 * PUPILS; n++) {
        Quiz quiz = pupil_of(KINDS[n % 3], bank(), (uint64_t)n);
        double chance[QUIZ_TRADES_MAX];
        QuizResult r;
        result_five(&quiz, bank(), &r);
        top_probability(&quiz.belief, bank(), chance);
        for (int i = 0; i < r.suggestion_count; i++) {
            const Suggestion *s = &r.suggestion[i];
            assert_true(s->chance == chance[s->trade]);
            if (s->closeness >= CLOSE_NEAR)
                assert_true(s->chance >= 0.40 && s->score > 0 && plain_score(&r, s->trade) > -1e-9);
            if (s->closeness == CLOSE_VERY_NEAR)
                assert_true(s->chance >= 0.75 && pupil_likes_facets(bank(), world_dimensions(),
                                                                    r.mean, s->trade) > 2 - 1e-9);
            assert_true(!i || s->closeness <= r.suggestion[i - 1].closeness);
            seen[s->closeness]++;
        }
    }
    assert_true(seen[CLOSE_TO_DISCOVER] && seen[CLOSE_NEAR] && seen[CLOSE_VERY_NEAR]);
}

/* The same quiz, said to be scattered or not: each band is one step lower. */
static void test_scattered_answers_lower_every_band(void **state) {
    (void)state;
    int scattered = 0;
    for (uint64_t n = 0; n < 100; n++) {
        Quiz quiz = pupil_of(CROWD_CARELESS, bank(), n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        if (!(r.flags >> FLAG_SCATTERED & 1))
            continue;
        scattered++;
        for (int i = 0; i < r.suggestion_count; i++) {
            assert_true(r.suggestion[i].closeness < CLOSE_VERY_NEAR);
            assert_true(r.suggestion[i].chance >= 0.75 ||
                        r.suggestion[i].closeness == CLOSE_TO_DISCOVER);
        }
    }
    assert_true(scattered > 40);
}

static void test_everything_liked(void **state) {
    (void)state;
    for (int answer = 3; answer <= 4; answer++) {
        Quiz quiz = pupil_always(bank(), 3, answer);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        assert_int_equal(r.kind, RESULT_MANY);
        assert_int_equal(families_among(&r), RESULT_TRADES);
    }
}

static void test_a_dropped_trade_never_comes_back_and_the_others_stay(void **state) {
    (void)state;
    for (int n = 6; n < 40; n++) {
        Quiz quiz = pupil_number(bank(), n);
        QuizResult before, after;
        result_five(&quiz, bank(), &before);
        int trade = before.suggestion[n % RESULT_TRADES].trade;
        quiz_drop(&quiz, trade);
        result_five(&quiz, bank(), &after);
        assert_int_equal(after.suggestion_count, RESULT_TRADES);
        for (int i = 0; i < RESULT_TRADES; i++)
            assert_int_not_equal(after.suggestion[i].trade, trade);
    }
}

static void test_a_campus_of_few_trades_shows_them_all(void **state) {
    (void)state;
    static QuizBank few;
    for (int trades = 1; trades <= 4; trades++) {
        few = world.bank;
        few.trade_count = trades;
        assert_int_equal(bank_finish(&few).kind, BANK_GOOD);
        Quiz quiz = pupil_answers(&few, 1);
        QuizResult r;
        result_five(&quiz, &few, &r);
        assert_int_equal(r.suggestion_count, trades);
    }
}

static void test_ties_are_seen(void **state) {
    (void)state;
    int seen[RESULT_TRADES] = {0};
    for (int n = 6; n < PUPILS; n++) {
        Quiz quiz = pupil_number(bank(), n);
        QuizResult r;
        result_five(&quiz, bank(), &r);
        assert_true(r.neck_and_neck >= 1 && r.neck_and_neck < RESULT_TRADES);
        for (int i = 1; i < r.neck_and_neck; i++) /* "neck and neck" above two bands */
            assert_int_equal(r.suggestion[i].closeness, r.suggestion[0].closeness);
        seen[r.neck_and_neck]++;
    }
    assert_true(seen[1] > 0 && seen[2] > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_five_different_trades_of_three_families),
        cmocka_unit_test(test_the_last_is_a_surprise_that_has_some_likeness),
        cmocka_unit_test(test_bands_have_floors),
        cmocka_unit_test(test_scattered_answers_lower_every_band),
        cmocka_unit_test(test_everything_liked),
        cmocka_unit_test(test_a_dropped_trade_never_comes_back_and_the_others_stay),
        cmocka_unit_test(test_a_campus_of_few_trades_shows_them_all),
        cmocka_unit_test(test_ties_are_seen),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
