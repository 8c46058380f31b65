#include "base/civil.h"

#include "support/test.h"

static void test_days_follow_each_other_for_four_centuries(void **state) {
    (void)state;
    Millis when = civil_to((Civil){.year = 1900, .month = 1, .day = 1});
    Civil before = civil_from(when);
    assert_int_equal(before.weekday, 1); /* a Monday */
    for (int i = 0; i < 400 * 366; i++) {
        when += 86400000;
        Civil c = civil_from(when);
        assert_int_equal(civil_to(c), when);
        assert_int_equal(c.weekday, before.weekday % 7 + 1);
        if (c.day != 1)
            assert_int_equal(c.day, before.day + 1);
        before = c;
    }
}

static Millis of(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static void test_where_a_day_and_a_month_begin(void **state) {
    (void)state;
    assert_int_equal(civil_midnight(of("2026-11-28T23:59:59")), of("2026-11-28"));
    assert_int_equal(civil_midnight(of("2026-11-28")), of("2026-11-28"));
    assert_int_equal(civil_midnight(-1), -CIVIL_DAY);
    assert_int_equal(civil_month(of("2026-11-28T10:00"), 2), of("2027-01-01"));
    assert_int_equal(civil_month(of("2026-12-01"), 0), of("2026-12-01"));
    assert_int_equal(civil_month(of("2026-12-31"), 14), of("2028-02-01"));
}

/* ISO 8601: week 1 holds the first Thursday. */
static void test_weeks_of_the_turn_of_the_year(void **state) {
    (void)state;
    static const struct {
        const char *date;
        int week, year;
    } cases[] = {{"2026-01-01", 1, 2026},  {"2027-01-01", 53, 2026}, {"2024-12-30", 1, 2025},
                 {"2021-01-03", 53, 2020}, {"2026-11-23", 48, 2026}, {"2028-12-31", 52, 2028}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Millis when;
        int year;
        assert_true(civil_parse(cases[i].date, &when));
        assert_int_equal(civil_week(civil_from(when), &year), cases[i].week);
        assert_int_equal(year, cases[i].year);
    }
}

/* Also before 1970, where divisions round the other way. */
static void test_moments_within_a_day(void **state) {
    (void)state;
    Civil c = civil_from(-1);
    assert_int_equal(c.year * 10000 + c.month * 100 + c.day, 19691231);
    assert_int_equal(c.hour * 10000 + c.minute * 100 + c.second, 235959);
    assert_int_equal(c.weekday, 3);
    c = civil_from(-86400000);
    assert_int_equal(c.month * 100 + c.day, 1231);
    assert_int_equal(c.hour, 0);
    c = civil_from(1999); /* parts of a second are dropped */
    assert_int_equal(c.second, 1);
    assert_int_equal(civil_to((Civil){.year = 2026, .month = 2, .day = 29}),
                     civil_to((Civil){.year = 2026, .month = 3, .day = 1}));
}

static void test_refuses_what_is_no_date(void **state) {
    (void)state;
    static const char *const bad[] = {"",
                                      "2026",
                                      "2026-13-01",
                                      "2026-02-30",
                                      "2026-01-01T25:00",
                                      "2026-01-01T10:61",
                                      "2026-01-01 10:00",
                                      "2026-01-01T10:00X",
                                      "hier"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Millis when = 42;
        assert_false(civil_parse(bad[i], &when));
        assert_int_equal(when, 42);
    }
    Millis when;
    assert_true(civil_parse("2024-02-29T23:59:58Z", &when));
    Civil c = civil_from(when);
    assert_int_equal(c.hour * 3600 + c.minute * 60 + c.second, 86398);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days_follow_each_other_for_four_centuries),
        cmocka_unit_test(test_where_a_day_and_a_month_begin),
        cmocka_unit_test(test_weeks_of_the_turn_of_the_year),
        cmocka_unit_test(test_moments_within_a_day),
        cmocka_unit_test(test_refuses_what_is_no_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
