/* The life of a touch: what a person does and what comes of it, on the real campus pack. */
#include "support/languages.h"
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

/* A person who has seen the page. */
static void press(Point at) {
    world_look();
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
    Point at = middle(world_find("Découvrir les métiers"));
    press(at);
    release(at);
    assert_string_equal(screen(), "families");
    release(at); /* of a bounce */
    app_touch(&world.app, (Touch){TOUCH_MOVE, at});
    release(at);
    assert_string_equal(screen(), "families");
    drum(at, 1, 0); /* a second click */
    world_pass(120);
    drum(at, 1, 200); /* and a third */
    assert_string_equal(screen(), "families");
}

static void test_a_touch_is_heard_three_tenths_of_a_second_after_the_page(void **state) {
    (void)state;
    world_tap_label("Commencer");
    Point at = middle(world_find("Découvrir les métiers"));
    drum(at, 1, 0);
    assert_int_equal(world.facts[FACT_VISIT_START], 1);
    assert_string_equal(screen(), "home"); /* it came with the page */
    world_look();
    drum(at, 1, 0);
    assert_string_equal(screen(), "families");
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
    Point at = middle(world_find("Plutôt oui"));
    drum(at, 12, 120);
    world_pass(1000);
    assert_int_equal(world.facts[FACT_QUIZ_ANSWER], 1);
    assert_string_equal(screen(), "quiz");
}

/* But nobody is deaf to them for longer than a second. */
static void test_who_drums_for_ever_is_heard(void **state) {
    (void)state;
    world_tap_label("Commencer");
    drum(middle(world_find("Découvrir les métiers")), 10, 120);
    assert_string_not_equal(screen(), "home");
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
    Point card = middle(world_find("Découvrir les métiers")),
          other = middle(world_find("Faire le test"));
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
            world.app.visit.back[d] =
                (HistoryEntry){SCREEN_home, visit_state(&world.app.visit, SCREEN_home)};
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
    assert_string_equal(screen(), "accessibility");
    world_tap_label("Sombre");
    assert_int_equal(world.app.visit.settings.theme, THEME_SOMBRE);
    press((Point){300, 500}); /* beside the drawer */
    release((Point){300, 500});
    assert_string_equal(screen(), "home");
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
            press(at);
            release(at);
            assert_string_equal(screen(), "accessibility");
        }
    assert_true(idle > 50);
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
        end(NULL), begin(NULL);
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

static bool page_says(const char *words) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (slice_find(page->shown[i]->text, slice_from(words)) >= 0)
            return true;
    return false;
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
        world_tap_label("Ce que la borne compte");
        assert_true(page_says("une réponse, un nom") != calibrates);
        assert_true(page_says("Une réponse au test, tirée au sort") == calibrates);
        world_tap_label("Fermer");
        world_tap_label("J’ai fini");
    }
}

static void test_not_being_counted_can_be_taken_back(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Ce que la borne compte");
    world_tap_label("Ne pas compter cette visite");
    assert_true(world.app.visit.uncounted);
    world_tap_label("Compter cette visite");
    assert_false(world.app.visit.uncounted);
    world_tap_label("Fermer");
    world_tap_label("J’ai fini");
    assert_int_equal(world.ended, 1);
    assert_int_equal(world.counted, 1);
}

/* The row below is reached from every answer, before what lies straight down in the bar. */
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
        assert_true(slice_is(page_label(app_page(&world.app), focused()), "Je ne sais pas"));
        app_key(&world.app, KEY_UP);
    }
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
        VISIT_TEST(test_a_touch_is_heard_three_tenths_of_a_second_after_the_page),
        VISIT_TEST(test_the_time_counts_from_when_the_page_is_seen),
        VISIT_TEST(test_who_drums_answers_one_question),
        VISIT_TEST(test_who_drums_for_ever_is_heard),
        VISIT_TEST(test_less_sensitive_waits_a_second_and_takes_no_tremor),
        VISIT_TEST(test_a_drawer_keeps_touches_on_itself),
        VISIT_TEST(test_escape_gives_the_focus_back),
        VISIT_TEST(test_escape_finds_the_button_on_a_page_that_has_changed),
        VISIT_TEST(test_not_being_counted_can_be_taken_back),
        VISIT_TEST(test_only_a_campus_that_calibrates_counts_an_answer),
        VISIT_TEST(test_down_from_any_answer_leads_to_the_row_below),
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
