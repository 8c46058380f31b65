/* What is counted, and under which name: records of the pack by their ids, of places each that one
   can be led to, and a lift or a stairs once whatever the floor on which it was looked for. */
#include "app/keys.h"

#include "replay/transcript.h"
#include "screens/common/common.h"

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
    StatsKeys keys = keys_from(&world.pack, PLAN_NONE, false, &arena);
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

static void test_courses_labs_and_desks_are_counted_under_their_ids(void **state) {
    (void)state;
    const Pack *pack = &world.pack;
    StatsKeys keys = keys_from(pack, PLAN_NONE, false, &arena);
    assert_true(pack->course_count && pack->lab_count && pack->desk_count);
    assert_int_equal(keys.course_count, pack->course_count);
    assert_int_equal(keys.lab_count, pack->lab_count);
    assert_int_equal(keys.desk_count, pack->desk_count);
    for (int i = 0; i < pack->course_count; i++)
        assert_true(slice_equal(keys.course[i].id, pack->course[i].id));
    assert_true(slice_equal(keys.lab[0].name.in[LANG_FR], pack->lab[0].name.in[LANG_FR]));
    assert_true(slice_equal(keys.desk[0].name.in[LANG_FR], pack->desk[0].name.in[LANG_FR]));
}

static Slice told(Fact fact) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    transcript_fact(out, &world.pack, fact);
    fclose(out);
    Slice copy = arena_copy(&arena, (Slice){text, (int)size});
    free(text);
    return copy;
}

static void test_a_transcript_names_what_is_counted(void **state) {
    (void)state;
    const Pack *pack = &world.pack;
    const struct {
        Fact fact;
        const char *key;
        Slice id;
    } FACTS[] = {{common_fact((Target){TARGET_COURSE, 1}), "course.open", pack->course[1].id},
                 {common_fact((Target){TARGET_LAB, 0}), "lab.open", pack->lab[0].id},
                 {common_fact((Target){TARGET_DESK, 2}), "desk.sought", pack->desk[2].id}};
    for (size_t i = 0; i < sizeof FACTS / sizeof *FACTS; i++)
        assert_true(
            slice_equal(told(FACTS[i].fact), arena_printf(&arena, "fact %s " SLICE_FMT "\n",
                                                          FACTS[i].key, SLICE_ARG(FACTS[i].id))));
}

/* Of all that a page can lead to, six kinds are counted; a step there carries it, and one to a
   page that is not there carries nothing. */
static void test_only_six_kinds_of_pages_are_counted(void **state) {
    (void)state;
    static const FactKind COUNTED[TARGET_KIND_COUNT] = {
        [TARGET_TRADE] = FACT_TRADE_OPEN,   [TARGET_TOPIC] = FACT_TOPIC_OPEN,
        [TARGET_PLACE] = FACT_PLACE_SOUGHT, [TARGET_COURSE] = FACT_COURSE_OPEN,
        [TARGET_LAB] = FACT_LAB_OPEN,       [TARGET_DESK] = FACT_DESK_SOUGHT};
    for (int kind = TARGET_QUIZ; kind < TARGET_KIND_COUNT; kind++) {
        Target target = {(TargetKind)kind, 0};
        Step step = common_follow(target);
        assert_int_equal(common_fact(target).kind, COUNTED[kind]);
        assert_int_equal(step.fact[0].kind, step.go ? COUNTED[kind] : FACT_NONE);
        assert_int_equal(step.fact[1].kind, FACT_NONE);
    }
}

static int end(void **state) {
    arena_free(&arena);
    return world_teardown(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_place_is_counted_under_its_name),
        cmocka_unit_test(test_a_lift_is_one_place),
        cmocka_unit_test(test_courses_labs_and_desks_are_counted_under_their_ids),
        cmocka_unit_test(test_a_transcript_names_what_is_counted),
        cmocka_unit_test(test_only_six_kinds_of_pages_are_counted),
    };
    return cmocka_run_group_tests(tests, world_setup, end);
}
