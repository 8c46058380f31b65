/* The sentences are those of assets/lang/tools: one that stands in the code in French, one in
 * English. */
#include "base/error.h"
#include "base/message.h"
#include "support/test.h"

#include <errno.h>
#include <stdlib.h>

#define FRENCH "trop de fichiers sont ouverts"
#define ENGLISH "no such command: %s"

/* Before anybody has said which: as it stands. */
static void test_nothing_is_spoken(void **state) {
    (void)state;
    assert_string_equal(messages_code(), "");
    assert_string_equal(error_why(EMFILE), FRENCH);
    assert_string_equal(message(ENGLISH), ENGLISH);
    assert_string_equal(message_count("%d fichier converti\n", "%d fichiers convertis\n", 2),
                        "%d fichiers convertis\n");
}

static void test_both_languages(void **state) {
    (void)state;
    Error error;
    messages_speak("en_GB.UTF-8");
    assert_string_equal(error_why(EMFILE), "too many files are open");
    assert_string_equal(message(ENGLISH), ENGLISH);
    assert_false(error_set(&error, "pas de langue « %s » ; il y a %s", "xx", "fr"));
    assert_string_equal(error.text, "there is no language “xx”; there are fr");
    messages_speak("fr-simple");
    assert_string_equal(messages_code(), "fr");
    assert_string_equal(error_why(EMFILE), FRENCH);
    assert_string_equal(message(ENGLISH), "aucune commande ne s’appelle %s");
    messages_speak("tlh"); /* nobody's: what is spoken stays */
    assert_string_equal(messages_code(), "fr");
    assert_string_equal(message_in("en", FRENCH), "too many files are open");
    assert_string_equal(message_in("ar", FRENCH), FRENCH);
    assert_string_equal(messages_code_for("pt-BR"), "fr");
}

/* French counts none as one, English as many. */
static void test_counting(void **state) {
    (void)state;
    const char *one = "%d fichier converti\n", *more = "%d fichiers convertis\n";
    messages_speak("fr");
    assert_string_equal(message_count(one, more, 0), one);
    assert_string_equal(message_count(one, more, 2), more);
    messages_speak("en");
    assert_string_equal(message_count(one, more, 0), "%d files converted\n");
    assert_string_equal(message_count(one, more, 1), "%d file converted\n");
}

static void ask(const char *all, const char *messages, const char *lang) {
    setenv("LC_ALL", all, 1);
    setenv("LC_MESSAGES", messages, 1);
    setenv("LANG", lang, 1);
    messages_speak_as_asked();
}

static void test_environment(void **state) {
    (void)state;
    ask("", "", "en_GB.UTF-8");
    assert_string_equal(messages_code(), "en");
    ask("", "fr_FR", "en_GB.UTF-8");
    assert_string_equal(messages_code(), "fr");
    ask("en", "fr_FR", "fr");
    assert_string_equal(messages_code(), "en");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_is_spoken), cmocka_unit_test(test_both_languages),
        cmocka_unit_test(test_counting), cmocka_unit_test(test_environment)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
