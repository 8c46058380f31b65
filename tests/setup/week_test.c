/* Opening hours as they are set by touch, and as they stand in the configuration. */
#include "setup/week.h"

#include "map/hours.h"
#include "map/week_hours.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static void assert_written(const char *text, const char *as) {
    Week week;
    char out[WEEK_TEXT];
    if (!week_read(text, &week))
        fail_msg("\"%s\" is not read", text);
    week_print(&week, out);
    assert_string_equal(out, as);
}

static void test_what_is_read_is_written(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "",
        "1-5 07:30-18:30; 6 09:00-12:30; 7 fermé",
        "1-7 08:00-18:00",
        "1 08:00-18:00; 2 08:15-18:00; 3-4 fermé; 5 22:00-02:00; 6-7 00:00-24:00",
        "1-5 07:30-18:30; 6-7 fermé; 2026-12-25 fermé; fériés fermé",
        "1-7 fermé",
        "1-7 20:00-23:00",
        "1-5 08:00-18:00; 6-7 fermé; 6 2026-12-26 20:00-23:00",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        assert_written(TEXTS[i], TEXTS[i]);
}

static void test_other_ways_to_say_the_same(void **state) {
    (void)state;
    assert_written("  08:00-18:00 ", "1-7 08:00-18:00");
    assert_written("20:00-23:00", "1-7 20:00-23:00"); /* an hour, not a year */
    assert_written("1,3,5 08:00-18:00", "1 08:00-18:00; 2 fermé; 3 08:00-18:00; 4 fermé; 5 "
                                        "08:00-18:00; 6-7 fermé");
    assert_written("6-1 09:00-12:00", "1 09:00-12:00; 2-5 fermé; 6-7 09:00-12:00");
    assert_written("1-5 08:00-18:00; 3 off", "1-2 08:00-18:00; 3 fermé; 4-5 08:00-18:00; 6-7 "
                                             "fermé");
    assert_written("2026-12-25 fermé; 1-7 08:00-18:00; 2026-12-24..2026-12-31 08:00-12:00",
                   "1-7 08:00-18:00; 2026-12-25 fermé; 2026-12-24..2026-12-31 08:00-12:00");
}

static void test_what_has_no_place_here(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "1-5 08:00-12:00,13:30-18:00",
        "1-5 08:05-18:00",
        "1-8 08:00-18:00",
        "lundi 08:00-18:00",
        "1-5",
        "1-5 8:00-18:00",
        "1-5 08:00-25:00",
        "1-5 08:60-18:00",
        "1-5 08:00-08:00",
        "1-5 24:00-08:00",
        "1- 08:00-18:00",
        "1-5 08:00-18:00 13:00-14:00",
        "; 1-5 08:00-18:00",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        Week week;
        if (week_read(TEXTS[i], &week) || week.known)
            fail_msg("\"%s\" is taken for hours", TEXTS[i]);
    }
}

/* Every pair of quarters, both days of it, comes back. */
static void test_every_quarter(void **state) {
    (void)state;
    for (int from = 0; from < CIVIL_DAY_MIN; from += WEEK_QUARTER)
        for (int to = WEEK_QUARTER; to <= CIVIL_DAY_MIN; to += WEEK_QUARTER) {
            Week week = week_usual(), again;
            char text[WEEK_TEXT];
            week.day[from / WEEK_QUARTER % WEEK_DAYS] = (WeekDay){from != to, from, to};
            week_print(&week, text);
            assert_true(week_read(text, &again));
            for (int i = 0; i < WEEK_DAYS; i++) {
                assert_int_equal(again.day[i].open, week.day[i].open);
                assert_true(!week.day[i].open || again.day[i].from == week.day[i].from);
                assert_true(!week.day[i].open || again.day[i].to == week.day[i].to);
            }
        }
}

/* 2026-11-23 is a Monday. */
static bool is_open_at(const PlanHours *row, int rows, int day, int minute) {
    Millis monday = civil_to((Civil){.year = 2026, .month = 11, .day = 23});
    return hours_of_rows(row, rows, monday + ((Millis)day * CIVIL_DAY_MIN + minute) * 60000).open;
}

/* Is a day open then, as it is set here? What began the day before may go on. */
static bool is_set_open(const Week *week, int day, int minute) {
    const WeekDay *d = &week->day[day], *before = &week->day[(day + WEEK_DAYS - 1) % WEEK_DAYS];
    bool night = before->open && before->to <= before->from && minute < before->to;
    int to = d->to > d->from ? d->to : CIVIL_DAY_MIN;
    return night || (d->open && minute >= d->from && minute < to);
}

/* The kiosk reads what is written here, and means the same. */
static void test_the_kiosk_means_the_same(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "1-5 07:30-18:30; 6 09:00-12:30; 7 fermé",
        "1 08:00-18:00; 2 08:15-18:00; 3-4 fermé; 5 22:00-02:00; 6-7 00:00-24:00",
        "1-6 22:15-06:45; 7 fermé; 2027-12-25 fermé; fériés fermé",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        PlanHours row[HOURS_ROWS_MAX];
        Week week;
        Error error;
        char text[WEEK_TEXT];
        assert_true(week_read(TEXTS[i], &week));
        week_print(&week, text);
        int rows = week_hours_parse(text, row, &error);
        assert_true(rows > 0);
        for (int day = 0; day < WEEK_DAYS; day++)
            for (int minute = 7; minute < CIVIL_DAY_MIN; minute += WEEK_QUARTER)
                assert_int_equal(is_open_at(row, rows, day, minute),
                                 is_set_open(&week, day, minute));
    }
}

static void test_an_edge_moves_around_midnight_and_over_the_other(void **state) {
    (void)state;
    WeekDay day = {true, 0, CIVIL_DAY_MIN};
    week_move(&day, false, -WEEK_QUARTER);
    assert_int_equal(day.from, 23 * 60 + 45);
    week_move(&day, true, WEEK_QUARTER);
    assert_int_equal(day.to, WEEK_QUARTER);
    week_move(&day, true, -WEEK_QUARTER);
    assert_int_equal(day.to, CIVIL_DAY_MIN);
    day = (WeekDay){true, 480, 495};
    week_move(&day, false, WEEK_QUARTER); /* over the end: the next day's */
    assert_int_equal(day.from, 510);
    week_move(&day, false, -WEEK_QUARTER);
    assert_int_equal(day.from, 480);
}

/* So many dates that there is hardly room for them come back to the last; with one sign more
   nothing is read. */
static void test_a_week_that_is_nearly_full(void **state) {
    (void)state;
    static const char WEEK[] = "1 08:00-18:00; 2 08:15-18:00; 3 08:30-18:00; 4 08:45-18:00; "
                               "5 09:00-18:00; 6 09:15-18:00; 7 09:30-18:00; ";
    int most = 0;
    for (int blanks = 0; blanks < 2 * WEEK_TEXT; blanks++) {
        char text[4 * WEEK_TEXT], out[WEEK_TEXT];
        Week week;
        snprintf(text, sizeof text, "%s2026-12-25%*sfermé", WEEK, blanks + 1, "");
        if (!week_read(text, &week))
            continue;
        week_print(&week, out);
        assert_string_equal(out, text);
        most = blanks;
    }
    assert_in_range(most, 300, WEEK_TEXT);
}

/* What is too long to be kept is not half kept. */
static void test_too_many_dates(void **state) {
    (void)state;
    char text[2 * WEEK_TEXT] = "1-5 08:00-18:00";
    Week week;
    for (int i = 0; i < 30; i++)
        strcat(text, "; 2026-12-25 fermé");
    assert_false(week_read(text, &week));
    assert_false(week.known);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_read_is_written),
        cmocka_unit_test(test_other_ways_to_say_the_same),
        cmocka_unit_test(test_what_has_no_place_here),
        cmocka_unit_test(test_every_quarter),
        cmocka_unit_test(test_the_kiosk_means_the_same),
        cmocka_unit_test(test_an_edge_moves_around_midnight_and_over_the_other),
        cmocka_unit_test(test_a_week_that_is_nearly_full),
        cmocka_unit_test(test_too_many_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
