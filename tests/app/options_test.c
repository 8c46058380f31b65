#include "app/options.h"

#include "support/test.h"

#include <string.h>

#define READ(...) read_options((char *[]){(char *)"azimut", __VA_ARGS__, NULL})

static Options options;
static Error error;

static bool read_options(char **argv) {
    int argc = 0;
    while (argv[argc])
        argc++;
    return options_read(argc, argv, &options, &error) == ASKED_COMMAND;
}

static void test_reads_every_option(void **state) {
    (void)state;
    assert_true(READ("--pack", "a", "--stats", "b", "--window", "1280x720", "--lang", "en",
                     "--theme", "sombre", "--text", "1.25", "--seated", "--still", "--now",
                     "2026-11-23T14:32", "--seed", "7", "--headless", "--script", "c", "--shots",
                     "d", "--transcript", "e"));
    assert_string_equal(options.pack, "a");
    assert_string_equal(options.stats, "b");
    assert_int_equal(options.width * 10000 + options.height, 12800720);
    assert_string_equal(options.lang, "en"); /* whether there is one, the pack knows */
    assert_int_equal(options.initial.theme, THEME_SOMBRE);
    assert_int_equal(options.initial.step, STEP_LARGE);
    assert_true(options.initial.seated && options.initial.still && options.headless &&
                options.has_now && options.has_seed);
    assert_int_equal(options.seed, 7);
    assert_true(READ("--display", "2", "--renderer", "opengles2", "--script", "f"));
    assert_int_equal(options.display, 2);
    assert_string_equal(options.renderer, "opengles2");
    assert_false(options.headless); /* the script walks before people */
}

static void test_names_what_it_does_not_understand(void **state) {
    (void)state;
    assert_false(READ("--plein-ecran"));
    assert_non_null(strstr(error.text, "--plein-ecran"));
    assert_false(READ("--window", "large"));
    assert_non_null(strstr(error.text, "large"));
    assert_false(READ("--window", "10x10"));
    assert_false(READ("--window", "1920x1080x2"));
    assert_false(READ("--theme", "rose"));
    assert_false(READ("--text", "2"));
    assert_false(READ("--seed", "-1"));
    assert_false(READ("--seed", "sept"));
    assert_false(READ("--now", "demain"));
    assert_false(READ("--pack"));
    assert_false(READ("campus.pack"));
    assert_false(READ("--headless"));
    assert_false(READ("--display", "-1"));
    assert_false(READ("--display", "HDMI"));
    assert_false(READ("--display", "1", "--window", "800x600")); /* a manager places it */
    assert_false(READ("--set-pin"));
    assert_false(READ("--record", "f", "--stats", "s"));
    assert_false(READ("--display", "0", "--window", "800x600"));
    assert_non_null(strstr(error.text, "not both"));
    assert_true(READ("--pin", "p", "--set-pin"));
    assert_string_equal(options.pin, "p");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_every_option),
        cmocka_unit_test(test_names_what_it_does_not_understand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
