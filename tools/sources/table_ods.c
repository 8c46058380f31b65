/* Reads the first sheet of an OpenDocument spreadsheet: content.xml out of its archive, through
   expat (OpenDocument 1.2, part 1, section 9). */
#include "tools/sources/table_parts.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { CONTENT_BYTES_MAX = 256 << 20, CELL_BYTES_MAX = 1 << 16 };

typedef struct Sheet {
    TableReading *reading;
    XML_Parser parser;
    int sheet;      /* which of the file; only the first is read */
    int row, times; /* the row that is read, from 1, and for how many it stands */
    Slice cell[TABLE_COLUMNS_MAX];
    int column, span; /* of the cell, and how many it stands for */
    Slice date;       /* of the cell, if it is one */
    Slice number;     /* likewise, as computers write it */
    int paragraph;    /* of the cell */
    bool in_cell, in_text, in_note, merged;
    char text[CELL_BYTES_MAX];
    bool cut; /* the cell has more */
    int len;
} Sheet;

/* ---- attributes ------------------------------------------------------------------------------ */

static const char *value_of(const char **attribute, const char *name) {
    for (; attribute[0]; attribute += 2)
        if (strcmp(attribute[0], name) == 0)
            return attribute[1];
    return NULL;
}

static int number_of(const char **attribute, const char *name) {
    const char *value = value_of(attribute, name);
    int number = value ? atoi(value) : 1;
    return number > 0 ? number : 1;
}

/* ---- cells ----------------------------------------------------------------------------------- */

static void put(Sheet *s, const char *text, int len) {
    s->cut |= len > CELL_BYTES_MAX - s->len;
    if (s->cut)
        len = 0;
    memcpy(s->text + s->len, text, (size_t)len);
    s->len += len;
}

static bool is_named(const char *element, const char *name) {
    return strcmp(element, name) == 0;
}

static void begin_cell(Sheet *s, const char **attribute) {
    const char *date = value_of(attribute, "office:date-value");
    s->in_cell = true;
    s->cut = false;
    s->len = 0;
    s->paragraph = 0;
    s->span = number_of(attribute, "table:number-columns-repeated");
    s->merged = number_of(attribute, "table:number-columns-spanned") > 1 ||
                number_of(attribute, "table:number-rows-spanned") > 1;
    const char *kind = value_of(attribute, "office:value-type");
    const char *number =
        kind && strcmp(kind, "float") == 0 ? value_of(attribute, "office:value") : 0;
    s->number = number ? arena_copy(s->reading->arena, slice_from(number)) : LIT("");
    s->date = date ? arena_copy(s->reading->arena, slice_from(date)) : LIT("");
}

/* A date of midnight is a day. */
static Slice content_of(Sheet *s) {
    Slice text = {s->text, s->len};
    if (s->number.len)
        return s->number;
    if (!s->date.len)
        return arena_copy(s->reading->arena, text);
    bool day =
        s->date.len > 10 && slice_has_prefix(slice_cut(s->date, 10, s->date.len), LIT("T00:00"));
    return slice_cut(s->date, 0, day || s->date.len == 10 ? 10 : 16);
}

/* What stands for more columns than a table may have is the empty end of a row. */
static void end_cell(Sheet *s) {
    Slice content = content_of(s);
    if (s->merged)
        table_fault(s->reading, s->row, s->column,
                    "des cellules sont fusionnées ici ; défaire la fusion et répéter la valeur");
    if (s->cut)
        table_fault(s->reading, s->row, s->column, "cette cellule a plus de 64 Ko ; la raccourcir");
    for (int i = 0; i < s->span && s->column < TABLE_COLUMNS_MAX; i++)
        s->cell[s->column++] = content;
    s->in_cell = false;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void begin_row(Sheet *s, const char **attribute) {
    s->row++;
    s->column = 0;
    s->times = number_of(attribute, "table:number-rows-repeated");
}

static void end_row(Sheet *s) {
    bool empty = true;
    for (int i = 0; i < s->column; i++)
        empty &= !s->cell[i].len;
    for (int i = 0; i < s->times && !empty; i++)
        if (!table_add_row(s->reading, s->cell, s->column, s->row + i)) {
            XML_StopParser(s->parser, XML_FALSE);
            return;
        }
    s->row += s->times - 1;
}

/* ---- elements -------------------------------------------------------------------------------- */

static void begin(void *self, const char *element, const char **attribute) {
    Sheet *s = self;
    if (is_named(element, "table:table"))
        s->sheet++;
    if (s->sheet != 1)
        return;
    if (is_named(element, "table:table-row"))
        begin_row(s, attribute);
    else if (is_named(element, "table:table-cell") || is_named(element, "table:covered-table-cell"))
        begin_cell(s, attribute);
    else if (is_named(element, "office:annotation"))
        s->in_note = true;
    else if (is_named(element, "text:p") && s->in_cell && !s->in_note) {
        if (s->paragraph++)
            put(s, " ", 1);
        s->in_text = true;
    } else if (is_named(element, "text:s") || is_named(element, "text:line-break")) {
        put(s, " ", 1);
    }
}

static void end(void *self, const char *element) {
    Sheet *s = self;
    if (s->sheet != 1)
        return;
    if (is_named(element, "table:table-row"))
        end_row(s);
    else if (is_named(element, "table:table-cell") || is_named(element, "table:covered-table-cell"))
        end_cell(s);
    else if (is_named(element, "office:annotation"))
        s->in_note = false;
    else if (is_named(element, "text:p"))
        s->in_text = false;
}

static void text(void *self, const char *at, int len) {
    Sheet *s = self;
    if (s->sheet == 1 && s->in_text && !s->in_note)
        put(s, at, len);
}

/* An entity of one's own has no place in a spreadsheet; it could only be there to grow. */
static void refuse_entity(void *self, const char *name, int is_parameter, const char *value,
                          int len, const char *base, const char *system, const char *public_id,
                          const char *notation) {
    (void)name, (void)is_parameter, (void)value, (void)len, (void)base, (void)system;
    (void)public_id, (void)notation;
    XML_StopParser(((Sheet *)self)->parser, XML_FALSE);
}

/* ---- the archive ----------------------------------------------------------------------------- */

static bool parse(Sheet *s, zip_file_t *content) {
    char bytes[65536];
    zip_int64_t got, sum = 0;
    while ((got = zip_fread(content, bytes, sizeof bytes)) > 0) {
        sum += got;
        if (sum > CONTENT_BYTES_MAX || XML_Parse(s->parser, bytes, (int)got, 0) != XML_STATUS_OK)
            return false;
    }
    return got == 0 && XML_Parse(s->parser, bytes, 0, 1) == XML_STATUS_OK;
}

static bool read_content(TableReading *r, zip_file_t *content) {
    Sheet *s = calloc(1, sizeof *s);
    if (!s)
        abort();
    s->reading = r;
    s->parser = XML_ParserCreate(NULL);
    XML_SetUserData(s->parser, s);
    XML_SetElementHandler(s->parser, begin, end);
    XML_SetCharacterDataHandler(s->parser, text);
    XML_SetEntityDeclHandler(s->parser, refuse_entity);
    bool good = parse(s, content);
    XML_ParserFree(s->parser);
    free(s);
    return good;
}

void table_read_ods(TableReading *r) {
    zip_t *zip = zip_open(r->table->file.at, ZIP_RDONLY, NULL);
    zip_file_t *content = zip ? zip_fopen(zip, "content.xml", 0) : NULL;
    bool good = content && read_content(r, content);
    if (content)
        zip_fclose(content);
    if (zip)
        zip_discard(zip);
    if (!good && !r->failed)
        table_fault(r, 1, 0,
                    "ce fichier n’est pas une feuille OpenDocument entière ; l’enregistrer de "
                    "nouveau en .ods");
}
