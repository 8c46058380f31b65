#include "ui/text.h"

#include "support/monospace.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#define SIZE 20 /* 10 pixels a sign */

static void expect_lines(const char *text, int signs, const char *const *lines) {
    Arena arena = {0};
    TextBlock block =
        text_break(&MONOSPACE, &arena, FACE_REGULAR, SIZE, slice_from(text), signs * 10);
    int count = 0;
    while (lines[count])
        count++;
    assert_int_equal(block.line_count, count);
    for (int i = 0; i < count; i++) {
        if (!slice_is(block.line[i].text, lines[i]))
            fail_msg("line %d is \"" SLICE_FMT "\", not \"%s\"", i, SLICE_ARG(block.line[i].text),
                     lines[i]);
        assert_true(block.line[i].width <= signs * 10);
        assert_int_equal(block.line[i].width, utf8_count(slice_from(lines[i])) * 10);
    }
    arena_free(&arena);
}

#define LINES(...) ((const char *const[]){__VA_ARGS__, NULL})

static void test_breaks_at_blanks_and_leaves_none_at_the_end(void **state) {
    (void)state;
    expect_lines("souder deux tôles", 11, LINES("souder deux", "tôles"));
    expect_lines("souder deux tôles", 10, LINES("souder", "deux tôles"));
    expect_lines("un\ndeux", 20, LINES("un", "deux"));
}

static void test_keeps_french_signs_with_their_word(void **state) {
    (void)state;
    expect_lines("Tu aimes\u202F?", 9, LINES("Tu", "aimes\u202F?"));
    expect_lines("Voici\u00A0: rien", 8, LINES("Voici\u00A0:", "rien"));
    expect_lines("dit «\u202Foui\u202F»", 8, LINES("dit", "«\u202Foui\u202F»"));
    expect_lines("fait 25\u00A0kg", 8, LINES("fait", "25\u00A0kg"));
}

static void test_a_hyphen_is_the_last_chance_a_no_break_hyphen_is_none(void **state) {
    (void)state;
    expect_lines("savoir-faire", 8, LINES("savoir-", "faire"));
    expect_lines("Créer au fab-lab", 13, LINES("Créer au", "fab-lab"));
    expect_lines("Sous-titres du film", 12, LINES("Sous-titres", "du film"));
    expect_lines("va-et-vient", 7, LINES("va-et-", "vient"));
    expect_lines("arc-en-ciel et-électromécanique", 12,
                 LINES("arc-en-ciel", "et-", "électromécan", "ique"));
    expect_lines("un rez\u2011de\u2011jardin", 14, LINES("un", "rez\u2011de\u2011jardin"));
}

static void test_cuts_only_a_word_that_is_alone_too_wide(void **state) {
    (void)state;
    Arena arena = {0};
    expect_lines("un électromécanicien", 10, LINES("un", "électroméc", "anicien"));
    TextBlock cut =
        text_break(&MONOSPACE, &arena, FACE_REGULAR, SIZE, LIT("un électromécanicien"), 100);
    assert_true(cut.strained);
    TextBlock whole =
        text_break(&MONOSPACE, &arena, FACE_REGULAR, SIZE, LIT("un électromécanicien"), 170);
    assert_false(whole.strained);
    assert_int_equal(text_least_width(&MONOSPACE, FACE_REGULAR, SIZE, LIT("un savoir-faire")), 70);
    assert_int_equal(text_word_width(&MONOSPACE, FACE_REGULAR, SIZE, LIT("un savoir-faire")), 120);
    TextBlock parted =
        text_break(&MONOSPACE, &arena, FACE_REGULAR, SIZE, LIT("un savoir-faire"), 100);
    assert_true(parted.split && !parted.strained);
    arena_free(&arena);
}

/* Whatever the width, every sign of the text is on some line, once, in order. */
static void test_loses_nothing(void **state) {
    (void)state;
    Slice text = LIT("L’électromécanicien répare : mesurer, démonter, remonter ; « c’est-à-dire » "
                     "tout\u00A0remettre en état.");
    Arena arena = {0};
    for (int width = 10; width < 1200; width += 10) {
        TextBlock block = text_break(&MONOSPACE, &arena, FACE_REGULAR, SIZE, text, width);
        int at = 0;
        for (int i = 0; i < block.line_count; i++) {
            while (at < text.len && text.at[at] == ' ' && text.at + at != block.line[i].text.at)
                at++;
            assert_ptr_equal(block.line[i].text.at, text.at + at);
            at += block.line[i].text.len;
        }
        assert_int_equal(at, text.len);
    }
    arena_free(&arena);
}

static int measured;

static int counted(void *self, Face face, int size, Slice line) {
    measured++;
    return MONOSPACE.advance(self, face, size, line);
}

/* Each line takes as many words as it can, found with few of them measured. */
static void test_lines_are_full_and_soon_found(void **state) {
    (void)state;
    enum { WORDS = 200 };
    Typeface typeface = MONOSPACE;
    typeface.advance = counted;
    static char text[WORDS * 13];
    Arena arena = {0};
    int len = 0, lines = 0;
    for (int i = 0; i < WORDS; i++)
        len += snprintf(text + len, sizeof text - (size_t)len, "%.*s ", 1 + i * 7 % 11,
                        "abcdefghijkl");
    measured = 0;
    for (int width = 120; width < 1500; width += 10) {
        TextBlock block =
            text_break(&typeface, &arena, FACE_REGULAR, SIZE, (Slice){text, len - 1}, width);
        for (int i = 0; i + 1 < block.line_count; i++) {
            const char *next = block.line[i + 1].text.at;
            int word = (int)(strchr(next, ' ') - next);
            assert_true(block.line[i].width + 10 * (1 + word) > width);
        }
        lines += block.line_count;
    }
    assert_true(measured < 5 * lines);
    measured = 0;
    text_break(&typeface, &arena, FACE_REGULAR, SIZE, LIT("six mots qui ont leur place"), 600);
    assert_int_equal(measured, 2); /* does it fit, and how wide is it */
    arena_free(&arena);
}

static void test_a_text_longer_than_a_window_of_the_breaker(void **state) {
    (void)state;
    enum { WORDS = 3000 };
    static char text[WORDS * 4 + 1];
    for (int i = 0; i < WORDS; i++)
        memcpy(text + (size_t)i * 4, "mot ", 4);
    Arena arena = {0};
    TextBlock block = text_break(&MONOSPACE, &arena, FACE_REGULAR, SIZE, slice_from(text), 70);
    assert_int_equal(block.line_count, WORDS / 2);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_breaks_at_blanks_and_leaves_none_at_the_end),
        cmocka_unit_test(test_keeps_french_signs_with_their_word),
        cmocka_unit_test(test_a_hyphen_is_the_last_chance_a_no_break_hyphen_is_none),
        cmocka_unit_test(test_cuts_only_a_word_that_is_alone_too_wide),
        cmocka_unit_test(test_loses_nothing),
        cmocka_unit_test(test_lines_are_full_and_soon_found),
        cmocka_unit_test(test_a_text_longer_than_a_window_of_the_breaker),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
