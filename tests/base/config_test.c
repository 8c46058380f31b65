/* A configuration file in full and in every way that it can be wrong: each is named with its line.
 */
#include "base/config.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Order {
    const char *pack, *pin;
    uint64_t display, window;
    bool still, seated;
} Order;

static bool read_digit(const char *value, void *field, Error *error) {
    (void)error;
    return option_number(value, 0, 9, field);
}

static bool read_moody(const char *value, void *field, Error *error) {
    (void)value, (void)field;
    return error_set(error, "not today");
}

static const Command ONE = {NULL, "", ""};
static const Option OPTIONS[] = {
    {"config", "FILE", option_text, offsetof(Order, pack), "", NULL, OPTION_FREE},
    {"pack", "FILE", option_text, offsetof(Order, pack), "", NULL, OPTION_FREE},
    {"pin", "FILE", option_text, offsetof(Order, pin), "", NULL, OPTION_FREE},
    {"window", "N", read_digit, offsetof(Order, window), "", NULL, OPTION_FREE},
    {"display", "N", read_digit, offsetof(Order, display), "", NULL, OPTION_OR},
    {"still", NULL, option_flag, offsetof(Order, still), "", NULL, OPTION_FREE},
    {"seated", NULL, option_flag, offsetof(Order, seated), "", NULL, OPTION_FREE},
    {"now", "ISO8601", read_moody, 0, "", NULL, OPTION_FREE},
};
static const CommandLine LINE = {"thing", &ONE, 1, OPTIONS, 8};

static char path[] = "/tmp/azimut-config-XXXXXX";
static Config config;
static Order order;
static Error error;

static bool read_bytes(const char *text, size_t bytes) {
    FILE *file = fopen(path, "w");
    assert_int_equal(fwrite(text, 1, bytes, file), bytes);
    fclose(file);
    order = (Order){0};
    error = (Error){0};
    return config_read(&LINE, path, &config, &order, &error);
}

static void expect_wrong(const char *text, const char *says) {
    char whole[400];
    snprintf(whole, sizeof whole, "%s%s", path, says);
    assert_false(read_bytes(text, strlen(text)));
    assert_string_equal(error.text, whole);
}

static void expect_right(const char *text) {
    if (!read_bytes(text, strlen(text)))
        fail_msg("%s", error.text);
}

static void test_what_stands_there_is_taken(void **state) {
    (void)state;
    expect_right(
        "# a kiosk\n\n  pack = /srv/été # 2/x.pack\t# comment\r\npin=/a#b\n\tdisplay =\t3 \n"
        "still = yes\nseated = no");
    assert_string_equal(order.pack, "/srv/été");
    assert_string_equal(order.pin, "/a#b");
    assert_int_equal(order.display, 3);
    assert_true(order.still);
    assert_false(order.seated);
    expect_right("\xEF\xBB\xBFpack = a = b\n");
    assert_string_equal(order.pack, "a = b");
    expect_right("");
    assert_null(order.pack);
}

static void test_a_key_that_is_none(void **state) {
    (void)state;
    expect_wrong("\n# x\npakc = a\n", ":3: no option is called pakc, is pack meant?");
    expect_wrong("loudness = 3", ":1: no option is called loudness");
    expect_wrong("config = other.conf", ":1: config is asked on the command line: thing --config");
    expect_wrong("help = yes", ":1: help is asked on the command line: thing --help");
    expect_wrong("Version = yes", ":1: Version is asked on the command line: thing --version");
    expect_wrong("STILL = yes", ":1: no option is called STILL, is still meant?");
    expect_wrong("SEATED = yes", ":1: no option is called SEATED, is seated meant?");
    expect_wrong("--pack = a", ":1: no option is called --pack, is pack meant?");
    expect_wrong("[kiosk]", ":1: a line is `key = value`: [kiosk]");
    expect_wrong("= 3", ":1: a line is `key = value`: = 3");
}

static void test_a_value_that_is_none(void **state) {
    (void)state;
    expect_wrong("display = HDMI", ":1: not understood: display = HDMI (N)");
    expect_wrong("now = x", ":1: not understood: now = x (ISO8601): not today");
    expect_wrong("still = oui", ":1: not understood: still = oui (yes or no)");
    expect_wrong("pack =", ":1: there is no value for pack");
    expect_wrong("pack = # none", ":1: there is no value for pack");
    expect_wrong("pack = \"a\"", ":1: a value stands without quotation marks: \"a\"");
}

static void test_what_does_not_go_together(void **state) {
    (void)state;
    expect_wrong("pack = a\npin = p\npack = a", ":3: pack stands in line 1 already");
    expect_wrong("display = 1\nwindow = 2", ":2: display or window, not both");
    expect_wrong("window = 1\ndisplay = 2", ":2: window or display, not both");
}

static void test_a_file_that_is_none(void **state) {
    (void)state;
    static char large[CONFIG_BYTES_MAX];
    memset(large, '\n', sizeof large);
    assert_false(read_bytes(large, sizeof large));
    assert_non_null(strstr(error.text, "larger than 16383 bytes"));
    assert_true(read_bytes(large, sizeof large - 1));
    assert_false(read_bytes("pack = a\0b", 10)); /* as after a power cut */
    assert_non_null(strstr(error.text, "not a text file"));
    assert_false(read_bytes("pack = \xE9t\xE9\n", 11));
    assert_non_null(strstr(error.text, "not a text file"));
    assert_false(config_read(&LINE, "/nowhere/x.conf", &config, &order, &error));
    assert_string_equal(error.text, "/nowhere/x.conf: il n’existe pas");
    assert_false(config_read(&LINE, "/tmp", &config, &order, &error));
    assert_string_equal(error.text, "/tmp: c’est un dossier");
    char pipe[] = "/tmp/azimut-pipe-XXXXXX", whole[64];
    assert_non_null(mkdtemp(pipe)); /* a name that nobody has */
    assert_int_equal(rmdir(pipe), 0);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    snprintf(whole, sizeof whole, "%s: a pipe, not a file", pipe);
    assert_false(config_read(&LINE, pipe, &config, &order, &error));
    assert_string_equal(error.text, whole);
    unlink(pipe);
}

static int begin(void **state) {
    (void)state;
    int fd = mkstemp(path);
    close(fd);
    return fd < 0;
}

static int end(void **state) {
    (void)state;
    return unlink(path);
}

/* In a faulty file, among other keys, a value that is none. */
static void test_gleaning(void **state) {
    static const char *const KEYS[] = {"display", "still", "pin", NULL};
    static const char TEXT[] = "[kiosk]\npakc = a\npack = b\ndisplay = 3 # the left one\n"
                               "still = oui\nseated = yes\ndisplay = 4\nwindow = 2\npin =\n";
    (void)state;
    assert_false(read_bytes(TEXT, sizeof TEXT - 1));
    order = (Order){0};
    config_glean(&LINE, path, KEYS, &config, &order);
    assert_int_equal(order.display, 3);
    assert_false(order.still || order.seated);
    assert_null(order.pack);
    assert_null(order.pin);
    assert_int_equal(order.window, 0);
    config_glean(&LINE, "/nowhere/at-all", KEYS, &config, &order);
    assert_int_equal(order.display, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gleaning),
        cmocka_unit_test(test_what_stands_there_is_taken),
        cmocka_unit_test(test_a_key_that_is_none),
        cmocka_unit_test(test_a_value_that_is_none),
        cmocka_unit_test(test_what_does_not_go_together),
        cmocka_unit_test(test_a_file_that_is_none),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
