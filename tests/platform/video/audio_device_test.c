/* Sound devices that nobody hears: whoever finds none takes nothing from another, and as many
   threads as like may open and close. */
#include "platform/video/audio_device.h"

#include "support/test.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

enum { THREADS = 4, ROUNDS = 300 };

static void drop(void *self, Uint8 *to, int bytes) {
    (void)self;
    SDL_memset(to, 0, (size_t)bytes);
}

static const SDL_AudioSpec WISH = {
    .freq = 48000, .format = AUDIO_F32SYS, .channels = 2, .samples = 1024, .callback = drop};

static bool is_held(void) {
    return SDL_WasInit(SDL_INIT_AUDIO) != 0;
}

static void test_who_found_none_takes_nothing_from_another(void **state) {
    (void)state;
    setenv("SDL_AUDIODRIVER", "there-is-none", 1);
    SDL_AudioDeviceID none = audio_device_open(&WISH);
    assert_int_equal(none, 0);
    assert_false(is_held()); /* nobody looks for a card that is not there */
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    SDL_AudioDeviceID film = audio_device_open(&WISH);
    assert_true(film);
    audio_device_close(none);
    assert_true(is_held());
    assert_int_equal(SDL_GetAudioDeviceStatus(film), SDL_AUDIO_PAUSED);
    audio_device_close(film);
    assert_false(is_held());
}

/* This driver has one device: whoever comes second finds none, and counts all the same. */
static void *open_and_close(void *failures) {
    for (int i = 0; i < ROUNDS; i++) {
        SDL_AudioDeviceID device = audio_device_open(&WISH);
        if (device && !is_held())
            ++*(int *)failures;
        audio_device_close(device);
    }
    return NULL;
}

static void test_many_threads_open_and_close(void **state) {
    (void)state;
    pthread_t thread[THREADS];
    int failures[THREADS] = {0};
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&thread[i], NULL, open_and_close, &failures[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(thread[i], NULL);
        assert_int_equal(failures[i], 0);
    }
    assert_false(is_held());
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_found_none_takes_nothing_from_another),
        cmocka_unit_test(test_many_threads_open_and_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
