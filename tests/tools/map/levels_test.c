/* level=* as people write it: every string whose answer is known. */
#include "map/levels.h"

#include "support/test.h"

#include <string.h>

static const struct {
    const char *text;
    int count;
    int tenths[8];
} CASES[] = {
    {"0", 1, {0}},
    {"1", 1, {10}},
    {"-1", 1, {-10}},
    {"-1;0", 2, {-10, 0}},
    {"0.5", 1, {5}},
    {"0.5;0.7", 2, {5, 7}},
    {"0;-1", 2, {-10, 0}},
    {"1-3", 3, {10, 20, 30}},
    {"-1-5", 7, {-10, 0, 10, 20, 30, 40, 50}},
    {"-4--2", 3, {-40, -30, -20}},
    {"0-6", 7, {0, 10, 20, 30, 40, 50, 60}},
    {"0;2-3", 3, {0, 20, 30}},
    {"0;2-3;5", 4, {0, 20, 30, 50}},
    {"-1;0;1;2", 4, {-10, 0, 10, 20}},
    {"5-3", 3, {30, 40, 50}},
    {"-3--5", 3, {-50, -40, -30}},
    {"1;3-4;6", 4, {10, 30, 40, 60}},
    {" 1 ; 2 ", 2, {10, 20}},
    {"1,5", 1, {15}},
    {"0,-1", 2, {-10, 0}},
    {"3;1-4", 4, {10, 20, 30, 40}},
    {"1;1;1", 1, {10}},
    {"+2", 1, {20}},
    {"2.0", 1, {20}},
    {"-0.5", 1, {-5}},
    {"0.5-2.5", 3, {5, 15, 25}},
    {"1 - 3", 3, {10, 20, 30}},
};

static void test_levels_whose_answer_is_known(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        int tenths[LEVELS_MAX], count = levels_parse(slice_from(CASES[i].text), tenths);
        if (count != CASES[i].count || memcmp(tenths, CASES[i].tenths, sizeof *tenths * (size_t)count) != 0)
            fail_msg("\"%s\" gives %d levels, the first %d", CASES[i].text, count, count > 0 ? tenths[0] : 0);
    }
}

static void test_what_is_no_level(void **state) {
    (void)state;
    static const char *const BAD[] = {"", " ", "a", "1;", ";1", "1;;2", "1-", "--1", "1.23", "rdc", "1-2-3", "0.5-2", "99999", "1e3",
                                      "0-1000", "1/2", "1 2", "-", "999999999999999999999"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        int tenths[LEVELS_MAX];
        if (levels_parse(slice_from(BAD[i]), tenths) != -1)
            fail_msg("\"%s\" is taken for levels", BAD[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_levels_whose_answer_is_known), cmocka_unit_test(test_what_is_no_level)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
