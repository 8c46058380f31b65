#include "ui/look_check.h"

#include "support/test.h"
#include "ui/drawing.h"
#include "ui/theme.h"
#include "ui/tint.h"

#include <string.h>

static const Look HOUSE = {LOOK_HOUSE, LOOK_HOUSE, {0}};

static void test_a_colour_is_read(void **state) {
    (void)state;
    uint32_t colour = 0;
    assert_true(look_colour(LIT("#0b4A7f"), &colour));
    assert_int_equal(colour, 0x0B4A7F);
    assert_true(look_colour(LIT("FFB81C"), &colour));
    assert_int_equal(colour, 0xFFB81C);
    assert_false(look_colour(LIT("#FFF"), &colour));
    assert_false(look_colour(LIT("#0B4A7G"), &colour));
    assert_false(look_colour(LIT(""), &colour));
}

static void test_the_colours_of_the_house_stay_as_they_are(void **state) {
    (void)state;
    static const uint32_t SHADES[] = {0x0B4A7F, 0x8FB3D1, 0x06335A, 0xDCE8F2, 0x16303F, 0x8CC8FF};
    for (size_t i = 0; i < sizeof SHADES / sizeof *SHADES; i++)
        assert_int_equal(tint_like(SHADES[i], 0x0B4A7F, 0x0B4A7F), SHADES[i]);
}

static void test_a_shade_keeps_its_distance(void **state) {
    (void)state;
    uint32_t own = 0x5A3410;
    assert_int_equal(tint_like(0x0B4A7F, 0x0B4A7F, own), own);
    assert_int_equal(tint_like(0xFFFFFF, 0x0B4A7F, own), 0xFFFFFF);
    assert_true(tint_lightness(tint_like(0xDCE8F2, 0x0B4A7F, own)) > 0.85);
    assert_true(tint_lightness(tint_like(0x06335A, 0x0B4A7F, own)) < tint_lightness(own));
}

static void test_a_look_dyes_two_themes_and_leaves_the_stark_one(void **state) {
    (void)state;
    uint32_t stark = theme_paint(THEME_CONTRASTE, PAINT_PRIMARY);
    look_use((Look){0x5A3410, 0xF0B968, {0}});
    assert_int_equal(theme_paint(THEME_CLAIR, PAINT_PRIMARY), 0xFF5A3410);
    assert_int_equal(theme_paint(THEME_CLAIR, PAINT_ACCENT), 0xFFF0B968);
    assert_int_not_equal(theme_paint(THEME_SOMBRE, PAINT_PRIMARY), 0xFF8CC8FF);
    assert_int_equal(theme_paint(THEME_CONTRASTE, PAINT_PRIMARY), stark);
    look_use(HOUSE);
    assert_int_equal(theme_paint(THEME_CLAIR, PAINT_PRIMARY), 0xFF0B4A7F);
    assert_int_equal(theme_paint(THEME_SOMBRE, PAINT_PRIMARY), 0xFF8CC8FF);
}

static void test_what_cannot_be_read_is_refused_with_a_shade_that_can(void **state) {
    (void)state;
    static const uint32_t FAINT[] = {0xC8641E, 0xFF0000, 0x00FF00, 0x808080, 0xFFFFFF, 0x000000};
    LookFault fault, again;
    assert_true(look_colour_holds(0x0B4A7F, &fault));
    assert_true(look_accent_holds(0xFFB81C, &fault));
    for (size_t i = 0; i < sizeof FAINT / sizeof *FAINT; i++) {
        assert_false(look_colour_holds(FAINT[i], &fault));
        assert_true(fault.contrast < fault.needed);
        assert_true(look_colour_holds(fault.nearest, &again));
    }
    assert_false(look_accent_holds(0x7A2E00, &fault));
    assert_true(look_accent_holds(fault.nearest, &again));
}

static void test_drawings_follow(void **state) {
    (void)state;
    char house[] = "<path stroke='#0B4A7F' fill='#ffb81c'/>", own[sizeof house],
         stark[sizeof house];
    memcpy(own, house, sizeof house);
    memcpy(stark, house, sizeof house);
    drawing_recolour(house, sizeof house - 1, THEME_CLAIR);
    assert_string_equal(house, "<path stroke='#0B4A7F' fill='#FFB81C'/>");
    look_use((Look){0x5A3410, 0xF0B968, {0}});
    drawing_recolour(own, sizeof own - 1, THEME_CLAIR);
    drawing_recolour(stark, sizeof stark - 1, THEME_CONTRASTE);
    look_use(HOUSE);
    assert_string_equal(own, "<path stroke='#5A3410' fill='#F0B968'/>");
    assert_string_equal(stark, "<path stroke='#FFFFFF' fill='#FFE600'/>");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_colour_is_read),
        cmocka_unit_test(test_the_colours_of_the_house_stay_as_they_are),
        cmocka_unit_test(test_a_shade_keeps_its_distance),
        cmocka_unit_test(test_a_look_dyes_two_themes_and_leaves_the_stark_one),
        cmocka_unit_test(test_what_cannot_be_read_is_refused_with_a_shade_that_can),
        cmocka_unit_test(test_drawings_follow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
