/* Which language an author reads the remarks in: asked for, or the machine's. */
#include "edit/words.h"

#include "support/test.h"

#include <stdlib.h>

static const char *read_in(const char *asked, const char *language, const char *lang) {
    unsetenv("LC_ALL");
    unsetenv("LC_MESSAGES");
    setenv("LANGUAGE", language, 1);
    setenv("LANG", lang, 1);
    return edit_code(edit_reader(asked));
}

static void test_the_machine_says_it_as_it_likes(void **state) {
    (void)state;
    assert_string_equal(read_in(NULL, "", "en_US.UTF-8"), "en");
    assert_string_equal(read_in(NULL, "", "fr_FR@euro"), "fr");
    assert_string_equal(read_in(NULL, "", "C"), "fr");
    assert_string_equal(read_in("en-GB", "fr", "fr_FR"), "en");
}

/* LANGUAGE is a list: its first that is known. */
static void test_several_languages_in_turn(void **state) {
    (void)state;
    assert_string_equal(read_in(NULL, "fr:en", "en_US"), "fr");
    assert_string_equal(read_in(NULL, "en_GB:fr", "fr_FR"), "en");
    assert_string_equal(read_in(NULL, "xx:fr_FR.UTF-8:en", "en_US"), "fr");
    assert_string_equal(read_in(NULL, "xx::yy", "en_US"), "en");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_machine_says_it_as_it_likes),
        cmocka_unit_test(test_several_languages_in_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
