/* What a quiz gives to calibration, and what can be learnt from many. */
#include "tools/quiz/calibrate.h"
#include "tools/quiz/pupils.h"
#include "tools/quiz/run.h"
#include "quiz/sample.h"

#include "support/test.h"
#include "support/world.h"

#include <math.h>
#include <string.h>

#define CELLS_MAX (QUIZ_ITEMS_MAX * SAMPLE_ANSWERS + QUIZ_DIMENSIONS_MAX * QUIZ_DIMENSIONS_MAX)
#define PUPILS 12000

static SampleCount cell[CELLS_MAX];
static Crowd crowd;

static int cells(void) {
    return sample_cells(sample_shape(&world.bank));
}

/* Every cell has one number, and every number one cell. */
static void test_cells_are_numbered_once(void **state) {
    (void)state;
    static int seen[CELLS_MAX];
    SampleShape shape = sample_shape(&world.bank);
    for (int i = 0; i < shape.items; i++)
        for (int answer = 0; answer < SAMPLE_ANSWERS; answer++)
            seen[sample_of_answer(i, answer)]++;
    for (int a = 0; a < shape.dimensions; a++)
        for (int b = a + 1; b < shape.dimensions; b++)
            for (int together = 0; together < 2; together++) {
                assert_int_equal(sample_of_pair(shape, a, b, together),
                                 sample_of_pair(shape, b, a, together));
                seen[sample_of_pair(shape, a, b, together)]++;
            }
    for (int i = 0; i < cells(); i++)
        assert_int_equal(seen[i], 1);
}

static Quiz first_questions(int number) {
    Pupil pupil;
    Quiz quiz;
    pupil_draw(&crowd, number, &pupil);
    quiz_begin_length(&quiz, &world.bank, (uint64_t)number, QUIZ_WARM_UP);
    run_one(&quiz, &world.bank, pupil.answer);
    return quiz;
}

/* A cell within bounds, of a question that was asked and as it was answered; of nothing
   answered, none. */
static void test_a_draw_is_of_what_was_answered(void **state) {
    (void)state;
    int answers = 0;
    crowd_gather(&crowd, &world.bank, CROWD_MODEL, 5);
    for (int n = 0; n < 500; n++) {
        Quiz quiz = first_questions(n);
        int drawn = sample_draw(&quiz, &world.bank), found = 0;
        assert_true(drawn >= 0 && drawn < cells());
        if (drawn >= world.bank.item_count * SAMPLE_ANSWERS)
            continue;
        for (int i = 0; i < quiz.asked; i++)
            found += sample_of_answer(quiz_item(&quiz, i), quiz.answer[i]) == drawn;
        assert_int_equal(found, 1);
        answers++;
    }
    assert_true(answers > 200 && answers < 300);
    Quiz skipped;
    quiz_begin(&skipped, &world.bank, 1);
    while (!quiz_finished(&skipped))
        quiz_answer(&skipped, &world.bank, QUIZ_SKIPPED, 0);
    assert_int_equal(sample_draw(&skipped, &world.bank), -1);
}

/* Later questions, which depend on the answers, are never drawn from. */
static void test_only_the_first_questions_are_drawn_from(void **state) {
    (void)state;
    for (int n = 0; n < 100; n++) {
        Pupil pupil;
        Quiz quiz, first = first_questions(n);
        pupil_draw(&crowd, n, &pupil);
        quiz_begin(&quiz, &world.bank, (uint64_t)n);
        run_one(&quiz, &world.bank, pupil.answer);
        assert_int_equal(sample_draw(&quiz, &world.bank), sample_draw(&first, &world.bank));
    }
}

static double mean_off(const Measure *item, const double *truth) {
    double off = 0;
    for (int i = 0; i < world.bank.item_count; i++)
        off += fabs(item[i].mean - truth[i]) / world.bank.item_count;
    return off;
}

/* Twelve thousand quizzes teach most of what the items' means are off by; the correlations move
   no further than they may. */
static void test_means_are_learnt(void **state) {
    (void)state;
    static double truth[QUIZ_ITEMS_MAX];
    static Fit fit;
    crowd_gather(&crowd, &world.bank, CROWD_REAL, 5);
    memset(cell, 0, sizeof cell);
    for (int n = 0; n < PUPILS; n++) {
        Pupil pupil;
        Quiz quiz = first_questions(n);
        int drawn = sample_draw(&quiz, &world.bank);
        pupil_draw(&crowd, n, &pupil);
        for (int i = 0; i < world.bank.item_count; i++)
            truth[i] += (double)pupil.answer[i] / PUPILS;
        if (drawn >= 0)
            cell[drawn].n++;
    }
    for (int i = 0; i < cells(); i++)
        cell[i].variance = 30; /* a year of months at epsilon .7 */
    Calibration c = calibrate(&world.bank, cell, &fit);
    double before = mean_off(world.bank.item, truth), after = mean_off(fit.item, truth);
    print_message("means off by %.3f, then %.3f; weights %.2f and %.2f\n", before, after,
                  c.mean_weight, c.correlation_weight);
    assert_true(c.sound && after < 0.5 * before);
    assert_true(c.mean_weight > 0.5 && c.mean_weight < 1);
    for (int i = 0; i < world_dimensions(); i++)
        for (int j = 0; j < i; j++)
            assert_true(fabs(fit.correlation.at[i][j] - world.bank.prior.at[i][j]) < 0.2);
}

/* Nothing but noise changes next to nothing. */
static void test_noise_teaches_nothing(void **state) {
    (void)state;
    static Fit fit;
    double before[QUIZ_ITEMS_MAX];
    for (int i = 0; i < cells(); i++)
        cell[i] = (SampleCount){(i * 7919 % 21) - 10, 30};
    calibrate(&world.bank, cell, &fit);
    for (int i = 0; i < world.bank.item_count; i++)
        before[i] = world.bank.item[i].mean;
    assert_true(mean_off(fit.item, before) < 0.1);
    for (int i = 0; i < world.bank.item_count; i++) {
        assert_true(fit.item[i].loading == world.bank.item[i].loading);
        assert_true(fit.item[i].variance == world.bank.item[i].variance);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells_are_numbered_once),
        cmocka_unit_test(test_a_draw_is_of_what_was_answered),
        cmocka_unit_test(test_only_the_first_questions_are_drawn_from),
        cmocka_unit_test(test_means_are_learnt),
        cmocka_unit_test(test_noise_teaches_nothing),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
