/* The voice from inside: where there is no thread for it a text is passed over and no visit waits
   for it, and nothing of a text is kept once it is of no use. */
#include <pthread.h>

static int start_thread(pthread_t *thread, const pthread_attr_t *how, void *(*run)(void *),
                        void *self);
#define pthread_create start_thread
#include "platform/voice/voice.c"
#undef pthread_create

#include "support/test.h"

#include <errno.h>
#include <string.h>
#include <time.h>

#define TURNS_MOST 12000 /* of 5 ms: far more than any of this takes */

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

static bool is_forgotten(Voice *v) {
    pthread_mutex_lock(&v->lock);
    bool kept = v->words[0].used || v->words[1].used || v->making.text.len;
    pthread_mutex_unlock(&v->lock);
    return !kept;
}

/* The words of a visitor, in the memory that the last order had. */
static void test_what_is_hushed_is_forgotten(void **state) {
    (void)state;
    static const char NOTHING[8];
    threads = false; /* nobody takes them */
    Voice *voice = voice_open((VoiceSpec){0});
    voice_follow(voice, wish_of(1, "Bonjour"));
    const char *words = voice->making.text.at;
    assert_true(voice->words[0].locked && voice->words[1].locked);
    assert_string_equal(words, "Bonjour");
    voice_follow(voice, (SpeechWish){0});
    assert_memory_equal(words, NOTHING, sizeof NOTHING);
    assert_true(is_forgotten(voice));
    voice_close(voice);
    atomic_store(&broken, false);
}

/* Nobody makes the rest of it either. */
static void test_what_was_said_is_forgotten(void **state) {
    (void)state;
    threads = true;
    Voice *voice = voice_open((VoiceSpec){0});
    for (unsigned serial = 1; serial <= 2; serial++) {
        voice_follow(voice, wish_of(serial, "Un texte qui dure, et qui dure encore."));
        if (serial == 2)
            voice_follow(voice, (SpeechWish){0});
        for (int i = 0; i < TURNS_MOST && !is_forgotten(voice); i++) {
            nanosleep(&(struct timespec){0, 5000000}, NULL);
            voice_keep(voice); /* as each turn of the loop does */
            voice_report(voice);
        }
        assert_true(is_forgotten(voice));
    }
    assert_int_equal(voice->making.serial, 0);
    voice_close(voice);
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
