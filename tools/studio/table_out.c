#include "tools/studio/table_out.h"

#include "report/svg.h"
#include "tools/pack/columns.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

typedef struct Sheet {
    Desk *d;
    const Kind *kind;
    Column *column;
    int columns;
} Sheet;

/* ---- columns --------------------------------------------------------------------------------- */

static Sheet sheet_of(Desk *d, const Kind *kind) {
    Sheet s = {.d = d, .kind = kind};
    Slice code[LANG_MAX];
    Kind facets = kind_read(d, RECORD_facet);
    Slice *facet = arena_array(d->arena, Slice, facets.count + 1);
    int langs_written = written_languages(d, code);
    for (int i = 0; i < langs_written; i++)
        code[i] = arena_copy(d->arena, code[i]);
    for (int i = 0; i < facets.count; i++)
        facet[i] = arena_copy(d->arena, facets.entry[i].id);
    ColumnNames names = {code, facet, langs_written, facets.count};
    s.columns = columns_of(d->arena, kind->id, &names, &s.column);
    return s;
}

/* ---- cells ----------------------------------------------------------------------------------- */

static Slice joined(const Sheet *s, const YamlNode *list) {
    Slice all = LIT("");
    for (const YamlNode *node = list->first; node; node = node->next)
        all = arena_printf(s->d->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all),
                           all.len ? ", " : "", SLICE_ARG(node->text));
    return all;
}

static Slice value_in(const Sheet *s, const YamlNode *node, const Column *c) {
    if (c->key)
        node = yaml_get(node, c->key);
    if (node && c->within)
        node = yaml_get(node, c->within);
    if (node && node->kind == YAML_MAP && c->lang)
        node = yaml_get(node, c->lang);
    else if (c->lang && !c->first)
        return LIT("");
    if (!node || node->kind == YAML_MAP)
        return LIT("");
    return node->kind == YAML_LIST ? joined(s, node) : node->text;
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* A list within elements of that list; NULL: there is none. */
static const char *list_within(const Sheet *s, const char *list) {
    for (int i = 0; i < s->columns; i++)
        if (s->column[i].list[1] && strcmp(s->column[i].list[0], list) == 0)
            return s->column[i].list[1];
    return NULL;
}

static int count_in(const YamlNode *map, const char *key) {
    const YamlNode *list = key ? yaml_get(map, key) : NULL;
    return list && list->kind == YAML_LIST ? list->count : 0;
}

static int height_of(const YamlNode *element, const char *within) {
    int count = count_in(element, within);
    return count > 1 ? count : 1;
}

static const YamlNode *first_in(const YamlNode *map, const char *key) {
    const YamlNode *list = yaml_get(map, key);
    return list && list->kind == YAML_LIST ? list->first : NULL;
}

static const YamlNode *element_at(const YamlNode *map, const char *key, int number) {
    const YamlNode *node = first_in(map, key);
    for (; node && number; number--)
        node = node->next;
    return node;
}

/* The element of the outer list that a row has a part of; `row` is then a row of it. */
static const YamlNode *element_in(const Sheet *s, const YamlNode *map, const char *list, int *row) {
    const char *within = list_within(s, list);
    const YamlNode *node = first_in(map, list);
    for (; node && *row >= height_of(node, within); node = node->next)
        *row -= height_of(node, within);
    return node;
}

static int rows_of_list(const Sheet *s, const YamlNode *map, const char *list) {
    const char *within = list_within(s, list);
    int rows = 0;
    for (const YamlNode *node = first_in(map, list); node; node = node->next)
        rows += height_of(node, within);
    return rows;
}

static int rows_of(const Sheet *s, const Entry *entry) {
    int most = 1;
    for (int i = 0; i < s->columns; i++) {
        const char *list = s->column[i].list[0];
        bool again = i && list == s->column[i - 1].list[0];
        int rows = list && !again ? rows_of_list(s, entry->map, list) : 0;
        most = rows > most ? rows : most;
    }
    return most;
}

/* Row 0 has the record, each further one an element more of its lists, under the same name. */
static Slice cell_of(const Sheet *s, const Entry *entry, const Column *c, int row) {
    if (c == s->column)
        return entry->id;
    if (!c->list[0])
        return row ? LIT("") : value_in(s, entry->map, c);
    const YamlNode *element = element_in(s, entry->map, c->list[0], &row);
    if (element && c->list[1])
        element = element_at(element, c->list[1], row);
    else if (row)
        element = NULL;
    return element ? value_in(s, element, c) : LIT("");
}

/* ---- CSV ------------------------------------------------------------------------------------- */

/* As it is, a sign "=" in front included: `import` reads it back so. A spreadsheet that is told
   nothing else reckons with it, and makes a number of "010"; in the table for LibreOffice every
   cell says that it is a text. */
static void put_cell(FILE *out, Slice text, bool first) {
    fputs(first ? "\"" : ";\"", out);
    for (int i = 0; i < text.len; i++) {
        if (text.at[i] == '"')
            fputc('"', out);
        fputc(text.at[i], out);
    }
    fputc('"', out);
}

void table_out_csv(Desk *d, const Kind *kind) {
    Sheet s = sheet_of(d, kind);
    fputs("\xEF\xBB\xBF", d->out); /* so that every spreadsheet knows its letters */
    for (int c = 0; c < s.columns; c++)
        put_cell(d->out, s.column[c].head, !c);
    fputs("\r\n", d->out);
    for (int e = 0; e < kind->count; e++)
        for (int row = 0; row < rows_of(&s, &kind->entry[e]); row++) {
            for (int c = 0; c < s.columns; c++)
                put_cell(d->out, cell_of(&s, &kind->entry[e], &s.column[c], row), !c);
            fputs("\r\n", d->out);
        }
}

/* ---- OpenDocument ---------------------------------------------------------------------------- */

static const char MANIFEST[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest "
    "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" "
    "manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>";
static const char HEAD[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\">"
    "<office:body><office:spreadsheet><table:table table:name=\"";
static const char FOOT[] = "</table:table></office:spreadsheet></office:body>"
                           "</office:document-content>";
static const char MIMETYPE[] = "application/vnd.oasis.opendocument.spreadsheet";

static void put_xml(FILE *out, Slice text) {
    fputs("<table:table-cell office:value-type=\"string\"><text:p>", out);
    while (text.len) { /* of several blanks only the first is one there */
        int at = slice_find(text, LIT("  "));
        int end = at < 0 ? text.len : at + 1;
        html_escape(out, slice_cut(text, 0, end));
        for (text = slice_cut(text, end, text.len); text.len && text.at[0] == ' ' && at >= 0;
             text = slice_cut(text, 1, text.len))
            fputs("<text:s/>", out);
    }
    fputs("</text:p></table:table-cell>", out);
}

static void put_rows(const Sheet *s, FILE *out) {
    fputs("<table:table-row>", out);
    for (int c = 0; c < s->columns; c++)
        put_xml(out, s->column[c].head);
    fputs("</table:table-row>", out);
    for (int e = 0; e < s->kind->count; e++)
        for (int row = 0; row < rows_of(s, &s->kind->entry[e]); row++) {
            fputs("<table:table-row>", out);
            for (int c = 0; c < s->columns; c++)
                put_xml(out, cell_of(s, &s->kind->entry[e], &s->column[c], row));
            fputs("</table:table-row>\n", out);
        }
}

static bool add_part(zip_t *zip, const char *name, const char *bytes, size_t size, int how) {
    zip_source_t *source = zip_source_buffer(zip, bytes, size, 0);
    zip_int64_t at = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (source && at < 0)
        zip_source_free(source);
    return at >= 0 && zip_set_file_compression(zip, (zip_uint64_t)at, how, 0) == 0;
}

static bool put_zip(FILE *out, const char *content, size_t size) {
    zip_error_t why;
    zip_stat_t stat;
    zip_error_init(&why);
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &why);
    zip_t *zip = memory ? zip_open_from_source(memory, ZIP_TRUNCATE, &why) : NULL;
    if (!zip)
        return false;
    zip_source_keep(memory);
    bool good = add_part(zip, "mimetype", MIMETYPE, strlen(MIMETYPE), ZIP_CM_STORE) &&
                add_part(zip, "content.xml", content, size, ZIP_CM_DEFLATE) &&
                add_part(zip, "META-INF/manifest.xml", MANIFEST, strlen(MANIFEST), ZIP_CM_DEFLATE);
    good = zip_close(zip) == 0 && good && zip_source_open(memory) == 0 &&
           zip_source_stat(memory, &stat) == 0;
    char bytes[1 << 14];
    for (zip_int64_t got; good && (got = zip_source_read(memory, bytes, sizeof bytes)) > 0;)
        fwrite(bytes, 1, (size_t)got, out);
    zip_source_free(memory);
    return good;
}

bool table_out_ods(Desk *d, const Kind *kind) {
    Sheet s = sheet_of(d, kind);
    char *content = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&content, &size);
    fputs(HEAD, memory);
    fputs(record_of(kind->id)->table, memory);
    fputs("\">", memory);
    put_rows(&s, memory);
    fputs(FOOT, memory);
    fclose(memory);
    bool good = put_zip(d->out, content, size);
    free(content);
    return good;
}
