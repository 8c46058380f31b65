/* What is seen while nobody is there, for two hours: films, then pictures and a film every ten
   minutes; never nothing; and the page wakes no more often than something on it changes. */
#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

#define VIDEO_MS 31000
#define GESTURE_MS 8000
#define LIVELY_MS 240000
#define CALM_MS 600000
#define HOURS 2

static Clip clip;

static void begin(Settings settings, bool video) {
    static Cue cue = {1000, 3000, {{"Un", 2}, {"", 0}}};
    static Slice paragraph = {"Une image.", 10};
    clip = (Clip){.id = LIT("film"),
                  .duration = VIDEO_MS,
                  .attract = video,
                  .muted = true,
                  .loop_from = 10,
                  .loop_to = 18,
                  .question = -1};
    clip.title = clip.line = clip.credit = (LocalText){{clip.id, clip.id}};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        clip.cue[lang] = &cue;
        clip.text[lang] = &paragraph;
        clip.cue_count[lang] = clip.text_count[lang] = 1;
    }
    world.pack.clip = &clip;
    world.pack.clip_count = 1;
    world_begin(settings, 1920, 1080);
}

static bool shows_picture(const Page *page) {
    for (int i = 0; i < page->shown_count; i++)
        if (graphic_is_picture(page->shown[i]->graphic))
            return true;
    return false;
}

static bool plays(const Node *video) {
    return video && video->graphic.video.wish.clip != VIDEO_NO_CLIP;
}

/* Lets two hours pass as the loop does, from one wake to the next; lists when films begin. */
static int videos_of_two_hours(Millis *begun, int most, int *wakes) {
    int videos = 0, seek_id = -1;
    Millis from = world.app.now;
    for (*wakes = 0; world.app.now < from + (Millis)HOURS * 3600000; ++*wakes) {
        const Page *page = app_page(&world.app);
        const Node *video = page_video(page);
        assert_true(video || shows_picture(page));
        if (plays(video) && video->graphic.video.wish.seek_id != seek_id) {
            assert_true(videos < most);
            begun[videos++] = world.app.now - from;
            assert_int_equal(video->graphic.video.wish.percent, 0);
        }
        seek_id = plays(video) ? video->graphic.video.wish.seek_id : -1;
        Millis wake = app_wake_at(&world.app);
        assert_true(wake > world.app.now);
        world_pass(wake - world.app.now);
    }
    return videos;
}

/* The gesture is seen over and over; then pictures stand, and every ten minutes it is seen twice.
 */
static void test_a_film_at_once_then_every_ten_minutes(void **state) {
    (void)state;
    Millis begun[80];
    int wakes, lively = (LIVELY_MS + GESTURE_MS - 1) / GESTURE_MS;
    begin((Settings){0}, true);
    assert_non_null(page_video(app_page(&world.app)));
    int videos = videos_of_two_hours(begun, 80, &wakes);
    for (int turn = 0; turn < lively; turn++)
        assert_int_equal(begun[turn], turn * GESTURE_MS);
    for (int i = lively; i < videos; i++) {
        int round = (i - lively) / 2, turn = (i - lively) % 2;
        assert_int_equal(begun[i],
                         LIVELY_MS + (round + 1) * CALM_MS + (2 * round + turn) * GESTURE_MS);
    }
    assert_int_equal(videos, lively + 2 * 11);
    assert_true(wakes < HOURS * 180 + videos * 22); /* pictures, and steps of the rule */
    world_end();
}

static void test_without_a_video_drawings_only(void **state) {
    (void)state;
    Millis begun[1];
    int wakes;
    begin((Settings){0}, false);
    assert_int_equal(videos_of_two_hours(begun, 1, &wakes), 0);
    world_end();
}

static void test_who_wants_no_motion_gets_none(void **state) {
    (void)state;
    Millis begun[1];
    int wakes;
    begin((Settings){.still = true}, true);
    assert_int_equal(videos_of_two_hours(begun, 1, &wakes), 0);
    assert_true(wakes < HOURS * 260);
    world_end();
}

/* Such a pack is not opened; the page that waits would not hang over it either. */
static void test_a_gesture_behind_the_end_of_its_film(void **state) {
    (void)state;
    begin((Settings){0}, true);
    clip.loop_from = 60;
    clip.loop_to = 0;
    world_pass(LIVELY_MS + CALM_MS + 1000);
    const Node *video = page_video(app_page(&world.app));
    assert_non_null(video);
    assert_int_equal(video->graphic.video.wish.from, 0);
    world_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_film_at_once_then_every_ten_minutes),
        cmocka_unit_test(test_without_a_video_drawings_only),
        cmocka_unit_test(test_who_wants_no_motion_gets_none),
        cmocka_unit_test(test_a_gesture_behind_the_end_of_its_film),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
