/* Opening hours on an installer's line: what they mean, and what is said of a slip. */
#include "map/week_hours.h"

#include "map/hours.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static PlanHours row[HOURS_ROWS_MAX];
static Error error;

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static void expect(const char *hours, const char *when, bool open, const char *until) {
    int count = week_hours_parse(hours, row, &error);
    if (count <= 0)
        fail_msg("%s", error.text);
    HoursNow now = hours_of_rows(row, count, at(when));
    assert_true(now.known);
    assert_int_equal(now.open, open);
    assert_int_equal(now.until, until ? at(until) : PLAN_NEVER);
}

static const char USUAL[] = "1-5 07:30-18:30; 6 09:00-12:30; 2026-12-25 fermé";

/* 2026-11-23 is a Monday. */
static void test_a_week(void **state) {
    (void)state;
    expect(USUAL, "2026-11-23T07:29", false, "2026-11-23T07:30");
    expect(USUAL, "2026-11-23T07:30", true, "2026-11-23T18:30");
    expect(USUAL, "2026-11-27T18:30", false, "2026-11-28T09:00");
    expect(USUAL, "2026-11-28T12:30", false, "2026-11-30T07:30");
    expect("1,3 08:00-12:00,13:30-17:00", "2026-11-23T12:30", false, "2026-11-23T13:30");
    expect("08:00-17:00", "2026-11-29T09:00", true, "2026-11-29T17:00");
    expect("6-1 10:00-12:00", "2026-11-29T11:00", true, "2026-11-29T12:00");
}

static void test_nights_pass_midnight(void **state) {
    (void)state;
    expect("5 20:00-02:00", "2026-11-28T01:59", true, "2026-11-28T02:00");
    expect("5 20:00-02:00", "2026-11-28T02:00", false, "2026-12-04T20:00");
    expect("1-7 00:00-24:00", "2026-11-28T03:00", true, NULL);
}

static void test_shut_days(void **state) {
    (void)state;
    expect(USUAL, "2026-12-25T10:00", false, "2026-12-26T09:00");
    expect("1-5 08:00-18:00; 2026-12-24..2027-01-03 fermé", "2026-12-23T19:00", false,
           "2027-01-04T08:00");
    expect("1-5 08:00-18:00; 2026-12-24 08:00-12:00", "2026-12-24T13:00", false,
           "2026-12-25T08:00");
    expect("1-7 08:00-18:00; fériés off", "2026-12-25T10:00", false, "2026-12-26T08:00");
    expect("1-5 08:00-18:00; 2026-11-28 closed; 2026-11-28 10:00-16:00", "2026-11-28T09:00", false,
           "2026-11-28T10:00");
}

static void refuse(const char *hours, const char *place, const char *mend) {
    assert_int_equal(week_hours_parse(hours, row, &error), -1);
    if (!strstr(error.text, place) || !strstr(error.text, mend))
        fail_msg("%s: %s", hours, error.text);
}

static void test_names_place_and_mend(void **state) {
    (void)state;
    refuse("1-5 7:30-18:30", "sign 5: \"7:30-18:30\"", "07:30-18:30");
    refuse("1-5 07:30-18:60", "sign 5", "07:30-18:30");
    refuse("1-5 07:30-25:00", "sign 5", "07:30-18:30");
    refuse("1-5 07:30", "sign 5", "07:30-18:30");
    refuse("1-5 07:30-18:30,", "sign 5", "07:30-18:30");
    refuse("1-8 07:30-18:30", "sign 1: \"1-8\"", "1 to 7");
    refuse("0 07:30-18:30", "sign 1", "1 to 7");
    refuse("1-5", "sign 1: \"1-5\"", "hours are missing");
    refuse("1-5 07:30-18:30; 2026-02-30 fermé", "sign 18: \"2026-02-30\"", "2026-12-25");
    refuse("2026-12-25..2026-12-24 fermé", "sign 1", "before the first");
    refuse("lundi 07:30-18:30", "\"lundi\"", "1-5 07:30-18:30");
    refuse("fériés fermé 1-5 08:00-18:00", "sign 14: \"1-5\"", "semicolon"); /* signs, not bytes */
    refuse("", "sign 1", "hours are missing");
    refuse("1 08:00-09:00;;", "sign 15", "hours are missing");
    refuse("1-5 7h30-18h30", "sign 5: \"7h30-18h30\"", "1 to 7");
}

/* A morning and an afternoon as two rules would be an afternoon alone. */
static void test_a_rule_that_is_lost(void **state) {
    (void)state;
    refuse("1-5 09:00-12:00; 1-5 14:00-18:00", "sign 18: \"1-5 14:00-18:00\"",
           "1-5 09:00-12:00,14:00-18:00");
    refuse("3 09:00-12:00; 1-5 14:00-18:00", "sign 16", "an earlier rule for the same days");
    refuse("09:00-12:00; 14:00-18:00", "sign 14", "two spans of a day stand in one rule");
    refuse("1-5 08:00-18:00; 2026-12-24 09:00-12:00; 2026-12-24 14:00-16:00", "sign 42",
           "the same days");
    expect("1-5 09:00-12:00,14:00-18:00; 3 14:00-18:00", "2026-11-25T09:00", false,
           "2026-11-25T14:00");
    expect("1-5 09:00-12:00; 2026-11-25 14:00-18:00", "2026-11-25T09:00", false,
           "2026-11-25T14:00");
}

static void test_never_open(void **state) {
    (void)state;
    refuse("fermé", "sign 1: \"fermé\"", "it would never be open");
    refuse("1-5 fermé; 2026-12-24 closed", "sign 1", "it would never be open");
}

static void test_bounds(void **state) {
    (void)state;
    char many[3000] = "1 08:00-09:00", one[32];
    for (int i = 0; i < HOURS_ROWS_MAX; i++) {
        snprintf(one, sizeof one, "; %d-01-01 08:00-09:00", 2027 + i);
        strcat(many, one);
    }
    refuse(many, "sign", "more than can be kept");
    char list[2000] = "1";
    for (int i = 0; i < 200; i++)
        strcat(list, ",1-7");
    strcat(list, " 08:00-09:00");
    assert_int_equal(week_hours_parse(list, row, &error), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_week),
        cmocka_unit_test(test_nights_pass_midnight),
        cmocka_unit_test(test_shut_days),
        cmocka_unit_test(test_names_place_and_mend),
        cmocka_unit_test(test_a_rule_that_is_lost),
        cmocka_unit_test(test_never_open),
        cmocka_unit_test(test_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
