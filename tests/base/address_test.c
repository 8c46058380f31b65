/* Codes of places in an address: one link, whatever stands on the door. */
#include "base/address.h"

#include "support/test.h"

static void test_signs_that_would_end_a_value(void **state) {
    static const struct {
        const char *text, *value;
    } CODES[] = {{"A12", "A12"},
                 {"A 12", "A%2012"},
                 {"R&D", "R%26D"},
                 {"Été", "%C3%89t%C3%A9"},
                 {"1/2#3?", "1%2F2%233%3F"},
                 {"50%", "50%25"},
                 {"a-b_c.d~e", "a-b_c.d~e"},
                 {"", ""}};
    (void)state;
    Arena arena = {0};
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++)
        assert_string_equal(address_value(&arena, slice_from(CODES[i].text)).at, CODES[i].value);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_signs_that_would_end_a_value)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
