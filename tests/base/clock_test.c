/* When the computer's clock is believed: no battery, no network, jumps, summer time. */
#include "base/clock.h"

#include "support/test.h"

static ClockWatch watch;
static Millis steady;

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

/* A minute after the last look the clock says so, in a zone that is so far ahead. */
static bool look_in(const char *iso, Millis ahead, bool synced) {
    steady += CIVIL_MINUTE;
    return clock_look(&watch, (ClockSight){at(iso), at(iso) + ahead, steady, synced});
}

static bool look(const char *iso) {
    return look_in(iso, CIVIL_HOUR, false);
}

static void begin(void) {
    steady = 5000;
    clock_begin(&watch, at("2026-11-28"));
}

static void test_a_clock_that_goes(void **state) {
    (void)state;
    begin();
    assert_true(look("2026-11-28T10:00"));
    assert_true(look("2026-11-28T10:01"));
    assert_true(look("2026-11-28T10:31")); /* put right by half an hour */
    assert_true(look("2026-11-28T23:59"));
    assert_true(look("2026-11-29T00:00"));
}

static void test_the_content_is_the_floor(void **state) {
    (void)state;
    begin();
    assert_false(look("1970-01-01T00:05"));
    begin();
    assert_false(look("2026-11-27T22:59"));
    assert_true(look("2026-11-27T23:00")); /* midnight, here */
}

static void test_years_after_the_content_nothing_is_believed(void **state) {
    (void)state;
    begin();
    assert_false(look("2038-01-19T03:14"));
    begin();
    assert_true(look("2031-06-01T12:00")); /* forgotten for years */
}

static void test_a_jump_is_not_believed_until_somebody_puts_it_right(void **state) {
    (void)state;
    begin();
    assert_true(look("2026-12-01T10:00"));
    assert_false(look("2027-12-01T10:01"));
    assert_false(look("2027-12-01T10:02"));
    clock_was_set(&watch);
    assert_true(look("2026-12-01T10:03"));
    assert_true(look("2026-12-01T10:04"));
    assert_true(look("2026-12-02T10:05"));  /* a day */
    assert_false(look("2026-12-01T10:04")); /* backwards, by more */
    assert_true(look_in("2026-12-02T10:07", CIVIL_HOUR, true));
    assert_true(look("2026-12-02T10:08")); /* and from then on */
}

static void test_a_time_server_does_not_lift_what_is_impossible(void **state) {
    (void)state;
    begin();
    assert_false(look_in("1970-01-01T00:00", CIVIL_HOUR, true));
    assert_true(look_in("2026-12-01T10:00", CIVIL_HOUR, true)); /* it has arrived */
}

static void test_a_clock_from_1970_that_is_put_right_by_nobody_known(void **state) {
    (void)state;
    begin();
    assert_false(look("1970-01-01T00:00"));
    assert_false(look("2026-12-01T10:00"));
    clock_was_set(&watch);
    assert_true(look("2026-12-01T10:01"));
}

/* The hour that comes twice in October, and the one that is left out in March. */
static void test_summer_time(void **state) {
    (void)state;
    begin();
    assert_true(look_in("2027-10-31T00:59", 2 * CIVIL_HOUR, false));
    assert_true(look_in("2027-10-31T01:00", CIVIL_HOUR, false));
    begin();
    assert_true(look_in("2027-03-28T00:59", CIVIL_HOUR, false));
    assert_true(look_in("2027-03-28T01:00", 2 * CIVIL_HOUR, false));
}

/* The machine slept from Friday to Monday: the steady clock went on. */
static void test_a_weekend_asleep_is_no_jump(void **state) {
    (void)state;
    begin();
    assert_true(look("2026-12-04T18:00"));
    steady += 3 * CIVIL_DAY - 10 * CIVIL_HOUR - CIVIL_MINUTE;
    assert_true(look("2026-12-07T08:00"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_clock_that_goes),
        cmocka_unit_test(test_the_content_is_the_floor),
        cmocka_unit_test(test_years_after_the_content_nothing_is_believed),
        cmocka_unit_test(test_a_jump_is_not_believed_until_somebody_puts_it_right),
        cmocka_unit_test(test_a_time_server_does_not_lift_what_is_impossible),
        cmocka_unit_test(test_a_clock_from_1970_that_is_put_right_by_nobody_known),
        cmocka_unit_test(test_summer_time),
        cmocka_unit_test(test_a_weekend_asleep_is_no_jump),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
