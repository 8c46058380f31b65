/* When a touch is heard and when it is not: pages that come, tremor, fingers that slip. */
#include "support/test.h"
#include "support/world.h"

#include <string.h>

static Point middle(const Node *node) {
    return (Point){node->box.x + node->box.w / 2, node->box.y + node->box.h / 2};
}

/* A finger that does not look: taps every so many milliseconds. */
static void drum(Point at, int taps, Millis every) {
    for (int i = 0; i < taps; i++) {
        app_page(&world.app);
        app_touch(&world.app, (Touch){TOUCH_PRESS, at});
        app_touch(&world.app, (Touch){TOUCH_RELEASE, at});
        world_pass(every);
    }
}

/* Not one control of a page may be reached by a finger that came down on the page before. */
static void test_nothing_is_tapped_through(void **state) {
    (void)state;
    world_tap_label("Commencer");
    Point at = middle(world_find("Les 24 métiers"));
    world_press(at);
    world_release(at);
    assert_string_equal(world_screen(), "families");
    world_release(at); /* of a bounce */
    app_touch(&world.app, (Touch){TOUCH_MOVE, at});
    world_release(at);
    assert_string_equal(world_screen(), "families");
    drum(at, 1, 0); /* a second click */
    world_pass(120);
    drum(at, 1, 200); /* and a third */
    assert_string_equal(world_screen(), "families");
}

static void test_a_touch_is_heard_three_tenths_of_a_second_after_the_page(void **state) {
    (void)state;
    world_tap_label("Commencer");
    Point at = middle(world_find("Les 24 métiers"));
    drum(at, 1, 0);
    assert_int_equal(world.facts[FACT_VISIT_START], 1);
    assert_string_equal(world_screen(), "home"); /* it came with the page */
    world_look();
    drum(at, 1, 0);
    assert_string_equal(world_screen(), "families");
    world_pass(299);
    assert_int_equal(app_deaf_for(&world.app), 1);
    world_pass(1);
    assert_int_equal(app_deaf_for(&world.app), 0);
}

/* A page that takes long to come before the visitor is heard that much later. */
static void test_the_time_counts_from_when_the_page_is_seen(void **state) {
    (void)state;
    world_tap_label("Commencer");
    app_seen(&world.app, world.app.now + 500);
    assert_int_equal(app_deaf_for(&world.app), 800);
    app_seen(&world.app, world.app.now + 900); /* the same page again */
    assert_int_equal(app_deaf_for(&world.app), 800);
}

static void test_who_drums_answers_one_question(void **state) {
    (void)state;
    Point at = middle(world_find("Oui"));
    drum(at, 12, 120);
    world_pass(1000);
    assert_int_equal(world.facts[FACT_QUIZ_ANSWER], 1);
    assert_string_equal(world_screen(), "quiz");
}

/* But nobody is deaf to them for longer than a second. */
static void test_who_drums_for_ever_is_heard(void **state) {
    (void)state;
    world_tap_label("Commencer");
    drum(middle(world_find("Les 24 métiers")), 10, 120);
    assert_string_not_equal(world_screen(), "home");
}

static void test_less_sensitive_waits_a_second_and_takes_no_tremor(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Accessibilité");
    world_tap_label("Moins sensible");
    assert_true(world.app.visit.settings.steady);
    world_tap_label("Fermer");
    assert_int_equal(app_deaf_for(&world.app), GUARD_STEADY_MS);
    world_tap_label("Plan du campus");
    world_look();
    Point closer = middle(world_find("Agrandir le plan"));
    const void *state_of_map = visit_state(&world.app.visit, SCREEN_map);
    char before[4096], after[4096];
    size_t size = screen_get(SCREEN_map)->state_size;
    assert_true(size <= sizeof before);
    drum(closer, 1, 100);
    memcpy(before, state_of_map, size);
    drum(closer, 1, 100);
    memcpy(after, state_of_map, size);
    assert_memory_equal(before, after, size);
    world_pass(1000);
    drum(closer, 1, 0);
    memcpy(after, state_of_map, size);
    assert_memory_not_equal(before, after, size);
}

static void test_acts_on_release_inside_what_was_pressed(void **state) {
    (void)state;
    world_tap_label("Commencer");
    Point card = middle(world_find("Les 24 métiers")), other = middle(world_find("Faire le test"));
    world_press(card);
    assert_true(page_node_doing(app_page(&world.app), world.app.visit.pressed.action)->pressed);
    world_release(other);
    assert_string_equal(world_screen(), "home");
    world_press(card);
    app_touch(&world.app, (Touch){TOUCH_MOVE, other});
    app_touch(&world.app, (Touch){TOUCH_MOVE, card});
    world_release(card);
    assert_string_equal(world_screen(), "home"); /* it had left */
    world_press(card);
    world_release((Point){card.x + 30, card.y + 20}); /* a finger rolls */
    assert_string_equal(world_screen(), "families");
}

static void test_a_finger_beside_a_plate_still_means_it(void **state) {
    (void)state;
    world_tap_label("Commencer");
    const Node *card = world_find("Faire le test");
    Point beside = {card->box.x + card->box.w + 8, card->box.y + card->box.h / 2};
    world_press(beside);
    world_release(beside);
    assert_string_equal(world_screen(), "quiz");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VISIT_TEST(test_nothing_is_tapped_through),
        VISIT_TEST(test_a_touch_is_heard_three_tenths_of_a_second_after_the_page),
        VISIT_TEST(test_the_time_counts_from_when_the_page_is_seen),
        VISIT_TEST(test_who_drums_answers_one_question),
        VISIT_TEST(test_who_drums_for_ever_is_heard),
        VISIT_TEST(test_less_sensitive_waits_a_second_and_takes_no_tremor),
        VISIT_TEST(test_acts_on_release_inside_what_was_pressed),
        VISIT_TEST(test_a_finger_beside_a_plate_still_means_it),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
