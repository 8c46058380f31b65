/* What may be passed and how long it takes, on the plan made by hand: every answer can be reckoned
 * with a pencil. */
#include "map/plan.h"

#include "support/languages.h"
#include "support/hand_plan.h"
#include "support/test.h"

static const PlanTraveller WALKER = {false}, ROLLER = {true};

static Millis day(const char *date) {
    Millis when = 0;
    assert_true(civil_parse(date, &when));
    return when;
}

/* The first edge of that kind that leads from one space to another. */
static int edge_between(const Plan *p, PlanEdgeKind kind, int from, int to) {
    for (int i = 0; i < p->edge_count; i++)
        if (p->edge[i].kind == kind && p->node[p->edge[i].a].space == from &&
            p->node[p->edge[i].b].space == to)
            return i;
    fail_msg("no edge of kind %d from space %d to %d", kind, from, to);
    return 0;
}

static ObstacleKind bar(const Plan *p, int edge, bool forward, PlanTraveller who, Millis when) {
    return plan_edge_passable(p, edge, forward, who, when).bar;
}

static void test_steps_widths_and_slopes_are_a_filter(void **state) {
    (void)state;
    Plan p = hand_plan();
    int stairs = edge_between(&p, EDGE_STAIRS, HAND_STAIRS_0, HAND_STAIRS_1);
    int escalator = edge_between(&p, EDGE_ESCALATOR, HAND_ESCALATOR_0, HAND_ESCALATOR_1);
    int narrow = edge_between(&p, EDGE_DOOR, HAND_LEG, HAND_STORE);
    int ramp = edge_between(&p, EDGE_RAMP, HAND_WORKSHOP, HAND_WORKSHOP);
    assert_int_equal(bar(&p, stairs, true, WALKER, 0), BAR_NONE);
    assert_int_equal(bar(&p, stairs, true, ROLLER, 0), BAR_STEPS);
    assert_int_equal(bar(&p, escalator, true, WALKER, 0), BAR_NONE);
    assert_int_equal(bar(&p, escalator, false, WALKER, 0), BAR_ONEWAY);
    assert_int_equal(bar(&p, escalator, true, ROLLER, 0), BAR_ESCALATOR);
    assert_int_equal(bar(&p, narrow, true, WALKER, 0), BAR_NONE);
    assert_int_equal(bar(&p, narrow, false, ROLLER, 0), BAR_NARROW);
    assert_int_equal(bar(&p, ramp, true, ROLLER, 0), BAR_NONE);
    p.edge[ramp].incline_pm = 61;
    assert_int_equal(bar(&p, ramp, true, ROLLER, 0), BAR_STEEP);
    p.edge[ramp].length_mm = 2000; /* short enough for up to 8 % */
    assert_int_equal(bar(&p, ramp, true, ROLLER, 0), BAR_NONE);
    p.edge[ramp].incline_pm = -81;
    assert_int_equal(bar(&p, ramp, true, ROLLER, 0), BAR_STEEP);
    p.edge[narrow].width_mm = 770;
    assert_int_equal(bar(&p, narrow, true, ROLLER, 0), BAR_NONE);
    p.edge[narrow].flags |= EDGE_NO_WHEELCHAIR;
    assert_int_equal(bar(&p, narrow, true, ROLLER, 0), BAR_WHEELCHAIR);
    p.edge[narrow].flags |= EDGE_ESCAPE;
    assert_int_equal(bar(&p, narrow, true, WALKER, 0), BAR_ESCAPE);
}

static void test_nobody_walks_through_a_private_room(void **state) {
    (void)state;
    Plan p = hand_plan();
    p.space[HAND_STORE].access = ACCESS_PRIVATE;
    assert_int_equal(bar(&p, edge_between(&p, EDGE_DOOR, HAND_LEG, HAND_STORE), true, WALKER, 0),
                     BAR_PRIVATE);
}

static void test_a_zone_opens_on_its_day(void **state) {
    (void)state;
    Plan p = hand_plan();
    int door = edge_between(&p, EDGE_DOOR, HAND_LANDING, HAND_EAST);
    PlanObstacle before = plan_edge_passable(&p, door, true, ROLLER, day("2018-09-02T23:59:59"));
    assert_int_equal(before.bar, BAR_ZONE);
    assert_int_equal(before.index, 0);
    assert_int_equal(bar(&p, door, true, ROLLER, day("2018-09-03")), BAR_NONE);
    p.zone[0].closes = day("2018-09-05");
    assert_int_equal(bar(&p, door, true, ROLLER, day("2018-09-05") - 1), BAR_NONE);
    assert_int_equal(bar(&p, door, true, ROLLER, day("2018-09-05")), BAR_ZONE);
}

static void test_a_closure_says_which(void **state) {
    (void)state;
    Plan p = hand_plan();
    int lift = edge_between(&p, EDGE_LIFT, HAND_LIFT_0, HAND_LIFT_1);
    assert_int_equal(bar(&p, lift, true, ROLLER, 0), BAR_NONE);
    hand_close_lift(&p);
    PlanObstacle obstacle = plan_edge_passable(&p, lift, false, WALKER, 0);
    assert_int_equal(obstacle.bar, BAR_CLOSED);
    assert_true(slice_is(p.closure[obstacle.index].reason.in[LANG_FR], "en panne"));
    p.closure[0] =
        (PlanClosure){.target = TARGET_OF_SPACE, .index = HAND_ROOM, .from = 10, .to = 20};
    int door = edge_between(&p, EDGE_DOOR, HAND_LANDING, HAND_ROOM);
    assert_int_equal(bar(&p, door, true, WALKER, 9), BAR_NONE);
    assert_int_equal(bar(&p, door, true, WALKER, 10), BAR_CLOSED);
    assert_int_equal(bar(&p, door, true, WALKER, 20), BAR_NONE);
    p.closure[0] = (PlanClosure){
        .target = TARGET_OF_EDGE, .index = door, .from = PLAN_ALWAYS, .to = PLAN_NEVER};
    assert_int_equal(bar(&p, door, true, WALKER, 0), BAR_CLOSED);
}

static void test_times_are_as_reckoned(void **state) {
    (void)state;
    Plan p = hand_plan();
    int ramp = edge_between(&p, EDGE_RAMP, HAND_WORKSHOP, HAND_WORKSHOP);
    int stairs = edge_between(&p, EDGE_STAIRS, HAND_STAIRS_0, HAND_STAIRS_1);
    int lift = edge_between(&p, EDGE_LIFT, HAND_LIFT_0, HAND_LIFT_1);
    assert_int_equal(plan_edge_ms(&p, stairs, true, WALKER), 14000);  /* 8.4 m at 0.6 m/s */
    assert_int_equal(plan_edge_ms(&p, stairs, false, WALKER), 12000); /* 8.4 m at 0.7 m/s */
    assert_int_equal(plan_edge_ms(&p, lift, true, ROLLER), 35000); /* 30 s and one storey of 5 s */
    assert_int_equal(plan_edge_ms(&p, ramp, false, ROLLER), 6250); /* 5 m at 0.8 m/s */
    assert_int_equal(plan_edge_ms(&p, ramp, true, ROLLER), 7812);  /* a quarter more at 5 % */
    assert_int_equal(
        plan_edge_ms(&p, edge_between(&p, EDGE_DOOR, HAND_LEG, HAND_STORE), true, WALKER), 2000);
}

static void test_looking_up(void **state) {
    (void)state;
    Plan p = hand_plan();
    assert_int_equal(plan_find_space(&p, LIT("S101")), HAND_ROOM);
    assert_int_equal(plan_find_space(&p, LIT("S10")), PLAN_NONE);
    assert_int_equal(plan_find_kiosk(&p, LIT("hall")), 0);
    assert_string_equal(plan_kind_tag(SPACE_LIFT), "elevator");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps_widths_and_slopes_are_a_filter),
        cmocka_unit_test(test_nobody_walks_through_a_private_room),
        cmocka_unit_test(test_a_zone_opens_on_its_day),
        cmocka_unit_test(test_a_closure_says_which),
        cmocka_unit_test(test_times_are_as_reckoned),
        cmocka_unit_test(test_looking_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
