/* What a bank learns from answers, held against the pupils who gave them. */
#include "tools/quiz/fit.h"
#include "tools/quiz/pupils.h"

#include "support/test.h"
#include "support/world.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ROWS_MAX 1500

static signed char answers[ROWS_MAX * QUIZ_ITEMS_MAX];
static FitTable table;
static Fit fit;

/* So many of the crowd answered; of ten answers `gaps` are missing. */
static void gather(CrowdKind kind, int rows, int gaps) {
    static Crowd crowd;
    uint64_t dice = 7;
    crowd_gather(&crowd, &world.bank, kind, 3);
    table = (FitTable){.rows = rows, .columns = world.bank.item_count, .at = answers};
    for (int r = 0; r < rows; r++) {
        Pupil pupil;
        pupil_draw(&crowd, r, &pupil);
        for (int c = 0; c < table.columns; c++) {
            dice = dice * 6364136223846793005u + 1442695040888963407u;
            answers[r * table.columns + c] = (int)(dice >> 33) % 10 < gaps ? -1 : pupil.answer[c];
        }
    }
    for (int c = 0; c < table.columns; c++)
        table.dimension[c] = world.bank.item[c].dimension;
}

/* The bank's own pupils teach the bank again, though two answers of three are missing. Answers
   are cut at 0 and 4, which takes a tenth off loadings and variances. */
static void test_the_bank_is_learnt_again(void **state) {
    (void)state;
    gather(CROWD_MODEL, ROWS_MAX, 6);
    assert_int_equal(fit_bank(&table, &fit).kind, FIT_GOOD);
    double loading = 0, variance = 0, off = 0;
    for (int c = 0; c < table.columns; c++) {
        Measure truth = world.bank.item[c];
        loading += fit.item[c].loading / table.columns;
        variance += fit.item[c].variance / table.columns;
        assert_true(fabs(fit.item[c].mean - truth.mean) < 0.25);
        assert_true(fabs(fit.item[c].loading - 0.9 * truth.loading) < 0.25);
        assert_false(fit.against[c]);
    }
    assert_true(fabs(loading - 0.9 * 0.84) < 0.04 && fabs(variance - 0.76) < 0.06);
    for (int i = 0; i < world_dimensions(); i++)
        for (int j = 0; j < i; j++) {
            double d = fabs(fit.correlation.at[i][j] - world.bank.prior.at[i][j]);
            assert_true(d < 0.2);
            off += d / (world_dimensions() * (world_dimensions() - 1) / 2);
        }
    assert_true(off < 0.05);
}

/* What a table without gaps says directly: the mean of an item, and that its numbers make up its
   variance. */
static void test_means_and_variances_are_those_of_the_table(void **state) {
    (void)state;
    gather(CROWD_REAL, 600, 0);
    assert_int_equal(fit_bank(&table, &fit).kind, FIT_GOOD);
    for (int c = 0; c < table.columns; c++) {
        double sum = 0, squares = 0;
        for (int r = 0; r < table.rows; r++) {
            sum += answers[r * table.columns + c];
            squares += answers[r * table.columns + c] * answers[r * table.columns + c];
        }
        double mean = sum / table.rows, variance = squares / table.rows - mean * mean;
        double learnt = fit.item[c].loading * fit.item[c].loading + fit.item[c].variance;
        assert_true(fabs(fit.item[c].mean - mean) < 0.02);
        assert_true(fabs(learnt - variance) < 0.1 * variance);
        assert_int_equal(fit.answers[c], 600);
    }
}

/* An item that goes against its letter is named and kept at the least loading. */
static void test_an_item_that_goes_against_its_letter(void **state) {
    (void)state;
    gather(CROWD_MODEL, 400, 0);
    for (int r = 0; r < table.rows; r++)
        answers[r * table.columns] = (signed char)(4 - answers[r * table.columns]);
    assert_int_equal(fit_bank(&table, &fit).kind, FIT_GOOD);
    assert_true(fit.against[0] && fit.item[0].loading > 0);
    for (int c = 1; c < table.columns; c++)
        assert_false(fit.against[c]);
}

static void test_what_nothing_can_be_learnt_from(void **state) {
    (void)state;
    gather(CROWD_MODEL, FIT_LEAST - 1, 0);
    assert_int_equal(fit_bank(&table, &fit).kind, FIT_TOO_FEW);
    gather(CROWD_MODEL, FIT_LEAST, 0);
    assert_int_equal(fit_bank(&table, &fit).kind, FIT_GOOD);
    for (int r = 0; r < table.rows; r++)
        answers[r * table.columns + 5] = r % 2 ? 3 : -1;
    FitFault constant = fit_bank(&table, &fit);
    assert_true(constant.kind == FIT_CONSTANT && constant.index == 5);
    for (int r = 0; r < table.rows; r++)
        answers[r * table.columns + 5] = -1;
    FitFault unasked = fit_bank(&table, &fit);
    assert_true(unasked.kind == FIT_UNASKED && unasked.index == 5);
    gather(CROWD_MODEL, FIT_LEAST, 0);
    for (int c = 0; c < table.columns; c++)
        table.dimension[c] = table.dimension[c] == 4 ? 2 : table.dimension[c];
    FitFault letter = fit_bank(&table, &fit);
    assert_true(letter.kind == FIT_NO_COLUMN && letter.index == 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_bank_is_learnt_again),
        cmocka_unit_test(test_means_and_variances_are_those_of_the_table),
        cmocka_unit_test(test_an_item_that_goes_against_its_letter),
        cmocka_unit_test(test_what_nothing_can_be_learnt_from),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
