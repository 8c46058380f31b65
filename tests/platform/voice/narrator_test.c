/* The narrator from inside: where there is no thread for it a text is passed over and no visit
   waits for it, and nothing of a text is kept once it is of no use. */
#include <pthread.h>

static int start_thread(pthread_t *thread, const pthread_attr_t *how, void *(*run)(void *),
                        void *self);
#define pthread_create start_thread
#include "platform/voice/narrator.c"
#undef pthread_create

#include "platform/voice/voice.h"
#include "support/test.h"

#include <errno.h>
#include <string.h>
#include <time.h>

#define TURNS_MOST 12000 /* of 5 ms: far more than any of this takes */
enum { HEARD_AT_ONCE = SOUND_RATE / 20 };

static bool threads;

static int start_thread(pthread_t *thread, const pthread_attr_t *how, void *(*start)(void *),
                        void *self) {
    return threads ? pthread_create(thread, how, start, self) : EAGAIN;
}

static SpeechWish wish_of(unsigned serial, const char *text) {
    return (SpeechWish){.serial = serial, .text = slice_from(text), .lang = "fr"};
}

static void test_without_a_thread_all_is_done_at_once(void **state) {
    (void)state;
    threads = false;
    Voice *voice = voice_open((VoiceSpec){0});
    voice_follow(voice, wish_of(1, "Bonjour"));
    SpeechReport report = voice_report(voice);
    assert_int_equal(report.serial, 1);
    assert_true(report.done);
    assert_false(voice_is_there()); /* and no button is offered from now on */
    voice_close(voice);
    atomic_store(&broken, false);
}

static bool is_forgotten(Narrator *n) {
    pthread_mutex_lock(&n->lock);
    bool kept = n->words[0].used || n->words[1].used || n->making.text.len;
    pthread_mutex_unlock(&n->lock);
    return !kept;
}

/* The words of a visitor, in the memory that the last order had. */
static void test_what_is_hushed_is_forgotten(void **state) {
    (void)state;
    static const char NOTHING[8];
    threads = false; /* nobody takes them */
    Sound *sound = sound_open(0);
    Narrator *n = narrator_open(sound);
    SpeechWish wish = wish_of(1, "Bonjour");
    narrator_order(n, &wish);
    const char *words = n->making.text.at;
    assert_true(n->words[0].locked && n->words[1].locked);
    assert_string_equal(words, "Bonjour");
    narrator_hush(n);
    assert_memory_equal(words, NOTHING, sizeof NOTHING);
    assert_true(is_forgotten(n));
    narrator_close(n);
    sound_close(sound);
    atomic_store(&broken, false);
}

/* As the device takes them, but faster. */
static void hear(Sound *sound, Narrator *n, unsigned serial) {
    float stereo[2 * HEARD_AT_ONCE];
    nanosleep(&(struct timespec){0, 5000000}, NULL);
    sound_mix(sound, stereo, HEARD_AT_ONCE, 0);
    narrator_report(n, serial, sound_at(sound, 0));
}

/* Nobody makes the rest of it either. */
static void test_what_was_said_is_forgotten(void **state) {
    (void)state;
    threads = true;
    Sound *sound = sound_open(0);
    Narrator *n = narrator_open(sound);
    for (unsigned serial = 1; serial <= 2; serial++) {
        SpeechWish wish = wish_of(serial, "Un texte qui dure, et qui dure encore.");
        narrator_order(n, &wish);
        sound_run(sound, true, 0);
        if (serial == 2)
            narrator_hush(n);
        for (int i = 0; i < TURNS_MOST && !is_forgotten(n); i++)
            hear(sound, n, serial);
        assert_true(is_forgotten(n));
        assert_true(serial == 2 || n->pushed > SOUND_RATE); /* it was said, and to its end */
    }
    assert_int_equal(n->making.serial, 0);
    narrator_close(n);
    sound_close(sound);
}

int main(void) {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_without_a_thread_all_is_done_at_once),
        cmocka_unit_test(test_what_is_hushed_is_forgotten),
        cmocka_unit_test(test_what_was_said_is_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
