/* The door of the staff, when it shuts, and visits that are not counted. */
#include "support/staff_area.h"
#include "support/test.h"
#include "support/world.h"

#include <unistd.h>

static void test_five_knocks_open_and_fewer_do_not(void **state) {
    (void)state;
    world_tap_label("Commencer");
    staff_area_knock(4);
    assert_string_equal(app_screen_name(&world.app), "home");
    world_pass(7000);
    staff_area_knock(4); /* too late: counted anew */
    assert_string_equal(app_screen_name(&world.app), "home");
    staff_area_knock(1);
    assert_string_equal(app_screen_name(&world.app), "staff");
    assert_false(world_says("Chiffres")); /* nothing without the code */
}

static void test_a_wrong_code_shows_nothing(void **state) {
    (void)state;
    staff_area_knock(5);
    world_tap_each("471109");
    assert_true(world_says("Ce n’est pas le code"));
    for (int i = 0; i < 4; i++)
        world_tap_each("000001");
    assert_true(world_says("Trop d’essais"));
    staff_service_ask(&staff_area.desk, ASK_QUIT, 0,
                      (Slice){0}); /* whoever finds a way to ask is not answered either */
    assert_int_equal(staff_area.desk.leave, LEAVE_NOT);
}

static void test_the_area_and_its_end(void **state) {
    (void)state;
    assert_true(world_says("Dernier mois"));
    assert_true(world_says("Les visites"));
    assert_int_equal(access(staff_area.scratch, F_OK), -1); /* what was read is gone again */
    world_tap_label("Borne");
    world_tap_label("Plus fort");
    assert_int_equal(staff_area.volume, 50);
    world_tap_label("Quitter");
    assert_int_equal(staff_area.desk.leave, LEAVE_NOT); /* not by a slip */
    world_tap_label("Toucher encore");
    assert_int_equal(staff_area.desk.leave, LEAVE_QUIT);
    world_tap_label("J’ai fini");
    assert_string_equal(app_screen_name(&world.app), "attract");
    staff_area_knock(5);
    assert_false(world_says("Les visites")); /* the code is asked for again */
    world_tap_label("J’ai fini");
    assert_int_equal(world.counted, 0);
    assert_int_equal(world.facts[FACT_VISIT_END], 0);
}

static void test_a_forgotten_area_closes_itself(void **state) {
    (void)state;
    staff_area_knock(5);
    static const struct {
        const char *tab, *then;
    } PLACES[] = {{"Chiffres", NULL}, {"État", NULL}, {"Borne", NULL}, {"Borne", "Tester l’écran"}};
    for (int i = 0; i < 4; i++) { /* two minutes after the last touch, wherever it was */
        world_tap_each("471108");
        world_tap_label(PLACES[i].tab);
        if (PLACES[i].then)
            world_tap_label(PLACES[i].then);
        world_pass(119000);
        assert_true(staff_service_view(&staff_area.desk)->open);
        world_pass(2000);
        assert_string_equal(app_screen_name(&world.app), "attract");
        assert_false(staff_service_view(&staff_area.desk)->open);
        staff_area_knock(5);
        assert_false(world_says("Les visites"));
    }
}

/* Whoever asked for more time gets it with visitors' pages only. */
static void test_more_time_does_not_leave_the_area_open(void **state) {
    (void)state;
    world.app.visit.settings.patient = true;
    staff_area_enter();
    world.app.visit.settings.patient = true;
    world_pass(121000);
    assert_false(staff_service_view(&staff_area.desk)->open);
}

static void test_cleaning_answers_to_nothing(void **state) {
    (void)state;
    world_tap_label("Borne");
    world_tap_label("Nettoyer l’écran");
    for (int y = 20; y < 1080; y += 60)
        for (int x = 20; x < 1920; x += 90) {
            app_touch(&world.app, (Touch){TOUCH_PRESS, {x, y}});
            app_touch(&world.app, (Touch){TOUCH_RELEASE, {x, y}});
        }
    assert_string_equal(app_screen_name(&world.app), "staff-clean");
    world_pass(61000);
    assert_string_equal(app_screen_name(&world.app), "staff");
}

static void test_a_visit_that_asked_not_to_be_counted(void **state) {
    (void)state;
    world.staff = (StaffDesk){0};
    world_begin((Settings){0}, 1920, 1080);
    world_tap_label("Commencer");
    world_tap_label("Vie privée");
    world_tap_label("Ne pas compter cette visite");
    world_tap_label("Fermer");
    int before = world.facts[FACT_TRADE_OPEN];
    world_tap_label("Les 24 métiers");
    world_tap_label("Tous les métiers");
    world_tap_label("Accueil");
    world_tap_label("J’ai fini");
    assert_int_equal(world.facts[FACT_TRADE_OPEN], before);
    assert_int_equal(world.ended, 1);
    assert_int_equal(world.counted, 0);
    world_tap_label("Commencer"); /* the next visitor is counted again */
    world_tap_label("J’ai fini");
    assert_int_equal(world.counted, 1);
    world_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        DOOR_TEST(test_five_knocks_open_and_fewer_do_not),
        DOOR_TEST(test_a_wrong_code_shows_nothing),
        STAFF_TEST(test_the_area_and_its_end),
        DOOR_TEST(test_a_forgotten_area_closes_itself),
        DOOR_TEST(test_more_time_does_not_leave_the_area_open),
        STAFF_TEST(test_cleaning_answers_to_nothing),
        cmocka_unit_test(test_a_visit_that_asked_not_to_be_counted),
    };
    return cmocka_run_group_tests(tests, staff_area_setup, staff_area_teardown);
}
