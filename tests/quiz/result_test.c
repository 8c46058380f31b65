/* What a result says of interests must be so, and which kind of result it is. */
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

static double mean_answer(const Quiz *quiz, int dimension) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < quiz->asked; i++)
        if (quiz->answer[i] >= 0 && bank()->item[quiz_item(quiz, i)].dimension == dimension) {
            sum += quiz->answer[i];
            count++;
        }
    return count ? sum / count : -1;
}

/* A letter is named when two answers carry it, they like it, and it leads; the profile never
   calls it "peu" then. */
static void test_named_letters_are_liked_and_carried(void **state) {
    (void)state;
    int named = 0, facets = 0;
    for (int n = 0; n < PUPILS; n++) {
        Quiz quiz = n % 2 ? pupil_of(CROWD_REAL, bank(), (uint64_t)n) : pupil_number(bank(), n);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        for (int i = 0; i < r.named_count; i++) {
            assert_true(quiz_answers_about(&quiz, bank(), r.named[i]) >= 2);
            assert_true(r.mean[r.named[i]] > 2 && mean_answer(&quiz, r.named[i]) > 2);
            assert_true(r.level[r.named[i]] >= LEVEL_RATHER);
            int better = 0;
            for (int d = 0; d < QUIZ_LETTERS; d++)
                better += r.mean[d] > r.mean[r.named[i]];
            assert_int_equal(better, i);
        }
        int facet = QUIZ_LETTERS + r.facet;
        assert_true(r.facet < 0 || r.level[facet] >= LEVEL_RATHER);
        assert_true(!r.facet_named || quiz_answers_about(&quiz, bank(), facet) >= 2);
        assert_true(!r.facet_named || r.facet >= 0);
        named += r.named_count;
        facets += r.facet_named;
    }
    assert_true(named > PUPILS / 2 && facets > PUPILS / 4);
}

/* Of each kind as many letters as its title names, and no facet where it speaks of none: what is
   counted is read from here. */
static void test_nothing_is_named_that_is_not_said(void **state) {
    (void)state;
    static const int MOST[RESULT_KIND_COUNT] = {2, 0, 1, 0, 0};
    int seen[RESULT_KIND_COUNT] = {0};
    for (int n = 0; n < 3 * PUPILS; n++) {
        Quiz quiz =
            n % 3 ? pupil_skipping(bank(), (uint64_t)n, n % 3 * 40) : pupil_number(bank(), n / 3);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        assert_true(r.named_count <= MOST[r.kind]);
        assert_true(r.kind == RESULT_FIVE || r.facet == -1);
        seen[r.kind]++;
    }
    assert_true(seen[RESULT_FIVE] && seen[RESULT_MANY] && seen[RESULT_TOO_FEW] > 20);
}

static void test_levels(void **state) {
    (void)state;
    for (int n = 0; n < PUPILS; n++) {
        Quiz quiz = pupil_number(bank(), n);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        for (int d = 0; d < world_dimensions(); d++) {
            double own = mean_answer(&quiz, d), mean = r.mean[d];
            Level expected = mean < 1.5              ? LEVEL_LITTLE
                             : mean <= 2 || own <= 2 ? LEVEL_MIDDLING
                             : mean < 2.75           ? LEVEL_RATHER
                                                     : LEVEL_MUCH;
            assert_int_equal(r.level[d], own < 0 ? LEVEL_UNKNOWN : expected);
        }
    }
}

/* The raw reading: with popular items the same answers mean the same liking, though less than
   others do. */
/* "Sûr" is said of what two answers carry and no doubt takes to the other side of the middle. */
static void test_sure_is_what_doubt_does_not_turn(void **state) {
    (void)state;
    int sure = 0, unsure = 0;
    for (int n = 0; n < 60; n++) {
        Quiz quiz = pupil_number(bank(), n);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        for (int d = 0; d < QUIZ_LETTERS + bank()->facet_count; d++) {
            bool same_side = (r.mean[d] - r.spread[d] > 2) || (r.mean[d] + r.spread[d] < 2);
            bool carried = quiz_answers_about(&quiz, bank(), d) >= 2;
            assert_int_equal(r.sure[d], same_side && carried);
            sure += r.sure[d];
            unsure += r.level[d] != LEVEL_UNKNOWN && !r.sure[d];
        }
    }
    assert_true(sure > 0 && unsure > 0);
}

/* Three at the most, each liked, none stronger left out; each with an answer of the visitor's. */
static void test_the_strongest_likings(void **state) {
    (void)state;
    for (int n = 0; n < 60; n++) {
        Quiz quiz = pupil_number(bank(), n);
        QuizResult r;
        int strong[3] = {-1, -1, -1}, liked = 0;
        result_of(&quiz, bank(), &r);
        int count = result_strongest(&r, bank(), strong, 3);
        for (int d = 0; d < QUIZ_LETTERS + bank()->facet_count; d++) {
            bool told = d == strong[0] || d == strong[1] || d == strong[2];
            liked += r.level[d] >= LEVEL_RATHER;
            if (r.level[d] >= LEVEL_RATHER && !told)
                assert_true(count == 3 && r.mean[d] <= r.mean[strong[2]]);
        }
        assert_int_equal(count, liked < 3 ? liked : 3);
        for (int i = 0; i < count; i++)
            assert_true(quiz.answer[result_answer_about(&quiz, bank(), strong[i])] > 2);
    }
}

static void test_real_means_do_not_turn_likes_into_likes_more_than_others(void **state) {
    (void)state;
    static QuizBank popular;
    popular = *bank();
    for (int i = 0; i < popular.item_count; i++)
        popular.item[i].mean = 3.2;
    assert_int_equal(bank_finish(&popular).kind, BANK_GOOD);
    Quiz quiz = pupil_always(&popular, 1, 3);
    QuizResult r;
    result_of(&quiz, &popular, &r);
    assert_int_equal(r.kind, RESULT_MANY);
    for (int d = 0; d < world_dimensions(); d++) {
        assert_true(quiz.belief.mean[d] < 0);
        assert_true(fabs(r.mean[d] - 3) < 0.25);
    }
}

/* Answers by what each question is about. */
static Quiz answered_by(const int answer[QUIZ_DIMENSIONS_MAX]) {
    Quiz quiz;
    quiz_begin(&quiz, bank(), 5);
    while (!quiz_finished(&quiz))
        quiz_answer(&quiz, bank(), answer[bank()->item[quiz_item(&quiz, quiz.asked)].dimension],
                    3000);
    return quiz;
}

static ResultKind kind_when(const int answer[QUIZ_DIMENSIONS_MAX], QuizResult *r) {
    Quiz quiz = answered_by(answer);
    result_of(&quiz, bank(), r);
    return r->kind;
}

static void test_nothing_liked(void **state) {
    (void)state;
    for (int answer = 0; answer <= 2; answer++) {
        Quiz quiz = pupil_always(bank(), 3, answer);
        QuizResult r;
        result_of(&quiz, bank(), &r);
        assert_int_equal(r.kind, RESULT_NOTHING);
        assert_int_equal(r.suggestion_count, 0);
        assert_int_equal(r.named_count, 0);
        assert_int_equal(r.facet, -1);
    }
}

static int liked_from(const Quiz *quiz, int first) {
    int liked = 0;
    for (int i = 0; i < quiz->asked; i++)
        liked += quiz->answer[i] > 2 && bank()->item[quiz_item(quiz, i)].dimension >= first;
    return liked;
}

/* Refuses everything but every so many questions of the workshop, or of all. */
static Quiz refuses_but(int first, int every, uint64_t seed) {
    Quiz quiz;
    int met = 0;
    quiz_begin(&quiz, bank(), seed);
    while (!quiz_finished(&quiz)) {
        bool of = bank()->item[quiz_item(&quiz, quiz.asked)].dimension >= first;
        bool helping = first && bank()->item[quiz_item(&quiz, quiz.asked)].dimension == 3;
        quiz_answer(&quiz, bank(), helping || (of && ++met % every == 0) ? 4 : 0, 3000);
    }
    return quiz;
}

/* "Nothing" and "nothing of the workshop" are said only of no more than one liked answer; where
   there are two and no interest yet, there are leads, and none of them is near. */
static void test_a_few_likes_are_not_nothing(void **state) {
    (void)state;
    int nothing = 0, leads = 0, elsewhere = 0;
    for (int every = 4; every <= 28; every += 2)
        for (uint64_t seed = 0; seed < 8; seed++)
            for (int first = 0; first <= QUIZ_LETTERS; first += QUIZ_LETTERS) {
                Quiz quiz = refuses_but(first, every, seed);
                QuizResult r;
                result_of(&quiz, bank(), &r);
                assert_true(r.kind != RESULT_NOTHING || liked_from(&quiz, 0) <= 1);
                assert_true(r.kind != RESULT_ELSEWHERE || liked_from(&quiz, QUIZ_LETTERS) <= 1);
                nothing += r.kind == RESULT_NOTHING;
                elsewhere += r.kind == RESULT_ELSEWHERE;
                bool likes = false;
                for (int d = 0; d < world_dimensions(); d++)
                    likes |= r.level[d] >= LEVEL_RATHER;
                leads += r.kind == RESULT_FIVE && !likes;
                for (int i = 0; i < r.suggestion_count && !likes; i++)
                    assert_int_equal(r.suggestion[i].closeness, CLOSE_TO_DISCOVER);
            }
    assert_true(nothing && leads && elsewhere);
}

/* All skipped, or two thirds: nothing is said, and no letter or facet is there to be counted. */
static void test_too_few_answers(void **state) {
    (void)state;
    for (int every = 0; every <= 4; every += 4) {
        Quiz quiz;
        QuizResult r;
        quiz_begin(&quiz, bank(), 3);
        while (!quiz_finished(&quiz))
            quiz_answer(&quiz, bank(), every && quiz.asked % every == 0 ? 4 : QUIZ_SKIPPED, 0);
        result_of(&quiz, bank(), &r);
        assert_int_equal(r.kind, RESULT_TOO_FEW);
        assert_int_equal(r.suggestion_count, 0);
        for (int d = 0; d < world_dimensions() && !every; d++)
            assert_int_equal(r.level[d], LEVEL_UNKNOWN);
        assert_true(r.named_count == 0 && r.facet == -1);
    }
}

/* Helping or creating is liked and nothing of the workshop: what is nearest to it is a bridge. */
static void test_interests_that_lie_elsewhere(void **state) {
    (void)state;
    for (int letter = 2; letter <= 3; letter++) {
        int answer[QUIZ_DIMENSIONS_MAX] = {0};
        QuizResult r;
        answer[letter] = 4;
        assert_int_equal(kind_when(answer, &r), RESULT_ELSEWHERE);
        assert_int_equal(r.named[0], letter);
        assert_int_equal(r.suggestion_count, RESULT_BRIDGES);
        for (int i = 0; i < r.suggestion_count; i++) {
            double own = bank()->weight[r.suggestion[i].trade][letter];
            int more = 0;
            for (int t = 0; t < bank()->trade_count; t++)
                more += bank()->weight[t][letter] > own;
            assert_int_equal(more, i); /* no two have the same */
            assert_int_equal(r.suggestion[i].closeness, CLOSE_TO_DISCOVER);
        }
        answer[0] = 4; /* who likes to work with their hands is at home here */
        assert_int_equal(kind_when(answer, &r), RESULT_FIVE);
        answer[0] = 0;
        answer[9] = answer[7] = 4; /* with two workshops besides it is a result like others */
        assert_int_equal(kind_when(answer, &r), RESULT_FIVE);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_named_letters_are_liked_and_carried),
        cmocka_unit_test(test_nothing_is_named_that_is_not_said),
        cmocka_unit_test(test_levels),
        cmocka_unit_test(test_sure_is_what_doubt_does_not_turn),
        cmocka_unit_test(test_the_strongest_likings),
        cmocka_unit_test(test_real_means_do_not_turn_likes_into_likes_more_than_others),
        cmocka_unit_test(test_nothing_liked),
        cmocka_unit_test(test_a_few_likes_are_not_nothing),
        cmocka_unit_test(test_too_few_answers),
        cmocka_unit_test(test_interests_that_lie_elsewhere),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
