/* Days, weeks and months have one name each, whatever a clock says. */
#include "stats/period.h"

#include "support/test.h"

#include <string.h>

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static void test_names(void **state) {
    (void)state;
    static const struct {
        const char *when, *day, *week, *month;
    } CASES[] = {
        {"2026-11-24T23:59:59", "2026-11-24", "2026-W48", "2026-11"},
        {"2027-01-01", "2027-01-01", "2026-W53",
         "2027-01"}, /* a week belongs to the year of its Thursday */
        {"2024-12-30", "2024-12-30", "2025-W01", "2024-12"},
        {"2024-02-29", "2024-02-29", "2024-W09", "2024-02"},
        {"1970-01-01", "1970-01-01", "1970-W01", "1970-01"},
        {"2038-01-19T03:14:08", "2038-01-19", "2038-W03", "2038-01"},
        {"2026-10-25T02:30", "2026-10-25", "2026-W43", "2026-10"}, /* the hour that comes twice */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_string_equal(period_at(PERIOD_DAY, at(CASES[i].when)).name, CASES[i].day);
        assert_string_equal(period_at(PERIOD_WEEK, at(CASES[i].when)).name, CASES[i].week);
        assert_string_equal(period_at(PERIOD_MONTH, at(CASES[i].when)).name, CASES[i].month);
    }
}

/* Periods follow each other without a gap, and their names sort as they come. */
static void test_periods_tile_the_time(void **state) {
    (void)state;
    for (int kind = 0; kind < PERIOD_KIND_COUNT; kind++) {
        Period p = period_at((PeriodKind)kind, at("1969-06-01"));
        for (int i = 0; i < 3000; i++) {
            Period next = period_at((PeriodKind)kind, p.end), read;
            assert_true(next.start == p.end);
            assert_true(strcmp(p.name, next.name) < 0);
            assert_true(period_parse(p.name, &read));
            assert_true(read.start == p.start && read.end == p.end && read.kind == p.kind);
            assert_string_equal(period_at((PeriodKind)kind, p.end - 1).name, p.name);
            p = next;
        }
    }
}

static void test_a_clock_may_say_anything(void **state) {
    (void)state;
    const Millis wild[] = {INT64_MIN / 2,     -1, 0, INT64_MAX / 2, (Millis)1 << 50,
                           -((Millis)1 << 50)};
    for (size_t i = 0; i < sizeof wild / sizeof *wild; i++)
        for (int kind = 0; kind < PERIOD_KIND_COUNT; kind++) {
            Period p = period_at((PeriodKind)kind, wild[i]), read;
            assert_true(p.start < p.end);
            assert_true(period_parse(p.name, &read));
        }
}

static void test_what_is_no_period(void **state) {
    (void)state;
    static const char *const WRONG[] = {
        "",           "2026",     "2026-13",       "2026-W54", "2025-W53", "2026-W00",
        "2026-02-30", "2026-1-1", "2026-11-24T10", "2026-11 ", "x026-11",  "2026-W4x"};
    Period p;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_false(period_parse(WRONG[i], &p));
}

static void test_months_before(void **state) {
    (void)state;
    assert_true(period_months_before(at("2026-11-24"), 25) == at("2024-10-01"));
    assert_true(period_months_before(at("2026-01-31"), 1) == at("2025-12-01"));
    assert_true(period_months_before(at("2026-12-31"), -1) == at("2027-01-01"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_periods_tile_the_time),
        cmocka_unit_test(test_a_clock_may_say_anything),
        cmocka_unit_test(test_what_is_no_period),
        cmocka_unit_test(test_months_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
