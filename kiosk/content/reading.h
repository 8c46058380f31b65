/* What every reader of a pack's tables shares: columns that are checked as they are taken, rows,
 * ids that become indices. */
#pragma once

#include "base/bidi.h"
#include "base/message.h"
#include "content/ids.h"
#include "content/limits.h"
#include "content/open.h"
#include "content/record.h"

#include <string.h>

/* What the pack says in one language of one field. */
typedef struct TextRow {
    Lang lang;
    Slice value;
} TextRow;

typedef struct TextField {
    Slice key; /* of whom, and which of his */
    int first, rows;
    bool taken;
} TextField;

/* The table text, in the order of its owners and fields. */
typedef struct PackTexts {
    TextRow *row;
    TextField *field;
    LangStandIn *stand_in;
    int row_count, field_count, stand_in_count;
    Ids find;
} PackTexts;

typedef struct PackReading {
    sqlite3 *db;
    const char *path;
    Arena *arena;
    Pack *pack;
    Error *error;
    sqlite3_stmt *row;
    const char *table;
    bool failed;
    size_t begun;          /* bytes of the arena that were handed out before */
    int looks;             /* at the work done, see pack_limit_work */
    Arena scratch;         /* what is not needed once everything is read */
    Ids ids[RECORD_COUNT]; /* of the lists that were read */
    Ids space;
    PackTexts texts;
    int at; /* the row that READ_TABLE is at */
} PackReading;

static inline bool fail(PackReading *r, const char *why, Slice about) {
    if (!r->failed)
        error_set(r->error, "%s: table %s: %s " SLICE_FMT, r->path, r->table, message(why),
                  SLICE_ARG(about));
    r->failed = true;
    return false;
}

/* ---- columns --------------------------------------------------------------------------------- */

/* Control signs and the ones that turn the direction of a text have no place on a page. */
static inline bool is_clean(Slice text) {
    if (!utf8_valid(text))
        return false;
    while (text.len) {
        uint32_t code = utf8_next(&text);
        if (code < 0x20 || code == 0x7F || bidi_turns(code))
            return false;
    }
    return true;
}

static inline Slice text_at(PackReading *r, int column) {
    const char *at = (const char *)sqlite3_column_text(r->row, column);
    Slice text = {at ? at : "", sqlite3_column_bytes(r->row, column)};
    if (text.len > TEXT_BYTES_MAX) {
        fail(r, "a text longer than a page may show", LIT(""));
        return LIT("");
    }
    if (!is_clean(text)) {
        fail(r, "a text with signs that cannot be shown", LIT(""));
        return LIT("");
    }
    return arena_copy(r->arena, text);
}

static inline int int_at(PackReading *r, int column, int least, int most) {
    sqlite3_int64 value = sqlite3_column_int64(r->row, column);
    if (value < least || value > most) {
        fail(r, "a number out of range", LIT(""));
        return least;
    }
    return (int)value;
}

static inline double real_at(PackReading *r, int column, double least, double most) {
    double value = sqlite3_column_double(r->row, column);
    if (!(value >= least && value <= most)) { /* NaN fails both */
        fail(r, "a number out of range", LIT(""));
        return least;
    }
    return value;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static inline bool begin_rows(PackReading *r, const char *table, const char *sql) {
    r->table = table;
    if (r->failed)
        return false;
    if (sqlite3_prepare_v2(r->db, sql, -1, &r->row, NULL) != SQLITE_OK)
        return fail(r, "cannot be read:", slice_from(sqlite3_errmsg(r->db)));
    return true;
}

static inline bool next_row(PackReading *r) {
    if (r->arena->used - r->begun > RECORD_BYTES_MAX)
        fail(r, "more bytes than a pack may have", LIT(""));
    if (r->failed)
        return false;
    int status = sqlite3_step(r->row);
    if (status == SQLITE_INTERRUPT)
        fail(r, "more work than a pack may make", LIT(""));
    else if (status != SQLITE_ROW && status != SQLITE_DONE)
        fail(r, "cannot be read:", slice_from(sqlite3_errmsg(r->db)));
    return status == SQLITE_ROW;
}

static inline void end_rows(PackReading *r) {
    sqlite3_finalize(r->row);
    r->row = NULL;
}

/* Rows that the statement gives, counted by going through them: functions are denied, count() too.
 */
static inline int count_rows(PackReading *r, const char *table, const char *sql) {
    int count = 0, most = limits_rows(table);
    if (!begin_rows(r, table, sql))
        return 0;
    while (next_row(r) && ++count <= most)
        ;
    end_rows(r);
    if (count > most)
        fail(r, "more rows than a pack may have", LIT(""));
    return r->failed ? 0 : count;
}

/* ---- looking ids up -------------------------------------------------------------------------- */

static inline int find(PackReading *r, RecordId of, Slice id) {
    int found = ids_find(&r->ids[of], id);
    if (found < 0)
        fail(r, "nothing is called", id);
    return found < 0 ? 0 : found;
}

/* Of an array of records that have an `id`. */
#define IDS_OF(r, array, number) ids_of(&(r)->scratch, &(array)->id, sizeof *(array), (number))

/* ---- lists that hang on a record ------------------------------------------------------------- */

/* Room for one more element beside the `count` there are, of at most `most`; the room doubles. */
static inline void *grown(PackReading *r, void *list, int count, int most, size_t size) {
    if (count >= most)
        fail(r, "more rows for one record than a pack may have", LIT(""));
    if (count & (count - 1) || (count && count < 4)) /* full at 4, 8, 16… */
        return list;
    void *more = arena_alloc(r->arena, size * (size_t)(count ? 2 * count : 4));
    if (count)
        memcpy(more, list, size * (size_t)count);
    return more;
}

static inline int lang_of(PackReading *r, Slice code) {
    int lang = langs_find(&r->pack->lang, code);
    if (lang < 0)
        fail(r, "no such language:", code);
    return lang < 0 ? 0 : lang;
}

/* ---- words ----------------------------------------------------------------------------------- */

/* The first language's text stands in for one that is empty. */
void texts_stand_in(PackReading *r, Slice *text, Slice first, Lang lang);

void texts_read(PackReading *r); /* the tables language and text, before all others */

/* What the pack says of a field of "trade/soudage", "space/E-E12"…; the first language stands in
   for those that are missing. Empty when it says nothing. */
LocalText texts_take(PackReading *r, Slice owner, const char *field);
void texts_end(PackReading *r); /* fails for texts that nobody took */

void plan_rows_read(PackReading *r); /* the tables of the map; trades are known. Leaves an empty
                                    plan when the pack has none */
void records_read_list(PackReading *r,
                       RecordId id); /* a list of the pack; its ids can be found then */

/* The same in two steps, for lists whose records name each other. */
void records_read_ids(PackReading *r, RecordId id);
void records_read_rows(PackReading *r, RecordId id);
void records_read_children(PackReading *r, RecordId of); /* after the lists that they hang on */

/* What a text of the pack leads to; all lists are read. */
Target records_target(PackReading *r, Slice text);

/* A column of one of the kinds that name or choose something, or say when. */
void value_read(PackReading *r, const Field *field, int column, void *to);
void clips_read(PackReading *r);    /* the tables clip, clip_cue, clip_told, clip_text, clip_chunk;
                                       trades and pictures are known */
void training_read(PackReading *r); /* certifications to glossary; all others are known */
void search_rows_read(PackReading *r); /* the tables search_record and search_word, after all */
