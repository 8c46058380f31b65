#include "platform/finger.h"

#include "support/test.h"

static Finger finger;
static Touch touch;

static bool take(RawKind kind, int64_t id, Millis when) {
    return finger_take(&finger, (RawTouch){kind, id, {10, 20}, when}, &touch);
}

static int begin(void **state) {
    (void)state;
    finger = (Finger){0};
    return 0;
}

static void test_one_finger(void **state) {
    (void)state;
    assert_true(take(RAW_FINGER_DOWN, 1, 0));
    assert_int_equal(touch.kind, TOUCH_PRESS);
    assert_true(take(RAW_FINGER_MOVE, 1, 10));
    assert_true(take(RAW_FINGER_UP, 1, 20));
    assert_int_equal(touch.kind, TOUCH_RELEASE);
}

static bool is_second(TouchKind kind) {
    return kind == TOUCH_SECOND || kind == TOUCH_SECOND_GONE;
}

static void test_only_the_first_finger_presses(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 0);
    assert_true(take(RAW_FINGER_DOWN, 2, 5) && touch.kind == TOUCH_SECOND);
    assert_true(take(RAW_FINGER_MOVE, 2, 6) && touch.kind == TOUCH_SECOND);
    assert_true(take(RAW_FINGER_MOVE, 1, 6) && touch.kind == TOUCH_MOVE);
    assert_false(take(RAW_FINGER_DOWN, 3, 6));
    assert_false(take(RAW_FINGER_MOVE, 3, 6));
    assert_false(take(RAW_FINGER_UP, 3, 6));
    assert_true(take(RAW_FINGER_UP, 2, 7) && touch.kind == TOUCH_SECOND_GONE);
    assert_false(take(RAW_FINGER_MOVE, 2, 7));
    assert_true(take(RAW_FINGER_UP, 1, 8) && touch.kind == TOUCH_RELEASE);
}

static void test_a_mouse_has_no_second_finger(void **state) {
    (void)state;
    assert_true(take(RAW_MOUSE_DOWN, 0, 0));
    assert_false(take(RAW_FINGER_DOWN, 1, 5) && is_second(touch.kind));
    assert_false(take(RAW_FINGER_MOVE, 1, 6));
}

static void test_a_second_finger_left_behind_does_not_take_over(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 0);
    take(RAW_FINGER_DOWN, 2, 5);
    assert_true(take(RAW_FINGER_UP, 1, 8));
    assert_false(take(RAW_FINGER_MOVE, 2, 9));
    assert_false(take(RAW_FINGER_DOWN, 3, 10)); /* still one too many */
    take(RAW_FINGER_UP, 2, 11);
    take(RAW_FINGER_UP, 3, 12);
    assert_true(take(RAW_FINGER_DOWN, 4, 13));
}

static void test_the_mouse_that_echoes_a_finger_is_dropped(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 1000);
    assert_false(take(RAW_MOUSE_DOWN, 0, 1001));
    take(RAW_FINGER_UP, 1, 1050);
    assert_false(take(RAW_MOUSE_DOWN, 0, 1700));
    assert_false(take(RAW_MOUSE_UP, 0, 1701));
    assert_true(take(RAW_MOUSE_DOWN, 0, 1751));
    assert_true(take(RAW_MOUSE_UP, 0, 1760));
}

static void test_a_hand_on_the_glass_lets_go(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 0);
    for (int id = 2; id <= 4; id++)
        assert_true(!take(RAW_FINGER_DOWN, id, id) || is_second(touch.kind));
    assert_true(take(RAW_FINGER_DOWN, 5, 5));
    assert_int_equal(touch.kind, TOUCH_CANCEL);
    assert_false(take(RAW_FINGER_UP, 1, 6));
}

static void test_a_screen_unplugged_under_a_finger_answers_again(void **state) {
    (void)state;
    take(RAW_FINGER_DOWN, 1, 0);
    assert_true(take(RAW_FINGER_DOWN, 2, 5000) && is_second(touch.kind));
    assert_true(take(RAW_FINGER_DOWN, 3, 16000) && touch.kind == TOUCH_PRESS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_one_finger, begin),
        cmocka_unit_test_setup(test_only_the_first_finger_presses, begin),
        cmocka_unit_test_setup(test_a_mouse_has_no_second_finger, begin),
        cmocka_unit_test_setup(test_a_second_finger_left_behind_does_not_take_over, begin),
        cmocka_unit_test_setup(test_the_mouse_that_echoes_a_finger_is_dropped, begin),
        cmocka_unit_test_setup(test_a_hand_on_the_glass_lets_go, begin),
        cmocka_unit_test_setup(test_a_screen_unplugged_under_a_finger_answers_again, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
