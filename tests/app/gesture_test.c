/* Fingers on the map: one moves it, two stretch and turn it, none that trembles does anything but
 * tap. */
#include "app/gesture.h"

#include "screens/map/map_state.h"
#include "support/test.h"
#include "support/world.h"

#include <math.h>

static const MapState *map_state(void) {
    return visit_state(&world.app.visit, SCREEN_map);
}

static int begin(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    world_go(SCREEN_map, 0);
    return 0;
}

static int end(void **state) {
    (void)state;
    world_end();
    return 0;
}

static Box map_box(void) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page->shown[i]->draggable)
            return page->shown[i]->box;
    fail_msg("no map is shown");
    return (Box){0};
}

static Point middle(void) {
    Box b = map_box();
    return (Point){b.x + b.w / 2, b.y + b.h / 2};
}

static void touch(TouchKind kind, int dx, int dy) {
    Point m = middle();
    app_touch(&world.app, (Touch){kind, {m.x + dx, m.y + dy}});
    app_page(&world.app);
}

static Pixel where(Spot spot) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page->shown[i]->graphic.kind == GRAPHIC_MAP) {
            Camera c = view_camera(page->shown[i]->graphic.map, page->shown[i]->box.w,
                                   page->shown[i]->box.h);
            return camera_project(&c, spot);
        }
    return (Pixel){0};
}

static void test_one_finger_moves_the_map_with_it(void **state) {
    (void)state;
    Spot spot = {world.pack.plan.kiosk[0].at.x, world.pack.plan.kiosk[0].at.y};
    Pixel before = where(spot);
    touch(TOUCH_PRESS, 0, 0);
    touch(TOUCH_MOVE, 60, 30);
    touch(TOUCH_MOVE, 120, 90);
    assert_true(map_state()->moving);
    touch(TOUCH_RELEASE, 120, 90);
    Pixel after = where(spot);
    assert_true(fabs(after.x - before.x - 120) < 1 && fabs(after.y - before.y - 90) < 1);
    assert_false(map_state()->moving);
    assert_int_equal(map_state()->space, PLAN_NONE);
}

static void test_a_trembling_finger_taps(void **state) {
    (void)state;
    const PlanSpace *room = &world.pack.plan.space[plan_find_space(&world.pack.plan, LIT("A4"))];
    Pixel at = where((Spot){room->anchor.x, room->anchor.y});
    Box box = map_box();
    Point p = {box.x + (int)at.x, box.y + (int)at.y};
    app_touch(&world.app, (Touch){TOUCH_PRESS, p});
    app_touch(&world.app, (Touch){TOUCH_MOVE, {p.x + 6, p.y - 5}});
    app_touch(&world.app, (Touch){TOUCH_RELEASE, {p.x + 6, p.y - 5}});
    assert_true(map_state()->pose.east_mm == 0 && map_state()->pose.north_mm == 0);
    assert_true(slice_is(world.pack.plan.space[map_state()->space].id, "A4"));
    assert_int_equal(world.facts[FACT_PLACE_SOUGHT], 1);
    app_key(&world.app, KEY_BACK); /* lets go of the place, not of the map */
    assert_int_equal(map_state()->space, PLAN_NONE);
    assert_string_equal(app_screen_name(&world.app), "map");
}

static void test_two_fingers_stretch_and_turn(void **state) {
    (void)state;
    touch(TOUCH_PRESS, -100, 0);
    touch(TOUCH_SECOND, 100, 0);
    touch(TOUCH_SECOND, 300, 0); /* twice as far apart */
    assert_true(fabs(map_state()->pose.closer - 1) < 0.01);
    touch(TOUCH_SECOND, -100, 400); /* a quarter turn to the right */
    assert_true(fabs(map_state()->pose.turned_deg - 90) < 0.01);
    touch(TOUCH_SECOND_GONE, -100, 400);
    double closer = map_state()->pose.closer;
    touch(TOUCH_MOVE, -50, 0);
    touch(TOUCH_RELEASE, -50, 0);
    assert_true(fabs(map_state()->pose.closer - closer) < 1e-9);
}

static void test_one_tap_brings_the_start_back(void **state) {
    (void)state;
    touch(TOUCH_PRESS, 0, 0);
    touch(TOUCH_MOVE, 200, 100);
    touch(TOUCH_RELEASE, 200, 100);
    world_tap_label("Agrandir le plan");
    world_tap_label("Revenir à ma position");
    assert_true(map_state()->pose.east_mm == 0 && map_state()->pose.closer == 0);
}

static void test_a_finger_that_is_lost_lets_go(void **state) {
    (void)state;
    touch(TOUCH_PRESS, 0, 0);
    touch(TOUCH_MOVE, 90, 0);
    touch(TOUCH_CANCEL, 90, 0);
    assert_false(map_state()->moving || world.app.gesture.on);
    touch(TOUCH_MOVE, 300, 0);
    Pixel still = where((Spot){0, 0});
    touch(TOUCH_MOVE, 500, 0);
    assert_true(fabs(where((Spot){0, 0}).x - still.x) < 0.001);
}

static void test_buttons_over_the_map_are_pressed_not_moved(void **state) {
    (void)state;
    const Node *plus = world_find("Agrandir le plan");
    Point at = {plus->box.x + plus->box.w / 2, plus->box.y + plus->box.h / 2};
    app_touch(&world.app, (Touch){TOUCH_PRESS, at});
    assert_false(world.app.gesture.on);
    app_touch(&world.app, (Touch){TOUCH_RELEASE, at});
    assert_true(map_state()->pose.closer > 0.5);
}

static void test_the_visit_ends_under_a_finger(void **state) {
    (void)state;
    touch(TOUCH_PRESS, 0, 0);
    touch(TOUCH_MOVE, 90, 0);
    world_pass(400000);
    assert_string_equal(app_screen_name(&world.app), "attract");
    assert_false(world.app.gesture.on);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_one_finger_moves_the_map_with_it, begin, end),
        cmocka_unit_test_setup_teardown(test_a_trembling_finger_taps, begin, end),
        cmocka_unit_test_setup_teardown(test_two_fingers_stretch_and_turn, begin, end),
        cmocka_unit_test_setup_teardown(test_one_tap_brings_the_start_back, begin, end),
        cmocka_unit_test_setup_teardown(test_a_finger_that_is_lost_lets_go, begin, end),
        cmocka_unit_test_setup_teardown(test_buttons_over_the_map_are_pressed_not_moved, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_the_visit_ends_under_a_finger, begin, end),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
