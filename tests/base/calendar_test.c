#include "base/calendar.h"

#include "support/languages.h"
#include "support/test.h"

#include <string.h>

/* One spelling of each name: a short one begins as the long one does. */
static void test_short_names_are_the_beginning_of_long_ones(void **state) {
    (void)state;
    for (Lang lang = 0; lang < LANG_COUNT; lang++)
        for (int month = 1; month <= 12; month++) {
            const char *brief = calendar_month_short(lang, month);
            size_t len = strcspn(brief, ".");
            assert_int_equal(strncmp(brief, calendar_month(lang, month), len), 0);
        }
    assert_string_equal(calendar_month_short(LANG_EN, 9), "Sep");
    assert_string_equal(calendar_month_short(LANG_FR, 9), "sept.");
}

static void test_the_week_begins_on_monday(void **state) {
    (void)state;
    assert_string_equal(calendar_weekday(LANG_EN, 1), "Monday");
    assert_string_equal(calendar_weekday(LANG_FR, 7), "dimanche");
    assert_string_equal(calendar_weekday_short(LANG_FR, 7), "dim.");
    assert_string_equal(calendar_month(LANG_FR, 8), "août");
    assert_string_equal(calendar_month_alone(LANG_FR, 8), "août");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_names_are_the_beginning_of_long_ones),
        cmocka_unit_test(test_the_week_begins_on_monday),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
