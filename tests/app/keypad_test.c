/* The keypad: every control is reached, and the focus is where one expects it. */
#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

static void test_keypad_walks_enters_and_goes_back(void **state) {
    (void)state;
    world_tap_label("Commencer");
    app_key(&world.app, KEY_NEXT); /* shows where one is */
    assert_int_equal(world.app.visit.focus, 0);
    app_key(&world.app, KEY_RIGHT);
    app_key(&world.app, KEY_ENTER);
    assert_string_equal(world_screen(), "player");
    app_key(&world.app, KEY_BACK);
    assert_string_equal(world_screen(), "home");
    app_type(&world.app, '1');
    assert_string_equal(world_screen(), "quiz");
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

static const Node *focused(void) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (page->shown[i]->focused)
            return page->shown[i];
    fail_msg("nothing has the focus");
    return NULL;
}

static void test_escape_gives_the_focus_back(void **state) {
    (void)state;
    static const int OPENS[] = {DO_ACCESSIBILITY, DO_COUNTED};
    for (int i = 0; i < 2; i++) {
        world_tap_label("Commencer");
        app_key(&world.app, KEY_NEXT);
        while (focused()->action.token != OPENS[i])
            app_key(&world.app, KEY_NEXT);
        app_key(&world.app, KEY_ENTER);
        app_key(&world.app, KEY_NEXT);
        app_key(&world.app, KEY_BACK);
        assert_int_equal(focused()->action.token, OPENS[i]);
        world_visit_ends(NULL), world_visit_begins(NULL);
    }
}

/* However it was opened, and though the page is laid out anew. */
static void test_escape_finds_the_button_on_a_page_that_has_changed(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Accessibilité");
    world_tap_label("Très grand");
    app_key(&world.app, KEY_BACK);
    assert_int_equal(focused()->action.token, DO_ACCESSIBILITY);
}

/* The row below is reached from every answer, before what lies straight down in the bar: at its
   left nobody has to know, at its right two may play. */
static void test_down_from_any_answer_leads_to_the_row_below(void **state) {
    (void)state;
    static const char *const ANSWERS[] = {"Pas du tout", "Plutôt non", "Entre les deux",
                                          "Plutôt oui", "Beaucoup"};
    world_tap_label("Commencer");
    world_tap_label("Faire le test");
    app_key(&world.app, KEY_NEXT);
    for (int i = 0; i < 5; i++) {
        while (!slice_is(page_label(app_page(&world.app), focused()), ANSWERS[i]))
            app_key(&world.app, KEY_NEXT);
        app_key(&world.app, KEY_DOWN);
        const char *below = i < 3 ? "Je ne sais pas" : "Jouer à deux";
        if (!slice_is(page_label(app_page(&world.app), focused()), below))
            fail_msg("below %s stands " SLICE_FMT, ANSWERS[i],
                     SLICE_ARG(page_label(app_page(&world.app), focused())));
        app_key(&world.app, KEY_UP);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VISIT_TEST(test_keypad_walks_enters_and_goes_back),
        VISIT_TEST(test_keypad_reaches_every_control),
        VISIT_TEST(test_escape_gives_the_focus_back),
        VISIT_TEST(test_escape_finds_the_button_on_a_page_that_has_changed),
        VISIT_TEST(test_down_from_any_answer_leads_to_the_row_below),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
