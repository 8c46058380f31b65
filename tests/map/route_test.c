/* Ways on the plan made by hand: the quickest, the step-free, and the reasons why there is none. */
#include "map/route.h"

#include "map/directions_text.h"
#include "support/languages.h"
#include "support/hand_plan.h"
#include "support/test.h"

#include <string.h>

static const PlanTraveller WALKER = {false}, ROLLER = {true};
static Arena arena;

static int teardown(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

static Millis day(const char *date) {
    Millis when = 0;
    assert_true(civil_parse(date, &when));
    return when;
}

static RouteAsk ask(const Plan *p, int space, PlanTraveller who, const char *date) {
    return (RouteAsk){p->kiosk[0].node, p->space[space].node, who, day(date)};
}

static bool uses(const Plan *p, const Route *r, PlanEdgeKind kind) {
    for (int i = 0; i < r->leg_count; i++)
        if (p->edge[r->leg[i].edge].kind == kind)
            return true;
    return false;
}

static void expect_why(Plan *p, int space, PlanTraveller who, const char *date, const char *fr,
                       const char *en) {
    Router *router = router_new(p, &arena);
    RouteAsk a = ask(p, space, who, date);
    assert_false(route_find(router, a).found);
    RouteWhy why = route_why(router, a);
    assert_true(why.joined);
    assert_int_equal(why.count, 1);
    const char *said[] = {fr, en};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        Slice words = obstacle_text(p, why.bar[0], a.when, (Lang)lang, &arena);
        if (!slice_is(words, said[lang]))
            fail_msg("said \"" SLICE_FMT "\", not \"%s\"", SLICE_ARG(words), said[lang]);
    }
}

/* Whatever a plan says of its edges, sums of times and lengths stay what they are: numbers. */
static void test_times_that_no_int_holds(void **state) {
    (void)state;
    static const int TIMES[] = {100000000, INT32_MAX / 3, INT32_MAX};
    for (size_t t = 0; t < sizeof TIMES / sizeof *TIMES; t++) {
        Plan p = hand_plan();
        for (int e = 0; e < p.edge_count; e++) {
            p.edge[e].fixed_ms = TIMES[t];
            p.edge[e].length_mm = t == 2 ? INT32_MAX : 100000000;
        }
        Router *router = router_new(&p, &arena);
        RouteAsk a = ask(&p, HAND_ROOM, WALKER, "2018-01-08");
        Route quick = route_find(router, a), plain = route_plainly(router, a);
        assert_int_equal(quick.found, plain.found);
        assert_int_equal(quick.ms, plain.ms);
        assert_true(quick.ms >= 0 && quick.length_mm >= 0 && (t != 2 || !quick.found));
        a.who = ROLLER;
        (void)route_why(router, a);
    }
}

static void test_a_walker_takes_stairs_a_wheelchair_the_lift(void **state) {
    (void)state;
    Plan p = hand_plan();
    Router *router = router_new(&p, &arena);
    Route walk = route_find(router, ask(&p, HAND_ROOM, WALKER, "2018-01-08"));
    assert_true(walk.found);
    assert_true(uses(&p, &walk, EDGE_STAIRS) || uses(&p, &walk, EDGE_ESCALATOR));
    int walked = walk.ms;
    Route roll = route_find(router, ask(&p, HAND_ROOM, ROLLER, "2018-01-08"));
    assert_true(roll.found && uses(&p, &roll, EDGE_LIFT));
    assert_true(roll.ms > walked);
}

static void test_a_closed_lift_leaves_no_step_free_way_and_says_so(void **state) {
    (void)state;
    Plan p = hand_plan();
    hand_close_lift(&p);
    expect_why(&p, HAND_ROOM, ROLLER, "2018-01-08", "Ascenseur A\u00A0: en panne",
               "Lift A: out of service");
    Route walk = route_find(router_new(&p, &arena), ask(&p, HAND_ROOM, WALKER, "2018-01-08"));
    assert_true(walk.found);
}

static void test_a_zone_is_reachable_from_its_day_on(void **state) {
    (void)state;
    Plan p = hand_plan();
    expect_why(&p, HAND_EAST, ROLLER, "2018-09-02T23:59",
               "Aile est\u00A0: ouverture le 3\u00A0septembre\u00A02018",
               "East wing: opens on 3\u00A0September\u00A02018");
    Router *router = router_new(&p, &arena);
    assert_true(route_find(router, ask(&p, HAND_EAST, ROLLER, "2018-09-03")).found);
    assert_false(route_find(router, ask(&p, HAND_EAST, ROLLER, "2018-09-02"))
                     .found); /* the same router, another day */
}

static void test_a_narrow_door_stops_a_wheelchair_only(void **state) {
    (void)state;
    Plan p = hand_plan();
    assert_true(
        route_find(router_new(&p, &arena), ask(&p, HAND_STORE, WALKER, "2018-01-08")).found);
    expect_why(&p, HAND_STORE, ROLLER, "2018-01-08",
               "Porte étroite, 70\u00A0cm, au rez-de-chaussée",
               "Narrow door, 70\u00A0cm, on the ground floor");
}

static void test_an_escalator_runs_one_way(void **state) {
    (void)state;
    Plan p = hand_plan();
    p.edge_count -= 2; /* without stairs and escalator… */
    p.edge[p.edge_count - 1] =
        p.edge[p.edge_count + 1]; /* …and the escalator instead of the lift */
    Router *router = router_new(&p, &arena);
    RouteAsk up = ask(&p, HAND_ROOM, WALKER, "2018-01-08"), down = up;
    down.from = up.to;
    down.to = up.from;
    Route way = route_find(router, up);
    assert_true(way.found && uses(&p, &way, EDGE_ESCALATOR));
    assert_false(route_find(router, down).found);
    RouteWhy why = route_why(router, down);
    assert_int_equal(why.bar[0].obstacle.bar, BAR_ONEWAY);
}

static void test_the_nearest_alternative_is_of_the_same_kind(void **state) {
    (void)state;
    Plan p = hand_plan();
    Router *router = router_new(&p, &arena);
    RouteAsk a = ask(&p, HAND_EAST, ROLLER, "2018-01-08");
    assert_int_equal(route_alternative(router, a, HAND_EAST),
                     PLAN_NONE); /* the only one of its kind */
    p.space[HAND_ROOM].kind = p.space[HAND_WORKSHOP].kind = SPACE_PROJECT;
    assert_int_equal(route_alternative(router, a, HAND_EAST), HAND_WORKSHOP);
}

/* ---- properties ------------------------------------------------------------------------------ */

static void for_all_pairs(Plan *p, void (*check)(Router *, RouteAsk)) {
    Router *router = router_new(p, &arena);
    for (int from = 0; from < p->node_count; from++)
        for (int to = 0; to < p->node_count; to++)
            for (int who = 0; who < 2; who++)
                check(router, (RouteAsk){from, to, {who}, day("2018-01-08")});
}

static void same_as_dijkstra(Router *router, RouteAsk a) {
    Route star = route_find(router, a);
    int settled = star.settled;
    Route plain = route_plainly(router, a);
    assert_int_equal(star.found, plain.found);
    assert_int_equal(star.ms, plain.ms);
    assert_true(settled <= plain.settled);
}

static void test_a_star_is_dijkstra(void **state) {
    (void)state;
    Plan p = hand_plan();
    for_all_pairs(&p, same_as_dijkstra);
    hand_close_lift(&p);
    for_all_pairs(&p, same_as_dijkstra);
}

static Plan passable;

static void only_open_edges(Router *router, RouteAsk a) {
    Route r = route_find(router, a);
    int ms = 0;
    for (int i = 0; i < r.leg_count; i++) {
        assert_int_equal(
            plan_edge_passable(&passable, r.leg[i].edge, r.leg[i].forward, a.who, a.when).bar,
            BAR_NONE);
        ms += route_edge_ms(&passable, r.leg[i].edge, r.leg[i].forward, a.who);
    }
    assert_int_equal(ms, r.ms);
}

static void test_no_closed_edge_is_ever_used(void **state) {
    (void)state;
    passable = hand_plan();
    hand_close_lift(&passable);
    for_all_pairs(&passable, only_open_edges);
}

static void test_no_way_round_is_shorter(void **state) {
    (void)state;
    Plan p = hand_plan();
    Router *router = router_new(&p, &arena);
    int n = p.node_count, *ms = arena_array(&arena, int, n *n);
    for (int from = 0; from < n; from++)
        memcpy(ms + from * n, route_reach(router, (RouteAsk){from, 0, WALKER, 0}),
               sizeof(int) * (size_t)n);
    for (int a = 0; a < n; a++)
        for (int b = 0; b < n; b++)
            for (int c = 0; c < n; c++)
                if (ms[a * n + b] >= 0 && ms[b * n + c] >= 0)
                    assert_true(ms[a * n + c] <= ms[a * n + b] + ms[b * n + c]);
}

static void test_the_way_back_takes_as_long_on_the_flat(void **state) {
    (void)state;
    Plan p = hand_plan();
    Router *router = router_new(&p, &arena);
    RouteAsk there = ask(&p, HAND_STORE, WALKER, "2018-01-08"), back = there;
    back.from = there.to;
    back.to = there.from;
    int ms = route_find(router, there).ms;
    assert_int_equal(route_find(router, back).ms, ms);
}

static void test_nodes_out_of_range_have_no_way(void **state) {
    (void)state;
    Plan p = hand_plan();
    Router *router = router_new(&p, &arena);
    assert_false(route_find(router, (RouteAsk){PLAN_NONE, 0, WALKER, 0}).found);
    RouteWhy why = route_why(router, (RouteAsk){0, p.node_count, WALKER, 0});
    assert_false(why.joined);
    assert_int_equal(why.count, 1);
    assert_int_equal(why.bar[0].obstacle.bar, BAR_UNJOINED);
}

static void test_a_closure_that_changes_the_way_is_known(void **state) {
    (void)state;
    Plan p = hand_plan();
    hand_close_lift(&p);
    Router *router = router_new(&p, &arena);
    RouteAsk roll = ask(&p, HAND_ROOM, ROLLER, "2019-01-07"), walk = roll;
    walk.who.step_free = false;
    RouteWhy missed = route_missed(router, roll);
    assert_int_equal(missed.count, 1);
    assert_int_equal(missed.bar[0].obstacle.bar, BAR_CLOSED);
    assert_int_equal(route_missed(router, walk).count, 0); /* the stairs are quicker in any case */
    p.closure_count = 0;
    assert_int_equal(route_missed(router_new(&p, &arena), roll).count, 0);
}

/* Of two ways that take as long, the shorter: so that figures agree, however they are asked for. */
static void test_all_at_once_is_each_by_itself(void **state) {
    (void)state;
    Plan p = hand_plan();
    Router *one = router_new(&p, &arena), *all = router_for_all(&p, &arena);
    for (int from = 0; from < p.node_count; from++)
        for (int who = 0; who < 2; who++) {
            const int *ms = route_reach(all, (RouteAsk){from, PLAN_NONE, {who}, day("2019-01-07")});
            for (int to = 0; to < p.node_count; to++) {
                Route r = route_find(one, (RouteAsk){from, to, {who}, day("2019-01-07")});
                assert_int_equal(r.found ? r.ms : -1, ms[to]);
                if (r.found)
                    assert_int_equal(r.length_mm, route_reached_mm(all, to));
            }
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_times_that_no_int_holds),
        cmocka_unit_test(test_a_walker_takes_stairs_a_wheelchair_the_lift),
        cmocka_unit_test(test_a_closed_lift_leaves_no_step_free_way_and_says_so),
        cmocka_unit_test(test_a_zone_is_reachable_from_its_day_on),
        cmocka_unit_test(test_a_narrow_door_stops_a_wheelchair_only),
        cmocka_unit_test(test_an_escalator_runs_one_way),
        cmocka_unit_test(test_the_nearest_alternative_is_of_the_same_kind),
        cmocka_unit_test(test_a_star_is_dijkstra),
        cmocka_unit_test(test_no_closed_edge_is_ever_used),
        cmocka_unit_test(test_no_way_round_is_shorter),
        cmocka_unit_test(test_the_way_back_takes_as_long_on_the_flat),
        cmocka_unit_test(test_nodes_out_of_range_have_no_way),
        cmocka_unit_test(test_a_closure_that_changes_the_way_is_known),
        cmocka_unit_test(test_all_at_once_is_each_by_itself),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
