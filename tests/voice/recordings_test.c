/* Which recording stands for a sentence: by how it is said, in its own language, at the usual
   rate. */
#include "voice/recordings.h"

#include "support/test.h"
#include "voice/reader.h"

enum { FRENCH, ENGLISH };

static Arena arena;
static Recordings recordings;

static Recorded named(const char *name) {
    return (Recorded){slice_from(name), LIT("sound")};
}

static void assert_recorded(Lang lang, const char *said, const char *name) {
    Recorded found = recordings_find(&recordings, lang, slice_from(said));
    if (!slice_is(found.name, name))
        print_error("« %s » is recorded as « " SLICE_FMT " »\n", said, SLICE_ARG(found.name));
    assert_true(slice_is(found.name, name));
}

static void test_by_what_is_heard(void **state) {
    (void)state;
    assert_recorded(FRENCH, "À 7 mètres, un C A P", "seven");
    assert_recorded(FRENCH, "À 7 mètres, un C A P.", "seven");
    assert_recorded(FRENCH, "À 8 mètres, un C A P.", "");
    assert_recorded(FRENCH, "Commencer, bouton", "begin");
    assert_recorded(FRENCH, "Commencer", "");
    assert_recorded(FRENCH, "", "");
}

static void test_in_its_language(void **state) {
    (void)state;
    assert_recorded(FRENCH, "Menu", "menu-fr");
    assert_recorded(ENGLISH, "Menu", "menu-en");
    assert_recorded(ENGLISH, "Commencer, bouton", "");
}

static void test_once(void **state) {
    (void)state;
    assert_false(
        recordings_add(&recordings, &arena, FRENCH, LIT("À 7 mètres, un CAP"), named("again")));
    assert_false(recordings_add(&recordings, &arena, FRENCH, LIT(" … "), named("nothing")));
    assert_recorded(FRENCH, "À 7 mètres, un C A P", "seven");
}

/* At another rate a voice is made. */
static void test_at_the_usual_rate(void **state) {
    (void)state;
    Reader reader;
    reader_begin(&reader);
    reader_say(&reader, LIT("Menu"), ENGLISH, false);
    VoiceSettings voice = {.state = VOICE_ON};
    assert_true(slice_is(reader_wish(&reader, &voice, &recordings).recorded.name, "menu-en"));
    voice.rate = RATE_FAST;
    assert_int_equal(reader_wish(&reader, &voice, &recordings).recorded.name.len, 0);
    voice.rate = RATE_SLOW;
    assert_int_equal(reader_wish(&reader, &voice, &recordings).recorded.name.len, 0);
    reader_end(&reader);
}

static int setup(void **state) {
    (void)state;
    recordings_add(&recordings, &arena, FRENCH, LIT("À 7 m, un CAP."), named("seven"));
    recordings_add(&recordings, &arena, FRENCH, LIT("Commencer, bouton"), named("begin"));
    recordings_add(&recordings, &arena, FRENCH, LIT("Menu"), named("menu-fr"));
    recordings_add(&recordings, &arena, ENGLISH, LIT("Menu"), named("menu-en"));
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_what_is_heard),
        cmocka_unit_test(test_in_its_language),
        cmocka_unit_test(test_once),
        cmocka_unit_test(test_at_the_usual_rate),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
