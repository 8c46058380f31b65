/* What must hold of any plan, held against the campus pack's: shapes, labels, ways,
   times, zones. */
#include "map/hours.h"

#include "map/route.h"
#include "support/test.h"
#include "support/world.h"

#include <math.h>
#include <stdlib.h>

static const Plan *plan(void) {
    return &world.pack.plan;
}

/* ---- shapes ---------------------------------------------------------------------------------- */

static double area_of_ring(const Plan *p, const PlanRing *ring) {
    const PlanPoint *point = p->point + ring->first_point;
    double twice = 0;
    for (int i = 0; i < ring->point_count; i++) {
        PlanPoint a = point[i], b = point[(i + 1) % ring->point_count];
        twice += (double)a.x * b.y - (double)b.x * a.y;
    }
    return twice / 2;
}

static double area_of_space(const Plan *p, const PlanSpace *s) {
    double mm2 = 0;
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++) {
        double ring = area_of_ring(p, &p->ring[r]);
        assert_true(p->ring[r].hole ? ring < 0 : ring > 0);
        mm2 += ring;
    }
    return mm2;
}

static double area_of_corners(const PlanLevel *level, int first, int count) {
    double mm2 = 0;
    for (int i = first; i < first + count; i += 3) {
        PlanPoint a = level->vertex[level->corner[i]], b = level->vertex[level->corner[i + 1]],
                  c = level->vertex[level->corner[i + 2]];
        double twice = (double)(b.x - a.x) * (c.y - a.y) - (double)(c.x - a.x) * (b.y - a.y);
        assert_true(twice > 0);
        mm2 += twice / 2;
    }
    return mm2;
}

static void test_triangles_cover_what_they_draw(void **state) {
    (void)state;
    const Plan *p = plan();
    for (int i = 0; i < p->space_count; i++) {
        const PlanSpace *s = &p->space[i];
        if (s->kind == SPACE_ENTRANCE) /* a door: nothing is drawn of it but its sign */
            continue;
        double rings = area_of_space(p, s),
               triangles = area_of_corners(&p->level[s->level], s->first_corner, s->corner_count);
        assert_true(fabs(rings - triangles) < 1);
        assert_true(fabs(rings / 10000 - s->area_dm2) < 1);
    }
}

static bool ring_holds(const Plan *p, const PlanRing *ring, PlanPoint at) {
    const PlanPoint *point = p->point + ring->first_point;
    bool inside = false;
    for (int i = 0, j = ring->point_count - 1; i < ring->point_count; j = i++)
        if ((point[i].y > at.y) != (point[j].y > at.y) && at.x < (double)(point[j].x - point[i].x) *
                                                                         (at.y - point[i].y) /
                                                                         (point[j].y - point[i].y) +
                                                                     point[i].x)
            inside = !inside;
    return inside;
}

static bool space_holds(const Plan *p, const PlanSpace *s, PlanPoint at) {
    bool inside = false;
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++)
        inside ^= ring_holds(p, &p->ring[r], at);
    return inside;
}

/* The whole circle that a label is given lies inside the room. */
static void test_every_label_is_in_its_room(void **state) {
    (void)state;
    const Plan *p = plan();
    for (int i = 0; i < p->space_count; i++) {
        const PlanSpace *s = &p->space[i];
        assert_true(space_holds(p, s, s->anchor));
        assert_true(s->radius_mm >= 400);
        for (int turn = 0; turn < 16; turn++) {
            double angle = turn * M_PI / 8,
                   radius = s->radius_mm - 25; /* the circle is found to 20 mm */
            assert_true(space_holds(p, s,
                                    (PlanPoint){(int32_t)(s->anchor.x + radius * cos(angle)),
                                                (int32_t)(s->anchor.y + radius * sin(angle))}));
        }
    }
}

static double ground_m2(void) {
    double mm2 = 0;
    for (int i = 0; i < plan()->level_count; i++)
        mm2 += area_of_corners(&plan()->level[i], 0, plan()->level[i].ground_corners);
    return mm2 / 1e6;
}

static void test_the_campus_is_as_large_as_it_says(void **state) {
    (void)state;
    const Plan *p = plan();
    int places = 0;
    for (int i = 0; i < p->space_count; i++)
        places += p->space[i].place;
    assert_true(p->illustrative);
    assert_int_equal(p->level_count, 3);
    assert_true(places >= 70);
    assert_true(ground_m2() > 9500 && ground_m2() < 10500);
    assert_int_equal(p->kiosk_count, 2);
    assert_int_equal(p->finding_count, 0);
}

/* ---- ways ------------------------------------------------------------------------------------ */

static void test_nodes_stand_where_they_say(void **state) {
    (void)state;
    const Plan *p = plan();
    for (int i = 0; i < p->node_count; i++) {
        const PlanNode *n = &p->node[i];
        if (n->space == PLAN_NONE)
            continue;
        assert_int_equal(p->space[n->space].level, n->level);
        assert_true(space_holds(p, &p->space[n->space], n->at));
    }
}

static double straight(const Plan *p, const PlanEdge *e) {
    return hypot((double)p->node[e->a].at.x - p->node[e->b].at.x,
                 (double)p->node[e->a].at.y - p->node[e->b].at.y);
}

static void test_edges_are_no_shorter_than_a_straight_line(void **state) {
    (void)state;
    const Plan *p = plan();
    for (int i = 0; i < p->edge_count; i++) {
        const PlanEdge *e = &p->edge[i];
        if (e->kind == EDGE_WALK || e->kind == EDGE_DOOR)
            assert_true(e->length_mm >= straight(p, e) - 2);
        if (e->kind == EDGE_WALK) /* and none runs through a wall */
            for (int part = 1; part < 8; part++) {
                PlanPoint a = p->node[e->a].at, b = p->node[e->b].at;
                PlanPoint at = {a.x + (int32_t)((int64_t)(b.x - a.x) * part / 8),
                                a.y + (int32_t)((int64_t)(b.y - a.y) * part / 8)};
                assert_true(space_holds(p, &p->space[e->space], at));
            }
        assert_true(plan_edge_ms(p, i, true, (PlanTraveller){false}) >= 0);
    }
}

static void test_every_place_is_reached_from_every_kiosk(void **state) {
    (void)state;
    const Plan *p = plan();
    Arena arena = {0};
    Router *router = router_for_all(p, &arena);
    Millis day = 0;
    civil_parse("2026-11-23", &day);
    for (int k = 0; k < p->kiosk_count; k++)
        for (int step_free = 0; step_free < 2; step_free++) {
            const int *ms =
                route_reach(router, (RouteAsk){p->kiosk[k].node, PLAN_NONE, {step_free}, day});
            for (int i = 0; i < p->space_count; i++)
                if (p->space[i].place && !plan_space_shut(p, i, day).bar)
                    assert_true(ms[p->space[i].node] >= 0 && ms[p->space[i].node] < 10 * 60 * 1000);
        }
    arena_free(&arena);
}

static void test_there_and_back_cost_the_same_on_the_flat(void **state) {
    (void)state;
    for (int i = 0; i < plan()->edge_count; i++) {
        const PlanEdge *e = &plan()->edge[i];
        if (e->kind == EDGE_WALK || e->kind == EDGE_DOOR || e->kind == EDGE_LIFT)
            assert_int_equal(plan_edge_ms(plan(), i, true, (PlanTraveller){true}),
                             plan_edge_ms(plan(), i, false, (PlanTraveller){true}));
    }
}

/* No way is longer than one over a third place. */
static void test_costs_are_a_distance(void **state) {
    (void)state;
    const Plan *p = plan();
    Arena arena = {0};
    Router *router = router_for_all(p, &arena);
    int64_t *ms = arena_array(&arena, int64_t, p->space_count * p->space_count);
    for (int i = 0; i < p->space_count; i++)
        for (int j = 0; j < p->space_count; j++)
            ms[i * p->space_count + j] = -1;
    for (int i = 0; i < p->space_count; i++) {
        if (!p->space[i].place)
            continue;
        const int *reach =
            route_reach(router, (RouteAsk){p->space[i].node, PLAN_NONE, {true}, PLAN_NEVER - 1});
        for (int j = 0; j < p->space_count; j++)
            if (p->space[j].place)
                ms[i * p->space_count + j] = reach[p->space[j].node];
    }
    for (int i = 0; i < p->space_count; i++)
        for (int j = 0; j < p->space_count; j++)
            for (int k = 0; k < p->space_count; k++) {
                int64_t direct = ms[i * p->space_count + j], one = ms[i * p->space_count + k],
                        two = ms[k * p->space_count + j];
                if (direct >= 0 && one >= 0 && two >= 0)
                    assert_true(direct <= one + two);
            }
    arena_free(&arena);
}

/* ---- the calendar ---------------------------------------------------------------------------- */

static int open_places_on(const char *date) {
    Millis when = 0;
    int open = 0;
    assert_true(civil_parse(date, &when));
    for (int i = 0; i < plan()->space_count; i++)
        open += plan()->space[i].place && !plan_space_shut(plan(), i, when).bar;
    return open;
}

static void test_the_campus_opens_in_three_septembers(void **state) {
    (void)state;
    int before = open_places_on("2017-09-03"), first = open_places_on("2017-09-04"),
        second = open_places_on("2018-09-03");
    int third = open_places_on("2019-09-02");
    assert_true(before < first && first < second && second < third);
    assert_int_equal(open_places_on("2018-09-02"), first);
    assert_int_equal(open_places_on("2018-03-17T12:00"),
                     first + 3 - 1); /* three stands for a day, one room closed */
}

/* From opening_hours in the author's file, through the pack. */
static void test_the_reception_has_hours(void **state) {
    (void)state;
    int space = plan_find_space(plan(), LIT("accueil"));
    Millis morning = 0, evening = 0, next = 0;
    assert_true(civil_parse("2026-11-27T09:00", &morning) &&
                civil_parse("2026-11-27T19:00", &evening));
    assert_true(civil_parse("2026-11-30T08:00", &next));
    assert_true(hours_at(plan(), space, morning).open);
    assert_false(hours_at(plan(), space, evening).open);
    assert_int_equal(hours_at(plan(), space, evening).until, next);
    assert_false(hours_at(plan(), plan_find_space(plan(), LIT("A7")), morning).known);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_triangles_cover_what_they_draw),
        cmocka_unit_test(test_every_label_is_in_its_room),
        cmocka_unit_test(test_the_campus_is_as_large_as_it_says),
        cmocka_unit_test(test_nodes_stand_where_they_say),
        cmocka_unit_test(test_edges_are_no_shorter_than_a_straight_line),
        cmocka_unit_test(test_every_place_is_reached_from_every_kiosk),
        cmocka_unit_test(test_there_and_back_cost_the_same_on_the_flat),
        cmocka_unit_test(test_costs_are_a_distance),
        cmocka_unit_test(test_the_campus_opens_in_three_septembers),
        cmocka_unit_test(test_the_reception_has_hours),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
