/* The inspector must find what is wrong, or the sweep over every page proves nothing. */
#include "ui/inspect.h"

#include "support/sheet.h"
#include "support/test.h"

static Node *add_button(Page *page, Node *parent, int w, int h, const char *label) {
    return page_add(page, parent, (Node){.role = ROLE_BUTTON, .fill = PAINT_PRIMARY, .ink = PAINT_ON_PRIMARY, .width = w,
                                         .height = h, .action = {1, 0}, .spoken = slice_from(label)});
}

/* A page that is fine: one button within reach, in the middle of nothing. */
static Node *begin(Page **page) {
    *page = sheet_begin();
    Node *column = page_add(*page, (*page)->root, (Node){.pad_y = 400, .gap = 14, .align = ALIGN_START});
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
    page_add(page, column, (Node){.ink = PAINT_INK, .width = 60, .text = LIT("anticonstitutionnellement")});
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
        cmocka_unit_test(test_finds_a_page_without_a_way_out),
    };
    return cmocka_run_group_tests(tests, NULL, sheet_teardown);
}
