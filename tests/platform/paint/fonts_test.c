#include "platform/paint/fonts.h"

#include "support/test.h"
#include "ui/icon.h"

static void test_every_icon_is_in_the_icon_font(void **state) {
    (void)state;
    Error error;
    Fonts *fonts = fonts_open(&error);
    assert_non_null(fonts);
    for (int icon = 1; icon < ICON_COUNT; icon++) {
        int ascent;
        SDL_Surface *drawn =
            fonts_draw(fonts, FACE_ICON, 48, icon_glyph((Icon)icon), 0xFF000000, &ascent);
        assert_non_null(drawn);
        bool ink = false;
        for (int y = 0; y < drawn->h && !ink; y++)
            for (int x = 0; x < drawn->w && !ink; x++)
                ink = ((Uint32 *)(void *)((Uint8 *)drawn->pixels + y * drawn->pitch))[x] >> 24;
        if (!ink)
            fail_msg("icon %d leaves no ink", icon);
        SDL_FreeSurface(drawn);
    }
    fonts_close(fonts);
}

static void test_measures_what_it_draws(void **state) {
    (void)state;
    Error error;
    Fonts *fonts = fonts_open(&error);
    Typeface typeface = fonts_typeface(fonts);
    static const char *const lines[] = {"Soudeur, soudeuse", "Électromécanique",
                                        "«\u202FTu aimes\u202F?\u202F»", "25\u00A0%  →  €"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        int ascent, width = typeface.advance(typeface.self, FACE_BOLD, 38, slice_from(lines[i]));
        SDL_Surface *drawn =
            fonts_draw(fonts, FACE_BOLD, 38, slice_from(lines[i]), 0xFF000000, &ascent);
        assert_in_range(drawn->w, width - 3, width + 3);
        assert_in_range(ascent, 20, 50);
        SDL_FreeSurface(drawn);
    }
    fonts_close(fonts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_icon_is_in_the_icon_font),
        cmocka_unit_test(test_measures_what_it_draws),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
