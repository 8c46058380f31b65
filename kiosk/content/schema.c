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

    /* The map: see map/plan.h for units and meanings. -1 is "none"; '' is "always" or "never";
       blobs are 32-bit integers, the lowest byte first: points x y, corners, lines kind x y x y. */
    "CREATE TABLE plan(ord INTEGER PRIMARY KEY, illustrative INTEGER NOT NULL,"
    " x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL, points "
    "BLOB NOT NULL,"
    " lines BLOB NOT NULL) STRICT",

    "CREATE TABLE level(ord INTEGER PRIMARY KEY, hundredths INTEGER NOT NULL,"
    " height_mm INTEGER NOT NULL,"
    " x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,"
    " vertices BLOB NOT NULL, corners BLOB NOT NULL, ground_corners INTEGER NOT NULL, first_line "
    "INTEGER NOT NULL,"
    " line_count INTEGER NOT NULL) STRICT",

    "CREATE TABLE zone(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
    " opens TEXT NOT NULL, closes TEXT NOT NULL) STRICT",

    "CREATE TABLE connector(ord INTEGER PRIMARY KEY, id TEXT NOT NULL, kind INTEGER NOT NULL) "
    "STRICT",

    "CREATE TABLE space(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ref TEXT NOT NULL, kind "
    "TEXT NOT NULL,"
    " access INTEGER NOT NULL, level INTEGER NOT NULL,"
    " zone INTEGER NOT NULL, connector INTEGER NOT NULL, step_free INTEGER NOT NULL, place INTEGER "
    "NOT NULL,"
    " priority INTEGER NOT NULL, area_dm2 INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT "
    "NULL, radius_mm INTEGER NOT NULL,"
    " x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,"
    " node INTEGER NOT NULL, first_corner INTEGER NOT NULL, corner_count INTEGER NOT NULL) STRICT",

    "CREATE TABLE ring(ord INTEGER PRIMARY KEY, space INTEGER NOT NULL, hole INTEGER NOT NULL,"
    " first_point INTEGER NOT NULL, point_count INTEGER NOT NULL) STRICT",

    "CREATE TABLE node(ord INTEGER PRIMARY KEY, kind INTEGER NOT NULL, level INTEGER NOT NULL, "
    "space INTEGER NOT NULL,"
    " x INTEGER NOT NULL, y INTEGER NOT NULL) STRICT",

    "CREATE TABLE edge(ord INTEGER PRIMARY KEY, kind INTEGER NOT NULL, a INTEGER NOT NULL, b "
    "INTEGER NOT NULL,"
    " length_mm INTEGER NOT NULL, up_mm INTEGER NOT NULL, width_mm INTEGER NOT NULL, incline_pm "
    "INTEGER NOT NULL,"
    " fixed_ms INTEGER NOT NULL, flags INTEGER NOT NULL, space INTEGER NOT NULL, connector INTEGER "
    "NOT NULL,"
    " first_point INTEGER NOT NULL, point_count INTEGER NOT NULL) STRICT",

    "CREATE TABLE closure(ord INTEGER PRIMARY KEY, target INTEGER NOT NULL, what INTEGER NOT NULL, "
    "begins TEXT NOT NULL,"
    " ends TEXT NOT NULL) STRICT",

    "CREATE TABLE landmark(ord INTEGER PRIMARY KEY, x INTEGER NOT NULL, y INTEGER NOT NULL, level "
    "INTEGER NOT NULL,"
    " space INTEGER NOT NULL, salience INTEGER NOT NULL) STRICT",

    "CREATE TABLE kiosk(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, level INTEGER NOT NULL, "
    "node INTEGER NOT NULL,"
    " x INTEGER NOT NULL, y INTEGER NOT NULL, bearing_cdeg INTEGER NOT NULL) STRICT",

    "CREATE TABLE event(ord INTEGER PRIMARY KEY, id TEXT NOT NULL, space INTEGER NOT NULL, begins "
    "TEXT NOT NULL,"
    " ends TEXT NOT NULL,"
    " capacity INTEGER NOT NULL) STRICT",

    "CREATE TABLE hours(ord INTEGER PRIMARY KEY, space INTEGER NOT NULL, adds INTEGER NOT NULL, "
    "days INTEGER NOT NULL,"
    " first INTEGER NOT NULL, last INTEGER NOT NULL, opens_min INTEGER NOT NULL, closes_min "
    "INTEGER NOT NULL) STRICT",

    "CREATE TABLE term(ord INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
    " space INTEGER NOT NULL) STRICT",

    "CREATE TABLE space_trade(ord INTEGER PRIMARY KEY, space INTEGER NOT NULL, trade TEXT NOT "
    "NULL) STRICT",

    "CREATE TABLE machine(ord INTEGER PRIMARY KEY, space INTEGER NOT NULL) STRICT",

    "CREATE TABLE finding(ord INTEGER PRIMARY KEY, subject TEXT NOT NULL, message TEXT NOT NULL) "
    "STRICT",
    "CREATE TABLE clip_cue(clip TEXT NOT NULL, lang TEXT NOT NULL, ord INTEGER NOT NULL,"
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
