/* The voice of a visit: who finds it, what a touch and a key mean to whoever listens, and that it
   ends with the visit. */
#include "app/app_parts.h"
#include "support/test.h"
#include "support/world.h"

static int listening_begins(void **state) {
    world.speaks = true;
    return world_visit_begins(state);
}

static int listening_ends(void **state) {
    world.speaks = false;
    return world_visit_ends(state);
}

#define SPEECH_TEST(name) cmocka_unit_test_setup_teardown(name, listening_begins, listening_ends)

static Slice said(void) {
    app_page(&world.app);
    return app_speech_wish(&world.app).text;
}

static void assert_says(const char *text) {
    Slice now = said();
    if (!slice_has_prefix(now, slice_from(text)))
        print_error("says « " SLICE_FMT " »\n", SLICE_ARG(now));
    assert_true(slice_has_prefix(now, slice_from(text)));
}

static VoiceState voice(void) {
    return world.app.visit.settings.voice.state;
}

/* The voice has said what it was asked to. */
static void all_is_said(void) {
    while (said(), app_speech_wish(&world.app).serial)
        app_speech(&world.app,
                   (SpeechReport){.serial = app_speech_wish(&world.app).serial, .done = true});
}

static Point middle_of(const char *label) {
    Box box = world_find(label)->box;
    return (Point){box.x + box.w / 2, box.y + box.h / 2};
}

static void tap(Point at) {
    world_press(at);
    world_pass(80);
    world_release(at);
}

static void leave(void) {
    world_pass(2000);
    tap(middle_of("J’ai fini"));
    world_pass(100);
    tap(middle_of("J’ai fini"));
}

static void test_a_loudspeaker_brings_the_button(void **state) {
    (void)state;
    world_tap_label("Commencer");
    assert_int_equal(said().len, 0);
    world_tap_label("Écouter");
    assert_int_equal(voice(), VOICE_ON);
    assert_says("Par où commencer");
    app_can_speak(&world.app, false); /* the sound card was pulled out */
    assert_int_equal(voice(), VOICE_NONE);
    assert_int_equal(said().len, 0);
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        assert_true(page->shown[i]->action.token != DO_LISTEN);
}

static void test_the_first_touch_says_the_second_chooses(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Écouter");
    world_look();
    Point at = middle_of("Les 24 métiers");
    tap(at);
    assert_string_equal(world_screen(), "home");
    assert_says("Les 24 métiers, bouton");
    world_pass(2000); /* too late to mean the same touch */
    tap(at);
    assert_string_equal(world_screen(), "home");
    world_pass(100);
    tap(at);
    assert_string_equal(world_screen(), "families");
    assert_says("Découvrir les métiers");
}

static void test_a_finger_that_slides_looks_around(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Écouter");
    world_look();
    world_press(middle_of("Faire le test"));
    assert_says("Faire le test");
    app_touch(&world.app, (Touch){TOUCH_MOVE, middle_of("Plan du campus")});
    assert_says("Plan du campus");
    world_release(middle_of("Plan du campus"));
    assert_string_equal(world_screen(), "home");
}

static void test_a_key_on_the_page_that_waits_begins_it(void **state) {
    (void)state;
    app_key(&world.app, KEY_HELP);
    assert_string_equal(world_screen(), "home");
    assert_int_equal(voice(), VOICE_ON);
    assert_says("Par où commencer");
    app_key(&world.app, KEY_NEXT);
    assert_says("Faire le test, bouton");
    app_key(&world.app, KEY_NEXT);
    assert_says("Trouver la panne par élimination, bouton");
    app_key(&world.app, KEY_BEFORE);
    assert_says("Faire le test, bouton");
    app_key(&world.app, KEY_HELP);
    assert_says("La touche suivante");
    app_key(&world.app, KEY_NEXT);
    app_key(&world.app, KEY_ENTER);
    assert_true(said().len > 0);
    assert_string_not_equal(world_screen(), "home");
}

static void test_so_does_a_headset(void **state) {
    (void)state;
    app_plugged(&world.app);
    assert_string_equal(world_screen(), "home");
    assert_says("Par où commencer");
    app_plugged(&world.app); /* again: one goes on where one is */
    assert_string_equal(world_screen(), "home");
}

/* Nor does it matter which page somebody has left, or that the kiosk asks whether they are there.
 */
static void test_a_headset_is_heard_on_any_page(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_pass(40000);
    app_plugged(&world.app);
    assert_int_equal(voice(), VOICE_ON);
    assert_says("Par où commencer");
    leave();
    world_tap_label("Commencer");
    world_pass(61000);
    assert_string_equal(world_screen(), "still-there");
    app_plugged(&world.app);
    assert_string_equal(world_screen(), "home");
    assert_says("Par où commencer");
}

/* The hall does not hear the rest of it. */
static void test_a_headset_pulled_out_is_silence(void **state) {
    (void)state;
    app_plugged(&world.app);
    assert_says("Par où commencer");
    app_unplugged(&world.app);
    assert_int_equal(said().len, 0);
    assert_string_equal(world_screen(), "home");
    assert_int_equal(voice(), VOICE_ON); /* it can be asked to go on */
}

/* A kiosk that begins with the voice does so with a sound card that comes later, too. */
static void test_a_sound_card_that_comes_later(void **state) {
    (void)state;
    for (int on = 0; on < 2; on++) {
        world.app.setup.initial.voice.state = on ? VOICE_ON : VOICE_OFF;
        app_can_speak(&world.app, false);
        app_can_speak(&world.app, true);
        assert_int_equal(voice(), on ? VOICE_ON : VOICE_OFF);
    }
}

/* A second touch chooses what the first one said, and nothing on a page that came between. */
static void test_a_page_that_turns_forgets_the_first_touch(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Écouter");
    world_look();
    Point at = middle_of("Les 24 métiers");
    tap(at);
    app_go_to(&world.app, SCREEN_home, 0);
    world_look();
    Millis before = world.app.now;
    tap(at);
    assert_true(world.app.now - before < 500);
    assert_string_equal(world_screen(), "home");
}

/* A result is its visitor's: by a loudspeaker it is read after a question only. */
static void listen_to_a_result(void) {
    app_key(&world.app, KEY_NEXT);
    world_go(SCREEN_result, 0);
}

static void test_a_result_is_not_read_aloud_unasked(void **state) {
    (void)state;
    listen_to_a_result();
    assert_says("Ton résultat est à toi");
    assert_string_equal(world_screen(), "aloud");
    app_key(&world.app, KEY_BACK); /* no answer: no voice */
    said();
    assert_string_equal(world_screen(), "result");
    assert_int_equal(voice(), VOICE_OFF);
}

static void test_a_result_is_read_aloud_once_allowed(void **state) {
    (void)state;
    listen_to_a_result();
    said();
    app_take_action(&world.app, (Action){DO_ALOUD, 0});
    assert_true(said().len > 0);
    assert_string_equal(world_screen(), "result");
    world_go(SCREEN_home, 0);
    world_go(SCREEN_result, 0);
    said();
    assert_string_equal(world_screen(), "result"); /* asked once a visit */
    world_go(SCREEN_home, 0);
    leave();
    assert_false(world.app.visit.settings.voice.aloud);
}

/* Nor is what somebody says of their own situation. */
static void test_nor_are_the_pages_for_going_back_to_school(void **state) {
    (void)state;
    app_key(&world.app, KEY_NEXT);
    world_go(SCREEN_back, 0);
    assert_says("Ce que tu dis ici est à toi");
    assert_string_equal(world_screen(), "aloud");
}

static void test_a_headset_hears_a_result_at_once(void **state) {
    (void)state;
    listen_to_a_result();
    said();
    app_plugged(&world.app);
    assert_true(said().len > 0);
    assert_string_equal(world_screen(), "result");
    app_unplugged(&world.app);
    assert_says("Ton résultat est à toi");
    assert_string_equal(world_screen(), "aloud");
}

/* One that hangs there all day begins no visit; who listens by it is alone all the same. */
static void test_a_headset_that_was_in_before(void **state) {
    (void)state;
    app_has_headset(&world.app);
    said();
    assert_string_equal(world_screen(), "attract");
    listen_to_a_result();
    assert_true(said().len > 0);
    assert_string_equal(world_screen(), "result");
    app_unplugged(&world.app);
}

static int described_clip(void) {
    for (int clip = 0; clip < world.pack.clip_count; clip++)
        if (world.pack.clip[clip].told_count[LANG_FIRST])
            return clip;
    fail_msg("no film of the campus is described");
    return -1;
}

static void play_to(int clip, Millis at) {
    int turn = page_video(app_page(&world.app))->graphic.video.wish.seek_id;
    app_video(&world.app, (VideoReport){clip, turn, VIDEO_SHOWING, at, false, false});
}

/* Asked for, it is heard with the voice off too, once, and what is between is not. */
static void test_a_film_is_described_in_its_pauses(void **state) {
    (void)state;
    int clip = described_clip();
    const Cue *told = world.pack.clip[clip].told[LANG_FIRST];
    world_go(SCREEN_player, clip);
    play_to(clip, told[0].start);
    assert_int_equal(said().len, 0); /* nobody asked */
    world_tap_label("Images décrites");
    assert_says("Une imprimante 3D");
    all_is_said();
    play_to(clip, told[0].end - 1);
    assert_int_equal(said().len, 0);
    play_to(clip, told[0].end);
    assert_int_equal(said().len, 0);
    play_to(clip, told[1].start);
    assert_true(slice_equal(said(), told[1].line[0]));
}

static int loudness_of_film(void) {
    return page_video(app_page(&world.app))->graphic.video.wish.percent;
}

/* The film is a quarter as loud while it is described, and no longer. */
static void test_a_film_is_as_loud_again_when_all_is_said(void **state) {
    (void)state;
    int clip = described_clip();
    bool muted = world.pack.clip[clip].muted;
    world.pack.clip[clip].muted = false;
    world_go(SCREEN_player, clip);
    int loud = loudness_of_film();
    world_tap_label("Images décrites");
    play_to(clip, world.pack.clip[clip].told[LANG_FIRST][0].start);
    assert_true(loudness_of_film() < loud);
    all_is_said();
    assert_int_equal(loudness_of_film(), loud);
    world.pack.clip[clip].muted = muted;
}

/* Nor is it described when it is gone, or stands. */
static void test_a_description_ends_with_its_film(void **state) {
    (void)state;
    int clip = described_clip();
    for (int pauses = 0; pauses < 2; pauses++) {
        world_go(SCREEN_player, clip);
        play_to(clip, 0);
        if (!world_find_chosen("Images décrites"))
            world_tap_label("Images décrites");
        play_to(clip, world.pack.clip[clip].told[LANG_FIRST][0].start);
        assert_true(said().len > 0);
        world_tap_label(pauses ? "Pause" : "Retour");
        assert_int_equal(said().len, 0);
    }
}

/* One switch goes on, the other acts: every control of a page comes round, none holds. */
static void test_two_switches_are_enough(void **state) {
    (void)state;
    app_key(&world.app, KEY_NEXT);
    all_is_said();
    const Page *page = app_page(&world.app);
    int controls = 0, reached = 0;
    for (int i = 0; i < page->shown_count; i++)
        controls += page_can_act(page->shown[i]) && page->shown[i]->role != ROLE_BOX;
    Action first = {0};
    for (int keys = 0; keys < 2 * controls; keys++) {
        app_key(&world.app, KEY_NEXT);
        page = app_page(&world.app);
        const Node *focus = NULL;
        for (int i = 0; i < page->shown_count; i++)
            focus = page->shown[i]->focused ? page->shown[i] : focus;
        assert_non_null(focus); /* always seen */
        if (keys && focus->action.token == first.token && focus->action.arg == first.arg)
            break;
        first = keys ? first : focus->action;
        reached++;
    }
    assert_int_equal(reached, controls);
}

static void test_speech_ends_with_the_visit(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Écouter");
    assert_true(said().len > 0);
    leave();
    assert_string_equal(world_screen(), "attract");
    assert_int_equal(app_speech_wish(&world.app).serial, 0);
    assert_int_equal(voice(), VOICE_OFF);
    world_tap_label("Commencer");
    assert_int_equal(said().len, 0);
}

static void test_nobody_is_hurried_while_it_speaks(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Écouter");
    unsigned serial = app_speech_wish(&world.app).serial;
    for (int minutes = 0; minutes < 10; minutes++) {
        world_pass(50000);
        app_speech(&world.app, (SpeechReport){.serial = serial});
    }
    assert_string_equal(world_screen(), "home");
    all_is_said();
    world_pass(61000);
    assert_string_equal(world_screen(), "still-there");
    assert_says("Toujours là");
    assert_true(app_speech_wish(&world.app).rings);
    world_pass(19500);
    assert_says("Encore dix secondes");
    assert_true(app_speech_wish(&world.app).rings);
}

/* A turn of the loop that took long may have none with ten seconds left. */
static void test_the_last_seconds_are_told_whatever_is_missed(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Écouter");
    all_is_said();
    app_count_down(&world.app, 12);
    assert_int_equal(said().len, 0);
    app_count_down(&world.app, 9);
    assert_says("Encore dix secondes");
    all_is_said();
    app_count_down(&world.app, 8); /* once */
    assert_int_equal(said().len, 0);
}

/* Where there is a loudspeaker everybody hears that the visit is about to end. */
static void test_the_bell_is_for_everybody(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_pass(61000);
    SpeechWish wish = app_speech_wish(&world.app);
    assert_true(wish.serial && wish.rings);
    assert_int_equal(wish.text.len, 0);
}

static void test_speed_and_loudness_are_the_visitors(void **state) {
    (void)state;
    world_tap_label("Commencer");
    world_tap_label("Écouter");
    app_key(&world.app, KEY_LOUDER);
    assert_int_equal(app_speech_wish(&world.app).loudness, 1);
    for (int i = 0; i < SPEECH_STEPS; i++)
        app_key(&world.app, KEY_QUIETER);
    assert_int_equal(app_speech_wish(&world.app).loudness, SPEECH_QUIETEST);
    all_is_said();
    leave();
    world_tap_label("Commencer");
    world_tap_label("Écouter");
    said();
    assert_int_equal(app_speech_wish(&world.app).loudness, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SPEECH_TEST(test_a_loudspeaker_brings_the_button),
        SPEECH_TEST(test_the_first_touch_says_the_second_chooses),
        SPEECH_TEST(test_a_finger_that_slides_looks_around),
        SPEECH_TEST(test_a_key_on_the_page_that_waits_begins_it),
        SPEECH_TEST(test_so_does_a_headset),
        SPEECH_TEST(test_a_headset_is_heard_on_any_page),
        SPEECH_TEST(test_a_headset_pulled_out_is_silence),
        SPEECH_TEST(test_a_sound_card_that_comes_later),
        SPEECH_TEST(test_a_page_that_turns_forgets_the_first_touch),
        SPEECH_TEST(test_a_result_is_not_read_aloud_unasked),
        SPEECH_TEST(test_a_result_is_read_aloud_once_allowed),
        SPEECH_TEST(test_nor_are_the_pages_for_going_back_to_school),
        SPEECH_TEST(test_a_headset_that_was_in_before),
        SPEECH_TEST(test_a_headset_hears_a_result_at_once),
        SPEECH_TEST(test_a_film_is_described_in_its_pauses),
        SPEECH_TEST(test_a_film_is_as_loud_again_when_all_is_said),
        SPEECH_TEST(test_a_description_ends_with_its_film),
        SPEECH_TEST(test_two_switches_are_enough),
        SPEECH_TEST(test_speech_ends_with_the_visit),
        SPEECH_TEST(test_nobody_is_hurried_while_it_speaks),
        SPEECH_TEST(test_the_last_seconds_are_told_whatever_is_missed),
        SPEECH_TEST(test_the_bell_is_for_everybody),
        SPEECH_TEST(test_speed_and_loudness_are_the_visitors),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
