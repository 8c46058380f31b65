#include "platform/paint/fonts.h"

#include "support/test.h"
#include "ui/icon.h"

static void test_every_icon_is_in_the_icon_font(void **state) {
    (void)state;
    Error error;
    Fonts *fonts = fonts_open(&error);
    assert_non_null(fonts);
    for (int icon = 1; icon < ICON_COUNT; icon++) {
        TextLook look = {.face = FACE_ICON, .size = 48};
        SDL_Surface *drawn = fonts_draw(fonts, look, icon_glyph((Icon)icon), 0xFF000000).surface;
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
    static const char *const lines[] = {"Soudeur, soudeuse",
                                        "Électromécanique",
                                        "«\u202FTu aimes\u202F?\u202F»",
                                        "25\u00A0%  →  €",
                                        "Türkçe okuyorum, değil mi?",
                                        "Яка професія?",
                                        "أي مهنة تشبهك؟ من CAP إلى BTS (2025)."};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        int width = typeface.advance(typeface.self, FACE_BOLD, 38, slice_from(lines[i]));
        for (int leftward = 0; leftward < 2; leftward++) {
            TextLook look = {FACE_BOLD, 38, leftward};
            FontLine drawn = fonts_draw(fonts, look, slice_from(lines[i]), 0xFF000000);
            assert_in_range(drawn.surface->w, width - 6, width + 6);
            assert_in_range(drawn.ascent, 20, 60);
            assert_true(drawn.ascent >= drawn.own_ascent);
            SDL_FreeSurface(drawn.surface);
        }
    }
    fonts_close(fonts);
}

/* Sizes and signs that differ in the same bits: what was measured before changes nothing. */
static void test_a_width_is_that_of_its_size_and_sign(void **state) {
    (void)state;
    Error error;
    for (int size = 16; size < 80; size++) {
        Fonts *fonts = fonts_open(&error);
        Typeface typeface = fonts_typeface(fonts);
        int width = typeface.advance(typeface.self, FACE_BOLD, size, LIT("W"));
        typeface.advance(typeface.self, FACE_BOLD, size, LIT("i"));
        int other = size ^ 'W' ^ 'i';
        Fonts *fresh = fonts_open(&error);
        Typeface anew = fonts_typeface(fresh);
        assert_int_equal(typeface.advance(typeface.self, FACE_BOLD, other, LIT("i")),
                         anew.advance(anew.self, FACE_BOLD, other, LIT("i")));
        assert_int_equal(typeface.advance(typeface.self, FACE_BOLD, size, LIT("W")), width);
        fonts_close(fresh);
        fonts_close(fonts);
    }
}

/* More faces and sizes than stay open at a time: those that are left are asked for again. */
static void test_closed_fonts_come_back(void **state) {
    (void)state;
    Error error;
    int width[200];
    Fonts *fonts = fonts_open(&error);
    for (int round = 0; round < 2; round++)
        for (int size = 10; size < 200; size++) {
            TextLook look = {.face = FACE_REGULAR, .size = size};
            SDL_Surface *drawn = fonts_draw(fonts, look, LIT("bois"), 0xFF000000).surface;
            assert_non_null(drawn);
            if (round)
                assert_int_equal(drawn->w, width[size]);
            width[size] = drawn->w;
            SDL_FreeSurface(drawn);
        }
    fonts_close(fonts);
}

static int inks(const SDL_Surface *s, int from, int to) {
    int ink = 0;
    for (int y = 0; y < s->h; y++)
        for (int x = from; x < to; x++)
            ink += (int)(((const Uint32 *)(const void *)((const Uint8 *)s->pixels +
                                                         y * s->pitch))[x] >>
                         24);
    return ink;
}

/* The letters join: the word is narrower than its letters one by one. And a mark that turns does.
 */
static void test_shapes_what_is_written_leftward(void **state) {
    (void)state;
    Error error;
    Fonts *fonts = fonts_open(&error);
    Typeface typeface = fonts_typeface(fonts);
    int apart = 3 * typeface.advance(typeface.self, FACE_REGULAR, 64, LIT("ب"));
    int joined = typeface.advance(typeface.self, FACE_REGULAR, 64, LIT("ببب"));
    assert_in_range(joined, apart / 3, apart * 8 / 10);
    SDL_Surface *on =
        fonts_draw(fonts, (TextLook){FACE_ICON, 64, false}, icon_glyph(ICON_chevron_right), 0)
            .surface;
    SDL_Surface *turned =
        fonts_draw(fonts, (TextLook){FACE_ICON, 64, true}, icon_glyph(ICON_chevron_right), 0)
            .surface;
    assert_int_equal(inks(on, 0, on->w / 2), inks(turned, on->w - on->w / 2, on->w));
    assert_int_not_equal(inks(on, 0, on->w / 2), inks(turned, 0, on->w / 2));
    SDL_FreeSurface(on);
    SDL_FreeSurface(turned);
    fonts_close(fonts);
}

static void test_knows_which_signs_can_be_drawn(void **state) {
    (void)state;
    Error error;
    Fonts *fonts = fonts_open(&error);
    static const char *const DRAWN[] = {"é", "ş", "ї", "ة", "№", "→", "\u200B", "\u202F"};
    for (size_t i = 0; i < sizeof DRAWN / sizeof *DRAWN; i++) {
        Slice text = slice_from(DRAWN[i]);
        if (!fonts_has(fonts, FACE_REGULAR, utf8_next(&text)))
            fail_msg("%s cannot be drawn", DRAWN[i]);
    }
    assert_false(fonts_has(fonts, FACE_REGULAR, 0x1F600));
    assert_false(fonts_has(fonts, FACE_BOLD, 0x4E2D));
    fonts_close(fonts);
}

/* French and English are set in the usual face; the fonts have the say of others. */
static void test_sets_a_language_in_the_face_that_has_its_letters(void **state) {
    (void)state;
    Error error;
    Fonts *fonts = fonts_open(&error);
    Typeface typeface = fonts_typeface(fonts);
    LangList list;
    langs_own(&list);
    assert_true(langs_add(&list, LIT("tr"), LIT("Türkçe")));
    assert_true(langs_add(&list, LIT("ar"), LIT("العربية")));
    LangSaid said = {.id = LIT("ui/BACK")};
    said.words.in[2] = LIT("Başla");
    said.words.in[3] = LIT("رجوع");
    langs_use(&list, &said, 1);
    static const bool PLAIN[] = {false, false, true, false};
    for (int lang = 0; lang < list.count; lang++)
        assert_int_equal(typeface.wants_plain(typeface.self, lang), PLAIN[lang]);
    langs_use(&(LangList){0}, NULL, 0);
    fonts_close(fonts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_icon_is_in_the_icon_font),
        cmocka_unit_test(test_measures_what_it_draws),
        cmocka_unit_test(test_a_width_is_that_of_its_size_and_sign),
        cmocka_unit_test(test_closed_fonts_come_back),
        cmocka_unit_test(test_shapes_what_is_written_leftward),
        cmocka_unit_test(test_knows_which_signs_can_be_drawn),
        cmocka_unit_test(test_sets_a_language_in_the_face_that_has_its_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
