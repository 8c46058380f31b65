/* Walls, borders and drawn ways on small plans: where one passes, where not, and what is said about
   it. */
#include "support/languages.h"
#include "support/sketch.h"
#include "support/test.h"
#include "support/walked.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static Arena arena;

static int teardown(void **state) {
    arena_free(&arena);
    return sketch_teardown(state);
}

/* From the first kiosk; the place is called B. */
typedef struct Way {
    Route route;
    RouteWhy why;
    Path path;
    const char *told; /* all steps, one a line */
} Way;

static Way way_to(const char *id, bool step_free) {
    const Plan *p = &sketch.plan;
    int space = sketch_space(id);
    RouteAsk ask = {p->kiosk[0].node, p->space[space].node, {step_free}, 0};
    Router *router = router_new(p, &arena);
    Way w = {.why = route_why(router, ask), .told = ""};
    w.route = route_find(router, ask);
    w.path = path_of(p, &w.route, ask.from, &arena);
    Decisions d = directions_decide(p, &w.route, &w.path, 0, space, &arena);
    for (int i = 0; i < d.count; i++) {
        Slice step = text_of_decision(p, &d.decision[i], space, LANG_FR, &arena);
        w.told = arena_printf(&arena, "%s" SLICE_FMT "\n", w.told, SLICE_ARG(step)).at;
    }
    return w;
}

static bool says(const Way *w, const char *words) {
    return strstr(w->told, words) != NULL;
}

/* Where the path crosses a line given in metres from the middle of the site; `count` times. */
static int crossings(const Way *w, double x0, double y0, double x1, double y1) {
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

static void expect_told_as_walked(void) {
    assert_int_equal(walked_faults_of_plan(&sketch.plan, 0, "sketch"), 0);
}

/* ---- walls ----------------------------------------------------------------------------------- */

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
    Way w = way_to("B", false);
    assert_true(w.route.found);
    assert_int_equal(crossings(&w, 0, -5, 0, 3), 0);
    assert_true(w.route.length_mm > 18000);
    expect_told_as_walked();
}

static void test_a_thick_wall_and_a_fence_and_a_ring_are_walls(void **state) {
    (void)state;
    static const char *const WALLS[] = {"indoor=wall|level=0", "barrier=fence|level=0",
                                        "barrier=handrail", "indoor=wall|area=yes|level=0"};
    for (int i = 0; i < 4; i++) {
        hall_begin();
        sketch_rect(WALLS[i], -0.2, -4.5, 0.2, 3);
        sketch_import();
        Way w = way_to("B", true);
        assert_true(w.route.found);
        assert_int_equal(crossings(&w, 0, -5, 0, 3), 0); /* nor through the half metre beside it */
        expect_told_as_walked();
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
        Way w = way_to("B", false);
        assert_true(w.route.found);
        assert_int_equal(crossings(&w, 0, -4.5, 0, 3), 0);
        /* what the wall shuts off is not the hall */
        assert_true(way_to("hall", false).route.found);
        expect_told_as_walked();
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
        Way w = way_to("B", false);
        assert_false(w.route.found);
        assert_int_equal(w.why.bar[0].obstacle.bar, BAR_WALL);
        assert_true(slice_is(obstacle_text(&sketch.plan, w.why.bar[0], 0, LANG_FR, &arena),
                             "Un mur ou une barrière coupe en deux le hall, au rez-de-chaussée"));
        sketch_expect("un mur coupe « Hall » en deux");
        sketch_expect(arena_printf(&arena, "[chemin %d]", wall).at);
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
        Way w = way_to("B", false);
        assert_true(w.route.found);
        assert_int_equal(crossings(&w, 0.05, 1.6, 0.05, 2.4), 1);
        assert_int_equal(way_to("B", true).route.found, i != 1);
        expect_told_as_walked();
    }
}

static void test_a_gap_lets_through_whom_it_is_wide_enough_for(void **state) {
    (void)state;
    static const double GAPS[] = {0.4, 0.7, 0.9};
    for (int i = 0; i < 3; i++) {
        hall_begin();
        sketch_line("indoor=wall|level=0", (const double[][2]){{0, -5}, {0, 4.98 - GAPS[i]}}, 2);
        sketch_import();
        assert_int_equal(way_to("B", false).route.found, i > 0);
        Way roll = way_to("B", true);
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
    Way w = way_to("B", true);
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
    assert_true(way_to("B", true).route.found);
}

/* ---- borders --------------------------------------------------------------------------------- */

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
    Way w = way_to("B", true);
    assert_true(w.route.found && says(&w, "Dos à l’écran, aller tout droit") &&
                says(&w, "Porte en face"));
    expect_told_as_walked();
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
    assert_false(way_to("B", false).route.found);
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
        assert_false(way_to("B", false).route.found);
        sketch_expect("un mur ferme la limite entre « Hall » et « Salon »");
    }
}

/* ---- ways that are drawn --------------------------------------------------------------------- */

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
        Way walk = way_to("B", false), roll = way_to("B", true);
        assert_true(walk.route.found);
        assert_true(says(&walk, "Prendre l’escalier")); /* up or down: nobody says */
        assert_false(says(&walk, "passer la porte"));
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
        Way w = way_to("B", false);
        assert_true(says(&w, down == back ? "Monter par l’escalier" : "Descendre par l’escalier"));
    }
}

static void test_a_ramp_beside_the_steps_is_the_other_way(void **state) {
    (void)state;
    platform(-1, 1);
    sketch_line("highway=footway|level=0|incline=5%|width=1.4",
                (const double[][2]){{-3, 1.5}, {3, 1.5}}, 2);
    sketch_import();
    assert_true(way_to("B", true).route.found);
}

/* Of steps and a ramp that is too steep, the ramp is named: somebody may help. */
static void test_a_steep_ramp_is_named_before_steps(void **state) {
    (void)state;
    platform(-1, 1);
    sketch_line("highway=footway|level=0|incline=12%|width=1.4",
                (const double[][2]){{-3, 1.5}, {3, 1.5}}, 2);
    sketch_import();
    Way roll = way_to("B", true);
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
        Way w = way_to("B", false);
        assert_true(w.route.found);
        assert_true(says(&w, "Monter au 1er étage par l’escalier"));
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
        assert_int_equal(way_to("B", false).route.found, !back);
        Way roll = way_to("B", true);
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
        Way w = way_to("B", false), roll = way_to("B", true);
        assert_int_equal(w.route.found, i % 2 == 0);
        assert_false(roll.route.found);
        if (w.route.found)
            assert_true(says(&w, i ? "Monter par l’escalator" : "Prendre le tapis roulant"));
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
    assert_true(way_to("H", false).route.found);
    assert_false(way_to("B", false).route.found);
}

/* ---- turns ----------------------------------------------------------------------------------- */

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
    Way w = way_to("B", false);
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
    Way w = way_to("B", false);
    assert_true(says(&w, "à droite"));
    expect_told_as_walked();
}

static void test_a_turn_and_its_door_are_one(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0", -20, -1.5, 20, 1.5);
    sketch_rect("indoor=room|room=office|ref=B|level=0", 10, 1.5, 16, 8);
    sketch_node("door=hinged|level=0", 13, 1.5);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", -18, 0);
    sketch_import();
    Way w = way_to("B", false);
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
        Way w = way_to("B", false);
        assert_string_equal(
            w.told, side < 0 ? "Dos à l’écran, aller tout droit (20\u00A0m)\nTourner à droite\n"
                               "Porte à droite\u00A0: Bureau B\n"
                             : "Dos à l’écran, aller tout droit (20\u00A0m)\nTourner à gauche\n"
                               "Porte à gauche\u00A0: Bureau B\n");
    }
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
        cmocka_unit_test(test_outlines_that_run_side_by_side_meet),
        cmocka_unit_test(test_a_border_that_was_missed_is_said),
        cmocka_unit_test(test_the_tolerance_is_the_authors),
        cmocka_unit_test(test_a_wall_on_a_border_shuts_it),
        cmocka_unit_test(test_a_wall_all_along_a_border_is_said),
        cmocka_unit_test(test_steps_between_areas_are_the_only_way),
        cmocka_unit_test(test_steps_go_up_or_down_as_their_incline_says),
        cmocka_unit_test(test_a_ramp_beside_the_steps_is_the_other_way),
        cmocka_unit_test(test_a_steep_ramp_is_named_before_steps),
        cmocka_unit_test(test_steps_between_floors_are_read_from_either_end),
        cmocka_unit_test(test_a_moving_walkway_carries_one_way),
        cmocka_unit_test(test_a_line_that_conveys_carries_one_way),
        cmocka_unit_test(test_an_escalator_is_no_short_cut),
        cmocka_unit_test(test_a_slanting_border_is_no_turn),
        cmocka_unit_test(test_a_turn_at_a_border_is_told),
        cmocka_unit_test(test_a_turn_and_its_door_are_one),
        cmocka_unit_test(test_a_door_around_a_corner_is_two_turns),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
