#include "quiz/flags.h"

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

/* Two answers to each of four letters, as far apart as can be: z = +-2 / sd, W = sum of (8 / sd^2) / 4 degrees of freedom. */
static void test_scatter_by_hand(void **state) {
    (void)state;
    Quiz quiz = {.asked = 8};
    int at = 0;
    for (int i = 0; i < world.bank.item_count && at < quiz.asked; i++) {
        int d = world.bank.item[i].dimension, before = 0;
        for (int j = 0; j < at; j++)
            before += world.bank.item[quiz.item[j]].dimension == d;
        if (d >= 4 || before == 2)
            continue;
        quiz.item[at] = (short)i;
        quiz.answer[at++] = (signed char)(before ? 4 : 0);
    }
    double variance = 0.75 * 0.75 + 0.4;
    assert_float_equal(flags_scatter(&quiz, &world.bank), 8 / variance, 1e-12);
    quiz.asked = 4; /* too little to say */
    assert_true(flags_scatter(&quiz, &world.bank) < 0);
}

static void test_scattered(void **state) {
    (void)state;
    int honest = 0;
    for (uint64_t seed = 0; seed < 100; seed++) {
        Quiz quiz = pupil_answers(&world.bank, seed);
        honest += has(&quiz, FLAG_SCATTERED);
    }
    assert_true(honest <= 5);
}

static void test_flat_and_unknown(void **state) {
    (void)state;
    Quiz flat = pupil_always(&world.bank, 1, 2), unknown = pupil_always(&world.bank, 1, QUIZ_SKIPPED);
    assert_true(has(&flat, FLAG_FLAT));
    assert_false(has(&flat, FLAG_UNKNOWN));
    assert_true(has(&unknown, FLAG_UNKNOWN));
    int clear = 0;
    for (uint64_t seed = 0; seed < 100; seed++) {
        Quiz quiz = pupil_answers(&world.bank, seed);
        clear += !has(&quiz, FLAG_FLAT);
    }
    assert_true(clear > 85);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hurried),
        cmocka_unit_test(test_the_same_ten_times),
        cmocka_unit_test(test_scatter_by_hand),
        cmocka_unit_test(test_scattered),
        cmocka_unit_test(test_flat_and_unknown),
    };
    return cmocka_run_group_tests(tests, world_setup_begun, world_teardown_begun);
}
