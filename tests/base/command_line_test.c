#include "base/command_line.h"

#include "support/test.h"

#include <string.h>

typedef struct Order {
    const char *out, *lang;
    bool loud;
} Order;

static const Command COMMANDS[] = {
    {"build", "DIR", "builds"},
    {"merge", "OUT FILE...", "merges"},
};
static const Option OPTIONS[] = {
    {"o", "FILE", option_text, offsetof(Order, out), "where to", "build", OPTION_NEEDED},
    {"loud", NULL, option_flag, offsetof(Order, loud), "says more", NULL, OPTION_FREE},
    {"tongue", "L", option_text, offsetof(Order, lang), "in that", "merge", OPTION_FREE},
};
static const CommandLine LINE = {"thing", COMMANDS, 2, OPTIONS, 3};

static Order order;
static Operands operands;
static Error error;

/* As a shell hands it over: words parted by one space. */
static Asked ask(const char *line) {
    static char text[256];
    static char *word[16]; /* the operands stay in it */
    int count = 0;
    snprintf(text, sizeof text, "%s", line);
    for (char *at = strtok(text, " "); at; at = strtok(NULL, " "))
        word[count++] = at;
    word[count] = NULL;
    order = (Order){0};
    operands = (Operands){0};
    error = (Error){0};
    return command_line_read(&LINE, count, word, &order, &operands, &error);
}

static void expect_wrong(const char *line, const char *says) {
    assert_int_equal(ask(line), ASKED_WRONGLY);
    if (!strstr(error.text, says))
        fail_msg("%s: \"%s\" does not say \"%s\"", line, error.text, says);
}

static void test_options_stand_before_and_after_operands(void **state) {
    (void)state;
    assert_int_equal(ask("thing build here -o there --loud"), ASKED_COMMAND);
    assert_string_equal(operands.command->name, "build");
    assert_int_equal(operands.count, 1);
    assert_string_equal(operands.at[0], "here");
    assert_string_equal(order.out, "there");
    assert_true(order.loud);
    assert_int_equal(ask("thing build --loud -o there here"), ASKED_COMMAND);
    assert_string_equal(operands.at[0], "here");
}

static void test_three_dots_take_more(void **state) {
    (void)state;
    assert_int_equal(ask("thing merge a b c --tongue fr"), ASKED_COMMAND);
    assert_int_equal(operands.count, 3);
    assert_string_equal(order.lang, "fr");
    assert_int_equal(ask("thing merge a"), ASKED_WRONGLY);
}

static void test_what_is_wrong_is_named(void **state) {
    (void)state;
    expect_wrong("thing bild here -o x", "bild");
    expect_wrong("thing build here", "-o");
    expect_wrong("thing build here -o x --tongue fr", "--tongue");
    expect_wrong("thing build here -o x --lowd", "lowd");
    expect_wrong("thing build here there -o x", "there");
    expect_wrong("thing build -o", "-o");
}

static void test_help_and_version_go_before_all_else(void **state) {
    (void)state;
    assert_int_equal(ask("thing --help"), ASKED_HELP);
    assert_int_equal(ask("thing --version"), ASKED_VERSION);
    assert_int_equal(ask("thing build --help"), ASKED_HELP);
}

static void test_numbers_are_digits_within_bounds(void **state) {
    (void)state;
    uint64_t n = 7;
    assert_true(option_number("12", 1, 12, &n));
    assert_int_equal(n, 12);
    const char *const wrong[] = {"", "0", "13", "-1", "+1", " 1", "1x", "99999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(option_number(wrong[i], 1, 12, &n));
    assert_int_equal(n, 12);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options_stand_before_and_after_operands),
        cmocka_unit_test(test_three_dots_take_more),
        cmocka_unit_test(test_what_is_wrong_is_named),
        cmocka_unit_test(test_help_and_version_go_before_all_else),
        cmocka_unit_test(test_numbers_are_digits_within_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
