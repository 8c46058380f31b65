/* What azimut.conf says of the keys of a keypad. */
#include "ui/keypad.h"

#include "support/test.h"

#include <string.h>

static Error error;

static bool takes(Keypad *pad, const char *text) {
    error.text[0] = 0;
    return keypad_read(pad, slice_from(text), &error);
}

static void test_keys_mean_what_is_said(void **state) {
    (void)state;
    Keypad pad;
    assert_true(takes(&pad, "kp-6=next  f1=help space=act"));
    assert_int_equal(pad.means[PAD_KP_6], KEY_NEXT);
    assert_int_equal(pad.means[PAD_F1], KEY_HELP);
    assert_int_equal(pad.means[PAD_SPACE], KEY_ENTER);
    assert_int_equal(pad.means[PAD_KP_4], KEY_NONE);
    assert_true(takes(&pad, ""));
    assert_int_equal(pad.means[PAD_KP_6], KEY_NONE);
}

static void test_what_is_wrong_is_named(void **state) {
    (void)state;
    static const char *const WRONG[] = {"kp-6",  "kp-66=next", "kp-6=nxt",
                                        "=next", "kp-6=",      "next=kp-6"};
    Keypad pad;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        assert_false(takes(&pad, WRONG[i]));
        assert_non_null(strstr(error.text, WRONG[i]));
    }
}

/* Scripts and the file call a key the same, and every name leads back to its key. */
static void test_names_lead_back(void **state) {
    (void)state;
    for (int key = 1; key < KEY_NAMES; key++)
        assert_int_equal(key_named(slice_from(key_name((KeyName)key))), key);
    assert_int_equal(key_named(LIT("enter")), KEY_ENTER);
    assert_int_equal(key_named(LIT("")), KEY_NONE);
}

static void test_function_keys_have_names(void **state) {
    (void)state;
    assert_int_equal(key_function(LIT("f1")), 1);
    assert_int_equal(key_function(LIT("f12")), 12);
    assert_int_equal(key_function(LIT("shift-f7")), -7);
    static const char *const NONE[] = {"",       "f",       "f0", "f13", "f1x",
                                       "shift-", "shift-f", "g1", "f123"};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        assert_int_equal(key_function(slice_from(NONE[i])), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_function_keys_have_names),
        cmocka_unit_test(test_keys_mean_what_is_said),
        cmocka_unit_test(test_what_is_wrong_is_named),
        cmocka_unit_test(test_names_lead_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
