/* Drawn steps, ramps, moving walkways and escalators: who may take them, and which way. */
#include "support/sketch.h"
#include "support/sketch_way.h"
#include "support/test.h"
#include "support/walked.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void platform_begin(void) {
    sketch_begin();
    sketch_rect("indoor=area|name=Hall|kiosk:ref=hall|level=0", -10, -2, 0, 2);
    sketch_rect("indoor=area|name=Estrade|kiosk:ref=e|level=0", 0, -2, 10, 2);
    sketch_rect("indoor=room|room=office|ref=B|level=0", 10, -1, 16, 1);
    sketch_node("door=hinged|width=0.9|level=0", 10, 0);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -8, 0);
}

static void platform(double from, double to) {
    platform_begin();
    sketch_line("highway=steps|level=0|step_count=3|width=4",
                (const double[][2]){{from, 0}, {to, 0}}, 2);
}

static void test_steps_between_areas_are_the_only_way(void **state) {
    (void)state;
    static const double STEPS[][2] = {{-1, 1}, {1, -1}, {0, 2}, {-2, 0}};
    for (int i = 0; i < 4; i++) {
        platform(STEPS[i][0], STEPS[i][1]);
        sketch_import();
        SketchWay walk = sketch_way("B", false), roll = sketch_way("B", true);
        assert_true(walk.route.found);
        assert_true(sketch_way_says(&walk, "Prendre l’escalier")); /* up or down: nobody says */
        assert_false(sketch_way_says(&walk, "passer la porte"));
        assert_false(roll.route.found);
        assert_int_equal(roll.why.bar[0].obstacle.bar, BAR_STEPS);
    }
}

static void test_steps_go_up_or_down_as_their_incline_says(void **state) {
    (void)state;
    static const char *const TAGS[] = {"highway=steps|level=0|incline=up",
                                       "highway=steps|level=0|incline=down"};
    for (int i = 0; i < 4; i++) {
        bool down = i / 2, back = i % 2;
        platform_begin();
        sketch_line(TAGS[down], (const double[][2]){{back ? 1 : -1, 1}, {back ? -1 : 1, 1}}, 2);
        sketch_import();
        SketchWay w = sketch_way("B", false);
        assert_true(sketch_way_says(&w, down == back ? "Monter par l’escalier"
                                                     : "Descendre par l’escalier"));
    }
}

static void test_a_ramp_beside_the_steps_is_the_other_way(void **state) {
    (void)state;
    platform(-1, 1);
    sketch_line("highway=footway|level=0|incline=5%|width=1.4",
                (const double[][2]){{-3, 1.5}, {3, 1.5}}, 2);
    sketch_import();
    assert_true(sketch_way("B", true).route.found);
}

/* Of steps and a ramp that is too steep, the ramp is named: somebody may help. */
static void test_a_steep_ramp_is_named_before_steps(void **state) {
    (void)state;
    platform(-1, 1);
    sketch_line("highway=footway|level=0|incline=12%|width=1.4",
                (const double[][2]){{-3, 1.5}, {3, 1.5}}, 2);
    sketch_import();
    SketchWay roll = sketch_way("B", true);
    assert_false(roll.route.found);
    assert_int_equal(roll.why.bar[0].obstacle.bar, BAR_STEEP);
}

/* Whichever end is drawn first, and whatever incline says: where there is a floor tells. */
static void test_steps_between_floors_are_read_from_either_end(void **state) {
    (void)state;
    static const char *const TAGS[] = {"highway=steps|level=0;1",
                                       "highway=steps|level=0;1|incline=up",
                                       "highway=steps|level=0;1|incline=down"};
    for (int i = 0; i < 6; i++) {
        double from = i % 2 ? 6 : -6;
        sketch_begin();
        sketch_rect("indoor=corridor|name=Bas|kiosk:ref=bas|level=0", -10, -2, -5, 2);
        sketch_rect("indoor=corridor|name=Haut|ref=B|level=1", 5, -2, 10, 2);
        sketch_line(TAGS[i / 2], (const double[][2]){{from, 0}, {-from, 0}}, 2);
        sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -8, 0);
        sketch_import();
        SketchWay w = sketch_way("B", false);
        assert_true(w.route.found);
        assert_true(sketch_way_says(&w, "Monter au 1er étage par l’escalier"));
    }
}

static void test_a_moving_walkway_carries_one_way(void **state) {
    (void)state;
    for (int back = 0; back < 2; back++) {
        sketch_begin();
        sketch_rect("indoor=area|name=Hall|kiosk:ref=hall|level=0", -10, -2, -5, 2);
        sketch_rect(back ? "indoor=area|conveying=backward|level=0"
                         : "indoor=area|conveying=forward|level=0",
                    -5, -0.8, 5, 0.8);
        sketch_rect("indoor=area|name=Quai|ref=B|level=0", 5, -2, 10, 2);
        sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -8, 0);
        sketch_import();
        assert_int_equal(sketch_way("B", false).route.found, !back);
        SketchWay roll = sketch_way("B", true);
        assert_false(roll.route.found);
        assert_int_equal(roll.why.bar[0].obstacle.bar, back ? BAR_ONEWAY : BAR_ESCALATOR);
    }
}

/* Drawn as a line, on the flat or as steps, it carries the same way. */
static void test_a_line_that_conveys_carries_one_way(void **state) {
    (void)state;
    static const char *const TAGS[] = {"highway=footway|conveying=forward|level=0",
                                       "highway=footway|conveying=backward|level=0",
                                       "highway=steps|conveying=forward|incline=up|level=0",
                                       "highway=steps|conveying=backward|incline=up|level=0"};
    for (int i = 0; i < 4; i++) {
        sketch_begin();
        sketch_rect("indoor=area|name=Hall|kiosk:ref=hall|level=0", -10, -2, -5, 2);
        sketch_rect("indoor=area|name=Quai|ref=B|level=0", 5, -2, 10, 2);
        sketch_line(TAGS[i], (const double[][2]){{-6, 0}, {6, 0}}, 2);
        sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -8, 0);
        sketch_import();
        SketchWay w = sketch_way("B", false), roll = sketch_way("B", true);
        assert_int_equal(w.route.found, i % 2 == 0);
        assert_false(roll.route.found);
        if (w.route.found)
            assert_true(
                sketch_way_says(&w, i ? "Monter par l’escalator" : "Prendre le tapis roulant"));
    }
}

/* Between two doors of one floor an escalator is no corridor. */
static void test_an_escalator_is_no_short_cut(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|name=Hall|kiosk:ref=hall|level=0", -10, -2, -5, 2);
    sketch_rect("indoor=room|room=escalator|kiosk:direction=up|level=0-1", -5, -0.8, 5, 0.8);
    sketch_rect("indoor=corridor|name=Quai|ref=B|level=0", 5, -2, 10, 2);
    sketch_rect("indoor=corridor|name=Haut|ref=H|level=1", 5, -2, 10, 2);
    sketch_node("door=no|width=1|level=0", -5, 0);
    sketch_node("door=no|width=1|level=0;1", 5, 0);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -8, 0);
    sketch_import();
    assert_true(sketch_way("H", false).route.found);
    assert_false(sketch_way("B", false).route.found);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps_between_areas_are_the_only_way),
        cmocka_unit_test(test_steps_go_up_or_down_as_their_incline_says),
        cmocka_unit_test(test_a_ramp_beside_the_steps_is_the_other_way),
        cmocka_unit_test(test_a_steep_ramp_is_named_before_steps),
        cmocka_unit_test(test_steps_between_floors_are_read_from_either_end),
        cmocka_unit_test(test_a_moving_walkway_carries_one_way),
        cmocka_unit_test(test_a_line_that_conveys_carries_one_way),
        cmocka_unit_test(test_an_escalator_is_no_short_cut),
    };
    return cmocka_run_group_tests(tests, NULL, sketch_way_teardown);
}
