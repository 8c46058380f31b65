/* A page in grey for a printer: white stays white, ink is black, and what is between keeps its
   order. */
#include "platform/page/proof.h"

#include "support/test.h"
#include "support/world.h"
#include "ui/paper.h"

#include <stdlib.h>

enum { BAND = 300 }; /* of the drawing, from the top */

static Easel *easel;

static int setup(void **state) {
    int status = world_setup(state);
    easel = easel_open(&world.pack);
    return status;
}

static int teardown(void **state) {
    easel_close(easel);
    return world_teardown(state);
}

static uint8_t *proof_with(const Paint *paint, int count, Slice words) {
    Arena arena = {0};
    Page page;
    Typeface typeface = fonts_typeface(world.fonts);
    paper_begin(&page, &arena, &typeface, (Settings){0}, STEP_NORMAL);
    Node *column = page_add(&page, page.root, (Node){0});
    for (int i = 0; i < count; i++)
        page_add(&page, column, (Node){.fill = paint[i], .height = BAND});
    if (words.len)
        page_add(&page, column,
                 (Node){.role = ROLE_TEXT, .type = TYPE_H1, .ink = PAINT_INK, .text = words});
    page_layout(&page);
    uint8_t *grey = proof_of(&page, world.fonts, easel);
    assert_non_null(grey);
    arena_free(&arena);
    return grey;
}

/* In the middle of a band. */
static int in_band(const uint8_t *grey, int band) {
    int y = (int)((band + 0.5) * BAND * PAPER_HEIGHT / 1503);
    return grey[(size_t)y * PAPER_WIDTH + PAPER_WIDTH / 2];
}

static void test_ink_is_black_and_paper_white(void **state) {
    (void)state;
    static const Paint PAINTS[] = {PAINT_INK, PAINT_SURFACE, PAINT_INK2, PAINT_LINE, PAINT_EDGE};
    uint8_t *grey = proof_with(PAINTS, 5, (Slice){0});
    assert_int_equal(in_band(grey, 0), 0);
    assert_int_equal(in_band(grey, 1), 255);
    assert_true(in_band(grey, 2) > 0 && in_band(grey, 2) < in_band(grey, 3));
    assert_true(in_band(grey, 3) < in_band(grey, 4) && in_band(grey, 4) < 255);
    assert_int_equal(grey[(size_t)PAPER_WIDTH * PAPER_HEIGHT - 1], 255);
    free(grey);
}

static void test_words_are_black(void **state) {
    (void)state;
    uint8_t *grey = proof_with(NULL, 0, LIT("Atelier"));
    int black = 0;
    for (size_t i = 0; i < (size_t)PAPER_WIDTH * PAPER_HEIGHT; i++)
        black += grey[i] == 0;
    assert_in_range(black, 5000, 50000);
    free(grey);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ink_is_black_and_paper_white),
        cmocka_unit_test(test_words_are_black),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
