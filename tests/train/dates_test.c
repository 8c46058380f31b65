/* What is over, what begins next, who is there now. */
#include "train/dates.h"

#include "map/opening_hours.h"
#include "support/test.h"

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static CourseSession session(const char *from, const char *to, const char *until) {
    return (CourseSession){.begins = at(from), .ends = at(to), .open_until = until ? at(until) : 0};
}

/* The last day counts until midnight. */
static void ends_with_its_day(void **state) {
    (void)state;
    CourseSession s = session("2027-02-08", "2027-02-09", NULL);
    assert_true(session_is_open(&s, at("2027-02-08T12:00")));
    assert_false(session_is_open(&s, at("2027-02-09"))); /* it has begun */
    assert_false(session_is_over(&s, at("2027-02-09T23:59")));
    assert_true(session_is_over(&s, at("2027-02-10")));
    Internship internship = {.expires = at("2027-02-26")};
    assert_false(internship_is_over(&internship, at("2027-02-26T12:00")));
    assert_true(internship_is_over(&internship, at("2027-02-27")));
    Certification certification = {.until = 0};
    assert_false(certification_is_over(&certification, at("2199-12-31")));
    certification.until = at("2027-08-31");
    assert_true(certification_is_over(&certification, at("2027-09-01")));
}

static void event_ends_at_its_hour(void **state) {
    (void)state;
    CampusEvent event = {.begins = at("2026-12-09T14:00"), .ends = at("2026-12-09T16:00")};
    assert_false(event_is_over(&event, at("2026-12-09T15:59")));
    assert_true(event_is_over(&event, at("2026-12-09T16:00")));
}

static void next_start(void **state) {
    (void)state;
    CourseSession sessions[] = {session("2028-09-01", "2031-06-30", NULL),
                                session("2027-09-01", "2030-06-30", "2027-05-31")};
    Course course = {.session = sessions, .session_count = 2};
    assert_int_equal(course_next_session(&course, at("2027-05-31T18:00")), 1);
    assert_int_equal(course_next_session(&course, at("2027-06-01")), 0); /* too late to sign up */
    assert_int_equal(course_next_session(&course, at("2028-09-01T08:00")), 0);
    assert_int_equal(course_next_session(&course, at("2028-09-02")), -1);
    assert_true(course_starts_before(&course, at("2027-01-01"), at("2027-10-01")));
    assert_false(course_starts_before(&course, at("2027-06-01"), at("2027-10-01")));
}

static void open_now(void **state) {
    (void)state;
    PlanHours row[HOURS_ROWS_MAX];
    OpeningHours hours = {.row = row,
                          .count = hours_parse(LIT("Mo-Fr 09:00-12:00,13:00-17:00"), row)};
    HoursNow now = opening_now(&hours, at("2026-11-27T11:00")); /* a Friday */
    assert_true(now.open);
    assert_int_equal(now.until, at("2026-11-27T12:00"));
    now = opening_now(&hours, at("2026-11-28T11:00"));
    assert_false(now.open);
    assert_int_equal(now.until, at("2026-11-30T09:00"));
    HoursSpan span[HOURS_SPANS_MAX];
    assert_int_equal(hours_of_day(row, hours.count, at("2026-11-27"), span), 2);
    assert_int_equal(span[1].to, at("2026-11-27T17:00"));
    assert_int_equal(hours_of_day(row, hours.count, at("2026-11-28"), span), 0);
}

static void few_people_are_not_told(void **state) {
    (void)state;
    CourseFigure figure = {.what = FIGURE_IN_WORK, .people = 19};
    assert_false(figure_is_shown(&figure));
    figure.people = 20;
    assert_true(figure_is_shown(&figure));
    assert_true(figure_is_shown(&(CourseFigure){.what = FIGURE_PLACES}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_with_its_day),
        cmocka_unit_test(event_ends_at_its_hour),
        cmocka_unit_test(next_start),
        cmocka_unit_test(open_now),
        cmocka_unit_test(few_people_are_not_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
