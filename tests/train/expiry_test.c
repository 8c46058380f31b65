/* What is over, or will be soon. */
#include "train/expiry.h"

#include "base/civil.h"
#include "support/test.h"

static Millis at(const char *iso) {
    Millis when = 0;
    assert_true(civil_parse(iso, &when));
    return when;
}

static void sixty_days(void **state) {
    (void)state;
    Millis now = at("2026-11-28T10:00");
    CourseSession session[] = {{.begins = at("2027-09-01"), .open_until = at("2027-01-27")},
                               {.begins = at("2026-09-01")}};
    Course course[] = {{.session = session, .session_count = 2}, {.session_count = 0}};
    Internship internship[] = {{.expires = at("2027-01-28")}, {.expires = at("2026-11-27")}};
    CampusEvent event[] = {{.begins = at("2026-12-05"), .ends = at("2026-12-06")}};
    Certification certification[] = {{.until = at("2027-05-27")}, {.until = at("2027-05-28")}};
    Pack pack = {.course = course,
                 .course_count = 2,
                 .internship = internship,
                 .internship_count = 2,
                 .campus_event = event,
                 .campus_event_count = 1,
                 .certification = certification,
                 .certification_count = 2};
    Arena arena = {0};
    Expiring *list;
    assert_int_equal(expiry_of(&pack, now, &arena, &list), 4);
    assert_int_equal(list[0].of, RECORD_internship);
    assert_int_equal(list[0].index, 1);
    assert_int_equal(list[0].days, -1);
    assert_int_equal(list[1].of, RECORD_campus_event);
    assert_int_equal(list[1].last, at("2026-12-05")); /* the day before the midnight of its end */
    assert_int_equal(list[2].of, RECORD_course);
    assert_int_equal(list[2].days, 60);
    assert_int_equal(list[3].of, RECORD_certification);
    assert_int_equal(list[3].days, 180);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(sixty_days)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
