#include "ui/theme.h"

#include "support/test.h"

static void test_contrast_as_wcag_reckons_it(void **state) {
    (void)state;
    assert_float_equal(theme_contrast(0xFFFFFFFF, 0xFF000000), 21.0, 1e-9);
    assert_float_equal(theme_contrast(0xFF777777, 0xFFFFFFFF), 4.478, 0.001);
    assert_float_equal(theme_contrast(0xFF123456, 0xFF123456), 1.0, 1e-9);
}

static void test_every_pair_that_meets_is_readable(void **state) {
    (void)state;
    static const struct {
        Paint ink, ground;
        double least;
    } pairs[] = {
#define PAIR(ink, ground, least) {PAINT_##ink, PAINT_##ground, least},
#include "ui/pairs.def"
#undef PAIR
    };
    for (int theme = 0; theme < THEME_COUNT; theme++)
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
            double contrast = theme_contrast(theme_paint((ThemeId)theme, pairs[i].ink),
                                             theme_paint((ThemeId)theme, pairs[i].ground));
            if (contrast < pairs[i].least)
                fail_msg("theme %d: paint %d on %d has %.2f:1", theme, pairs[i].ink,
                         pairs[i].ground, contrast);
        }
}

static void test_text_grows_with_the_step(void **state) {
    (void)state;
    assert_int_equal(theme_size(TYPE_BODY, STEP_NORMAL), 34);
    assert_int_equal(theme_size(TYPE_BODY, STEP_LARGE), 42);
    assert_int_equal(theme_size(TYPE_BODY, STEP_LARGER), 51);
    assert_int_equal(theme_size(TYPE_H1, STEP_LARGER), 90); /* display type grows half as fast */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contrast_as_wcag_reckons_it),
        cmocka_unit_test(test_every_pair_that_meets_is_readable),
        cmocka_unit_test(test_text_grows_with_the_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
