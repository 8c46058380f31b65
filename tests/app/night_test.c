/* When the kiosk sleeps and wakes, and that the touch that wakes it does nothing else. */
#include "app/night.h"

#include "map/week_hours.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

static PlanHours row[HOURS_ROWS_MAX];
static int rows;

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static HoursNow hours(const char *iso) {
    Error error;
    rows = week_hours_parse("1-5 07:30-18:30; 6 09:00-12:30", row, &error);
    return hours_of_rows(row, rows, at(iso));
}

static void test_sleeps_outside_the_hours_when_nobody_is_there(void **state) {
    (void)state;
    Millis now = at("2026-11-30T19:00"), long_ago = now - CIVIL_HOUR;
    Night night = night_at(hours("2026-11-30T19:00"), false, long_ago, now);
    assert_true(night.asleep);
    assert_int_equal(night.wake_at, at("2026-12-01T07:30"));
    assert_false(night_at(hours("2026-11-30T19:00"), true, long_ago, now).asleep);
    night = night_at(hours("2026-11-30T19:00"), false, now - 59999, now);
    assert_false(night.asleep);
    assert_int_equal(night.wake_at, now + 1);
    assert_false(
        night_at(hours("2026-11-30T12:00"), false, long_ago, at("2026-11-30T12:00")).asleep);
    assert_false(night_at((HoursNow){0}, false, long_ago, now).asleep);
}

/* ---- in the app: Monday half past two at the beginning --------------------------------------- */

static void begin_at(const char *iso) {
    hours(iso);
    world_begin((Settings){0}, 1920, 1080);
    app_end(&world.app);
    AppSetup setup = world.app.setup;
    setup.open = row;
    setup.open_count = rows;
    setup.civil_shift = at(iso);
    app_begin(&world.app, setup);
    app_time(&world.app, 0, 14 * 60 + 30);
}

static bool is_asleep(void) {
    app_page(&world.app);
    return app_is_asleep(&world.app);
}

static void touch_anywhere(void) {
    app_page(&world.app);
    app_touch(&world.app, (Touch){TOUCH_PRESS, {960, 900}});
    app_touch(&world.app, (Touch){TOUCH_RELEASE, {960, 900}});
}

static void test_the_kiosk_goes_to_bed_and_gets_up(void **state) {
    (void)state;
    begin_at("2026-11-30T14:30");
    assert_false(is_asleep());
    world_pass(4 * CIVIL_HOUR - 1);
    assert_false(is_asleep());
    world_pass(1);
    assert_true(is_asleep());
    assert_string_equal(app_screen_name(&world.app), "asleep");
    world_pass(13 * CIVIL_HOUR - 1);
    assert_true(is_asleep());
    world_pass(1);
    assert_false(is_asleep());
    assert_string_equal(app_screen_name(&world.app), "attract");
    world_end();
}

static void test_it_does_not_wake_up_all_night(void **state) {
    (void)state;
    begin_at("2026-11-30T18:30");
    world_pass(2 * CIVIL_MINUTE);
    assert_true(is_asleep());
    assert_int_equal(app_wake_at(&world.app), 13 * CIVIL_HOUR);
    world_end();
}

static void test_the_touch_that_wakes_does_nothing_else(void **state) {
    (void)state;
    begin_at("2026-11-30T19:00");
    world_pass(2 * CIVIL_MINUTE);
    assert_true(is_asleep());
    touch_anywhere();
    assert_false(is_asleep());
    assert_string_equal(app_screen_name(&world.app), "attract");
    assert_int_equal(world.facts[FACT_VISIT_START], 0);
    assert_true(world_says("Ouvre demain à 7\u00A0h\u00A030"));
    world_pass(NIGHT_AFTER_MS - 1);
    assert_false(is_asleep());
    world_pass(1);
    assert_true(is_asleep());
    world_end();
}

/* It plays for nobody. */
static void test_a_film_of_the_attract_screen_keeps_nothing_awake(void **state) {
    (void)state;
    begin_at("2026-11-30T18:29");
    for (int s = 0; s < 60; s++) {
        app_video(&world.app, (VideoReport){.clip = 0, .status = VIDEO_SHOWING, .at = s * 1000});
        world_pass(1000);
    }
    assert_true(is_asleep());
    world_end();
}

static void test_a_key_wakes_as_well(void **state) {
    (void)state;
    begin_at("2026-11-30T19:00");
    world_pass(2 * CIVIL_MINUTE);
    app_key(&world.app, KEY_ENTER);
    assert_false(is_asleep());
    assert_string_equal(app_screen_name(&world.app), "attract");
    world_pass(2 * CIVIL_MINUTE);
    assert_true(is_asleep());
    app_type(&world.app, '1');
    assert_false(is_asleep());
    assert_int_equal(world.facts[FACT_VISIT_START], 0);
    world_end();
}

static void test_a_visit_at_night_ends_by_itself_first(void **state) {
    (void)state;
    begin_at("2026-11-30T18:29");
    world_tap_label("Commencer");
    world_pass(80000); /* past closing time */
    assert_string_equal(app_screen_name(&world.app), "still-there");
    world_pass(10001);
    assert_string_equal(app_screen_name(&world.app), "attract");
    world_pass(NIGHT_AFTER_MS);
    assert_true(is_asleep());
    world_end();
}

static void test_without_hours_or_a_clock_it_stays_awake_and_says_nothing(void **state) {
    (void)state;
    begin_at("2026-11-30T23:00");
    app_clock(&world.app, world.app.setup.civil_shift, true);
    world_pass(2 * CIVIL_HOUR);
    assert_false(is_asleep());
    assert_false(world_says("Ouvre"));
    world_end();
    world_begin((Settings){0}, 1920, 1080);
    world_pass(48 * CIVIL_HOUR);
    assert_false(is_asleep());
    assert_false(world_says("Ouvre"));
    world_end();
}

/* The clock of the screens goes with the wall clock, summer time and all. */
static void test_a_clock_that_is_put_right_reaches_the_screens(void **state) {
    (void)state;
    begin_at("2026-11-30T14:30");
    app_clock(&world.app, at("2026-11-30T19:30"), false);
    assert_int_equal(app_kiosk(&world.app).today, at("2026-11-30T19:30"));
    world_pass(NIGHT_AFTER_MS);
    assert_true(is_asleep());
    app_clock(&world.app, at("2026-12-01T09:00"), false);
    world_pass(1);
    assert_false(is_asleep());
    world_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sleeps_outside_the_hours_when_nobody_is_there),
        cmocka_unit_test(test_the_kiosk_goes_to_bed_and_gets_up),
        cmocka_unit_test(test_it_does_not_wake_up_all_night),
        cmocka_unit_test(test_the_touch_that_wakes_does_nothing_else),
        cmocka_unit_test(test_a_film_of_the_attract_screen_keeps_nothing_awake),
        cmocka_unit_test(test_a_key_wakes_as_well),
        cmocka_unit_test(test_a_visit_at_night_ends_by_itself_first),
        cmocka_unit_test(test_without_hours_or_a_clock_it_stays_awake_and_says_nothing),
        cmocka_unit_test(test_a_clock_that_is_put_right_reaches_the_screens),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
