/* Where one sentence ends and the next begins, in any script. */
#include "voice/sentences.h"

#include "support/sheet.h"
#include "support/test.h"

static void expect_parts(const char *text, int count) {
    Page *page = sheet_begin();
    page_add(page, page->root,
             (Node){.role = ROLE_TEXT, .text = slice_from(text), .width = 1600, .height = 100});
    page_layout(page);
    Sentences all = sentences_of(&sheet.arena, page);
    if (all.count != count)
        print_error("%d sentences, not %d: %s\n", all.count, count, text);
    assert_int_equal(all.count, count);
}

static void test_with_capital_letters(void **state) {
    (void)state;
    expect_parts("Un. Deux ! Trois ? 4 mètres. « Cinq. »", 5);
    expect_parts("Environ 3 m. de tube", 1);
    expect_parts("Il y a M. Martin et É. Martin.", 1);
    expect_parts("Porte 8. Puis tout droit.", 2); /* a figure is no initial */
    expect_parts("1. Chercher", 1);
    expect_parts("12. Signer. Puis arriver.", 2);
}

static void test_in_a_script_without_them(void **state) {
    (void)state;
    expect_parts("هذه ورشة. هذا مختبر.", 2);
    expect_parts("أين الورشة؟ هنا. ٣ أمتار.", 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_with_capital_letters),
        cmocka_unit_test(test_in_a_script_without_them),
    };
    return cmocka_run_group_tests(tests, NULL, sheet_teardown);
}
