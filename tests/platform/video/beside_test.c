/* Somebody who signs a film stays in step with it: waits for it, stops with it, goes where it goes.
 */
#include "platform/video/beside.h"

#include "support/test.h"
#include "support/world.h"

#define STEP_MS 20

static SDL_Surface *surface;
static SDL_Renderer *renderer;
static Chunks *chunks;
static Beside *beside;
static Millis now;
static int film; /* that has somebody who signs it */

static Node *shown[1];
static Node node;
static Page page;

static void open_beside(Chunks *from) {
    beside = beside_open((VideoViewSpec){
        .renderer = renderer, .pack = &world.pack, .chunks = from, .headless = true});
    assert_non_null(beside);
    now = 0;
    beside_set_time(beside, now);
}

static int begin(void **state) {
    (void)state;
    char path[256];
    Error error;
    snprintf(path, sizeof path, "%s/campus.pack", world_build());
    surface = SDL_CreateRGBSurfaceWithFormat(0, 64, 64, 32, SDL_PIXELFORMAT_XRGB8888);
    renderer = SDL_CreateSoftwareRenderer(surface);
    chunks = chunks_open(path, &world.pack, &error);
    assert_non_null(chunks);
    for (film = 0; film < world.pack.clip_count && !world.pack.clip[film].signed_by;)
        film++;
    assert_true(film < world.pack.clip_count); /* the demonstration has one */
    node = (Node){
        .graphic = {GRAPHIC_VIDEO, .video = {.wish = {.clip = world.pack.clip[film].signed_by - 1},
                                             .beside = true}}};
    shown[0] = &node;
    page = (Page){.shown = shown, .shown_count = 1};
    open_beside(chunks);
    return 0;
}

static int end(void **state) {
    (void)state;
    beside_close(beside);
    chunks_close(chunks);
    SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(surface);
    return 0;
}

static Millis at(void) {
    return video_view_report(beside_view(beside)).at;
}

/* The first film goes on for that long, and stands at `from` now. */
static bool pass(Millis ms, VideoReport first) {
    bool there = true;
    beside_follow(beside, &page);
    for (Millis until = now + ms; now < until;) {
        now += STEP_MS;
        beside_set_time(beside, now);
        first.at += video_plays(first) ? STEP_MS : 0;
        there = beside_keep(beside, first);
    }
    return there;
}

static VideoReport first_at(VideoStatus status, Millis where) {
    return (VideoReport){.clip = film, .status = status, .at = where};
}

static void expect_near(Millis where) {
    Millis apart = at() - where;
    if (apart > 100 || apart < -100)
        fail_msg("at %lld, not at %lld", (long long)at(), (long long)where);
}

/* Turned on in the middle of a film, it says nothing that the film does not. */
static void test_it_comes_in_where_the_first_is(void **state) {
    (void)state;
    Millis where = 2000;
    for (int i = 0; i < 400; i++, where += STEP_MS) {
        pass(STEP_MS, first_at(VIDEO_SHOWING, where));
        VideoReport own = video_view_report(beside_view(beside));
        assert_true(own.status != VIDEO_SHOWING || own.at >= 2000 - 100);
    }
    expect_near(where);
}

static void test_it_waits_and_stops_with_the_first(void **state) {
    (void)state;
    pass(1000, first_at(VIDEO_OPENING, 0));
    expect_near(0);
    assert_true(pass(2000, first_at(VIDEO_SHOWING, 0)));
    expect_near(2000);
    VideoReport stopped = first_at(VIDEO_SHOWING, 2000);
    stopped.paused = true;
    pass(1000, stopped);
    expect_near(2000);
}

static void test_it_goes_where_the_first_goes(void **state) {
    (void)state;
    pass(1000, first_at(VIDEO_SHOWING, 0));
    node.graphic.video.wish.seek_id++;
    node.graphic.video.wish.from = 20000;
    pass(1000, first_at(VIDEO_SHOWING, 20000));
    expect_near(21000);
}

static void test_what_drifts_is_brought_back(void **state) {
    (void)state;
    pass(1000, first_at(VIDEO_SHOWING, 0));
    pass(1000, first_at(VIDEO_SHOWING, 9000));
    expect_near(10000);
}

static void test_without_a_page_that_wishes_nothing_plays(void **state) {
    (void)state;
    pass(1000, first_at(VIDEO_SHOWING, 0));
    page.shown_count = 0;
    assert_true(pass(200, first_at(VIDEO_SHOWING, 1000)));
    assert_int_equal(video_view_report(beside_view(beside)).status, VIDEO_NONE);
}

static void test_what_cannot_be_read_is_told(void **state) {
    (void)state;
    beside_close(beside);
    open_beside(NULL);
    assert_false(pass(1000, first_at(VIDEO_SHOWING, 0)));
}

static void test_a_pack_without_has_none(void **state) {
    (void)state;
    Pack none = world.pack;
    none.film_count = none.clip_count;
    assert_null(beside_open((VideoViewSpec){.pack = &none, .headless = true}));
    assert_true(beside_keep(NULL, first_at(VIDEO_SHOWING, 0)));
    assert_int_equal(beside_wait(NULL, 40), 40);
}

#define BESIDE_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        BESIDE_TEST(test_it_comes_in_where_the_first_is),
        BESIDE_TEST(test_it_waits_and_stops_with_the_first),
        BESIDE_TEST(test_it_goes_where_the_first_goes),
        BESIDE_TEST(test_what_drifts_is_brought_back),
        BESIDE_TEST(test_without_a_page_that_wishes_nothing_plays),
        BESIDE_TEST(test_what_cannot_be_read_is_told),
        cmocka_unit_test(test_a_pack_without_has_none),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
