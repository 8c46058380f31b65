/* The life of a touch: what a person does and what comes of it, on the real campus pack. */
#include "support/test.h"
#include "support/world.h"

#include <string.h>

static const char *screen(void) {
    app_page(&world.app);
    return app_screen_name(&world.app);
}

static int begin(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    return 0;
}

static int end(void **state) {
    (void)state;
    world_end();
    return 0;
}

static void press(Point at) {
    app_touch(&world.app, (Touch){TOUCH_PRESS, at});
    app_page(&world.app);
}

static void release(Point at) {
    app_touch(&world.app, (Touch){TOUCH_RELEASE, at});
}

static Point middle(const Node *node) {
    return (Point){node->box.x + node->box.w / 2, node->box.y + node->box.h / 2};
}

static void test_waking_touch_only_wakes(void **state) {
    (void)state;
    press((Point){1500, 300}); /* the picture */
    release((Point){1500, 300});
    assert_string_equal(screen(), "home");
    assert_int_equal(world.facts[FACT_VISIT_START], 1);
    assert_int_equal(world.facts[FACT_TRADE_OPEN] + world.facts[FACT_TOPIC_OPEN], 0);
}

static void test_the_buttons_of_the_attract_screen(void **state) {
    (void)state;
    world_tap_label("Commencer");
    assert_string_equal(screen(), "home");
    end(NULL), begin(NULL);
    world_tap_label("English");
    assert_string_equal(screen(), "home");
    assert_int_equal(world.app.visit.settings.lang, LANG_EN);
}

/* The answer given there stands, is confirmed, counts as the first, and can be taken back. */
static void test_the_first_question_is_answered_where_the_kiosk_waits(void **state) {
    (void)state;
    world_tap_label("Plutôt oui");
    assert_string_equal(screen(), "quiz");
    assert_true(world_find_chosen("Plutôt oui"));
    world_pass(400);
    assert_int_equal(world.facts[FACT_QUIZ_START], 1);
    assert_int_equal(world.facts[FACT_QUIZ_ANSWER], 1);
    assert_false(world_find_chosen("Plutôt oui"));
    world_tap_label("Retour");
    assert_true(world_find_chosen("Plutôt oui"));
    world_tap_label("Retour");
    assert_string_equal(screen(), "home");
}

/* Not one control of a page may be reached by a finger that came down on the page before. */
static void test_nothing_is_tapped_through(void **state) {
    (void)state;
    world_tap_label("Commencer");
    Point at = middle(world_find("Découvrir les métiers"));
    press(at);
    release(at);
    assert_string_equal(screen(), "families");
    release(at); /* of a bounce */
    app_touch(&world.app, (Touch){TOUCH_MOVE, at});
    release(at);
    assert_string_equal(screen(), "families");
}

static void test_acts_on_release_inside_what_was_pressed(void **state) {
    (void)state;
    world_tap_label("Commencer");
    Point card = middle(world_find("Découvrir les métiers")), other = middle(world_find("Faire le test"));
    press(card);
    assert_true(page_node_doing(app_page(&world.app), world.app.visit.pressed)->pressed);
    release(other);
    assert_string_equal(screen(), "home");
    press(card);
    app_touch(&world.app, (Touch){TOUCH_MOVE, other});
    app_touch(&world.app, (Touch){TOUCH_MOVE, card});
    release(card);
    assert_string_equal(screen(), "home"); /* it had left */
    press(card);
    release((Point){card.x + 30, card.y + 20}); /* a finger rolls */
    assert_string_equal(screen(), "families");
}

static void test_a_finger_beside_a_plate_still_means_it(void **state) {
    (void)state;
    world_tap_label("Commencer");
    const Node *card = world_find("Faire le test");
    Point beside = {card->box.x + card->box.w + 8, card->box.y + card->box.h / 2};
    press(beside);
    release(beside);
    assert_string_equal(screen(), "quiz");
}

static void test_back_returns_to_the_place_as_it_was_left(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Découvrir les métiers");
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
    assert_string_equal(screen(), "trade");
    world_tap_label("Retour");
    assert_string_equal(screen(), "trades");
    assert_true(slice_is(page_label(app_page(&world.app), app_page(&world.app)->root), before));
    world_tap_label("Retour");
    world_tap_label("Retour");
    assert_string_equal(screen(), "home");
}

static void test_language_changes_where_one_stands(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Se former ici");
    const Page *page = app_page(&world.app);
    int token = 0, arg = 0;
    for (int i = 0; i < page->shown_count; i++)
        if (page_can_act(page->shown[i]) && page->shown[i]->role == ROLE_CHOICE && !page->shown[i]->selected) {
            token = page->shown[i]->action.token;
            arg = page->shown[i]->action.arg;
        }
    world_tap(page_node_doing(page, (Action){token, arg}));
    world_tap_label("English");
    assert_string_equal(screen(), "topic");
    assert_true(page_node_doing(app_page(&world.app), (Action){token, arg})->selected);
    world_find("Français");
}

static void test_the_longest_way_is_forgotten_at_its_beginning(void **state) {
    (void)state;
    for (int i = 0; i < 100; i++) {
        world_go(SCREEN_home, 0);
        world.app.visit.depth = VISIT_DEPTH;
        for (int d = 0; d < VISIT_DEPTH; d++)
            world.app.visit.back[d] = (Place){SCREEN_home, visit_state(&world.app.visit, SCREEN_home)};
        world_tap_label("Découvrir les métiers");
        assert_int_equal(world.app.visit.depth, VISIT_DEPTH);
    }
}

static void test_keypad_walks_enters_and_goes_back(void **state) {
    (void)state;
    world_tap_label("Commencer");
    app_key(&world.app, KEY_NEXT); /* shows where one is */
    assert_int_equal(world.app.visit.focus, 0);
    app_key(&world.app, KEY_RIGHT);
    app_key(&world.app, KEY_ENTER);
    assert_string_equal(screen(), "families");
    app_key(&world.app, KEY_BACK);
    assert_string_equal(screen(), "home");
    app_type(&world.app, '1');
    assert_string_equal(screen(), "quiz");
    app_type(&world.app, '5');
    world_pass(400);
    assert_int_equal(world.facts[FACT_QUIZ_ANSWER], 1);
}

/* By keys alone every control of a page can be reached. */
static void test_keypad_reaches_every_control(void **state) {
    (void)state;
    world_tap_label("Commencer");
    const Page *page = app_page(&world.app);
    int controls = 0, reached = 0;
    for (int i = 0; i < page->shown_count; i++)
        controls += page_can_act(page->shown[i]) && page->shown[i]->role != ROLE_BOX;
    app_key(&world.app, KEY_NEXT);
    const Node *first = NULL;
    for (int i = 0; i < controls; i++) {
        page = app_page(&world.app);
        for (int k = 0; k < page->shown_count; k++)
            if (page->shown[k]->focused) {
                reached++;
                assert_true(i == 0 || page->shown[k]->action.token != first->action.token ||
                            page->shown[k]->action.arg != first->action.arg);
                first = i == 0 ? page->shown[k] : first;
            }
        app_key(&world.app, KEY_NEXT);
    }
    assert_int_equal(reached, controls);
}

static void test_drawer_lies_over_the_page_and_closes_beside(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Accessibilité");
    assert_string_equal(screen(), "ease");
    world_tap_label("Sombre");
    assert_int_equal(world.app.visit.settings.theme, THEME_SOMBRE);
    press((Point){300, 500}); /* beside the drawer */
    release((Point){300, 500});
    assert_string_equal(screen(), "home");
}

static void test_untouched_visit_is_asked_about_then_ends(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Découvrir les métiers");
    world_pass(59000);
    assert_string_equal(screen(), "families");
    world_pass(2000);
    assert_string_equal(screen(), "still-there");
    press((Point){5, 5}); /* any touch says "here" and does nothing else */
    release((Point){5, 5});
    assert_string_equal(screen(), "families");
    world_pass(61000 + 31000);
    assert_string_equal(screen(), "attract");
    assert_int_equal(world.ended, 1);
    assert_int_equal(world.last_end, END_IDLE);
}

static void test_three_times_the_time_when_asked_for(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world.app.visit.settings.patient = true;
    world_pass(179000);
    assert_string_equal(screen(), "home");
    world_pass(2000);
    assert_string_equal(screen(), "still-there");
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
    assert_string_equal(screen(), "attract");
    assert_int_equal(world.ended, 2);
}

static void test_attract_screen_is_never_counted(void **state) {
    (void)state;
    world_pass(3600000);
    assert_string_equal(screen(), "attract");
    assert_int_equal(world.ended, 0);
    assert_int_equal(world.facts[FACT_VISIT_START], 0);
}

static void test_still_page_asks_for_no_waking(void **state) {
    (void)state;
    world_tap_label("Commencer");
    app_page(&world.app);
    assert_int_equal(app_wake_at(&world.app), world.app.now + 60000);
}

#define VISIT_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        VISIT_TEST(test_waking_touch_only_wakes),
        VISIT_TEST(test_the_buttons_of_the_attract_screen),
        VISIT_TEST(test_the_first_question_is_answered_where_the_kiosk_waits),
        VISIT_TEST(test_nothing_is_tapped_through),
        VISIT_TEST(test_acts_on_release_inside_what_was_pressed),
        VISIT_TEST(test_a_finger_beside_a_plate_still_means_it),
        VISIT_TEST(test_back_returns_to_the_place_as_it_was_left),
        VISIT_TEST(test_language_changes_where_one_stands),
        VISIT_TEST(test_the_longest_way_is_forgotten_at_its_beginning),
        VISIT_TEST(test_keypad_walks_enters_and_goes_back),
        VISIT_TEST(test_keypad_reaches_every_control),
        VISIT_TEST(test_drawer_lies_over_the_page_and_closes_beside),
        VISIT_TEST(test_untouched_visit_is_asked_about_then_ends),
        VISIT_TEST(test_three_times_the_time_when_asked_for),
        VISIT_TEST(test_the_three_ends),
        VISIT_TEST(test_attract_screen_is_never_counted),
        VISIT_TEST(test_still_page_asks_for_no_waking),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
