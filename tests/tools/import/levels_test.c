/* level=* as people write it: every string whose answer is known. */
#include "tools/import/levels.h"

#include "support/test.h"

#include <string.h>

static const struct {
    const char *text;
    int count;
    int hundredths[8];
} CASES[] = {
    {"0", 1, {0}},
    {"1", 1, {100}},
    {"-1", 1, {-100}},
    {"-1;0", 2, {-100, 0}},
    {"0.5", 1, {50}},
    {"0.5;0.7", 2, {50, 70}},
    {"0;-1", 2, {-100, 0}},
    {"1-3", 3, {100, 200, 300}},
    {"-1-5", 7, {-100, 0, 100, 200, 300, 400, 500}},
    {"-4--2", 3, {-400, -300, -200}},
    {"0-6", 7, {0, 100, 200, 300, 400, 500, 600}},
    {"0;2-3", 3, {0, 200, 300}},
    {"0;2-3;5", 4, {0, 200, 300, 500}},
    {"-1;0;1;2", 4, {-100, 0, 100, 200}},
    {"5-3", 3, {300, 400, 500}},
    {"-3--5", 3, {-500, -400, -300}},
    {"1;3-4;6", 4, {100, 300, 400, 600}},
    {" 1 ; 2 ", 2, {100, 200}},
    {"1,5", 1, {150}},
    {"0,-1", 2, {-100, 0}},
    {"3;1-4", 4, {100, 200, 300, 400}},
    {"1;1;1", 1, {100}},
    {"+2", 1, {200}},
    {"2.0", 1, {200}},
    {"-0.5", 1, {-50}},
    {"0.5-2.5", 3, {50, 150, 250}},
    {"1 - 3", 3, {100, 200, 300}},
    {"0.25", 1, {25}},
    {"0;0.25", 2, {0, 25}},
    {"1,75", 1, {175}},
    {"-0.25", 1, {-25}},
    {"2.50", 1, {250}},
    {"0,1,2", 3, {0, 100, 200}},
    {"0,5;1,2,3", 4, {50, 100, 200, 300}},
};

static void test_levels_whose_answer_is_known(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        int hundredths[LEVELS_MAX], count = levels_parse(slice_from(CASES[i].text), hundredths);
        if (count != CASES[i].count ||
            memcmp(hundredths, CASES[i].hundredths, sizeof *hundredths * (size_t)count) != 0)
            fail_msg("\"%s\" gives %d levels, the first %d", CASES[i].text, count,
                     count > 0 ? hundredths[0] : 0);
    }
}

static void test_what_is_no_level(void **state) {
    (void)state;
    static const char *const BAD[] = {"",
                                      " ",
                                      "a",
                                      "1;",
                                      ";1",
                                      "1;;2",
                                      "1-",
                                      "--1",
                                      "1.234",
                                      "rdc",
                                      "1-2-3",
                                      "0.5-2",
                                      "99999",
                                      "1e3",
                                      "0-1000",
                                      "1/2",
                                      "1 2",
                                      "-",
                                      "999999999999999999999"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        int hundredths[LEVELS_MAX];
        if (levels_parse(slice_from(BAD[i]), hundredths) != -1)
            fail_msg("\"%s\" is taken for levels", BAD[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_levels_whose_answer_is_known),
                                       cmocka_unit_test(test_what_is_no_level)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
