/* What is counted of places: each that one can be led to, and a lift or a stairs once whatever the
   floor on which it was looked for. */
#include "app/keys.h"

#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

static Arena arena;

static int counted(int space) {
    return keys_fact(&world.pack, (Fact){FACT_PLACE_SOUGHT, space}).arg;
}

static void test_every_place_is_counted_under_its_name(void **state) {
    (void)state;
    const Plan *plan = &world.pack.plan;
    StatsKeys keys = keys_from(&world.pack, false, &arena);
    for (int i = 0; i < plan->space_count; i++)
        if (plan->space[i].place) {
            assert_in_range(counted(i), 0, keys.place_count - 1);
            assert_true(slice_equal(keys.place[counted(i)].name.in[LANG_FR],
                                    plan->space[i].name.plain.in[LANG_FR]));
        }
}

static void test_a_lift_is_one_place(void **state) {
    (void)state;
    const Plan *plan = &world.pack.plan;
    int shafts = 0;
    for (int i = 0; i < plan->space_count; i++)
        for (int j = i + 1; j < plan->space_count; j++) {
            const PlanSpace *a = &plan->space[i], *b = &plan->space[j];
            if (!a->place || !b->place)
                continue;
            bool same = a->connector != PLAN_NONE && a->connector == b->connector;
            assert_int_equal(counted(i) == counted(j), same);
            shafts += same;
        }
    assert_true(shafts > 0);
}

static int end(void **state) {
    arena_free(&arena);
    return world_teardown(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_place_is_counted_under_its_name),
        cmocka_unit_test(test_a_lift_is_one_place),
    };
    return cmocka_run_group_tests(tests, world_setup, end);
}
