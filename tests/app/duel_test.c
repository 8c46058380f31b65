/* Two people at one screen: both fingers are heard, whoever lifts first; nothing is touched through
   to the next question, and nothing of the game is counted or kept. */
#include "screens/quiz/duel_parts.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

#define LEFT_YES "À gauche\u00A0: Oui"
#define LEFT_NO "À gauche\u00A0: Non"
#define RIGHT_YES "À droite\u00A0: Oui"
#define RIGHT_NO "À droite\u00A0: Non"
#define RIGHT_PASSES "À droite\u00A0: Je passe"
#define CONFIRMED_MS 1200

static const DuelState *game(void) {
    return visit_state(&world.app.visit, SCREEN_duel);
}

static int begin(void **state) {
    (void)state;
    world_begin((Settings){0}, 1920, 1080);
    world_go(SCREEN_duel, 0);
    return 0;
}

static int end(void **state) {
    (void)state;
    world_end();
    return 0;
}

static Point middle(const char *label) {
    Box box = world_find(label)->box;
    return (Point){box.x + box.w / 2, box.y + box.h / 2};
}

static void touch(TouchKind kind, Point at) {
    app_touch(&world.app, (Touch){kind, at});
    app_page(&world.app);
}

static int answer(int side) {
    return game()->duel.answer[side][game()->duel.at];
}

static void test_either_answers_and_the_next_comes(void **state) {
    (void)state;
    world_tap_label(RIGHT_YES);
    world_pass(5000); /* one waits for the other */
    assert_int_equal(game()->duel.at, 0);
    assert_true(world_find_chosen(RIGHT_YES));
    world_tap_label(RIGHT_NO); /* and may think better of it */
    world_tap_label(LEFT_YES);
    assert_int_equal(answer(0), 4);
    assert_int_equal(answer(1), 0);
    world_pass(CONFIRMED_MS);
    assert_int_equal(game()->duel.at, 1);
}

/* Which of two fingers comes first and which lifts first: all four. */
static void test_two_fingers_at_once_are_both_heard(void **state) {
    (void)state;
    for (int order = 0; order < 4; order++) {
        world_look();
        bool left_first = order & 1, first_lifts = order & 2;
        Point first = middle(left_first ? LEFT_YES : RIGHT_NO),
              second = middle(left_first ? RIGHT_NO : LEFT_YES);
        touch(TOUCH_PRESS, first);
        touch(TOUCH_SECOND, second);
        assert_true(world_find(LEFT_YES)->pressed && world_find(RIGHT_NO)->pressed);
        assert_false(duel_answered(&game()->duel, 0) || duel_answered(&game()->duel, 1));
        touch(first_lifts ? TOUCH_RELEASE : TOUCH_SECOND_GONE, first_lifts ? first : second);
        touch(first_lifts ? TOUCH_SECOND_GONE : TOUCH_RELEASE, first_lifts ? second : first);
        assert_int_equal(answer(0), 4);
        assert_int_equal(answer(1), 0);
        world_pass(CONFIRMED_MS);
        assert_int_equal(game()->duel.at, order + 1);
    }
}

/* A second finger acts on release inside what it pressed, as the first does. */
static void test_a_second_finger_that_leaves_its_plate_means_nothing(void **state) {
    (void)state;
    world_look();
    touch(TOUCH_PRESS, middle(LEFT_YES));
    touch(TOUCH_SECOND, middle(RIGHT_YES));
    touch(TOUCH_SECOND, middle(RIGHT_NO));
    touch(TOUCH_SECOND_GONE, middle(RIGHT_NO));
    assert_false(duel_answered(&game()->duel, 1));
    touch(TOUCH_SECOND, middle(RIGHT_YES));
    touch(TOUCH_RELEASE, middle(LEFT_YES));
    touch(TOUCH_SECOND_GONE, middle(RIGHT_NO)); /* slid while nobody told */
    assert_false(duel_answered(&game()->duel, 1));
    assert_int_equal(answer(0), 4);
}

/* A slow finger gives way to the next one that comes down: it has said what it meant. */
static void test_a_finger_that_is_held_while_the_other_comes(void **state) {
    (void)state;
    world_look();
    touch(TOUCH_PRESS, middle(LEFT_YES));
    world_pass(900);
    touch(TOUCH_PRESS, middle(RIGHT_NO));
    touch(TOUCH_RELEASE, middle(RIGHT_NO));
    assert_int_equal(answer(0), 4);
    assert_int_equal(answer(1), 0);
}

/* What the bar does waits for the finger to lift: nobody goes back because somebody else answers.
 */
static void test_a_hand_that_rests_on_the_bar_leads_nowhere(void **state) {
    (void)state;
    for (int i = 0; i < 2; i++) {
        world_look();
        touch(TOUCH_PRESS, middle(i ? "Retour" : "Accueil"));
        world_pass(900);
        touch(TOUCH_PRESS, middle(RIGHT_NO));
        touch(TOUCH_RELEASE, middle(RIGHT_NO));
        assert_string_equal(world_screen(), "duel");
        assert_int_equal(answer(1), 0);
    }
}

static void test_a_hand_that_leans_answers_nothing(void **state) {
    (void)state;
    world_look();
    touch(TOUCH_PRESS, middle(LEFT_YES));
    touch(TOUCH_SECOND, middle(RIGHT_YES));
    touch(TOUCH_CANCEL, middle(RIGHT_YES));
    touch(TOUCH_PRESS, middle(RIGHT_PASSES));
    touch(TOUCH_RELEASE, middle(RIGHT_PASSES));
    assert_false(duel_answered(&game()->duel, 0));
    assert_int_equal(answer(1), QUIZ_SKIPPED);
}

/* Fingers that rest on a plate while the question turns say nothing to the next one. */
static void test_nothing_is_touched_through(void **state) {
    (void)state;
    world_tap_label(LEFT_YES);
    world_tap_label(RIGHT_YES);
    touch(TOUCH_PRESS, middle(LEFT_NO));
    touch(TOUCH_SECOND, middle(RIGHT_NO));
    world_pass(CONFIRMED_MS);
    assert_int_equal(game()->duel.at, 1);
    touch(TOUCH_RELEASE, middle(LEFT_NO));
    touch(TOUCH_SECOND_GONE, middle(RIGHT_NO));
    assert_false(duel_answered(&game()->duel, 0) || duel_answered(&game()->duel, 1));
    assert_int_equal(game()->duel.answer[0][0], 4);
    assert_int_equal(game()->duel.answer[1][0], 4);
}

/* A second finger that comes with the page is dropped as a first one is. */
static void test_a_second_finger_too_soon_is_not_heard(void **state) {
    (void)state;
    world_tap_label(LEFT_YES);
    world_tap_label(RIGHT_YES);
    while (game()->duel.at == 0)
        world_pass(10);
    assert_true(app_deaf_for(&world.app) > 0);
    touch(TOUCH_PRESS, middle(LEFT_NO));
    touch(TOUCH_SECOND, middle(RIGHT_NO));
    touch(TOUCH_SECOND_GONE, middle(RIGHT_NO));
    touch(TOUCH_RELEASE, middle(LEFT_NO));
    assert_false(duel_answered(&game()->duel, 0) || duel_answered(&game()->duel, 1));
}

/* Everywhere else a second finger is none. */
static void test_only_here_two_fingers_act(void **state) {
    (void)state;
    world_go(SCREEN_home, 0);
    world_look();
    Point quiz = middle("Faire le test"), map = middle("Plan du campus");
    touch(TOUCH_PRESS, map);
    touch(TOUCH_SECOND, quiz);
    touch(TOUCH_SECOND_GONE, quiz);
    assert_string_equal(world_screen(), "home");
    touch(TOUCH_RELEASE, map);
    assert_string_equal(world_screen(), "map");
}

static void play(const char *left, const char *right) {
    int length = game()->duel.length;
    for (int i = 0; i < length; i++) {
        world_tap_label(left);
        world_tap_label(right);
        world_pass(CONFIRMED_MS);
    }
}

static void test_it_ends_in_a_team_and_nothing_is_counted(void **state) {
    (void)state;
    int before[FACT_KIND_COUNT];
    memcpy(before, world.facts, sizeof before);
    play(LEFT_YES, RIGHT_YES);
    assert_string_equal(world_screen(), "duel_end");
    assert_memory_equal(before, world.facts, sizeof before);
    world_tap_label("Encore à deux");
    assert_string_equal(world_screen(), "duel");
    assert_int_equal(game()->duel.at, 0);
    assert_memory_equal(before, world.facts, sizeof before);
}

static bool says(const char *text) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (slice_find(page->shown[i]->text, slice_from(text)) >= 0)
            return true;
    return false;
}

/* Of somebody who has said too little nobody says that nothing stands out. */
static void test_one_side_that_is_silent(void **state) {
    (void)state;
    play(LEFT_NO, RIGHT_PASSES);
    assert_string_equal(world_screen(), "duel_end");
    assert_true(says("Trop peu de réponses pour parler d’une équipe"));
    assert_false(says("Rien ne se détache aujourd’hui"));
}

static void test_back_goes_a_question_back_and_then_out(void **state) {
    (void)state;
    play(LEFT_YES, RIGHT_NO);
    world_tap_label("Retour");
    assert_string_equal(world_screen(), "duel");
    assert_int_equal(game()->duel.at, game()->duel.length - 1);
    assert_true(world_find_chosen(LEFT_YES) && world_find_chosen(RIGHT_NO));
    world_tap_label(LEFT_NO); /* given anew it ends again */
    world_pass(CONFIRMED_MS);
    assert_string_equal(world_screen(), "duel_end");
    world_tap_label("Retour");
    for (int i = game()->duel.length; i > 1; i--)
        world_tap_label("Retour");
    assert_int_equal(game()->duel.at, 0);
    world_tap_label("Retour");
    assert_string_equal(world_screen(), "home");
}

static void test_each_goes_on_to_a_quiz_of_their_own(void **state) {
    (void)state;
    play(LEFT_YES, RIGHT_NO);
    world_tap_label("Chacun son test");
    assert_string_equal(world_screen(), "quiz");
    world_tap_label("Jouer à deux"); /* before the first answer, and only then */
    assert_string_equal(world_screen(), "duel");
    world_tap_label("Retour");
    world_tap_label("Beaucoup");
    world_pass(CONFIRMED_MS);
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        assert_false(slice_is(page_label(page, page->shown[i]), "Jouer à deux"));
}

static void test_nothing_of_it_stays(void **state) {
    (void)state;
    play(LEFT_YES, RIGHT_YES);
    DuelState *memory = visit_state(&world.app.visit, SCREEN_duel);
    assert_int_not_equal(memory->duel.length, 0);
    static const DuelState NOTHING;
    visit_reset(&world.app.visit, (Settings){0}, SCREEN_attract, 8);
    assert_memory_equal(memory, &NOTHING, sizeof NOTHING);
}

/* Each its own three keys. */
static void test_a_keypad_answers_for_both(void **state) {
    (void)state;
    world_look();
    app_type(&world.app, '1');
    app_type(&world.app, '9');
    assert_int_equal(answer(0), 4);
    assert_int_equal(answer(1), 0);
}

#define GAME_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        GAME_TEST(test_either_answers_and_the_next_comes),
        GAME_TEST(test_two_fingers_at_once_are_both_heard),
        GAME_TEST(test_a_second_finger_that_leaves_its_plate_means_nothing),
        GAME_TEST(test_a_finger_that_is_held_while_the_other_comes),
        GAME_TEST(test_a_hand_that_rests_on_the_bar_leads_nowhere),
        GAME_TEST(test_a_hand_that_leans_answers_nothing),
        GAME_TEST(test_nothing_is_touched_through),
        GAME_TEST(test_a_second_finger_too_soon_is_not_heard),
        GAME_TEST(test_only_here_two_fingers_act),
        GAME_TEST(test_it_ends_in_a_team_and_nothing_is_counted),
        GAME_TEST(test_one_side_that_is_silent),
        GAME_TEST(test_back_goes_a_question_back_and_then_out),
        GAME_TEST(test_each_goes_on_to_a_quiz_of_their_own),
        GAME_TEST(test_nothing_of_it_stays),
        GAME_TEST(test_a_keypad_answers_for_both),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
