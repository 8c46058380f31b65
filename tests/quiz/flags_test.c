#include "quiz/flags.h"
#include "quiz/scatter.h"

#include "support/pupil.h"
#include "support/test.h"
#include "support/world.h"

static bool has(const Quiz *quiz, QuizFlag flag) {
    return flags_of(quiz, &world.bank) >> flag & 1;
}

/* An honest quiz, each answer given in so many milliseconds, the first few in `fast`. */
static Quiz timed(int ms, int fast_count, int fast_ms) {
    Quiz quiz = pupil_answers(&world.bank, 9);
    for (int i = 0; i < quiz.asked; i++)
        quiz.took_ms[i] = i < fast_count ? fast_ms : ms;
    return quiz;
}

static void test_hurried(void **state) {
    (void)state;
    Quiz calm = timed(4200, 0, 0), hurried = timed(1200, 0, 0), unknown = timed(0, 0, 0);
    assert_false(has(&calm, FLAG_HURRIED));
    assert_true(has(&hurried, FLAG_HURRIED));
    assert_false(has(&unknown, FLAG_HURRIED)); /* answers from outside come without times */
    Quiz few = timed(4200, calm.asked / 4, 700), many = timed(4200, calm.asked / 4 + 1, 700);
    assert_false(has(&few, FLAG_HURRIED));
    assert_true(has(&many, FLAG_HURRIED));
}

static void test_the_same_ten_times(void **state) {
    (void)state;
    Quiz quiz = pupil_always(&world.bank, 1, 3);
    assert_true(has(&quiz, FLAG_SAME));
    quiz.answer[9] = quiz.answer[18] = 1; /* runs of nine */
    assert_false(has(&quiz, FLAG_SAME));
    quiz = pupil_always(&world.bank, 1, QUIZ_SKIPPED);
    assert_false(has(&quiz, FLAG_SAME)); /* "je ne sais pas" is no answer */
}

/* Alike answers to alike questions are foretold; opposite ones are not. */
static void test_contradictions_scatter(void **state) {
    (void)state;
    Quiz one = {.asked = 0}, other;
    for (int i = 0; i < world.bank.item_count && one.asked < 24; i++) {
        int d = world.bank.item[i].dimension;
        if (d >= QUIZ_LETTERS)
            continue;
        one.item[one.asked] = (short)i;
        one.answer[one.asked++] = d % 2 ? 4 : 0;
    }
    other = one;
    for (int i = 0; i < 24; i++)
        other.answer[i] = i / 6 % 2 ? (signed char)(4 - one.answer[i]) : one.answer[i];
    print_message("alike: %g\n", quiz_scatter(&one, &world.bank));
    assert_true(quiz_scatter(&one, &world.bank) < SCATTER_DOUBT);
    assert_true(quiz_scatter(&other, &world.bank) > SCATTER_MOST);
    assert_true(has(&other, FLAG_SCATTERED) && !has(&one, FLAG_SCATTERED));
}

static double share_scattered(CrowdKind kind) {
    int count = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        Quiz quiz = pupil_of(kind, &world.bank, seed);
        count += has(&quiz, FLAG_SCATTERED);
    }
    return count / 200.0;
}

static void test_scattered(void **state) {
    (void)state;
    assert_true(share_scattered(CROWD_MODEL) <= 0.02);
    assert_true(share_scattered(CROWD_CARELESS) >= 0.60);
}

static void test_flat_and_unknown(void **state) {
    (void)state;
    Quiz unknown = pupil_always(&world.bank, 1, QUIZ_SKIPPED);
    Quiz flat;
    quiz_begin(&flat, &world.bank, 1);
    while (!quiz_finished(&flat)) { /* what people answer on average, to the nearest whole */
        double mean = world.bank.item[quiz_item(&flat, flat.asked)].mean;
        quiz_answer(&flat, &world.bank, (int)(mean + 0.5), 0);
    }
    assert_true(has(&flat, FLAG_FLAT));
    assert_false(has(&flat, FLAG_UNKNOWN));
    assert_true(has(&unknown, FLAG_UNKNOWN));
    int clear = 0;
    for (uint64_t seed = 0; seed < 100; seed++) {
        Quiz quiz = pupil_answers(&world.bank, seed);
        clear += !has(&quiz, FLAG_FLAT);
    }
    print_message("%d of 100 are clear\n", clear);
    assert_true(clear > 85);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hurried),
        cmocka_unit_test(test_the_same_ten_times),
        cmocka_unit_test(test_contradictions_scatter),
        cmocka_unit_test(test_scattered),
        cmocka_unit_test(test_flat_and_unknown),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
