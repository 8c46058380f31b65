/* Outlines that run side by side: where they are open, what was missed, and that they are no turn.
 */
#include "support/sketch.h"
#include "support/sketch_way.h"
#include "support/test.h"
#include "support/walked.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Two corridors of 10 m that meet at x = 0, `gap` metres apart, the border as bent as `bend`; the
   room B at the far end. */
static void corridors(double gap, double bend, int pieces) {
    double west[20][2] = {{-10, -1.5}, {0, -1.5}},
           east[20][2] = {{gap, -1.5}, {10, -1.5}, {10, 1.5}, {gap, 1.5}};
    int w = 2, e = 4;
    sketch_begin();
    for (int i = 1; i < pieces; i++) {
        double t = (double)i / pieces, x = bend * sin(M_PI * t), y = -1.5 + 3 * t;
        west[w][0] = x, west[w++][1] = y;
    }
    for (int i = pieces - 1; i > 0; i--) {
        double t = (double)i / pieces;
        east[e][0] = gap + bend * sin(M_PI * t), east[e++][1] = -1.5 + 3 * t;
    }
    west[w][0] = 0, west[w++][1] = 1.5;
    west[w][0] = -10, west[w++][1] = 1.5;
    sketch_ring("indoor=corridor|name=Galerie|kiosk:ref=g|level=0", (const double(*)[2])west, w);
    sketch_ring("indoor=corridor|name=Rue|kiosk:ref=r|level=0", (const double(*)[2])east, e);
    sketch_rect("indoor=room|room=office|ref=B|level=0", 10, -1.5, 14, 1.5);
    sketch_node("door=hinged|width=0.9|level=0", 10, 0);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -8, 0);
    sketch_import();
}

static void expect_joined(int width_mm) {
    int border = sketch_door(sketch_space("g"), sketch_space("r"));
    assert_true(border >= 0);
    assert_in_range(sketch.plan.edge[border].width_mm, width_mm - 60, width_mm + 60);
    SketchWay w = sketch_way("B", true);
    assert_true(w.route.found && sketch_way_says(&w, "Dos à l’écran, aller tout droit") &&
                sketch_way_says(&w, "Porte en face"));
    sketch_expect_told_as_walked();
}

static void test_outlines_that_run_side_by_side_meet(void **state) {
    (void)state;
    static const double GAPS[] = {0, 0.01, 0.02, 0.05, -0.03};
    for (int i = 0; i < 5; i++) {
        corridors(GAPS[i], 0, 1);
        expect_joined(3000);
    }
    corridors(0, 0, 12); /* each piece shorter than a door */
    expect_joined(3000);
    corridors(0, 0.5, 6);
    expect_joined(3200);
    corridors(0.03, -0.5, 6);
    expect_joined(3200);
}

static void test_a_border_that_was_missed_is_said(void **state) {
    (void)state;
    corridors(0.09, 0, 1);
    assert_false(sketch_way("B", false).route.found);
    sketch_expect("« Galerie » et « Rue » se longent sur 3,0 m sans se toucher (9 cm)");
    assert_false(sketch_says("ajouter un escalier"));
}

static void test_the_tolerance_is_the_authors(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("building=yes|kiosk:border_tolerance=10 cm", -10, -2, 20, 2);
    sketch_rect("indoor=corridor|kiosk:ref=g|level=0", -10, -1.5, 0, 1.5);
    sketch_rect("indoor=corridor|kiosk:ref=r|level=0", 0.09, -1.5, 10, 1.5);
    sketch_import();
    assert_true(sketch_door(sketch_space("g"), sketch_space("r")) >= 0);
}

static void test_a_wall_on_a_border_shuts_it(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=area|kiosk:ref=g|level=0", -10, -4, 0, 4);
    sketch_rect("indoor=area|kiosk:ref=r|level=0", 0, -4, 10, 4);
    sketch_line("indoor=wall|level=0", (const double[][2]){{0, -4}, {0, 2}}, 2);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -8, 0);
    sketch_import();
    int border = sketch_door(sketch_space("g"), sketch_space("r"));
    assert_true(border >= 0);
    assert_in_range(sketch.plan.edge[border].width_mm, 1700, 2000);
}

/* All along the border, or but for two centimetres: nobody passes, and the wall is said. */
static void test_a_wall_all_along_a_border_is_said(void **state) {
    (void)state;
    static const double ENDS[] = {4, 3.98};
    for (int i = 0; i < 2; i++) {
        sketch_begin();
        sketch_rect("indoor=area|name=Hall|kiosk:ref=hall|level=0", -10, -4, 0, 4);
        sketch_rect("indoor=area|name=Salon|ref=B|level=0", 0, -4, 10, 4);
        sketch_line("indoor=wall|level=0", (const double[][2]){{0, -4}, {0, ENDS[i]}}, 2);
        sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -8, 0);
        sketch_import();
        assert_false(sketch_way("B", false).route.found);
        sketch_expect("un mur ferme la limite entre « Hall » et « Salon »");
    }
}

static void test_a_slanting_border_is_no_turn(void **state) {
    (void)state;
    sketch_begin();
    sketch_ring("indoor=corridor|level=0",
                (const double[][2]){{-20, -2}, {6, -2}, {-2, 2}, {-20, 2}}, 4);
    sketch_ring("indoor=corridor|level=0", (const double[][2]){{6, -2}, {20, -2}, {20, 2}, {-2, 2}},
                4);
    sketch_rect("indoor=room|room=office|ref=B|level=0", 20, -2, 26, 2);
    sketch_node("door=hinged|level=0", 20, 0);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -18, 0);
    sketch_import();
    SketchWay w = sketch_way("B", false);
    assert_string_equal(
        w.told, "Dos à l’écran, aller tout droit (40\u00A0m)\nPorte en face\u00A0: Bureau B\n");
    assert_true(w.path.length_mm < 42000); /* drawn straight */
}

static void test_a_turn_at_a_border_is_told(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=area|level=0", -30, 0, 30, 10);
    sketch_rect("indoor=area|level=0", 10, -60, 30, 0);
    sketch_rect("indoor=room|room=office|ref=B|level=0", 17, -66, 23, -60);
    sketch_node("door=hinged|level=0", 20, -60);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -28, 7);
    sketch_import();
    SketchWay w = sketch_way("B", false);
    assert_true(sketch_way_says(&w, "à droite"));
    sketch_expect_told_as_walked();
}

static void test_a_turn_and_its_door_are_one(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0", -20, -1.5, 20, 1.5);
    sketch_rect("indoor=room|room=office|ref=B|level=0", 10, 1.5, 16, 8);
    sketch_node("door=hinged|level=0", 13, 1.5);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -18, 0);
    sketch_import();
    SketchWay w = sketch_way("B", false);
    assert_string_equal(
        w.told, "Dos à l’écran, aller tout droit (30\u00A0m)\nPorte à gauche\u00A0: Bureau B\n");
}

/* Around the end of a wall, then through a door in it: two movements, not "behind you". */
static void test_a_door_around_a_corner_is_two_turns(void **state) {
    (void)state;
    for (int side = -1; side <= 1; side += 2) {
        sketch_begin();
        sketch_rect("indoor=corridor|level=0", -20, -2, 4, 2);
        sketch_rect("indoor=corridor|level=0", 0, side < 0 ? -14 : 2, 4, side < 0 ? -2 : 14);
        sketch_rect("indoor=room|room=office|ref=B|level=0", -8, side < 0 ? -8 : 2, 0,
                    side < 0 ? -2 : 8);
        sketch_node("door=hinged|level=0", 0, 4 * side);
        sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -18, 0);
        sketch_import();
        SketchWay w = sketch_way("B", false);
        assert_string_equal(
            w.told, side < 0 ? "Dos à l’écran, aller tout droit (20\u00A0m)\nTourner à droite\n"
                               "Porte à droite\u00A0: Bureau B\n"
                             : "Dos à l’écran, aller tout droit (20\u00A0m)\nTourner à gauche\n"
                               "Porte à gauche\u00A0: Bureau B\n");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_outlines_that_run_side_by_side_meet),
        cmocka_unit_test(test_a_border_that_was_missed_is_said),
        cmocka_unit_test(test_the_tolerance_is_the_authors),
        cmocka_unit_test(test_a_wall_on_a_border_shuts_it),
        cmocka_unit_test(test_a_wall_all_along_a_border_is_said),
        cmocka_unit_test(test_a_slanting_border_is_no_turn),
        cmocka_unit_test(test_a_turn_at_a_border_is_told),
        cmocka_unit_test(test_a_turn_and_its_door_are_one),
        cmocka_unit_test(test_a_door_around_a_corner_is_two_turns),
    };
    return cmocka_run_group_tests(tests, NULL, sketch_way_teardown);
}
