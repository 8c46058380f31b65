/* What a visitor does and what comes of it, on the real campus pack: pages, drawers, the end of a
 * visit. */
#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

/* What one touches is what one gets. */
static void test_a_touch_on_the_film_shows_it(void **state) {
    (void)state;
    world_press((Point){1500, 300});
    world_release((Point){1500, 300});
    assert_string_equal(world_screen(), "player");
}

static void test_waking_touch_only_wakes(void **state) {
    (void)state;
    world_press((Point){20, 1040}); /* beside the plates */
    world_release((Point){20, 1040});
    assert_string_equal(world_screen(), "home");
    assert_int_equal(world.facts[FACT_VISIT_START], 1);
    assert_int_equal(world.facts[FACT_TRADE_OPEN] + world.facts[FACT_TOPIC_OPEN], 0);
}

static void test_the_buttons_of_the_attract_screen(void **state) {
    (void)state;
    world_tap_label("Commencer");
    assert_string_equal(world_screen(), "home");
    world_visit_ends(NULL), world_visit_begins(NULL);
    world_tap_label("Choisir ma langue");
    world_tap_label("English, I read English");
    assert_string_equal(world_screen(), "home");
    assert_int_equal(world.app.visit.settings.lang, LANG_EN);
}

/* The answer given there stands, is confirmed, counts as the first, and can be taken back: given
   anew it is one of five. */
static void test_the_first_question_is_answered_where_the_kiosk_waits(void **state) {
    (void)state;
    world_tap_label("Oui");
    assert_string_equal(world_screen(), "quiz");
    assert_true(world_find_chosen("Beaucoup"));
    world_pass(400);
    assert_int_equal(world.facts[FACT_QUIZ_START], 1);
    assert_int_equal(world.facts[FACT_QUIZ_ANSWER], 1);
    assert_false(world_find_chosen("Beaucoup"));
    world_tap_label("Retour");
    assert_true(world_find_chosen("Beaucoup"));
    world_tap_label("Retour");
    assert_string_equal(world_screen(), "home");
}

static void test_back_returns_to_the_place_as_it_was_left(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Les 24 métiers");
    world_tap_label("Tous les métiers");
    world_tap_label("Page suivante");
    Slice title = page_label(app_page(&world.app), app_page(&world.app)->root);
    char before[2048];
    snprintf(before, sizeof before, SLICE_FMT, SLICE_ARG(title));
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) && page->shown[i]->action.token > 0) {
            world_tap(page->shown[i]);
            break;
        }
    assert_string_equal(world_screen(), "trade");
    world_tap_label("Retour");
    assert_string_equal(world_screen(), "trades");
    assert_true(slice_is(page_label(app_page(&world.app), app_page(&world.app)->root), before));
    world_tap_label("Retour");
    world_tap_label("Retour");
    assert_string_equal(world_screen(), "home");
}

static void test_language_changes_where_one_stands(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Créer au fab-lab");
    const Page *page = app_page(&world.app);
    int token = 0, arg = 0;
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) && page->shown[i]->role == ROLE_CHOICE &&
            !page->shown[i]->selected) {
            token = page->shown[i]->action.token;
            arg = page->shown[i]->action.arg;
        }
    world_tap(page_node_doing(page, (Action){token, arg}));
    world_tap_label("Choisir ma langue");
    world_tap_label("English, I read English");
    assert_string_equal(world_screen(), "topic");
    assert_true(page_node_doing(app_page(&world.app), (Action){token, arg})->selected);
    world_find("Choose my language");
}

static void test_the_longest_way_is_forgotten_at_its_beginning(void **state) {
    (void)state;
    for (int i = 0; i < 100; i++) {
        world_go(SCREEN_home, 0);
        world.app.visit.depth = VISIT_DEPTH;
        for (int d = 0; d < VISIT_DEPTH; d++)
            world.app.visit.back[d] =
                (HistoryEntry){SCREEN_home, 0, visit_state(&world.app.visit, SCREEN_home)};
        world_tap_label("Les 24 métiers");
        assert_int_equal(world.app.visit.depth, VISIT_DEPTH);
    }
}

static void test_drawer_lies_over_the_page_and_closes_beside(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Accessibilité");
    assert_string_equal(world_screen(), "accessibility");
    world_tap_label("Sombre");
    assert_int_equal(world.app.visit.settings.theme, THEME_SOMBRE);
    world_press((Point){300, 500}); /* beside the drawer */
    world_release((Point){300, 500});
    assert_string_equal(world_screen(), "home");
}

static Box drawer(void) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page->shown[i]->role == ROLE_DIALOG)
            return page->shown[i]->box;
    fail_msg("there is no drawer");
    return (Box){0};
}

/* Its title, its labels and its gaps do nothing; only beside it is beside it. */
static void test_a_drawer_keeps_touches_on_itself(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Accessibilité");
    Box box = drawer();
    int idle = 0;
    for (int y = box.y + 2; y < box.y + box.h; y += 20)
        for (int x = box.x + 2; x < box.x + box.w; x += 20) {
            Point at = {x, y};
            if (page_hit(app_page(&world.app), at))
                continue;
            idle++;
            world_press(at);
            world_release(at);
            assert_string_equal(world_screen(), "accessibility");
        }
    assert_true(idle > 50);
}

static void finish_a_quiz(void) {
    world_tap_label("Faire le test");
    while (world.app.visit.at == SCREEN_quiz) {
        world_tap_label("Plutôt oui");
        world_pass(500);
    }
}

/* What the panel says is so: no answer leaves a visit unless the campus calibrates, and then the
 * panel says it. */
static void test_only_a_campus_that_calibrates_counts_an_answer(void **state) {
    (void)state;
    for (int calibrates = 0; calibrates < 2; calibrates++) {
        world.app.setup.calibrates = calibrates;
        world_tap_label("Commencer");
        finish_a_quiz();
        assert_int_equal(world.facts[FACT_QUIZ_DONE], calibrates + 1);
        assert_int_equal(world.facts[FACT_QUIZ_SAMPLE], calibrates);
        world_tap_label("Accueil");
        world_tap_label("Vie privée");
        assert_true(world_says("une réponse, un nom") != calibrates);
        assert_true(world_says("Une réponse au test, tirée au sort") == calibrates);
        world_tap_label("Fermer");
        world_tap_label("J’ai fini");
    }
}

static void test_not_being_counted_can_be_taken_back(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Vie privée");
    world_tap_label("Ne pas compter cette visite");
    assert_true(world.app.visit.uncounted);
    world_tap_label("Compter cette visite");
    assert_false(world.app.visit.uncounted);
    world_tap_label("Fermer");
    world_tap_label("J’ai fini");
    assert_int_equal(world.ended, 1);
    assert_int_equal(world.counted, 1);
}

static void test_untouched_visit_is_asked_about_then_ends(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Les 24 métiers");
    world_pass(59000);
    assert_string_equal(world_screen(), "families");
    world_pass(2000);
    assert_string_equal(world_screen(), "still-there");
    world_press((Point){5, 5}); /* any touch says "here" and does nothing else */
    world_release((Point){5, 5});
    assert_string_equal(world_screen(), "families");
    world_pass(61000 + 31000);
    assert_string_equal(world_screen(), "attract");
    assert_int_equal(world.ended, 1);
    assert_int_equal(world.last_end, END_IDLE);
}

static void test_three_times_the_time_when_asked_for(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world.app.visit.settings.patient = true;
    world_pass(179000);
    assert_string_equal(world_screen(), "home");
    world_pass(2000);
    assert_string_equal(world_screen(), "still-there");
}

static void test_the_three_ends(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_pass(100000);
    assert_int_equal(world.last_end, END_HOME);
    world_tap_label("Commencer");
    world_pass(61000);
    world_tap_label("J’ai fini, effacer");
    assert_int_equal(world.last_end, END_DONE);
    assert_string_equal(world_screen(), "attract");
    assert_int_equal(world.ended, 2);
}

static void test_attract_screen_is_never_counted(void **state) {
    (void)state;
    world_pass(3600000);
    assert_string_equal(world_screen(), "attract");
    assert_int_equal(world.ended, 0);
    assert_int_equal(world.facts[FACT_VISIT_START], 0);
}

static void test_still_page_asks_for_no_waking(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world.app.visit.settings.still = true; /* else its film moves */
    world.app.dirty = true;
    app_page(&world.app);
    assert_int_equal(app_wake_at(&world.app), world.app.now + 60000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VISIT_TEST(test_a_touch_on_the_film_shows_it),
        VISIT_TEST(test_waking_touch_only_wakes),
        VISIT_TEST(test_the_buttons_of_the_attract_screen),
        VISIT_TEST(test_the_first_question_is_answered_where_the_kiosk_waits),
        VISIT_TEST(test_back_returns_to_the_place_as_it_was_left),
        VISIT_TEST(test_language_changes_where_one_stands),
        VISIT_TEST(test_the_longest_way_is_forgotten_at_its_beginning),
        VISIT_TEST(test_drawer_lies_over_the_page_and_closes_beside),
        VISIT_TEST(test_a_drawer_keeps_touches_on_itself),
        VISIT_TEST(test_only_a_campus_that_calibrates_counts_an_answer),
        VISIT_TEST(test_not_being_counted_can_be_taken_back),
        VISIT_TEST(test_untouched_visit_is_asked_about_then_ends),
        VISIT_TEST(test_three_times_the_time_when_asked_for),
        VISIT_TEST(test_the_three_ends),
        VISIT_TEST(test_attract_screen_is_never_counted),
        VISIT_TEST(test_still_page_asks_for_no_waking),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
