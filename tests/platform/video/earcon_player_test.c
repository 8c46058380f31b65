/* The device of the short sounds, one that nobody hears: opened by the first of them, given back at
   rest and where it is another's turn. */
#include "platform/video/earcon_player.h"

#include "support/test.h"

#include <SDL2/SDL.h>
#include <stdlib.h>
#include <time.h>

#define TURNS_MOST 12000 /* of 5 ms: far more than any of this takes */

static EarconPlayer *player;

static bool has_device(void) {
    return SDL_WasInit(SDL_INIT_AUDIO) != 0;
}

/* Looks after it until there is a device, or none. */
static bool becomes(EarconWish wish, bool there) {
    for (int i = 0; i < TURNS_MOST && has_device() != there; i++) {
        nanosleep(&(struct timespec){0, 5000000}, NULL);
        earcon_player_follow(player, wish);
    }
    return has_device() == there;
}

static void test_nothing_is_opened_for_nothing(void **state) {
    (void)state;
    for (int i = 0; i < 20; i++)
        earcon_player_follow(player, (EarconWish){0});
    earcon_player_rest(player);
    assert_false(has_device());
}

static void test_the_first_sound_opens_it_and_rest_gives_it_back(void **state) {
    (void)state;
    EarconWish wish = {.serial = 1, .which = EARCON_CLICK};
    earcon_player_follow(player, wish);
    assert_true(becomes(wish, true));
    for (int i = 0; i < TURNS_MOST && has_device(); i++) {
        nanosleep(&(struct timespec){0, 5000000}, NULL);
        earcon_player_rest(player);
    }
    assert_false(has_device());
}

static void test_beside_a_film_or_the_voice_it_is_theirs(void **state) {
    (void)state;
    EarconWish wish = {.serial = 2, .which = EARCON_CHORD};
    earcon_player_follow(player, wish);
    assert_true(becomes(wish, true));
    wish.hush = true;
    assert_true(becomes(wish, false));
    wish = (EarconWish){.serial = 3, .which = EARCON_CLICK, .hush = true};
    for (int i = 0; i < 20; i++)
        earcon_player_follow(player, wish);
    assert_false(has_device());
    wish.hush = false; /* what was hushed is not made up for */
    for (int i = 0; i < 20; i++)
        earcon_player_follow(player, wish);
    assert_false(has_device());
}

static int begin(void **state) {
    (void)state;
    player = earcon_player_open();
    return 0;
}

static int end(void **state) {
    (void)state;
    earcon_player_close(player);
    return 0;
}

#define PLAYER_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    const struct CMUnitTest tests[] = {
        PLAYER_TEST(test_nothing_is_opened_for_nothing),
        PLAYER_TEST(test_the_first_sound_opens_it_and_rest_gives_it_back),
        PLAYER_TEST(test_beside_a_film_or_the_voice_it_is_theirs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
