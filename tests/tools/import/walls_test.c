/* Walls, fences, posts and gaps on small plans: where one passes, where not, and what is said. */
#include "support/languages.h"
#include "support/sketch.h"
#include "support/sketch_way.h"
#include "support/test.h"
#include "support/walked.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Where the path crosses a line given in metres from the middle of the site; `count` times. */
static int crossings(const SketchWay *w, double x0, double y0, double x1, double y1) {
    int count = 0;
    for (int i = 1; i < w->path.count; i++) {
        PlanPoint a = w->path.point[i - 1].at, b = w->path.point[i].at;
        double p = (x1 - x0) * (a.y / 1000.0 - y0) - (y1 - y0) * (a.x / 1000.0 - x0);
        double q = (x1 - x0) * (b.y / 1000.0 - y0) - (y1 - y0) * (b.x / 1000.0 - x0);
        double r = (b.x - a.x) * (y0 * 1000 - a.y) - (b.y - a.y) * (x0 * 1000 - a.x);
        double s = (b.x - a.x) * (y1 * 1000 - a.y) - (b.y - a.y) * (x1 * 1000 - a.x);
        count += p * q < 0 && r * s < 0;
    }
    return count;
}

/* A hall of 20 by 10 m whose middle is the middle of the site, the kiosk in the west, the room B
   behind the east wall. */
static void hall_begin(void) {
    sketch_begin();
    sketch_rect("indoor=area|name=Hall|kiosk:ref=hall|level=0", -10, -5, 10, 5);
    sketch_rect("indoor=room|room=office|ref=B|level=0", 10, -5, 16, -1);
    sketch_rect("indoor=room|room=office|ref=C|level=0", -16, -5, -10,
                -1); /* so that the middle stays where it is */
    sketch_node("door=hinged|width=0.9|level=0", 10, -3);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -5, -3);
}

static void test_a_wall_is_walked_around(void **state) {
    (void)state;
    hall_begin();
    sketch_line("indoor=wall|level=0", (const double[][2]){{0, -5}, {0, 3}}, 2);
    sketch_import();
    SketchWay w = sketch_way("B", false);
    assert_true(w.route.found);
    assert_int_equal(crossings(&w, 0, -5, 0, 3), 0);
    assert_true(w.route.length_mm > 18000);
    sketch_expect_told_as_walked();
}

static void test_a_thick_wall_and_a_fence_and_a_ring_are_walls(void **state) {
    (void)state;
    static const char *const WALLS[] = {"indoor=wall|level=0", "barrier=fence|level=0",
                                        "barrier=handrail", "indoor=wall|area=yes|level=0"};
    for (int i = 0; i < 4; i++) {
        hall_begin();
        sketch_rect(WALLS[i], -0.2, -4.5, 0.2, 3);
        sketch_import();
        SketchWay w = sketch_way("B", true);
        assert_true(w.route.found);
        assert_int_equal(crossings(&w, 0, -5, 0, 3), 0); /* nor through the half metre beside it */
        sketch_expect_told_as_walked();
    }
}

static void test_a_wall_may_be_a_relation(void **state) {
    (void)state;
    for (int hollow = 0; hollow < 2; hollow++) {
        hall_begin();
        int outer = sketch_rect("", -0.2, -4.5, 0.2, 3);
        if (hollow)
            outer = sketch_rect("", -3, -4.5, 3, 3);
        int inner = hollow ? sketch_rect("", -2.8, -4.3, 2.8, 2.8) : 0;
        sketch_hole("type=multipolygon|indoor=wall|level=0", outer, inner);
        sketch_import();
        SketchWay w = sketch_way("B", false);
        assert_true(w.route.found);
        assert_int_equal(crossings(&w, 0, -4.5, 0, 3), 0);
        /* what the wall shuts off is not the hall */
        assert_true(sketch_way("hall", false).route.found);
        sketch_expect_told_as_walked();
    }
}

static void test_a_wall_from_side_to_side_is_named(void **state) {
    (void)state;
    static const double ENDS[][2] = {{-5, 5}, {-4.98, 4.98}, {-5.05, 5.05}, {-4.8, 5}};
    for (int i = 0; i < 4; i++) {
        hall_begin();
        int wall = sketch_line("indoor=wall|level=0",
                               (const double[][2]){{0, ENDS[i][0]}, {0, ENDS[i][1]}}, 2);
        sketch_import();
        SketchWay w = sketch_way("B", false);
        assert_false(w.route.found);
        assert_int_equal(w.why.bar[0].obstacle.bar, BAR_WALL);
        assert_true(slice_is(obstacle_text(&sketch.plan, w.why.bar[0], 0, LANG_FR, &sketch.arena),
                             "Un mur ou une barrière coupe en deux le hall, au rez-de-chaussée"));
        sketch_expect("un mur coupe « Hall » en deux");
        sketch_expect(arena_printf(&sketch.arena, "[chemin %d]", wall).at);
    }
}

static void test_a_door_in_a_wall_is_passed(void **state) {
    (void)state;
    static const char *const DOORS[] = {"door=hinged|width=0.9|level=0",
                                        "door=hinged|width=0.7|level=0", "barrier=gate|level=0"};
    for (int i = 0; i < 3; i++) {
        hall_begin();
        sketch_node(DOORS[i], 0, 2);
        sketch_line("indoor=wall|level=0", (const double[][2]){{0, -5}, {0, 2}, {0, 5}}, 3);
        sketch_import();
        SketchWay w = sketch_way("B", false);
        assert_true(w.route.found);
        assert_int_equal(crossings(&w, 0.05, 1.6, 0.05, 2.4), 1);
        assert_int_equal(sketch_way("B", true).route.found, i != 1);
        sketch_expect_told_as_walked();
    }
}

static void test_a_gap_lets_through_whom_it_is_wide_enough_for(void **state) {
    (void)state;
    static const double GAPS[] = {0.4, 0.7, 0.9};
    for (int i = 0; i < 3; i++) {
        hall_begin();
        sketch_line("indoor=wall|level=0", (const double[][2]){{0, -5}, {0, 4.98 - GAPS[i]}}, 2);
        sketch_import();
        assert_int_equal(sketch_way("B", false).route.found, i > 0);
        SketchWay roll = sketch_way("B", true);
        assert_int_equal(roll.route.found, i > 1);
        if (i == 1) {
            assert_int_equal(roll.why.bar[0].obstacle.bar, BAR_NARROW);
            assert_in_range(sketch.plan.edge[roll.why.bar[0].edge].width_mm, 650, 710);
        }
    }
}

static void test_a_post_is_no_way_but_no_end_either(void **state) {
    (void)state;
    hall_begin();
    sketch_rect("indoor=wall|level=0", -0.3, -3.3, 0.3, -2.7);
    sketch_node("indoor=pillar|level=0", 4, -3);
    sketch_import();
    SketchWay w = sketch_way("B", true);
    assert_true(w.route.found);
    assert_int_equal(crossings(&w, 0, -3.3, 0, -2.7), 0);
    assert_int_equal(crossings(&w, 4, -3.2, 4, -2.8), 0);
}

static void test_walls_along_outlines_leave_the_doors_open(void **state) {
    (void)state;
    hall_begin();
    sketch_line("indoor=wall|level=0", (const double[][2]){{10, -5}, {10, -3}, {10, 5}}, 3);
    sketch_rect("indoor=wall|level=0", 10, -5.1, 10.1, 5); /* a thick one beside it */
    sketch_import();
    assert_true(sketch_way("B", true).route.found);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_wall_is_walked_around),
        cmocka_unit_test(test_a_thick_wall_and_a_fence_and_a_ring_are_walls),
        cmocka_unit_test(test_a_wall_may_be_a_relation),
        cmocka_unit_test(test_a_wall_from_side_to_side_is_named),
        cmocka_unit_test(test_a_door_in_a_wall_is_passed),
        cmocka_unit_test(test_a_gap_lets_through_whom_it_is_wide_enough_for),
        cmocka_unit_test(test_a_post_is_no_way_but_no_end_either),
        cmocka_unit_test(test_walls_along_outlines_leave_the_doors_open),
    };
    return cmocka_run_group_tests(tests, NULL, sketch_way_teardown);
}
