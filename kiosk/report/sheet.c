/* Writes CSV and OpenDocument. Knows no figures. */
#include "report/sheet.h"

#include "report/svg.h"
#include "report/words.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* ---- CSV ------------------------------------------------------------------------------------- */

/* A spreadsheet must not take a name for a formula. */
static bool looks_like_formula(Slice text) {
    return text.len && strchr("=+-@\t\r", text.at[0]);
}

static void put_field(FILE *out, Slice text) {
    putc('"', out);
    if (looks_like_formula(text))
        putc('\'', out);
    for (int i = 0; i < text.len; i++) {
        if (text.at[i] == '"')
            putc('"', out);
        putc(text.at[i], out);
    }
    putc('"', out);
}

static void put_number(FILE *out, TidyNumber number) {
    if (number.there)
        fprintf(out, "%lld", (long long)number.n);
}

/* Days are bare so that a spreadsheet takes them for days, names are quoted. */
static void put_row(FILE *out, const TidyRow *row, char between) {
    put_field(out, row->kind);
    fprintf(out, "%c" SLICE_FMT "%c" SLICE_FMT "%c", between, SLICE_ARG(row->from), between,
            SLICE_ARG(row->to), between);
    put_field(out, row->key);
    putc(between, out);
    put_field(out, row->label);
    putc(between, out);
    put_number(out, row->value);
    putc(between, out);
    put_number(out, row->low);
    putc(between, out);
    put_number(out, row->high);
    fprintf(out, "%c%d%c", between, row->masked, between);
    put_field(out, row->kiosk);
    fputs("\r\n", out);
}

/* The mark in front: without it spreadsheets do not take UTF-8 for what it is. */
void sheet_csv(FILE *out, const TidyTable *table, Lang lang) {
    char between = report_word(lang, REPORT_SEPARATOR).at[0];
    fputs("\xEF\xBB\xBF", out);
    for (int c = 0; c < TIDY_COLUMNS; c++)
        fprintf(out, SLICE_FMT "%s", SLICE_ARG(tidy_column(lang, c)),
                c == TIDY_COLUMNS - 1 ? "\r\n" : (char[]){between, 0});
    for (int i = 0; i < table->row_count; i++)
        put_row(out, &table->row[i], between);
}

/* ---- OpenDocument ---------------------------------------------------------------------------- */

static const char MIME[] = "application/vnd.oasis.opendocument.spreadsheet";
static const char MANIFEST[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
    " manifest:version=\"1.2\">"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\""
    " manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>\n";
static const char CONTENT[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" office:version=\"1.2\">"
    "<office:automatic-styles>"
    "<number:date-style style:name=\"iso\"><number:year "
    "number:style=\"long\"/><number:text>-</number:text>"
    "<number:month number:style=\"long\"/><number:text>-</number:text><number:day "
    "number:style=\"long\"/>"
    "</number:date-style>"
    "<style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"iso\"/>"
    "<style:style style:name=\"head\" style:family=\"table-cell\"><style:text-properties"
    " fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"narrow\" "
    "style:family=\"table-column\"><style:table-column-properties"
    " style:column-width=\"26mm\"/></style:style>"
    "<style:style style:name=\"broad\" style:family=\"table-column\"><style:table-column-properties"
    " style:column-width=\"62mm\"/></style:style>"
    "</office:automatic-styles><office:body><office:spreadsheet>";

static void put_text_cell(FILE *out, const char *style, Slice text) {
    fprintf(out, "<table:table-cell%s office:value-type=\"string\"><text:p>", style);
    html_escape(out, text);
    fputs("</text:p></table:table-cell>", out);
}

static void put_day_cell(FILE *out, Slice day) {
    fprintf(out,
            "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" "
            "office:date-value=\"" SLICE_FMT "\"><text:p>" SLICE_FMT "</text:p></table:table-cell>",
            SLICE_ARG(day), SLICE_ARG(day));
}

static void put_number_cell(FILE *out, TidyNumber number) {
    if (!number.there)
        fputs("<table:table-cell/>", out);
    else
        fprintf(out,
                "<table:table-cell office:value-type=\"float\" "
                "office:value=\"%lld\"><text:p>%lld</text:p>"
                "</table:table-cell>",
                (long long)number.n, (long long)number.n);
}

static void put_row_cells(FILE *out, const TidyRow *row) {
    fputs("<table:table-row>", out);
    put_text_cell(out, "", row->kind);
    put_day_cell(out, row->from);
    put_day_cell(out, row->to);
    put_text_cell(out, "", row->key);
    put_text_cell(out, "", row->label);
    put_number_cell(out, row->value);
    put_number_cell(out, row->low);
    put_number_cell(out, row->high);
    put_number_cell(out, (TidyNumber){row->masked, true});
    put_text_cell(out, "", row->kiosk);
    fputs("</table:table-row>", out);
}

static void put_content(FILE *out, const TidyTable *table, Lang lang) {
    fputs(CONTENT, out);
    fprintf(out, "<table:table table:name=\"%s\">", table->subject);
    fputs("<table:table-column table:style-name=\"narrow\" table:number-columns-repeated=\"4\"/>"
          "<table:table-column table:style-name=\"broad\"/>"
          "<table:table-column table:style-name=\"narrow\" table:number-columns-repeated=\"5\"/>"
          "<table:table-header-rows><table:table-row>",
          out);
    for (int c = 0; c < TIDY_COLUMNS; c++)
        put_text_cell(out, " table:style-name=\"head\"", tidy_column(lang, c));
    fputs("</table:table-row></table:table-header-rows>", out);
    for (int i = 0; i < table->row_count; i++)
        put_row_cells(out, &table->row[i]);
    fprintf(
        out,
        "</table:table><table:database-ranges><table:database-range table:name=\"rows\""
        " table:target-range-address=\"'%s'.A1:'%s'.J%d\" table:display-filter-buttons=\"true\"/>"
        "</table:database-ranges></office:spreadsheet></office:body></office:document-content>\n",
        table->subject, table->subject, table->row_count + 1);
}

/* OpenDocument 1.2, part 3: the kind of the file comes first and is not packed, so that it is known
 * by its first bytes. */
static bool add_member(zip_t *zip, const char *name, const void *bytes, size_t size, bool packed) {
    zip_source_t *source = zip_source_buffer(zip, bytes, size, 0);
    zip_int64_t at = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (at < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_set_file_compression(zip, (zip_uint64_t)at, packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                    packed ? 6 : 0) == 0 &&
           zip_file_set_dostime(zip, (zip_uint64_t)at, 0, 1 << 5 | 1, 0) == 0; /* 1 January 1980 */
}

static bool copy_out(FILE *out, zip_source_t *archive) {
    char bytes[65536];
    zip_int64_t got = -1;
    if (zip_source_open(archive) != 0)
        return false;
    while ((got = zip_source_read(archive, bytes, sizeof bytes)) > 0)
        fwrite(bytes, 1, (size_t)got, out);
    zip_source_close(archive);
    return got == 0;
}

static bool pack(FILE *out, const char *content, size_t size) {
    zip_source_t *archive = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = archive ? zip_open_from_source(archive, ZIP_TRUNCATE, NULL) : NULL;
    if (!zip) {
        zip_source_free(archive);
        return false;
    }
    zip_source_keep(archive);
    bool good = add_member(zip, "mimetype", MIME, strlen(MIME), false) &&
                add_member(zip, "META-INF/manifest.xml", MANIFEST, strlen(MANIFEST), true) &&
                add_member(zip, "content.xml", content, size, true);
    if (!good || zip_close(zip) != 0) {
        zip_discard(zip);
        good = false;
    }
    good = good && copy_out(out, archive);
    zip_source_free(archive);
    return good;
}

bool sheet_ods(FILE *out, const TidyTable *table, Lang lang) {
    char *content = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&content, &size);
    put_content(memory, table, lang);
    bool good = fclose(memory) == 0 && pack(out, content, size);
    free(content);
    return good;
}
