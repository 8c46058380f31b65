/* What a page wishes of a video: that of the node that shows one, else of the one that a finger is
 * about to ask for. */
#include "ui/widget.h"

#include "support/sheet.h"
#include "support/test.h"

static Node *add_card(Page *page, int video_ahead) {
    return page_add(page, page->root,
                    (Node){.role = ROLE_BUTTON,
                           .fill = PAINT_SURFACE,
                           .width = 200,
                           .height = 96,
                           .action = {1, video_ahead},
                           .spoken = LIT("Souder"),
                           .video_ahead = video_ahead});
}

static void test_nothing_is_wished_for_without_a_video(void **state) {
    (void)state;
    Page *page = sheet_begin();
    add_card(page, 3);
    page_layout(page);
    assert_null(page_video(page));
    assert_int_equal(page_video_wish(page).clip, VIDEO_NO_CLIP);
}

/* As in a sentence with named slots. */
static void test_a_name_keeps_its_direction(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Slice filled = widget_fill(page, LIT("من # دقيقة"), LIT("Bac+2 (CAP)"));
    assert_true(slice_is(filled, "من \u2068Bac+2 (CAP)\u2069 دقيقة"));
    Slice both = tr_beside(page, LIT("Bac+2 (CAP)"), LIT("دقيقة")); /* on a page of the other one */
    assert_int_equal(slice_find(both, LIT("\u2069")), -1);
}

/* What stands on it is divided by its parts when it is painted. */
static void test_a_graphic_without_parts_has_one(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Slice spoken = LIT("0 sur 0");
    assert_int_equal(widget_rule(page, page->root, (Rule){0}, spoken)->graphic.rule.total, 1);
    assert_int_equal(
        widget_meter(page, page->root, (Meter){0}, PAINT_ACCENT, spoken)->graphic.meter.total, 1);
    assert_int_equal(
        widget_bars(page, page->root, BARS_NEAR, (Bars){0}, PAINT_INK)->graphic.bars.total, 1);
}

static void test_a_finger_on_a_card_wishes_for_its_clip(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *card = add_card(page, 3);
    page_layout(page);
    card->pressed = true;
    VideoWish wish = page_video_wish(page);
    assert_int_equal(wish.clip, 2);
    assert_true(wish.early && wish.paused);
    assert_int_equal(wish.percent, 0); /* a finger that slides off has heard nothing */
    card->video_ahead = 0;
    assert_int_equal(page_video_wish(page).clip, VIDEO_NO_CLIP);
}

static void test_the_video_that_is_shown_comes_first(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *card = add_card(page, 3);
    Node *video =
        page_add(page, page->root,
                 (Node){.role = ROLE_IMAGE,
                        .graphic = {GRAPHIC_VIDEO,
                                    .video = {.wish = {.clip = 5, .seek_id = 2, .percent = 70}}},
                        .width = 320,
                        .height = 180,
                        .spoken = LIT("Un cordon")});
    page_layout(page);
    card->pressed = true;
    VideoWish wish = page_video_wish(page);
    assert_int_equal(wish.clip, 5);
    assert_false(wish.early || wish.paused);
    video->inert = true; /* something lies over it */
    assert_true(page_video_wish(page).paused);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_is_wished_for_without_a_video),
        cmocka_unit_test(test_a_name_keeps_its_direction),
        cmocka_unit_test(test_a_graphic_without_parts_has_one),
        cmocka_unit_test(test_a_finger_on_a_card_wishes_for_its_clip),
        cmocka_unit_test(test_the_video_that_is_shown_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
