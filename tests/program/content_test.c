/* A folder that is being written: what was shown stands there again when the next does not open. */
#include "program/content.c"

#include "support/test.h"

static void test_the_look_of_what_is_shown_comes_back(void **state) {
    (void)state;
    static Program program;
    static const char *const LOGO = "<svg/>";
    look_use((Look){0x0B4A7F, 0xFF8800, slice_from(LOGO)});
    Shown was = shown_now(&program);
    look_use((Look){0x112233, LOOK_HOUSE, {0}}); /* of the one that opened half */
    put_back(&program, &was);
    assert_int_equal(look_now().colour, 0x0B4A7F);
    assert_int_equal(look_now().accent, 0xFF8800);
    assert_ptr_equal(look_now().logo.at, LOGO);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_look_of_what_is_shown_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
