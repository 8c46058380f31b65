#include "support/sheet.h"
#include "support/test.h"

#include <stdlib.h>

static void expect_box(const Node *node, int x, int y, int w, int h) {
    Box at = node->box;
    if (at.x != x || at.y != y || at.w != w || at.h != h)
        fail_msg("box is %d,%d %dx%d, not %d,%d %dx%d", node->box.x, node->box.y, node->box.w,
                 node->box.h, x, y, w, h);
}

static void test_column_stacks_with_gap_and_padding(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *column = page_add(page, page->root, (Node){.gap = 10, .pad_x = 20, .pad_y = 30});
    Node *a = page_add(page, column, (Node){.height = 100});
    Node *b = page_add(page, column, (Node){.grow = 1});
    Node *c = page_add(page, column, (Node){.height = 50});
    page_layout(page);
    expect_box(a, 20, 30, 1880, 100);
    expect_box(b, 20, 140, 1880, 1080 - 30 - 60 - 140);
    expect_box(c, 20, 1000, 1880, 50);
    assert_int_equal(page->overflows, 0);
}

static void test_row_shares_what_is_left_by_weight(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *row = page_add(page, page->root, (Node){.flow = FLOW_ROW, .gap = 20});
    Node *a = page_add(page, row, (Node){.width = 100});
    Node *b = page_add(page, row, (Node){.grow = 1});
    Node *c = page_add(page, row, (Node){.grow = 2});
    page_layout(page);
    expect_box(a, 0, 0, 100, 1080);
    expect_box(b, 120, 0, 593, 1080);
    expect_box(c, 733, 0, 1187, 1080);
}

static void test_row_too_full_narrows_its_texts(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *row = page_add(page, page->root, (Node){.flow = FLOW_ROW});
    Node *text = page_add(
        page, row,
        (Node){
            .text = LIT(
                "un texte assez long pour devoir aller sur plusieurs lignes quand la place manque "
                "et qui se laisse couper entre les mots autant de fois que l’on voudra")});
    Node *fixed = page_add(page, row, (Node){.width = 900});
    page_layout(page);
    assert_int_equal(text->box.w + fixed->box.w, 1920);
    assert_true(text->block.line_count > 1);
    assert_int_equal(page->overflows, 0);
}

static void test_grid_fills_rows_of_equal_cells(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *grid = page_add(page, page->root, (Node){.flow = FLOW_GRID, .columns = 3, .gap = 30});
    Node *cell[6];
    for (int i = 0; i < 6; i++)
        cell[i] = page_add(page, grid, (Node){.height = 0});
    page_layout(page);
    expect_box(cell[0], 0, 0, 620, 525);
    expect_box(cell[5], 1300, 555, 620, 525);
}

static void test_grid_goes_on_to_further_pages(void **state) {
    (void)state;
    for (int wish = -1; wish < 4; wish++) {
        Page *page = sheet_begin();
        Node *grid = page_add(
            page, page->root,
            (Node){
                .flow = FLOW_GRID, .columns = 2, .paged = true, .page_wish = wish, .page_rows = 2});
        Node *cell[9];
        for (int i = 0; i < 9; i++)
            cell[i] = page_add(page, grid, (Node){.min_h = 200});
        page_layout(page);
        int at = wish < 0 ? 0 : wish > 2 ? 2 : wish;
        assert_int_equal(grid->page_count, 3);
        assert_int_equal(grid->page_at, at);
        for (int i = 0; i < 9; i++)
            assert_int_equal(!cell[i]->hidden, i / 4 == at);
    }
}

static void test_a_heading_is_never_the_last_of_a_page(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *column = page_add(page, page->root, (Node){.paged = true});
    page_add(page, column, (Node){.height = 800});
    Node *heading = page_add(page, column, (Node){.height = 100, .keep = true});
    Node *text = page_add(page, column, (Node){.height = 300});
    page_layout(page);
    assert_int_equal(column->page_count, 2);
    assert_true(heading->hidden && text->hidden);
}

static void test_pager_is_there_only_when_there_is_something_to_turn(void **state) {
    (void)state;
    for (int children = 2; children <= 3; children++) {
        Page *page = sheet_begin();
        Node *outer = page_add(page, page->root, (Node){0});
        Node *column = page_add(page, outer, (Node){.paged = true, .grow = 1});
        for (int i = 0; i < children; i++)
            page_add(page, column, (Node){.height = 500});
        Node *pager = page_add(page, outer, (Node){.height = 100, .pager = true, .turns = column});
        Node *on = page_add(
            page, pager, (Node){.role = ROLE_BUTTON, .turns = column, .turn = 1, .action = {1, 0}});
        page_layout(page);
        assert_int_equal(pager->hidden, children == 2);
        if (children == 3) {
            assert_int_equal(on->action.arg, 1);
            assert_true(column->box.h <= 980);
        }
    }
}

/* Whatever it was made as, whoever looks at it sees that it does nothing now. */
static void test_what_is_disabled_lies_flat(void **state) {
    (void)state;
    Page *page = sheet_begin();
    for (int disabled = 0; disabled < 2; disabled++) {
        Node *button = page_add(page, page->root,
                                (Node){.role = ROLE_BUTTON,
                                       .fill = PAINT_PRIMARY,
                                       .edge = PAINT_PRIMARY_EDGE,
                                       .border = PAINT_LINE,
                                       .action = {1, 0},
                                       .disabled = disabled});
        Node *words = page_add(
            page, button, (Node){.type = TYPE_UI, .ink = PAINT_ON_PRIMARY, .text = LIT("Suite")});
        page_layout(page);
        assert_int_equal(button->fill, disabled ? PAINT_SOFT : PAINT_PRIMARY);
        assert_int_equal(button->edge, disabled ? PAINT_NONE : PAINT_PRIMARY_EDGE);
        assert_int_equal(button->border, disabled ? PAINT_NONE : PAINT_LINE);
        assert_int_equal(words->ink, disabled ? PAINT_INK2 : PAINT_ON_PRIMARY);
    }
}

/* A number on its sign is still to be told from it. */
static void test_a_disabled_sign_is_read(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *plate = page_add(page, page->root, (Node){.role = ROLE_BUTTON, .disabled = true});
    Node *sign =
        page_add(page, plate, (Node){.graphic = {.kind = GRAPHIC_LEVEL}, .ink = PAINT_PRIMARY});
    Node *number =
        page_add(page, sign, (Node){.type = TYPE_UI, .ink = PAINT_ON_PRIMARY, .text = LIT("4")});
    page_layout(page);
    assert_int_equal(sign->ink, PAINT_INK2);
    assert_int_equal(number->ink, PAINT_SOFT);
}

static void test_spare_parts_leave_by_rank_until_the_page_fits(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *column = page_add(page, page->root, (Node){0});
    Node *body = page_add(page, column, (Node){.height = 700});
    Node *last = page_add(page, column, (Node){.height = 100, .drop_rank = 3});
    Node *second = page_add(page, column, (Node){.height = 300, .drop_rank = 2});
    Node *first = page_add(page, column, (Node){.height = 400, .drop_rank = 1});
    page_layout(page);
    assert_true(first->hidden && second->hidden);
    assert_false(last->hidden || body->hidden);
    assert_int_equal(page->left_out, 2);
    assert_int_equal(page->overflows, 0);
}

/* A page with a picture of 600x400 over a control, and `words` of that height that may go. */
static Node *picture_over(Page *page, int least, int control, int words) {
    Node *column = page_add(page, page->root, (Node){.align = ALIGN_START});
    Node *picture =
        page_add(page, column, (Node){.width = 600, .height = 400, .least = least, .drop_rank = 3});
    page_add(page, column, (Node){.width = 900, .height = control, .action = {1, 0}});
    if (words)
        page_add(page, column, (Node){.width = 900, .height = words, .drop_rank = 1});
    return picture;
}

static void test_a_picture_shrinks_before_anything_is_left_out(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *picture = picture_over(page, 160, 500, 300);
    page_layout(page);
    assert_int_equal(page->left_out, 0);
    assert_int_equal(page->overflows, 0);
    assert_true(picture->box.h <= 280 && picture->box.h > 220); /* as large as there is room for */
    assert_true(abs(picture->box.w * 2 - picture->box.h * 3) <= 2); /* and in its shape */
}

static void test_what_fits_keeps_its_size(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *picture = picture_over(page, 160, 500, 100);
    page_layout(page);
    expect_box(picture, 0, 0, 600, 400);
}

static void test_words_leave_before_a_picture_that_is_at_its_least(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *picture = picture_over(page, 300, 700, 200);
    page_layout(page);
    assert_int_equal(page->left_out, 1);
    assert_false(picture->hidden);
    assert_true(picture->box.h >= 300 && picture->box.h <= 380);
    page = sheet_begin();
    picture = picture_over(page, 300, 900, 0);
    page_layout(page);
    assert_true(picture->left_out);
    assert_int_equal(page->overflows, 0);
}

static void test_an_icon_and_least_heights_shrink_too(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *column = page_add(page, page->root, (Node){0});
    Node *icon =
        page_add(page, column, (Node){.type = TYPE_ICON_PICTURE, .icon = ICON_school, .least = 64});
    Node *plate = page_add(page, column, (Node){.min_h = 200, .least = 100});
    page_add(page, column, (Node){.height = 916});
    page_layout(page);
    assert_int_equal(page->overflows, 0);
    assert_int_equal(icon->font_px, 64);
    assert_int_equal(plate->box.h, 100);
}

/* Whatever does not help stays: the lines under the heading have nothing to do with the full row.
 */
static void test_only_what_helps_is_left_out(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *column = page_add(page, page->root, (Node){0});
    Node *innocent =
        page_add(page, column, (Node){.ink = PAINT_INK, .text = LIT("ligne"), .drop_rank = 1});
    Node *row = page_add(page, column, (Node){.flow = FLOW_ROW});
    Node *card[3], *extra[3];
    for (int i = 0; i < 3; i++) {
        card[i] = page_add(page, row, (Node){.flow = FLOW_ROW, .width = 640});
        page_add(page, card[i], (Node){.width = 600, .height = 100});
        extra[i] =
            page_add(page, card[i], (Node){.width = i ? 20 : 100, .height = 100, .drop_rank = 1});
    }
    page_layout(page);
    assert_false(innocent->left_out);
    for (int i = 0; i < 3; i++)
        assert_true(extra[i]->left_out); /* those alike leave together */
    assert_int_equal(page->overflows, 0);
}

static void test_a_full_drawer_takes_nothing_from_the_page_behind(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *behind = page_add(page, page->root, (Node){0});
    Node *kept = page_add(page, behind, (Node){.height = 100, .drop_rank = 1});
    Node *drawer = page_add(page, page->root, (Node){0});
    page_add(page, drawer, (Node){.height = 1000});
    Node *gone = page_add(page, drawer, (Node){.height = 100, .drop_rank = 1});
    page_layout(page);
    assert_false(kept->left_out);
    assert_true(gone->left_out);
}

/* Cards of 300 with pictures that shrink by 200: three rows of them, where two would fit at full
   size. */
static void test_pictures_shrink_before_a_page_has_fewer_rows(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *grid = page_add(page, page->root,
                          (Node){.flow = FLOW_GRID, .columns = 1, .paged = true, .page_rows = 3});
    Node *picture[3];
    for (int i = 0; i < 3; i++) {
        Node *card = page_add(page, grid, (Node){.align = ALIGN_START});
        page_add(page, card, (Node){.width = 900, .height = 100});
        picture[i] =
            page_add(page, card, (Node){.width = 300, .height = 300, .least = 100, .drop_rank = 2});
    }
    page_layout(page);
    assert_int_equal(grid->page_count, 1);
    for (int i = 0; i < 3; i++)
        assert_true(!picture[i]->hidden && picture[i]->box.h > 200);
    assert_int_equal(page->overflows, 0);
}

static void test_a_page_has_fewer_rows_before_pictures_leave(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *grid = page_add(page, page->root,
                          (Node){.flow = FLOW_GRID, .columns = 1, .paged = true, .page_rows = 3});
    Node *picture[4];
    for (int i = 0; i < 4; i++) {
        Node *card = page_add(page, grid, (Node){.align = ALIGN_START});
        page_add(page, card, (Node){.width = 900, .height = 200});
        picture[i] =
            page_add(page, card, (Node){.width = 300, .height = 300, .least = 250, .drop_rank = 2});
    }
    page_layout(page);
    assert_int_equal(page->left_out, 0);
    assert_int_equal(grid->page_count, 2);
    assert_true(picture[0]->box.h > 250);
}

/* Three rows of names a page, four cards: alone on the last page, the fourth has room for its
   lines. */
static void test_the_last_page_shows_what_the_full_ones_leave_out(void **state) {
    (void)state;
    for (int at = 0; at < 2; at++) {
        Page *page = sheet_begin();
        Node *grid = page_add(
            page, page->root,
            (Node){
                .flow = FLOW_GRID, .columns = 1, .paged = true, .page_rows = 3, .page_wish = at});
        Node *lines[4];
        for (int i = 0; i < 4; i++) {
            Node *card = page_add(page, grid, (Node){0});
            page_add(page, card, (Node){.height = 300});
            lines[i] = page_add(page, card, (Node){.height = 200, .drop_rank = 1});
        }
        page_layout(page);
        assert_int_equal(grid->page_count, 2);
        assert_int_equal(grid->page_at, at);
        assert_int_equal(lines[3]->left_out, !at);
        assert_int_equal(page->overflows, 0);
    }
}

/* "sous-titrées" stays whole as long as the picture beside it can give way. */
static void test_a_picture_yields_to_a_compound(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *row = page_add(page, page->root, (Node){.flow = FLOW_ROW, .align = ALIGN_START});
    Node *picture = page_add(page, row, (Node){.width = 1800, .height = 600, .least = 300});
    Node *words =
        page_add(page, row, (Node){.grow = 1, .ink = PAINT_INK, .text = LIT("sous-titrées")});
    page_layout(page);
    assert_int_equal(words->block.line_count, 1);
    assert_true(picture->box.w < 1800 && picture->box.w > 1500);
    assert_int_equal(page->left_out, 0);
}

/* A page of a language that its own name says is written from right to left. */
static Page *leftward_begin(void) {
    LangList list = {0};
    langs_add(&list, LIT("en"), LIT("English"));
    langs_add(&list, LIT("ar"), LIT("العربية"));
    langs_use(&list, NULL, 0);
    sheet_begin();
    page_begin(&sheet.page, &sheet.arena, &MONOSPACE, (Settings){.lang = 1}, 1920, 1080);
    return &sheet.page;
}

static void test_a_page_runs_the_way_its_language_is_written(void **state) {
    (void)state;
    Page *page = leftward_begin();
    assert_true(page->form.mirrored);
    Node *row = page_add(page, page->root, (Node){.flow = FLOW_ROW, .gap = 20});
    Node *first = page_add(page, row, (Node){.width = 100, .action = {7, 1}});
    Node *keys = page_add(page, row,
                          (Node){.flow = FLOW_ROW, .keeps_sides = true, .width = 300, .pad_x = 10});
    Node *one = page_add(page, keys, (Node){.width = 50, .action = {7, 2}});
    Node *icon = page_add(page, keys, (Node){.width = 60, .icon = ICON_arrow_back});
    Node *last = page_add(page, row, (Node){.grow = 1});
    page_layout(page);
    expect_box(first, 1820, 0, 100, 1080);
    expect_box(keys, 1500, 0, 300, 1080);
    expect_box(one, 1510, 0, 50, 1080);
    expect_box(icon, 1560, 0, 60, 1080);
    expect_box(last, 0, 0, 1480, 1080);
    assert_true(first->turned && keys->turned && !one->turned && !icon->turned);
    assert_ptr_equal(page_hit(page, (Point){1850, 500}), first);
    assert_ptr_equal(page_hit(page, (Point){1530, 500}), one);
    langs_use(&(LangList){0}, NULL, 0);
}

/* Its lines are higher, as far as there is the room. */
static void test_lines_are_higher_where_letters_reach_higher(void **state) {
    (void)state;
    int line[2], need = 0;
    for (int full = 0; full < 2; full++) {
        Page *page = leftward_begin();
        Node *column = page_add(page, page->root, (Node){0});
        Node *words = page_add(page, column, (Node){.role = ROLE_TEXT, .text = LIT("ببب ببب")});
        page_add(page, column, (Node){.height = full ? 1080 - need : 0});
        page_layout(page);
        line[full] = words->line_px;
        need = words->font_px * THEME_TYPE[TYPE_BODY].leading / 100;
        assert_int_equal(page->overflows, 0);
        langs_use(&(LangList){0}, NULL, 0);
    }
    assert_int_equal(line[1], need);
    assert_in_range(line[0], need * 118 / 100, need * 122 / 100);
}

static void test_says_when_it_cannot_fit(void **state) {
    (void)state;
    Page *page = sheet_begin();
    Node *column = page_add(page, page->root, (Node){0});
    page_add(page, column, (Node){.height = 1200});
    page_layout(page);
    assert_true(page->overflows > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_column_stacks_with_gap_and_padding),
        cmocka_unit_test(test_row_shares_what_is_left_by_weight),
        cmocka_unit_test(test_row_too_full_narrows_its_texts),
        cmocka_unit_test(test_grid_fills_rows_of_equal_cells),
        cmocka_unit_test(test_grid_goes_on_to_further_pages),
        cmocka_unit_test(test_a_heading_is_never_the_last_of_a_page),
        cmocka_unit_test(test_pager_is_there_only_when_there_is_something_to_turn),
        cmocka_unit_test(test_what_is_disabled_lies_flat),
        cmocka_unit_test(test_a_disabled_sign_is_read),
        cmocka_unit_test(test_spare_parts_leave_by_rank_until_the_page_fits),
        cmocka_unit_test(test_a_picture_shrinks_before_anything_is_left_out),
        cmocka_unit_test(test_what_fits_keeps_its_size),
        cmocka_unit_test(test_words_leave_before_a_picture_that_is_at_its_least),
        cmocka_unit_test(test_an_icon_and_least_heights_shrink_too),
        cmocka_unit_test(test_only_what_helps_is_left_out),
        cmocka_unit_test(test_a_full_drawer_takes_nothing_from_the_page_behind),
        cmocka_unit_test(test_pictures_shrink_before_a_page_has_fewer_rows),
        cmocka_unit_test(test_a_page_has_fewer_rows_before_pictures_leave),
        cmocka_unit_test(test_the_last_page_shows_what_the_full_ones_leave_out),
        cmocka_unit_test(test_a_picture_yields_to_a_compound),
        cmocka_unit_test(test_a_page_runs_the_way_its_language_is_written),
        cmocka_unit_test(test_lines_are_higher_where_letters_reach_higher),
        cmocka_unit_test(test_says_when_it_cannot_fit),
    };
    return cmocka_run_group_tests(tests, NULL, sheet_teardown);
}
