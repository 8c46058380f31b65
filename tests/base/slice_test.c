#include "base/slice.h"

#include "support/test.h"

static void test_decodes_every_length(void **state) {
    (void)state;
    Slice text = LIT("aé€\xF0\x9F\x94\xA7");
    assert_int_equal(utf8_next(&text), 'a');
    assert_int_equal(utf8_next(&text), 0xE9);
    assert_int_equal(utf8_next(&text), 0x20AC);
    assert_int_equal(utf8_next(&text), 0x1F527);
    assert_int_equal(text.len, 0);
}

static void test_refuses_what_rfc_3629_refuses(void **state) {
    (void)state;
    static const char *const bad[] = {
        "\x80", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(utf8_valid(slice_from(bad[i])));
        Slice rest = slice_from(bad[i]);
        assert_int_equal(utf8_next(&rest), 0xFFFD);
    }
    assert_true(utf8_valid(LIT("œuvre d’art")));
}

static void test_encode_is_the_inverse_of_next(void **state) {
    (void)state;
    for (uint32_t code = 1; code < 0x110000; code += 7) {
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        char bytes[4];
        Slice text = {bytes, utf8_encode(code, bytes)};
        assert_int_equal(utf8_next(&text), code);
        assert_int_equal(text.len, 0);
    }
}

static void test_a_malformed_byte_is_taken_alone(void **state) {
    (void)state;
    Slice text = LIT("\xE2\x82"
                     "a"); /* the euro sign, cut short */
    assert_int_equal(utf8_next(&text), 0xFFFD);
    assert_int_equal(utf8_next(&text), 0xFFFD);
    assert_int_equal(utf8_next(&text), 'a');
    char bytes[4];
    assert_int_equal(utf8_encode(0xD800, bytes), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

static void test_finds_the_start_of_a_code_point(void **state) {
    (void)state;
    static const int start[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
    Slice text = LIT("aé€\xF0\x9F\x94\xA7"
                     "z");
    for (int at = 0; at < text.len; at++)
        assert_int_equal(utf8_start(text, at), start[at]);
    assert_int_equal(utf8_start(LIT("\x82\x82\x82"), 2), 2); /* no start: it stands alone */
}

static void test_cut_trim_find(void **state) {
    (void)state;
    assert_true(slice_is(slice_trim(LIT(" \tmot\n")), "mot"));
    assert_true(slice_is(slice_trim(LIT(" \n")), ""));
    assert_int_equal(slice_find(LIT("chaudronnier"), LIT("ronn")), 5);
    assert_int_equal(slice_find(LIT("mot"), LIT("mots")), -1);
    assert_true(slice_has_prefix(LIT("mots"), LIT("mot")));
    assert_int_equal(utf8_count(LIT("été")), 3);
}

/* Behind a line without an end there is nothing, and no piece is longer than the whole. */
static void test_no_cut_reaches_outside(void **state) {
    (void)state;
    Slice text = LIT("mots");
    assert_true(slice_is(slice_cut(text, 1, 3), "ot"));
    assert_int_equal(slice_cut(text, 5, 4).len, 0);
    assert_int_equal(slice_cut(text, 0, -1).len, 0);
    assert_int_equal(slice_cut(text, 3, 1).len, 0);
    assert_true(slice_is(slice_cut(text, 0, 16), "mots"));
    assert_true(slice_is(slice_cut(text, -2, 2), "mo"));
    assert_true(slice_cut(text, 9, 12).at == text.at + 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decodes_every_length),
        cmocka_unit_test(test_refuses_what_rfc_3629_refuses),
        cmocka_unit_test(test_encode_is_the_inverse_of_next),
        cmocka_unit_test(test_a_malformed_byte_is_taken_alone),
        cmocka_unit_test(test_finds_the_start_of_a_code_point),
        cmocka_unit_test(test_cut_trim_find),
        cmocka_unit_test(test_no_cut_reaches_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
