/* A sentence that is too long for its place ends behind a whole letter. */
#include "base/error.h"
#include "base/slice.h"
#include "support/test.h"

#include <string.h>

static void test_is_cut_between_letters(void **state) {
    (void)state;
    Error error;
    for (int before = 0; before < 4; before++) {
        char text[2 * sizeof error.text + 8] = "aaaa";
        for (size_t i = 0; i < sizeof error.text; i++)
            memcpy(text + before + 2 * i, "é", 3);
        assert_false(error_set(&error, "%s", text));
        assert_true(utf8_valid(slice_from(error.text)));
        assert_true(strlen(error.text) > sizeof error.text - 4);
    }
    error_set(&error, "%s", "été");
    assert_string_equal(error.text, "été");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_is_cut_between_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
