/* The inspector must find what is wrong, or the sweep over every page proves nothing. */
#include "ui/inspect.h"

#include "support/sheet.h"
#include "support/test.h"

static Node *add_button(Page *page, Node *parent, int w, int h, const char *label) {
    return page_add(page, parent,
                    (Node){.role = ROLE_BUTTON,
                           .fill = PAINT_PRIMARY,
                           .ink = PAINT_ON_PRIMARY,
                           .width = w,
                           .height = h,
                           .action = {1, 0},
                           .spoken = slice_from(label)});
}

/* A page that is fine: one button within reach, in the middle of nothing. */
static Node *begin(Page **page) {
    *page = sheet_begin();
    Node *column =
        page_add(*page, (*page)->root, (Node){.pad_y = 400, .gap = 14, .align = ALIGN_START});
    add_button(*page, column, 200, 96, "Retour");
    return column;
}

static void expect(Page *page, const char *finding) {
    page_layout(page);
    Findings found = page_inspect(page);
    for (int i = 0; i < found.count; i++)
        if (finding && slice_find(found.finding[i].text, slice_from(finding)) >= 0)
            return;
    if (finding)
        fail_msg("not found: %s", finding);
    if (found.count)
        fail_msg(SLICE_FMT, SLICE_ARG(found.finding[0].text));
}

static void test_a_good_page_has_no_findings(void **state) {
    (void)state;
    Page *page;
    begin(&page);
    expect(page, NULL);
}

static void test_finds_what_is_too_large(void **state) {
    (void)state;
    Page *page;
    page_add(page, begin(&page), (Node){.height = 900});
    expect(page, "larger than its place");
    Node *column = begin(&page);
    page_add(page, column,
             (Node){.ink = PAINT_INK, .width = 60, .text = LIT("anticonstitutionnellement")});
    expect(page, "a word is wider than its place");
}

static void test_finds_targets_too_small_too_close_or_out_of_reach(void **state) {
    (void)state;
    Page *page;
    add_button(page, begin(&page), 200, 60, "Petit");
    expect(page, "too small to touch");
    Node *column = begin(&page);
    column->gap = 13;
    add_button(page, column, 200, 96, "Voisin");
    expect(page, "too close");
    column = begin(&page);
    column->pad_y = 132;
    expect(page, "out of reach");
}

static void test_finds_a_heading_left_alone(void **state) {
    (void)state;
    Page *page;
    Node *column = page_add(page, begin(&page), (Node){.paged = true, .height = 100});
    page_add(page, column, (Node){.ink = PAINT_INK, .height = 60, .keep = true});
    page_add(page, column, (Node){.ink = PAINT_INK, .height = 60});
    expect(page, "a heading without its text");
}

static void test_finds_overlap(void **state) {
    (void)state;
    Page *page;
    begin(&page);
    Node *layer = page_add(page, page->root, (Node){.pad_y = 420});
    page_add(page, layer, (Node){.ink = PAINT_INK, .text = LIT("dessus")});
    expect(page, "overlaps");
}

static void test_finds_what_is_too_faint(void **state) {
    (void)state;
    Page *page;
    page_add(page, begin(&page), (Node){.ink = PAINT_LINE, .text = LIT("gris sur gris")});
    expect(page, "too faint to read");
    page_add(page, begin(&page), (Node){.fill = PAINT_SURFACE, .border = PAINT_EDGE, .height = 50});
    expect(page, "border is too faint");
}

static void test_finds_what_says_nothing(void **state) {
    (void)state;
    Page *page;
    page_add(page, begin(&page), (Node){.role = ROLE_IMAGE, .height = 50});
    expect(page, "an image without words");
    add_button(page, begin(&page), 200, 96, NULL);
    expect(page, "a control without words");
}

/* A row too wide for its spare part, a button below it, and so much of the page filled. */
static Page *leave_something_out(int filled, int token) {
    Page *page;
    Node *column = begin(&page);
    column->pad_y = 135;
    Node *row = page_add(page, column, (Node){.flow = FLOW_ROW, .width = 1000});
    page_add(
        page, row,
        (Node){.graphic = {GRAPHIC_METER, .meter = {.total = 1}}, .width = 1000, .height = 100});
    page_add(page, row,
             (Node){.width = 200,
                    .height = 100,
                    .drop_rank = 2,
                    .action = {token, 0},
                    .spoken = LIT("Plan")});
    page_add(
        page, column,
        (Node){
            .graphic.kind = GRAPHIC_EMBLEM, .width = filled, .height = 580, .spoken = LIT("roue")});
    return page;
}

static void test_finds_what_is_left_out_beside_empty_room(void **state) {
    (void)state;
    expect(leave_something_out(400, 0), "left out, and a quarter of the page is empty");
    Page *full = leave_something_out(1900, 0);
    page_layout(full);
    assert_int_equal(full->left_out, 1);
    Findings found = page_inspect(full);
    for (int i = 0; i < found.count; i++)
        assert_true(slice_find(found.finding[i].text, LIT("a quarter of the page")) < 0);
}

static void test_finds_a_control_left_out(void **state) {
    (void)state;
    expect(leave_something_out(1900, 2), "a control was left out");
}

/* What stands on a card cannot go above the reach line: the room there is not its. */
static void test_room_out_of_reach_is_no_room_for_a_card(void **state) {
    (void)state;
    for (int seated = 0; seated < 2; seated++) {
        Page *page;
        Node *column = begin(&page);
        page->form = form_of((Settings){.seated = seated}, page->window.w, page->window.h);
        column->pad_y = 0;
        column->justify = ALIGN_END;
        column->align = ALIGN_STRETCH;
        Node *card =
            page_add(page, column, (Node){.action = {2, 0}, .height = 560, .spoken = LIT("carte")});
        page_add(page, card,
                 (Node){.graphic = {GRAPHIC_METER, .meter = {.total = 1}}, .height = 550});
        page_add(page, card, (Node){.height = 20, .drop_rank = 1});
        page_layout(page);
        assert_int_equal(page->left_out, 1);
        Findings found = page_inspect(page);
        bool empty = false;
        for (int i = 0; i < found.count; i++)
            empty |= slice_find(found.finding[i].text, LIT("a quarter of the page")) >= 0;
        assert_int_equal(empty, !seated);
    }
}

/* A page of five high plates with nothing but a word on each, as a question without its bars. */
static void test_a_plate_is_only_as_full_as_what_stands_on_it(void **state) {
    (void)state;
    for (int bars = 0; bars < 2; bars++) {
        Page *page;
        Node *column = begin(&page);
        column->pad_y = 140;
        column->align = ALIGN_STRETCH;
        page_add(page, column, (Node){.height = 100, .drop_rank = 1});
        Node *row = page_add(page, column, (Node){.flow = FLOW_ROW, .gap = 20});
        for (int i = 0; i < 5; i++) {
            Node *plate =
                page_add(page, row, (Node){.grow = 1, .min_h = 690, .action = {2 + i, 0}});
            if (bars)
                page_add(page, plate,
                         (Node){.graphic = {GRAPHIC_BARS, .bars = {.total = 5}}, .height = 640});
            page_add(page, plate, (Node){.ink = PAINT_INK, .text = LIT("Beaucoup")});
        }
        page_layout(page);
        assert_int_equal(page->left_out, 1);
        Findings found = page_inspect(page);
        bool empty = false;
        for (int i = 0; i < found.count; i++)
            empty |= slice_find(found.finding[i].text, LIT("a quarter of the page")) >= 0;
        assert_int_equal(empty, !bars);
    }
}

static void test_finds_a_poster_without_a_picture(void **state) {
    (void)state;
    for (int side = 0; side <= 400; side += 200) { /* none, a stamp, a picture */
        Page *page;
        Node *column = begin(&page);
        column->pad_y = 200;
        page->poster = true;
        if (side)
            page_add(page, column,
                     (Node){.graphic.kind = GRAPHIC_EMBLEM,
                            .width = side,
                            .height = side / 2 + 20,
                            .spoken = LIT("roue")});
        expect(page, side < 400 ? "nothing to see from afar" : NULL);
    }
}

static void test_finds_a_page_without_a_way_out(void **state) {
    (void)state;
    Page *page = sheet_begin();
    page_add(page, page->root, (Node){.ink = PAINT_INK, .text = LIT("cul-de-sac")});
    expect(page, "no way to leave");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_good_page_has_no_findings),
        cmocka_unit_test(test_finds_what_is_too_large),
        cmocka_unit_test(test_finds_targets_too_small_too_close_or_out_of_reach),
        cmocka_unit_test(test_finds_a_heading_left_alone),
        cmocka_unit_test(test_finds_overlap),
        cmocka_unit_test(test_finds_what_is_too_faint),
        cmocka_unit_test(test_finds_what_says_nothing),
        cmocka_unit_test(test_finds_what_is_left_out_beside_empty_room),
        cmocka_unit_test(test_finds_a_control_left_out),
        cmocka_unit_test(test_room_out_of_reach_is_no_room_for_a_card),
        cmocka_unit_test(test_a_plate_is_only_as_full_as_what_stands_on_it),
        cmocka_unit_test(test_finds_a_poster_without_a_picture),
        cmocka_unit_test(test_finds_a_page_without_a_way_out),
    };
    return cmocka_run_group_tests(tests, NULL, sheet_teardown);
}
