/* Tables as spreadsheets save them: what is read, and what is said of those that are none. */
#include "tools/sources/table.h"

#include "support/test.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

static char path[64];
static Arena arena;
static Report report;
static Table table;

/* ---- files ----------------------------------------------------------------------------------- */

static void named(const char *ending) {
    snprintf(path, sizeof path, "/tmp/azimut-table-%d%s", (int)getpid(), ending);
}

static bool read_bytes(const char *bytes, size_t len) {
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, len, out), len);
    fclose(out);
    report_free(&report);
    bool good = table_read(&report, &arena, slice_from(path), &table);
    unlink(path);
    return good;
}

static bool read_csv(const char *bytes) {
    named(".csv");
    return read_bytes(bytes, strlen(bytes));
}

static bool read_ods(const char *rows) {
    char content[8192];
    named(".ods");
    snprintf(content, sizeof content,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
             "xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>"
             "<office:spreadsheet><table:table>%s</table:table><table:table><table:table-row>"
             "<table:table-cell><text:p>another sheet</text:p></table:table-cell>"
             "</table:table-row></table:table></office:spreadsheet></office:body>"
             "</office:document-content>",
             rows);
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    assert_non_null(zip);
    zip_source_t *source = zip_source_buffer(zip, content, strlen(content), 0);
    assert_true(zip_file_add(zip, "content.xml", source, 0) >= 0);
    assert_int_equal(zip_close(zip), 0);
    report_free(&report);
    bool good = table_read(&report, &arena, slice_from(path), &table);
    unlink(path);
    return good;
}

static void expect_cell(int row, int column, const char *text) {
    assert_true(row < table.count);
    Slice cell = table_cell(&table.row[row], column);
    if (!slice_is(cell, text))
        fail_msg("row %d, column %d: \"" SLICE_FMT "\" instead of \"%s\"", row, column,
                 SLICE_ARG(cell), text);
}

static void expect_fault(int row, int column, const char *part) {
    assert_true(report.count > 0);
    assert_int_equal(report.entry[0].line, row);
    assert_int_equal(report.entry[0].column, column);
    assert_true(slice_find(report.entry[0].message, slice_from(part)) >= 0);
}

/* ---- CSV ------------------------------------------------------------------------------------- */

static void separators(void **state) {
    (void)state;
    assert_true(read_csv("id;nom\na;b,c\n"));
    expect_cell(1, 1, "b,c");
    assert_true(read_csv("id,nom\na,b;c\n"));
    expect_cell(1, 1, "b;c");
    assert_true(read_csv("id\tnom\na\tb\n"));
    expect_cell(1, 1, "b");
    assert_true(read_csv("sep=|\nid|nom\na|b\n"));
    expect_cell(0, 1, "nom");
    expect_cell(1, 1, "b");
    assert_int_equal(table.row[1].number, 3);
}

/* As Excel saves it: a mark, CR and LF, quotes doubled, lines within a cell, blanks, empty rows. */
static void habits(void **state) {
    (void)state;
    assert_true(
        read_csv("\xEF\xBB\xBFid;nom\r\n a ;\"dit \"\"oui\"\"; puis\r\nnon\"\r\n;;\r\n\r\nb;c"));
    assert_int_equal(table.count, 3);
    expect_cell(0, 0, "id");
    expect_cell(1, 0, "a");
    expect_cell(1, 1, "dit \"oui\"; puis  non");
    expect_cell(2, 0, "b");
    assert_int_equal(table.row[2].number, 5);
    assert_true(read_csv("id\ra\rb\r"));
    assert_int_equal(table.count, 3);
}

static void not_a_table(void **state) {
    (void)state;
    assert_false(read_csv("id;nom\na;\"b\n"));
    expect_fault(2, 2, "guillemets");
    assert_false(read_csv("id;nom\na;\xE9t\xE9\n"));
    expect_fault(2, 2, "UTF-8");
    assert_false(read_csv("\n;;\n"));
    expect_fault(1, 1, "vide");
    named(".xlsx");
    assert_false(read_bytes("PK", 2));
    expect_fault(1, 1, ".csv ou .ods");
}

/* ---- OpenDocument ---------------------------------------------------------------------------- */

#define CELL(text) "<table:table-cell><text:p>" text "</text:p></table:table-cell>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"

static void sheets(void **state) {
    (void)state;
    assert_true(read_ods(ROW(CELL("id") CELL("du") CELL("prix")) ROW(
        CELL("a &amp; b") "<table:table-cell office:value-type=\"date\" "
                          "office:date-value=\"2027-09-01T00:00:00\"><text:p>01/09/27</text:p>"
                          "</table:table-cell><table:table-cell office:value-type=\"float\" "
                          "office:value=\"12.5\"><text:p>12,5</text:p></table:table-cell>")));
    assert_int_equal(table.count, 2); /* the second sheet is not read */
    expect_cell(1, 0, "a & b");
    expect_cell(1, 1, "2027-09-01");
    expect_cell(1, 2, "12.5");
}

static void repeated(void **state) {
    (void)state;
    assert_true(read_ods(
        ROW(CELL("id")) "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
                        "table:number-columns-repeated=\"3\"><text:p>x</text:p><text:p>y</text:p>"
                        "</table:table-cell><table:table-cell "
                        "table:number-columns-repeated=\"16000\"/></table:table-row>"
                        "<table:table-row table:number-rows-repeated=\"1048000\">"
                        "<table:table-cell/></table:table-row>" ROW(CELL("z"))));
    assert_int_equal(table.count, 4);
    expect_cell(2, 2, "x y");
    assert_int_equal(table.row[2].count, 3);
    assert_int_equal(table.row[3].number, 1048004);
}

/* A remark on a cell is not what the cell holds. */
static void remarks(void **state) {
    (void)state;
    assert_true(read_ods(ROW("<table:table-cell><office:annotation><text:p>vu</text:p>"
                             "</office:annotation><text:p>id</text:p></table:table-cell>")));
    expect_cell(0, 0, "id");
}

static void merged(void **state) {
    (void)state;
    assert_false(read_ods(ROW(CELL("id") CELL("nom"))
                              ROW(CELL("a") "<table:table-cell table:number-rows-spanned=\"2\">"
                                            "<text:p>b</text:p></table:table-cell>")
                                  ROW(CELL("c") "<table:covered-table-cell/>")));
    expect_fault(2, 2, "fusionnées ici ; défaire la fusion");
}

static void no_archive(void **state) {
    (void)state;
    named(".ods");
    assert_false(read_bytes("PK\3\4 and no more", 16));
    expect_fault(1, 1, "OpenDocument");
}

static void columns(void **state) {
    (void)state;
    assert_true(slice_is(table_column(&arena, 0), "A"));
    assert_true(slice_is(table_column(&arena, 25), "Z"));
    assert_true(slice_is(table_column(&arena, 26), "AA"));
    assert_true(slice_is(table_column(&arena, 701), "ZZ"));
}

static int end(void **state) {
    (void)state;
    report_free(&report);
    arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(separators), cmocka_unit_test(habits),     cmocka_unit_test(not_a_table),
        cmocka_unit_test(sheets),     cmocka_unit_test(repeated),   cmocka_unit_test(remarks),
        cmocka_unit_test(merged),     cmocka_unit_test(no_archive), cmocka_unit_test(columns),
    };
    return cmocka_run_group_tests(tests, NULL, end);
}
