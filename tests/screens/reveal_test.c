/* How the cards of a result turn over: in order, each once, and every change is painted. */
#include "screens/quiz/reveal.h"

#include "quiz/result.h"
#include "support/test.h"
#include "ui/theme.h"

static void test_the_nearest_first_then_the_others_one_by_one(void **state) {
    (void)state;
    for (int card = 0; card < RESULT_TRADES; card++) {
        assert_int_equal(reveal_back(0, card), 0);
        assert_int_equal(reveal_back(REVEAL_MS, card), REVEAL_OPEN);
    }
    for (Millis age = 0; age < REVEAL_MS; age++)
        for (int card = 1; card < RESULT_TRADES; card++)
            assert_true(reveal_back(age, card) <= reveal_back(age, card - 1));
    assert_int_equal(reveal_back(599, 0), 0);
    assert_int_equal(reveal_back(1000, 0), REVEAL_OPEN);
    assert_int_equal(reveal_back(1000, 1), 0);
}

static void test_a_back_never_comes_down_again(void **state) {
    (void)state;
    for (Millis age = 1; age <= REVEAL_MS; age++)
        for (int card = 0; card < RESULT_TRADES; card++)
            assert_true(reveal_back(age, card) >= reveal_back(age - 1, card));
}

static void test_bars_fill_one_by_one_and_no_further(void **state) {
    (void)state;
    assert_int_equal(reveal_bars(799, 3), 0);
    assert_int_equal(reveal_bars(800, 3), 1);
    assert_int_equal(reveal_bars(900, 3), 2);
    assert_int_equal(reveal_bars(1000, 3), 3);
    assert_int_equal(reveal_bars(1000, 1), 1);
    assert_int_equal(reveal_bars(REVEAL_MS, 2), 2);
}

/* From one moment that is painted to the next nothing moves unseen for longer than a picture. */
static void test_whatever_moves_is_painted(void **state) {
    (void)state;
    Millis age = 0;
    int pictures = 0;
    while (reveal_again(age) && pictures < 1000) {
        Millis next = age + reveal_again(age);
        for (Millis between = age; between < next - MOTION_FRAME_MS; between++) {
            for (int card = 0; card < RESULT_TRADES; card++)
                assert_int_equal(reveal_back(between, card), reveal_back(age, card));
            assert_int_equal(reveal_bars(between, 3), reveal_bars(age, 3));
        }
        age = next;
        pictures++;
    }
    assert_true(age >= REVEAL_MS && age < REVEAL_MS + MOTION_FRAME_MS);
    assert_int_equal(reveal_again(age), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_nearest_first_then_the_others_one_by_one),
        cmocka_unit_test(test_a_back_never_comes_down_again),
        cmocka_unit_test(test_bars_fill_one_by_one_and_no_further),
        cmocka_unit_test(test_whatever_moves_is_painted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
