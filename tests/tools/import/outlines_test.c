/* Outlines of every form become floors that one walks on: holes, corners, knots, the edge of the
 * world. */
#include "support/languages.h"
#include "support/sketch.h"

#include "map/route.h"
#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double area_of_triangles(const PlanLevel *level, const PlanSpace *s) {
    double twice = 0;
    for (int i = s->first_corner; i < s->first_corner + s->corner_count; i += 3) {
        PlanPoint a = level->vertex[level->corner[i]], b = level->vertex[level->corner[i + 1]],
                  c = level->vertex[level->corner[i + 2]];
        double triangle = (double)(b.x - a.x) * (c.y - a.y) - (double)(c.x - a.x) * (b.y - a.y);
        assert_true(triangle > 0); /* counter-clockwise */
        twice += triangle;
    }
    return twice / 2;
}

static double area_of_rings(const Plan *p, const PlanSpace *s) {
    double twice = 0;
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++)
        for (int i = 0; i < p->ring[r].point_count; i++) {
            const PlanPoint *point = p->point + p->ring[r].first_point;
            PlanPoint a = point[i], b = point[(i + 1) % p->ring[r].point_count];
            twice += (double)a.x * b.y - (double)b.x * a.y;
        }
    return twice / 2;
}

static void test_a_hall_with_a_hole(void **state) {
    (void)state;
    sketch_begin();
    int outer = sketch_rect("", 0, 0, 20, 20), inner = sketch_rect("", 4, 4, 16, 16);
    sketch_hole("type=multipolygon|indoor=corridor|name:fr=Coursive|kiosk:ref=c|level=0", outer,
                inner);
    sketch_node("kiosk:id=k|kiosk:bearing=0|level=0", 2, 10);
    sketch_node("kiosk:id=l|kiosk:bearing=0|level=0", 18, 10);
    sketch_import();
    const PlanSpace *s = &sketch.plan.space[sketch_space("c")];
    assert_int_equal(s->ring_count, 2);
    assert_true(fabs(area_of_rings(&sketch.plan, s) - 256e6) < 1e5);
    assert_true(fabs(area_of_triangles(&sketch.plan.level[0], s) - area_of_rings(&sketch.plan, s)) <
                1);
    assert_true(abs(s->anchor.x) + abs(s->anchor.y) > 6000); /* not in the hole */
    assert_in_range(s->radius_mm, 1900, 2350);
}

/* Rings cut into pieces, and drawn in any direction, as relations have them. */
static void test_a_ring_of_several_ways(void **state) {
    (void)state;
    sketch_begin();
    int south = sketch_line("", (const double[][2]){{0, 10}, {0, 0}, {20, 0}}, 3);
    int north = sketch_line("", (const double[][2]){{0, 10}, {20, 10}, {20, 0}}, 3);
    char over[400];
    snprintf(
        over, sizeof over,
        "<osm><relation id='900'><member type='way' ref='%d' role='outer'/><member type='way' "
        "ref='%d' role='outer'/>"
        "<tag k='indoor' v='area'/><tag k='level' v='0'/><tag k='ref' v='X'/></relation>"
        "<relation id='901'><member type='way' ref='%d' role='outer'/><tag k='indoor' v='area'/>"
        "<tag k='level' v='0'/></relation></osm>",
        south, north, south);
    sketch_line("indoor=room|level=0", (const double[][2]){{40, 0}, {50, 0}, {50, 10}}, 3);
    sketch_import_with(over, (TradeIds){0});
    assert_true(sketch.good);
    assert_int_equal(sketch.plan.space_count, 1);
    assert_in_range(sketch.plan.space[sketch_space("X")].area_dm2, 19990, 20010);
    sketch_expect("un contour de cette relation n’est pas fermé");
    sketch_expect("ce tracé n’est pas fermé");
}

static void test_ways_are_straight_where_one_can_see(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=area|level=0|kiosk:ref=hall", 0, 0, 40, 30);
    sketch_node("kiosk:id=a|kiosk:bearing=0|level=0", 5, 5);
    sketch_node("kiosk:id=b|kiosk:bearing=0|level=0", 35, 27);
    sketch_import();
    assert_true(fabs(sketch_metres_between_kiosks() - hypot(30, 22)) <
                0.01); /* no zig-zag through a hall */
}

static void test_ways_go_around_corners(void **state) {
    (void)state;
    sketch_begin();
    sketch_ring("indoor=corridor|level=0|kiosk:ref=l",
                (const double[][2]){{0, 0}, {20, 0}, {20, 4}, {4, 4}, {4, 20}, {0, 20}}, 6);
    sketch_node("kiosk:id=a|kiosk:bearing=0|level=0", 2, 18);
    sketch_node("kiosk:id=b|kiosk:bearing=0|level=0", 18, 2);
    sketch_import();
    double tight = 2 * hypot(2, 14), walked = sketch_metres_between_kiosks();
    assert_true(walked >= tight &&
                walked < tight + 1.2); /* around (4, 4), 0.6 m off the wall on either side */
    /* And around a hole, on the shorter side. */
    sketch_begin();
    int outer = sketch_rect("", 0, 0, 20, 12), inner = sketch_rect("", 4, 2, 16, 8);
    sketch_hole("type=multipolygon|indoor=corridor|kiosk:ref=c|level=0", outer, inner);
    sketch_node("kiosk:id=a|kiosk:bearing=0|level=0", 2, 4);
    sketch_node("kiosk:id=b|kiosk:bearing=0|level=0", 18, 4);
    sketch_import();
    tight = 2 * hypot(2, 2) + 12;
    walked = sketch_metres_between_kiosks();
    assert_true(walked >= tight && walked < tight + 2.0);
}

static void test_a_ring_that_crosses_itself(void **state) {
    (void)state;
    sketch_begin();
    sketch_ring("indoor=room|level=0|ref=X",
                (const double[][2]){{0, 0}, {10, 10}, {10, 0}, {0, 10}}, 4);
    sketch_ring("indoor=room|level=0|ref=Y", (const double[][2]){{20, 0}, {30, 0}, {30, 0.0000001}},
                3);
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("ce tracé se croise lui-même");
    sketch_expect("n’enferme aucune surface");
    const PlanSpace *s = &sketch.plan.space[sketch_space("X")];
    assert_int_equal(sketch.plan.space_count, 1);
    assert_true(fabs(area_of_rings(&sketch.plan, s) - 50e6) < 1e5);
    assert_true(fabs(area_of_triangles(&sketch.plan.level[0], s) - area_of_rings(&sketch.plan, s)) <
                1);
}

/* Mending it would take minutes and mean nothing. */
static void test_a_ring_like_a_ball_of_wool(void **state) {
    (void)state;
    double xy[200][2];
    uint32_t random = 7;
    sketch_begin();
    for (int i = 0; i < 200; i++)
        for (int k = 0; k < 2; k++)
            xy[i][k] = (double)((random = random * 1664525u + 1013904223u) >> 16) / 1000.0;
    sketch_ring("indoor=room|level=0|ref=X", (const double(*)[2])xy, 200);
    sketch_rect("indoor=room|level=0|ref=Y", 0, 0, 10, 10);
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("se croise lui-même trop de fois");
    assert_int_equal(sketch.plan.space_count, 1);
}

static void test_at_the_edge_of_the_world(void **state) {
    (void)state;
    sketch_begin();
    sketch.lon = 180;
    sketch.lat = -17;
    sketch_rect("indoor=room|level=0|ref=X", -10, -5, 10, 5);
    sketch_import();
    const PlanSpace *s = &sketch.plan.space[sketch_space("X")];
    assert_in_range(s->area_dm2, 19990, 20010);
    assert_in_range(s->box.max.x - s->box.min.x, 19990, 20010);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_hall_with_a_hole),
        cmocka_unit_test(test_a_ring_of_several_ways),
        cmocka_unit_test(test_ways_are_straight_where_one_can_see),
        cmocka_unit_test(test_ways_go_around_corners),
        cmocka_unit_test(test_a_ring_that_crosses_itself),
        cmocka_unit_test(test_a_ring_like_a_ball_of_wool),
        cmocka_unit_test(test_at_the_edge_of_the_world),
    };
    return cmocka_run_group_tests(tests, NULL, sketch_teardown);
}
