#include "pack/schema.h"

#include <stddef.h>

/* `ord` is the author's order, from 0. Every `_fr` has its `_en`. `illustrative` is 1 for what was
   invented for demonstration. `target` says where a button leads: see pack.h. */
const char *const PACK_SCHEMA[] = {
    "CREATE TABLE campus(id TEXT PRIMARY KEY, version INTEGER NOT NULL, dated TEXT NOT NULL,"
    " name_fr TEXT NOT NULL, name_en TEXT NOT NULL, headline_fr TEXT NOT NULL, headline_en TEXT NOT NULL,"
    " lead_fr TEXT NOT NULL, lead_en TEXT NOT NULL,"
    " advice_where_fr TEXT NOT NULL, advice_where_en TEXT NOT NULL,"
    " advice_when_fr TEXT NOT NULL, advice_when_en TEXT NOT NULL, advice_illustrative INTEGER NOT NULL) STRICT",

    "CREATE TABLE picture(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,"
    " width INTEGER NOT NULL, height INTEGER NOT NULL, data BLOB NOT NULL) STRICT",

    "CREATE TABLE family(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name_fr TEXT NOT NULL,"
    " name_en TEXT NOT NULL, icon TEXT NOT NULL, tone TEXT NOT NULL) STRICT",

    "CREATE TABLE trade(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, family TEXT NOT NULL,"
    " rome TEXT NOT NULL, name_fr TEXT NOT NULL, name_en TEXT NOT NULL, short_fr TEXT NOT NULL,"
    " short_en TEXT NOT NULL, line_fr TEXT NOT NULL, line_en TEXT NOT NULL, text_fr TEXT NOT NULL,"
    " text_en TEXT NOT NULL, picture TEXT NOT NULL, alt_fr TEXT NOT NULL, alt_en TEXT NOT NULL) STRICT",

    "CREATE TABLE trade_fact(trade TEXT NOT NULL, ord INTEGER NOT NULL, label_fr TEXT NOT NULL,"
    " label_en TEXT NOT NULL, value_fr TEXT NOT NULL, value_en TEXT NOT NULL, illustrative INTEGER NOT NULL,"
    " PRIMARY KEY(trade, ord)) STRICT",

    "CREATE TABLE trade_point(trade TEXT NOT NULL, kind TEXT NOT NULL, ord INTEGER NOT NULL,"
    " text_fr TEXT NOT NULL, text_en TEXT NOT NULL, illustrative INTEGER NOT NULL,"
    " PRIMARY KEY(trade, kind, ord)) STRICT",

    "CREATE TABLE trade_way(trade TEXT NOT NULL, ord INTEGER NOT NULL, level INTEGER NOT NULL,"
    " text_fr TEXT NOT NULL, text_en TEXT NOT NULL, illustrative INTEGER NOT NULL,"
    " PRIMARY KEY(trade, ord)) STRICT",

    "CREATE TABLE trade_related(trade TEXT NOT NULL, ord INTEGER NOT NULL, other TEXT NOT NULL,"
    " PRIMARY KEY(trade, ord)) STRICT",

    "CREATE TABLE trade_weight(trade TEXT NOT NULL, dimension INTEGER NOT NULL, weight REAL NOT NULL,"
    " PRIMARY KEY(trade, dimension)) STRICT",

    "CREATE TABLE item(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, dimension INTEGER NOT NULL,"
    " text_fr TEXT NOT NULL, text_en TEXT NOT NULL, icon TEXT NOT NULL, loading REAL NOT NULL,"
    " mean REAL NOT NULL, variance REAL NOT NULL) STRICT",

    "CREATE TABLE topic(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title_fr TEXT NOT NULL,"
    " title_en TEXT NOT NULL, lead_fr TEXT NOT NULL, lead_en TEXT NOT NULL, icon TEXT NOT NULL,"
    " tone TEXT NOT NULL, illustrative INTEGER NOT NULL) STRICT",

    "CREATE TABLE topic_block(topic TEXT NOT NULL, lang TEXT NOT NULL, ord INTEGER NOT NULL,"
    " section INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, target TEXT NOT NULL,"
    " illustrative INTEGER NOT NULL, PRIMARY KEY(topic, lang, ord)) STRICT",

    "CREATE TABLE chart(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title_fr TEXT NOT NULL,"
    " title_en TEXT NOT NULL, unit_fr TEXT NOT NULL, unit_en TEXT NOT NULL, note_fr TEXT NOT NULL,"
    " note_en TEXT NOT NULL) STRICT",

    "CREATE TABLE chart_bar(chart TEXT NOT NULL, ord INTEGER NOT NULL, label_fr TEXT NOT NULL,"
    " label_en TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY(chart, ord)) STRICT",

    "CREATE TABLE clip(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title_fr TEXT NOT NULL,"
    " title_en TEXT NOT NULL, line_fr TEXT NOT NULL, line_en TEXT NOT NULL, place_fr TEXT NOT NULL,"
    " place_en TEXT NOT NULL, credit_fr TEXT NOT NULL, credit_en TEXT NOT NULL, licence TEXT NOT NULL,"
    " trade TEXT NOT NULL, poster TEXT NOT NULL, muted INTEGER NOT NULL, attract INTEGER NOT NULL,"
    " illustrative INTEGER NOT NULL, duration_ms INTEGER NOT NULL, width INTEGER NOT NULL,"
    " height INTEGER NOT NULL, codec TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 BLOB NOT NULL) STRICT",

    "CREATE TABLE clip_cue(clip TEXT NOT NULL, lang TEXT NOT NULL, ord INTEGER NOT NULL,"
    " start_ms INTEGER NOT NULL, end_ms INTEGER NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL,"
    " PRIMARY KEY(clip, lang, ord)) STRICT",

    "CREATE TABLE clip_text(clip TEXT NOT NULL, lang TEXT NOT NULL, ord INTEGER NOT NULL, text TEXT NOT NULL,"
    " PRIMARY KEY(clip, lang, ord)) STRICT",

    /* `id` is PACK_CHUNK_ID of the clip's ord and the chunk's place; every chunk but the last is 1 MiB. */
    "CREATE TABLE clip_chunk(id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, data BLOB NOT NULL) STRICT",

    NULL,
};
