#include "app/idle.h"

#include "support/test.h"

static void test_asks_counts_down_and_ends(void **state) {
    (void)state;
    assert_int_equal(idle_at(WAIT_SHORT, false, 1000, 1000).wake_at, 61000);
    Idle asks = idle_at(WAIT_SHORT, false, 1000, 61000);
    assert_true(asks.asks);
    assert_int_equal(asks.seconds_left, 30);
    assert_int_equal(asks.wake_at, 62000);
    assert_int_equal(idle_at(WAIT_SHORT, false, 1000, 90999).seconds_left, 1);
    assert_true(idle_at(WAIT_SHORT, false, 1000, 91000).over);
}

static void test_every_wait_asks_once_a_second_until_it_is_over(void **state) {
    (void)state;
    for (Wait wait = WAIT_SHORT; wait <= WAIT_QUIZ; wait++)
        for (int patient = 0; patient < 2; patient++) {
            Millis now = idle_at(wait, patient, 0, 0).wake_at;
            assert_true(now >= (patient ? 180000 : 60000));
            for (int left = 30; left > 0; left--) {
                Idle idle = idle_at(wait, patient, 0, now);
                assert_int_equal(idle.seconds_left, left);
                now = idle.wake_at;
            }
            assert_true(idle_at(wait, patient, 0, now).over);
        }
}

static void test_attract_screen_never_asks(void **state) {
    (void)state;
    Idle idle = idle_at(WAIT_NEVER, false, 0, (Millis)1 << 50);
    assert_false(idle.asks || idle.over);
    assert_int_equal(idle.wake_at, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_asks_counts_down_and_ends),
        cmocka_unit_test(test_every_wait_asks_once_a_second_until_it_is_over),
        cmocka_unit_test(test_attract_screen_never_asks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
