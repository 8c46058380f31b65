/* Back to school is never counted, can be covered and is erased. */
#include "support/test.h"
#include "support/world.h"

static int facts_noted(void) {
    int noted = 0;
    for (int kind = 0; kind < FACT_KIND_COUNT; kind++)
        noted += world.facts[kind];
    return noted;
}

static bool shows(const char *label) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) && slice_is(page_label(page, page->shown[i]), label))
            return true;
    return false;
}

static void tap_beginning(const char *words) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) &&
            slice_has_prefix(page_label(page, page->shown[i]), slice_from(words))) {
            world_tap(page->shown[i]);
            return;
        }
    fail_msg("nothing to touch begins with \"%s\"", words);
}

static void begin_questions(void) {
    world_begin((Settings){0}, 1920, 1080);
    world_tap_label("Commencer");
    world_tap_label("Reprendre ma route");
    assert_string_equal(app_screen_name(&world.app), "back");
}

static void test_nothing_of_it_is_counted(void **state) {
    (void)state;
    begin_questions();
    int before = facts_noted();
    world_tap_label("16 ou 17\u00A0ans");
    world_tap_label("Passer la question");
    world_tap_label("Point nouveau départ");
    assert_string_equal(app_screen_name(&world.app), "desk");
    assert_int_equal(facts_noted(), before);
    world_end();
}

/* Nor the way to that desk, nor any page that one goes on to from there; what is opened from home
   afterwards is. */
static void test_what_is_reached_from_it_is_not_counted(void **state) {
    (void)state;
    begin_questions();
    int before = facts_noted();
    world_tap_label("16 ou 17\u00A0ans");
    world_tap_label("Passer la question");
    world_tap_label("Point nouveau départ");
    tap_beginning("Y aller");
    assert_string_equal(app_screen_name(&world.app), "map");
    world_tap_label("Retour");
    world_tap_label("Découvrir les métiers");
    assert_string_equal(app_screen_name(&world.app), "families");
    assert_int_equal(facts_noted(), before);
    world_tap_label("Accueil");
    world_tap_label("Le campus");
    assert_int_equal(world.facts[FACT_TOPIC_OPEN], 1);
    world_end();
}

static void test_a_touch_brings_back_what_is_covered(void **state) {
    (void)state;
    begin_questions();
    world_tap_label("Cacher l’écran");
    assert_false(shows("16 ou 17\u00A0ans"));
    world_pass(19000);
    assert_int_equal(world.ended, 0);
    world_tap(app_page(&world.app)->shown[0]);
    assert_true(shows("16 ou 17\u00A0ans"));
    world_end();
}

static void test_what_stays_covered_is_erased(void **state) {
    (void)state;
    begin_questions();
    world_tap_label("16 ou 17\u00A0ans");
    world_tap_label("Cacher l’écran");
    world_pass(20500);
    assert_int_equal(world.ended, 1);
    assert_string_equal(app_screen_name(&world.app), "attract");
    world_end();
}

static void test_one_touch_erases(void **state) {
    (void)state;
    begin_questions();
    world_tap_label("Tout effacer");
    assert_int_equal(world.ended, 1);
    world_end();
}

static void test_going_back_asks_again(void **state) {
    (void)state;
    begin_questions();
    world_tap_label("16 ou 17\u00A0ans");
    assert_false(shows("16 ou 17\u00A0ans"));
    world_tap_label("Retour");
    assert_true(shows("16 ou 17\u00A0ans"));
    world_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_of_it_is_counted),
        cmocka_unit_test(test_what_is_reached_from_it_is_not_counted),
        cmocka_unit_test(test_a_touch_brings_back_what_is_covered),
        cmocka_unit_test(test_what_stays_covered_is_erased),
        cmocka_unit_test(test_one_touch_erases),
        cmocka_unit_test(test_going_back_asks_again),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
