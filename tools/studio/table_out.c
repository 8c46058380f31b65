#include "tools/studio/table_out.h"

#include "report/svg.h"
#include "tools/pack/import_kinds.h"
#include "tools/pack/schema_value.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* A column: a key, one of a list within, in one language or in none. */
typedef struct Column {
    const FormField *field;
    const FormField *within; /* of a record of the list `field`; NULL: of the record itself */
    Slice lang;
} Column;

typedef struct Sheet {
    Desk *d;
    const Kind *kind;
    Column *column;
    int columns;
} Sheet;

bool table_out_comes_back(RecordId kind) {
    Arena arena = {0};
    Slice file = slice_from(schema_file_of(kind)), all = import_kinds(&arena);
    Slice name = slice_cut(file, 0, file.len - (int)strlen(".yaml"));
    int at =
        file.len > 5 ? slice_find(all, arena_printf(&arena, ", " SLICE_FMT, SLICE_ARG(name))) : -1;
    Slice rest = at < 0 ? LIT("x") : slice_cut(all, at + 2 + name.len, all.len);
    bool there = at >= 0 && (!rest.len || rest.at[0] == ',');
    arena_free(&arena);
    return there && !kind_alone(kind);
}

/* ---- columns --------------------------------------------------------------------------------- */

static bool is_told(const FormField *f) {
    return f->shape == SHAPE_TEXT || f->shape == SHAPE_WORDS || f->shape == SHAPE_NUMBER ||
           f->shape == SHAPE_FLAG || f->shape == SHAPE_DATE || f->shape == SHAPE_PICK ||
           f->shape == SHAPE_PICKS || (f->shape == SHAPE_PICK_ROWS && f->field->kind != FIELD_KEY);
}

static void add_columns(Sheet *s, const FormField *field, const FormField *within) {
    const FormField *own = within ? within : field;
    Slice code[LANG_MAX];
    int count = own->shape == SHAPE_WORDS ? written_languages(s->d, code) : 0;
    bool key = own->field->kind == FIELD_KEY;
    for (int i = 0; i < count; i++)
        *LIST_ADD(s->d->arena, s->column, s->columns) = (Column){field, within, code[i]};
    if (!count && !key)
        *LIST_ADD(s->d->arena, s->column, s->columns) = (Column){field, within, LIT("")};
}

static Sheet sheet_of(Desk *d, const Kind *kind) {
    Sheet s = {.d = d, .kind = kind};
    FormField *fields;
    int count = shape_fields(d, kind->id, &fields);
    for (int i = 0; i < count; i++) {
        if (is_told(&fields[i]))
            add_columns(&s, &fields[i], NULL);
        if (fields[i].shape != SHAPE_ROWS)
            continue;
        FormField *within;
        int inner = shape_fields(d, fields[i].of, &within);
        for (int k = 0; k < inner; k++)
            if (is_told(&within[k]))
                add_columns(&s, &fields[i], &within[k]);
    }
    return s;
}

static Slice head_of(const Sheet *s, const Column *c) {
    return arena_printf(s->d->arena, "%s%s%s%s" SLICE_FMT, c->field->key, c->within ? "." : "",
                        c->within ? c->within->key : "", c->lang.len ? "." : "",
                        SLICE_ARG(c->lang));
}

/* ---- cells ----------------------------------------------------------------------------------- */

static Slice joined(const Sheet *s, const YamlNode *list) {
    Slice all = LIT("");
    for (const YamlNode *node = list->first; node; node = node->next)
        all = arena_printf(s->d->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(all),
                           all.len ? ", " : "", SLICE_ARG(node->text));
    return all;
}

static bool is_first(const Sheet *s, Slice lang) {
    for (int i = 0; i < s->columns; i++)
        if (s->column[i].lang.len)
            return slice_equal(s->column[i].lang, lang);
    return true;
}

static Slice value_in(const Sheet *s, const YamlNode *map, const char *key, Slice lang) {
    const YamlNode *node = yaml_get(map, key);
    if (node && node->kind == YAML_MAP && lang.len)
        node = yaml_get(node, arena_copy(s->d->arena, lang).at);
    else if (lang.len && !is_first(s, lang))
        return LIT("");
    if (!node || node->kind == YAML_MAP)
        return LIT("");
    return node->kind == YAML_LIST ? joined(s, node) : node->text;
}

static const YamlNode *element(const YamlNode *list, int number) {
    const YamlNode *node = list && list->kind == YAML_LIST ? list->first : NULL;
    for (; node && number; number--)
        node = node->next;
    return node;
}

/* Row 0 has the record, each further one an element more of its lists, under the same name. */
static Slice cell_of(const Sheet *s, const Entry *entry, const Column *c, int row) {
    if (c->within)
        return value_in(s, element(yaml_get(entry->map, c->field->key), row), c->within->key,
                        c->lang);
    bool name = c->field->field == &record_of(s->kind->id)->field[0];
    if (row && !name)
        return LIT("");
    return name ? entry->id : value_in(s, entry->map, c->field->key, c->lang);
}

static int rows_of(const Sheet *s, const Entry *entry) {
    int most = 1;
    for (int i = 0; i < s->columns; i++) {
        const YamlNode *list =
            s->column[i].within ? yaml_get(entry->map, s->column[i].field->key) : NULL;
        if (list && list->kind == YAML_LIST && list->count > most)
            most = list->count;
    }
    return most;
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
        put_cell(d->out, head_of(&s, &s.column[c]), !c);
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
        put_xml(out, head_of(s, &s->column[c]));
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
