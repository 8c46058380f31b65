/* Which figure is told, and what is said of how hard it is to get in. */
#include "train/figures.h"

#include "support/test.h"

static CourseFigure figure(FigureKind what, double value, int people, int scope) {
    return (CourseFigure){.what = what,
                          .value = value,
                          .people = people,
                          .scope = scope,
                          .source = LIT("InserJeunes"),
                          .year = 2025};
}

static void the_nearest_figure_of_enough_people(void **state) {
    (void)state;
    CourseFigure all[] = {figure(FIGURE_IN_WORK, 60, 400, SCOPE_REGION),
                          figure(FIGURE_IN_WORK, 62, 48, SCOPE_SCHOOL),
                          figure(FIGURE_STUDYING, 31, 19, SCOPE_SCHOOL)};
    Course course = {.figure = all, .figure_count = 3};
    assert_true(course_figure(&course, FIGURE_IN_WORK) == &all[1]);
    assert_null(course_figure(&course, FIGURE_STUDYING)); /* nineteen people */
    assert_null(course_figure(&course, FIGURE_PAY));
    assert_false(figures_agree(&all[0], &all[1]));
    assert_true(figures_agree(&all[1], &all[2]));
}

static void wishes_for_a_place(void **state) {
    (void)state;
    CourseFigure all[] = {figure(FIGURE_WISHES, 48, 0, SCOPE_SCHOOL),
                          figure(FIGURE_PLACES, 24, 0, SCOPE_SCHOOL)};
    Course course = {.figure = all, .figure_count = 2};
    assert_int_equal(course_pressure(&course), PRESSURE_HIGH);
    assert_int_equal(pressure_wishes(&course), 2);
    all[0].value = 24;
    assert_int_equal(course_pressure(&course), PRESSURE_NONE);
    all[0].value = 30;
    assert_int_equal(course_pressure(&course), PRESSURE_LOW);
    all[1].year = 2024; /* places of another year say nothing about these wishes */
    assert_int_equal(course_pressure(&course), PRESSURE_UNKNOWN);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_nearest_figure_of_enough_people),
                                       cmocka_unit_test(wishes_for_a_place)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
