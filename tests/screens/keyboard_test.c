/* Typing in the letters of one's own language: its keys, the field, what is found, and the way to
   the letters of codes. */
#include "support/test.h"
#include "support/world.h"
#include "screens/search/find_state.h"

#include <string.h>

static const FindState *found(void) {
    return visit_state(&world.app.visit, SCREEN_find);
}

static void type(const char *const *keys) {
    for (; *keys; keys++)
        world_tap_label(*keys);
}

static void assert_typed(const char *text) {
    assert_string_equal(found()->typed, text);
    assert_int_equal(found()->len, strlen(text));
}

static void begin(const char *code) {
    Lang lang = langs_find(langs(), slice_from(code));
    assert_true(lang >= 0);
    world_begin((Settings){.lang = lang}, 1080, 1920);
    world_go(SCREEN_find, 0);
}

static void test_arabic_is_typed_in_arabic(void **state) {
    (void)state;
    begin("ar");
    type((const char *const[]){"ل", "ح", "ا", "م", "ذ", NULL});
    assert_typed("لحامذ");
    world_tap_label("حذف");
    assert_typed("لحام");
    world_tap_label("حروف أخرى");
    type((const char *const[]){"7", "A", NULL});
    assert_typed("لحام7a");
    world_end();
}

static void test_ukrainian_is_typed_in_small_letters(void **state) {
    (void)state;
    begin("uk");
    type((const char *const[]){"Ї", "Ж", "Ґ", NULL});
    assert_typed("їжґ");
    world_end();
}

/* As many letters as of another alphabet, however many bytes they take. */
static void test_the_field_counts_letters(void **state) {
    (void)state;
    begin("uk");
    for (int i = 0; i < FIND_TYPED_MAX + 3; i++)
        world_tap_label("Ж");
    assert_int_equal(found()->len, 2 * FIND_TYPED_MAX);
    world_end();
}

static void test_one_alphabet_has_no_key_to_another(void **state) {
    (void)state;
    begin("pt");
    Slice other = string_in(world.app.visit.settings.lang, STR_KEYBOARD_OTHER);
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        assert_false(slice_equal(page->shown[i]->spoken, other));
    type((const char *const[]){"A", "7", NULL});
    assert_typed("a7");
    world_end();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arabic_is_typed_in_arabic),
        cmocka_unit_test(test_ukrainian_is_typed_in_small_letters),
        cmocka_unit_test(test_the_field_counts_letters),
        cmocka_unit_test(test_one_alphabet_has_no_key_to_another),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
