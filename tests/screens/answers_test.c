/* An answer is quoted in the words that it was given in. */
#include "screens/common/answers.h"

#include "support/sheet.h"
#include "support/test.h"

static void test_each_scale_has_its_own_words(void **state) {
    (void)state;
    const Page *page = sheet_begin();
    Slice yes = tr(page, STR_ANSWER_YES);
    assert_true(slice_equal(answers_word(page, 4, 1), tr(page, STR_ANSWER_4)));
    assert_true(slice_equal(answers_word(page, 1, 1), tr(page, STR_ANSWER_1)));
    assert_true(slice_equal(answers_word(page, 4, QUIZ_PAIR_STEP), yes));
    assert_true(slice_equal(answers_word(page, 1, QUIZ_PAIR_STEP), tr(page, STR_NOT_MUCH)));
    assert_true(slice_equal(answers_word(page, 4, QUIZ_COARSE_STEP), yes));
    assert_true(
        slice_equal(answers_word(page, 2, QUIZ_COARSE_STEP), tr(page, STR_ANSWER_A_LITTLE)));
    assert_true(slice_equal(answers_word(page, 0, QUIZ_COARSE_STEP), tr(page, STR_ANSWER_NO)));
    assert_false(slice_equal(yes, tr(page, STR_ANSWER_4)));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_each_scale_has_its_own_words)};
    return cmocka_run_group_tests(tests, NULL, sheet_teardown);
}
