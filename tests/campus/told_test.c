/* Told against walked: every way of the campus, of the plan made by hand, and of plans drawn at random, in both languages. */
#include "support/hand_plan.h"
#include "support/test.h"
#include "support/walked.h"
#include "support/world.h"

static void test_every_way_of_the_campus(void **state) {
    (void)state;
    Millis when = 0;
    assert_true(civil_parse("2026-11-23T10:00", &when));
    assert_int_equal(walked_faults_of_plan(&world.pack.plan, when, "campus"), 0);
}

static void test_every_way_of_the_plan_by_hand(void **state) {
    (void)state;
    Plan plan = hand_plan();
    Millis when = 0;
    assert_true(civil_parse("2019-01-07", &when));
    assert_int_equal(walked_faults_of_plan(&plan, when, "by hand"), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_way_of_the_campus),
        cmocka_unit_test(test_every_way_of_the_plan_by_hand),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
