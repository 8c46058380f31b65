#include "ui/theme.h"

#include "support/test.h"

static void test_contrast_as_wcag_reckons_it(void **state) {
    (void)state;
    assert_float_equal(theme_contrast(0xFFFFFFFF, 0xFF000000), 21.0, 1e-9);
    assert_float_equal(theme_contrast(0xFF777777, 0xFFFFFFFF), 4.478, 0.001);
    assert_float_equal(theme_contrast(0xFF123456, 0xFF123456), 1.0, 1e-9);
}

/* What lies on what, in every theme: 7:1 for text on grounds, 4.5:1 on controls, 3:1 for lines. */
static void test_every_pair_that_meets_is_readable(void **state) {
    (void)state;
    static const struct {
        Paint ink, ground;
        double least;
    } pairs[] = {
        {PAINT_INK, PAINT_BG, 7},
        {PAINT_INK, PAINT_SURFACE, 7},
        {PAINT_INK2, PAINT_BG, 7},
        {PAINT_INK2, PAINT_SURFACE, 7},
        {PAINT_ON_PRIMARY, PAINT_PRIMARY, 7},
        {PAINT_ON_ACCENT, PAINT_ACCENT, 7},
        {PAINT_LINE, PAINT_BG, 3},
        {PAINT_LINE, PAINT_SURFACE, 3},
        {PAINT_FOCUS, PAINT_BG, 3},
        {PAINT_FOCUS, PAINT_SURFACE, 3},
        {PAINT_PRIMARY, PAINT_SOFT, 3},
        {PAINT_OPEN, PAINT_BG, 7},
        {PAINT_OPEN, PAINT_SURFACE, 7},
        {PAINT_ON_TONE, PAINT_RUST, 4.5},
        {PAINT_ON_TONE, PAINT_BLUE, 4.5},
        {PAINT_ON_TONE, PAINT_VIOLET, 4.5},
        {PAINT_ON_TONE, PAINT_TEAL, 4.5},
        {PAINT_ON_TONE, PAINT_CRIMSON, 4.5},
        {PAINT_ON_TONE, PAINT_SLATE, 4.5},
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
