/* When a touch is heard to be heard: where the campus wants it, and never where nobody asked. */
#include "app/app_parts.h"
#include "screens/common/quiz_state.h"
#include "support/test.h"
#include "support/world.h"

static EarconWish said(void) {
    app_page(&world.app);
    return app_earcon(&world.app);
}

static int begin(void **state) {
    world.speaks = true;
    int status = world_visit_begins(state);
    world.app.setup.sounds = true;
    return status;
}

static void test_off_unless_it_is_asked_for(void **state) {
    (void)state;
    world.app.setup.sounds = false;
    world_tap_label("Commencer");
    world_tap_label("Plan du campus");
    assert_int_equal(said().serial, 0);
}

static void test_a_control_that_acts_clicks_once(void **state) {
    (void)state;
    world_tap_label("Commencer");
    unsigned before = said().serial;
    world_tap_label("Les 24 métiers");
    assert_int_equal(said().serial, before + 1);
    assert_int_equal(said().which, EARCON_CLICK);
    world_pass(2000);
    world_press((Point){5, 5}); /* nothing lies there */
    world_release((Point){5, 5});
    assert_int_equal(said().serial, before + 1);
    app_key(&world.app, KEY_BACK); /* a key that goes back is no control */
    assert_int_equal(said().serial, before + 1);
}

static void test_never_on_the_page_that_waits(void **state) {
    (void)state;
    assert_string_equal(world_screen(), "attract");
    world_tap_label("Oui");
    assert_int_equal(said().serial, 0);
    world_pass(1000);
    assert_string_equal(world_screen(), "quiz");
    world_tap_label("Plutôt oui");
    assert_int_equal(said().serial, 1);
}

static void finish_quiz(void) {
    world_go(SCREEN_quiz, 0);
    QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
    while (s->quiz.asked < QUIZ_LEAST)
        quiz_answer(&s->quiz, &world.bank, 3, 3000);
    world.app.dirty = true;
    world_tap_label("Voir mon résultat");
    assert_string_equal(world_screen(), "result");
}

static void test_a_result_comes_with_a_chord(void **state) {
    (void)state;
    finish_quiz();
    assert_int_equal(said().which, EARCON_CHORD);
    unsigned chord = said().serial;
    world_pass(5000);
    assert_int_equal(said().serial, chord); /* once */
}

static void test_never_beside_the_voice(void **state) {
    (void)state;
    finish_quiz();
    unsigned before = said().serial;
    assert_false(said().hush);
    world.app.visit.settings.voice.state = VOICE_ON;
    assert_true(app_listens(&world.app));
    app_chord(&world.app);
    app_click(&world.app);
    assert_int_equal(said().serial, before);
    assert_true(said().hush);
}

static void test_never_beside_a_film_that_is_heard(void **state) {
    (void)state;
    world_go(SCREEN_player, 0);
    bool heard = page_video_wish(app_page(&world.app)).percent > 0;
    if (!heard)
        world_tap_label("Son");
    assert_true(page_video_wish(app_page(&world.app)).percent > 0);
    assert_true(said().hush);
    unsigned before = said().serial;
    world_tap_label("Pause");
    assert_int_equal(said().serial, before);
}

#define SOUND_TEST(name) cmocka_unit_test_setup_teardown(name, begin, world_visit_ends)

int main(void) {
    const struct CMUnitTest tests[] = {
        SOUND_TEST(test_off_unless_it_is_asked_for),
        SOUND_TEST(test_a_control_that_acts_clicks_once),
        SOUND_TEST(test_never_on_the_page_that_waits),
        SOUND_TEST(test_a_result_comes_with_a_chord),
        SOUND_TEST(test_never_beside_the_voice),
        SOUND_TEST(test_never_beside_a_film_that_is_heard),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
