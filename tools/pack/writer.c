#include "tools/pack/writer.h"

#include "base/error.h"
#include "base/message.h"
#include "content/schema.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define SQL_BYTES 512

/* In the author's language; SQLite's own sentences are for programmers. */
static void keep_reason(Writer *w, int answer) {
    int system = sqlite3_system_errno(w->db);
    if ((answer & 0xFF) == SQLITE_FULL)
        snprintf(w->why, sizeof w->why, message("%s ; faire de la place"), error_why(ENOSPC));
    else if (system)
        snprintf(w->why, sizeof w->why, "%s", error_why(system));
    else
        snprintf(w->why, sizeof w->why, message("le pack ne s’écrit pas (SQLite, numéro %d)"),
                 answer);
}

void writer_expect(Writer *w, int answer, int wanted) {
    if (answer != wanted && !w->failed)
        keep_reason(w, answer);
    w->failed |= answer != wanted;
}

static void finish_row(Writer *w) {
    sqlite3_finalize(w->stmt);
    w->stmt = NULL;
    w->table = NULL;
}

static void prepare_columns(Writer *w, const char *table, int columns) {
    if (w->table && strcmp(w->table, table) == 0)
        return;
    char sql[SQL_BYTES];
    int len = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES(", table);
    for (int i = 0; i < columns; i++)
        len += snprintf(sql + len, sizeof sql - (size_t)len, i ? ",?" : "?");
    snprintf(sql + len, sizeof sql - (size_t)len, ")");
    finish_row(w);
    writer_expect(w, sqlite3_prepare_v2(w->db, sql, -1, &w->stmt, NULL), SQLITE_OK);
    w->table = table;
}

static void step_one(Writer *w, sqlite3_stmt *stmt) {
    writer_expect(w, sqlite3_step(stmt), SQLITE_DONE);
    sqlite3_reset(stmt);
}

static void step(Writer *w) {
    step_one(w, w->stmt);
}

static void bind_text(sqlite3_stmt *stmt, int at, Slice text) {
    sqlite3_bind_text(stmt, at, text.at ? text.at : "", text.len, SQLITE_STATIC);
}

static void bind_blob(sqlite3_stmt *stmt, int at, Slice data) {
    sqlite3_bind_blob(stmt, at, data.at ? data.at : "", data.len, SQLITE_STATIC);
}

void insert(Writer *w, const char *table, const char *types, ...) {
    prepare_columns(w, table, (int)strlen(types));
    va_list list;
    va_start(list, types);
    for (int at = 1; types[at - 1]; at++) {
        char type = types[at - 1];
        if (type == 'i')
            sqlite3_bind_int(w->stmt, at, va_arg(list, int));
        else if (type == 'r')
            sqlite3_bind_double(w->stmt, at, va_arg(list, double));
        else if (type == 't')
            bind_text(w->stmt, at, va_arg(list, Slice));
        else
            bind_blob(w->stmt, at, va_arg(list, Slice));
    }
    va_end(list);
    step(w);
}

void row_begin(Writer *w, const char *table, int columns, int ord) {
    prepare_columns(w, table, columns);
    if (w->stmt) /* there is none on a disk that is full */
        sqlite3_clear_bindings(w->stmt);
    row_int(w, 0, ord);
}

void row_int(Writer *w, int column, int value) {
    sqlite3_bind_int(w->stmt, column + 1, value);
}

void row_text(Writer *w, int column, Slice text) {
    bind_text(w->stmt, column + 1, text);
}

void row_blob(Writer *w, int column, Slice data) {
    bind_blob(w->stmt, column + 1, data);
}

void row_end(Writer *w) {
    step(w);
}

void insert_end(Writer *w) {
    finish_row(w);
    sqlite3_finalize(w->text);
    w->text = NULL;
    arena_free(&w->scratch);
}

/* ---- words ----------------------------------------------------------------------------------- */

static bool says_something(const LocalText *words, int count) {
    for (int lang = 0; lang < count; lang++)
        if (words->in[lang].len)
            return true;
    return false;
}

static void insert_text(Writer *w, Slice owner, const char *field, int lang, Slice value) {
    bind_text(w->text, 1, owner);
    bind_text(w->text, 2, slice_from(field));
    bind_text(w->text, 3, slice_from(w->lang->code[lang]));
    bind_text(w->text, 4, value);
    step_one(w, w->text);
}

/* A language that has no words, not even empty ones, was not translated. */
static void insert_field(Writer *w, Slice owner, const char *field, const LocalText *words) {
    static const char SQL[] = "INSERT INTO text VALUES(?,?,?,?)";
    if (!w->text)
        writer_expect(w, sqlite3_prepare_v2(w->db, SQL, -1, &w->text, NULL), SQLITE_OK);
    for (int lang = 0; says_something(words, w->lang->count) && lang < w->lang->count; lang++)
        if (words->in[lang].at)
            insert_text(w, owner, field, lang, words->in[lang]);
}

void insert_words(Writer *w, const char *table, int ord, const char *field,
                  const LocalText *words) {
    insert_field(w, arena_printf(&w->scratch, "%s/%d", table, ord), field, words);
}

void insert_said(Writer *w, const LangSaid *said) {
    insert_field(w, LIT(TEXT_OF_PROGRAM), said->id.at, &said->words);
}

void insert_name(Writer *w, const char *table, int ord, const PlanName *name) {
    insert_words(w, table, ord, "name", &name->plain);
    insert_words(w, table, ord, "the", &name->the);
    insert_words(w, table, ord, "of", &name->of);
    insert_words(w, table, ord, "to", &name->to);
    insert_words(w, table, ord, "at", &name->at);
}

/* ---- records --------------------------------------------------------------------------------- */

static Slice id_of(const Record *record, const char *from) {
    return *(const Slice *)(const void *)(from + record->field[0].offset);
}

/* What an index stands for; empty for none. */
static Slice name_of(const Pack *pack, const Field *field, int index) {
    if (index < 0)
        return LIT("");
    if (field->kind == FIELD_CHOICE || field->kind == FIELD_CHOICES)
        return slice_from(choice_words((ChoiceId)field->of)[index]);
    if (field->kind == FIELD_ZONES)
        return pack->plan.zone[index].id;
    if (field->kind == FIELD_PLACE || field->kind == FIELD_PLACES)
        return pack->plan.space[index].id;
    const Record *of = record_of((RecordId)field->of);
    return id_of(of, record_at(of, pack, index));
}

static Slice one_more(Writer *w, Slice so_far, Slice name) {
    return arena_printf(&w->scratch, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(so_far),
                        so_far.len ? " " : "", SLICE_ARG(name));
}

static Slice names_of(Writer *w, const Pack *pack, const Field *field, const Indices *indices) {
    Slice names = LIT("");
    for (int i = 0; i < indices->count; i++)
        names = one_more(w, names, name_of(pack, field, indices->at[i]));
    return names;
}

static Slice chosen_of(Writer *w, const Pack *pack, const Field *field, unsigned chosen) {
    Slice names = LIT("");
    for (int i = 0; choice_words((ChoiceId)field->of)[i]; i++)
        if (chosen & 1U << i)
            names = one_more(w, names, name_of(pack, field, i));
    return names;
}

static void bind_field(Writer *w, const Pack *pack, const Field *field, int at, const void *from) {
    switch (field->kind) {
    case FIELD_ID:
    case FIELD_CODE:
    case FIELD_TEXT:
    case FIELD_ICON:
    case FIELD_TONE:
        bind_text(w->stmt, at, *(const Slice *)from);
        break;
    case FIELD_INT:
        sqlite3_bind_int(w->stmt, at, *(const int *)from);
        break;
    case FIELD_LONG:
        sqlite3_bind_int64(w->stmt, at, *(const int64_t *)from);
        break;
    case FIELD_REAL:
        sqlite3_bind_double(w->stmt, at, *(const double *)from);
        break;
    case FIELD_FLAG:
        sqlite3_bind_int(w->stmt, at, *(const bool *)from);
        break;
    case FIELD_DATE:
    case FIELD_MOMENT:
        sqlite3_bind_int64(w->stmt, at, *(const Millis *)from);
        break;
    case FIELD_CHOICE:
    case FIELD_REF:
    case FIELD_PLACE:
        bind_text(w->stmt, at, name_of(pack, field, *(const int *)from));
        break;
    case FIELD_CHOICES:
        bind_text(w->stmt, at, chosen_of(w, pack, field, *(const unsigned *)from));
        break;
    case FIELD_REFS:
    case FIELD_PLACES:
    case FIELD_ZONES:
        bind_text(w->stmt, at, names_of(w, pack, field, (const Indices *)from));
        break;
    case FIELD_HOURS:
        bind_text(w->stmt, at, ((const OpeningHours *)from)->text);
        break;
    case FIELD_BLOB:
        bind_blob(w->stmt, at, *(const Slice *)from);
        break;
    case FIELD_HASH:
        bind_blob(w->stmt, at, (Slice){from, CHUNK_HASH});
        break;
    case FIELD_WORDS:
    case FIELD_PHRASE:
    case FIELD_LIST:
    case FIELD_KEY:
        break;
    }
}

static int columns_in(const Record *record) {
    int columns = 0;
    for (int f = 0; f < record->field_count; f++)
        columns += field_columns(&record->field[f]);
    return columns;
}

static void bind_record(Writer *w, const Pack *pack, const Record *record, int at,
                        const char *from) {
    for (int f = 0; f < record->field_count; f++) {
        const Field *field = &record->field[f];
        bind_field(w, pack, field, at, from + field->offset);
        at += field_columns(field);
    }
}

static void insert_fields(Writer *w, const Record *record, Slice owner, const char *from) {
    for (int f = 0; f < record->field_count; f++) {
        const Field *field = &record->field[f];
        if (field_has_words(field))
            insert_field(w, owner, field->column,
                         (const LocalText *)(const void *)(from + field->offset));
    }
}

/* What hangs on an owner, in one list or in one for each word. */
static void insert_children(Writer *w, const Pack *pack, const Record *record, Slice owner,
                            const char *from, int word) {
    int leading = record->by ? 3 : 2;
    const int *count = (const int *)(const void *)(from + record->list_count) + word;
    const char *first = *((const char *const *)(const void *)(from + record->list) + word);
    for (int i = 0; i < *count; i++) {
        prepare_columns(w, record->table, leading + columns_in(record));
        bind_text(w->stmt, 1, owner);
        if (record->by)
            bind_text(w->stmt, 2, slice_from(record->word[word]));
        sqlite3_bind_int(w->stmt, leading, i);
        bind_record(w, pack, record, leading + 1, first + (size_t)i * record->size);
        step(w);
        insert_fields(w, record, record_child(record, owner, word, i, &w->scratch),
                      first + (size_t)i * record->size);
    }
}

static void insert_all_children(Writer *w, const Pack *pack, RecordId owner, const char *from) {
    for (int id = 0; id < RECORD_COUNT; id++) {
        const Record *record = record_of((RecordId)id);
        for (int word = 0; record->owner == owner && word < (record->by ? record->words : 1);
             word++)
            insert_children(w, pack, record, id_of(record_of(owner), from), from, word);
    }
}

void insert_list(Writer *w, const Pack *pack, RecordId id) {
    const Record *record = record_of(id);
    for (int i = 0; i < record_count(record, pack); i++) {
        const char *from = record_at(record, pack, i);
        prepare_columns(w, record->table, 1 + columns_in(record));
        sqlite3_bind_int(w->stmt, 1, i);
        bind_record(w, pack, record, 2, from);
        step(w);
        insert_fields(w, record, record_owner(record, id_of(record, from), &w->scratch), from);
        insert_all_children(w, pack, id, from);
    }
}
