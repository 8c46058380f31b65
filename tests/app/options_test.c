#include "app/options.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    assert_false(READ("--renderer", "vulkan"));
    assert_false(READ("--open", "fermé"));
    assert_non_null(strstr(error.text, "never be open"));
    assert_false(READ("--text", "3"));
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

static void write_config(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
}

/* The command line has the last word; a choice that it makes undoes the other one of the file. */
static void test_reads_a_file_before_the_command_line(void **state) {
    (void)state;
    char path[] = "/tmp/azimut-options-XXXXXX";
    close(mkstemp(path));
    write_config(path, "pack = a\nstats = b\npin = p\ndisplay = 2\ntheme = sombre\nstill = yes\n");
    assert_true(READ("--config", path, "--stats", "c", "--window", "800x600"));
    assert_string_equal(options.pack, "a");
    assert_string_equal(options.stats, "c");
    assert_int_equal(options.display, 0);
    assert_int_equal(options.width, 800);
    assert_int_equal(options.initial.theme, THEME_SOMBRE);
    assert_true(options.initial.still);
    assert_int_equal(options.sound_delay_ms, 40);
    assert_true(READ("--config", path, "--set-pin")); /* the file says where */
    assert_false(READ("--config", path, "--record", "f"));
    write_config(path, "window = 800x600\n");
    assert_true(READ("--display", "1", "--config", path));
    assert_int_equal(options.display * 10000 + options.width, 10000);
    write_config(path, "theme = rose\n");
    assert_false(READ("--config", path));
    assert_non_null(
        strstr(error.text, ":1: not understood: theme = rose (clair|sombre|contraste)"));
    unlink(path);
    assert_false(READ("--config", path));
    assert_non_null(strstr(error.text, path));
}

static void test_hours_and_the_machine(void **state) {
    (void)state;
    assert_true(READ("--open", "1-5 07:30-18:30; 2026-12-25 fermé", "--stats", "s", "--health", "d",
                     "--screen-power", "p", "--set-clock", "c"));
    assert_int_equal(options.open_count, 2);
    assert_string_equal(options.health, "d");
    assert_string_equal(options.screen_power, "p");
    assert_string_equal(options.set_clock, "c");
    assert_false(READ("--open", "1-5 7h30"));
    assert_non_null(strstr(error.text, "\"7h30\""));
    assert_false(READ("--health", "d"));
    assert_non_null(strstr(error.text, "--stats"));
    assert_false(READ("--until-open"));
    assert_non_null(strstr(error.text, "--open"));
    assert_true(READ("--until-open", "--open", "1-5 07:30-18:30"));
}

static void test_the_printer(void **state) {
    (void)state;
    char path[] = "/tmp/azimut-options-XXXXXX";
    close(mkstemp(path));
    write_config(path, "printer = accueil\n");
    assert_true(READ("--config", path));
    assert_string_equal(options.printer, "accueil");
    assert_true(READ("--config", path, "--printer", "none"));
    assert_null(options.printer);
    assert_true(READ("--printer", "default"));
    assert_string_equal(options.printer, "default");
    assert_true(READ("--config", path, "--calm", "--pin", "p"));
    assert_null(options.printer);
    assert_false(READ("--printer", "in the hall"));
    assert_false(READ("--printer", "-o"));
    unlink(path);
}

/* Whatever is wrong in the file, the page of last resort is upright and hears where it is touched;
   nothing of what may have broken the kiosk is taken from there. */
static void test_out_of_service(void **state) {
    (void)state;
    char path[] = "/tmp/azimut-options-XXXXXX";
    close(mkstemp(path));
    write_config(path, "rotate = 90\npack = a\nrenderer = vulkan\nstats = s\ntheme = sombre\n"
                       "touch-matrix = 0 1 0 -1 0 1\nset-clock = /bin/false\nopen = fermé\n"
                       "keys = kp-6=next\n");
    assert_false(READ("--config", path));
    assert_true(READ("--config", path, "--calm", "--pin", "p"));
    assert_int_equal(options.rotate, 90);
    assert_int_equal(options.initial.theme, THEME_SOMBRE);
    Affine touch;
    assert_true(affine_read("0 1 0 -1 0 1", &touch));
    assert_memory_equal(&options.touch, &touch, sizeof touch);
    assert_string_equal(options.pin, "p");
    assert_true(!options.pack && !options.stats && !options.set_clock && !options.open_count &&
                !options.renderer);
    assert_int_not_equal(memcmp(&options.keys, &(Keypad){0}, sizeof options.keys), 0);
    write_config(path, "renderer = software\npack =\n");
    assert_true(READ("--config", path, "--calm"));
    assert_string_equal(options.renderer, "software"); /* else it may not come up at all */
    assert_true(READ("--config", "/dev/null", "--calm"));
    assert_int_equal(options.rotate, -1);
    unlink(path);
    assert_true(READ("--config", path, "--calm"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_every_option),
        cmocka_unit_test(test_names_what_it_does_not_understand),
        cmocka_unit_test(test_hours_and_the_machine),
        cmocka_unit_test(test_the_printer),
        cmocka_unit_test(test_out_of_service),
        cmocka_unit_test(test_reads_a_file_before_the_command_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
