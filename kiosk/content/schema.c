#include "content/schema.h"

#include "content/record.h"

#define COLUMN_ID(name) ", " #name " TEXT NOT NULL UNIQUE"
#define COLUMN_CODE COLUMN_ID
#define COLUMN_TEXT(name) ", " #name " TEXT NOT NULL"
#define COLUMN_WORDS(name) "" /* see the table text */
#define COLUMN_PHRASE COLUMN_WORDS
#define COLUMN_INT(name) ", " #name " INTEGER NOT NULL"
#define COLUMN_LONG COLUMN_INT
#define COLUMN_REAL(name) ", " #name " REAL NOT NULL"
#define COLUMN_FLAG COLUMN_INT
#define COLUMN_ICON COLUMN_TEXT
#define COLUMN_TONE COLUMN_TEXT
#define COLUMN_DATE COLUMN_INT /* milliseconds since 1970, local; 0: not said */
#define COLUMN_MOMENT COLUMN_INT
#define COLUMN_CHOICE COLUMN_TEXT
#define COLUMN_CHOICES COLUMN_TEXT /* words, ids: with a blank between */
#define COLUMN_REF COLUMN_TEXT
#define COLUMN_REFS COLUMN_TEXT
#define COLUMN_PLACE COLUMN_TEXT
#define COLUMN_PLACES COLUMN_TEXT
#define COLUMN_ZONES COLUMN_TEXT
#define COLUMN_HOURS COLUMN_TEXT
#define COLUMN_BLOB(name) ", " #name " BLOB NOT NULL"
#define COLUMN_HASH COLUMN_BLOB

/* Those of content.def first. `ord` is the author's order, from 0. `illustrative` is 1 for what was
   invented for demonstration. `target` says where a button leads: see pack.h. In `correlation` a is
   below b: what is above the diagonal. */
const char *const PACK_SCHEMA[] = {
#define ONE(Type, table) "CREATE TABLE " #table "(ord INTEGER PRIMARY KEY"
#define RECORD(Type, table, rows) "CREATE TABLE " #table "(ord INTEGER PRIMARY KEY"
#define CHILD(Type, table, Parent, owner, ...)                                                     \
    "CREATE TABLE " #table "(" #owner " TEXT NOT NULL, ord INTEGER NOT NULL"
#define CHILD_BY(Type, table, Parent, owner, list, by, ...)                                        \
    "CREATE TABLE " #table "(" #owner " TEXT NOT NULL, " #by " TEXT NOT NULL, ord INTEGER NOT "    \
    "NULL"
#define FIELD(KIND, member, column, ...) COLUMN_##KIND(column)
#define MAY FIELD
#define LIST(...)
#define OTHER(...)
#define KEY(...)
#define END(Type) ") STRICT",
#define END_CHILD(Type, owner) ", PRIMARY KEY(" #owner ", ord)) STRICT",
#define END_CHILD_BY(Type, owner, by) ", PRIMARY KEY(" #owner ", " #by ", ord)) STRICT",
#include "content/content.def"

    /* The first language stands in for those of which there is no row; `owner` is the name of a
       table, then "/" and the id or the ord of its row, see record_owner. */
    "CREATE TABLE language(ord INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL) "
    "STRICT",

    "CREATE TABLE text(owner TEXT NOT NULL, field TEXT NOT NULL, lang TEXT NOT NULL, value TEXT "
    "NOT NULL,"
    " PRIMARY KEY(owner, field, lang)) STRICT, WITHOUT ROWID",

    "CREATE TABLE trade_related(trade TEXT NOT NULL, ord INTEGER NOT NULL, other TEXT NOT NULL,"
    " PRIMARY KEY(trade, ord)) STRICT",

    "CREATE TABLE trade_weight(trade TEXT NOT NULL, dimension INTEGER NOT NULL, weight REAL NOT "
    "NULL,"
    " PRIMARY KEY(trade, dimension)) STRICT",

    "CREATE TABLE correlation(a INTEGER NOT NULL, b INTEGER NOT NULL, r REAL NOT NULL, PRIMARY "
    "KEY(a, b)) STRICT",

    "CREATE TABLE topic_block(topic TEXT NOT NULL, lang TEXT NOT NULL, ord INTEGER NOT NULL,"
    " section INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, target TEXT NOT NULL,"
    " illustrative INTEGER NOT NULL, PRIMARY KEY(topic, lang, ord)) STRICT",

#define PLAN_TABLE(table) "CREATE TABLE " #table "(ord INTEGER PRIMARY KEY"
#define COLUMN(table, column, type) ", " #column " " #type " NOT NULL"
#define UNIQUE(table, column) ", " #column " TEXT NOT NULL UNIQUE"
#define PLAN_END(table) ") STRICT",
#include "content/plan.def"

    "CREATE TABLE clip_cue(clip TEXT NOT NULL, lang TEXT NOT NULL, ord INTEGER NOT NULL,"
    " start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, first TEXT NOT NULL, second TEXT NOT "
    "NULL,"
    " PRIMARY KEY(clip, lang, ord)) STRICT",

    "CREATE TABLE clip_told(clip TEXT NOT NULL, lang TEXT NOT NULL, ord INTEGER NOT NULL,"
    " start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, first TEXT NOT NULL, second TEXT NOT "
    "NULL,"
    " PRIMARY KEY(clip, lang, ord)) STRICT",

    "CREATE TABLE clip_text(clip TEXT NOT NULL, lang TEXT NOT NULL, ord INTEGER NOT NULL, text "
    "TEXT NOT NULL,"
    " PRIMARY KEY(clip, lang, ord)) STRICT",

    /* `id` is PACK_CHUNK_ID of the clip's ord and the chunk's place; every chunk but the last is 1
       MiB. */
    "CREATE TABLE clip_chunk(id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, data BLOB NOT NULL) "
    "STRICT",

    NULL,
};
