#include "content/schema.h"

#include <stddef.h>

/* `ord` is the author's order, from 0. Every `_fr` has its `_en`. `illustrative` is 1 for what was
   invented for demonstration. `target` says where a button leads: see pack.h. In `correlation` a is below b: what is above the diagonal. */
const char *const PACK_SCHEMA[] = {
    "CREATE TABLE campus(id TEXT PRIMARY KEY, version INTEGER NOT NULL, dated TEXT NOT NULL,"
    " name_fr TEXT NOT NULL, name_en TEXT NOT NULL, headline_fr TEXT NOT NULL, headline_en TEXT NOT NULL,"
    " lead_fr TEXT NOT NULL, lead_en TEXT NOT NULL,"
    " advice_where_fr TEXT NOT NULL, advice_where_en TEXT NOT NULL,"
    " advice_when_fr TEXT NOT NULL, advice_when_en TEXT NOT NULL, advice_illustrative INTEGER NOT NULL,"
    " site TEXT NOT NULL) STRICT",

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
    " text_fr TEXT NOT NULL, text_en TEXT NOT NULL, picture TEXT NOT NULL, loading REAL NOT NULL,"
    " mean REAL NOT NULL, variance REAL NOT NULL) STRICT",

    "CREATE TABLE correlation(a INTEGER NOT NULL, b INTEGER NOT NULL, r REAL NOT NULL, PRIMARY KEY(a, b)) STRICT",

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

    /* The map: see map/plan.h for units and meanings. -1 is "none"; '' is "always" or "never";
       blobs are 32-bit integers, the lowest byte first: points x y, corners, lines kind x y x y. */
    "CREATE TABLE plan(ord INTEGER PRIMARY KEY, name_fr TEXT NOT NULL, name_en TEXT NOT NULL, illustrative INTEGER NOT NULL,"
    " x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL, points BLOB NOT NULL,"
    " lines BLOB NOT NULL) STRICT",

    "CREATE TABLE level(ord INTEGER PRIMARY KEY, hundredths INTEGER NOT NULL, ref_fr TEXT NOT NULL, ref_en TEXT NOT NULL,"
    " name_fr TEXT NOT NULL, name_en TEXT NOT NULL, the_fr TEXT NOT NULL, the_en TEXT NOT NULL,"
    " of_fr TEXT NOT NULL, of_en TEXT NOT NULL, to_fr TEXT NOT NULL, to_en TEXT NOT NULL,"
    " at_fr TEXT NOT NULL, at_en TEXT NOT NULL, height_mm INTEGER NOT NULL,"
    " x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,"
    " vertices BLOB NOT NULL, corners BLOB NOT NULL, ground_corners INTEGER NOT NULL, first_line INTEGER NOT NULL,"
    " line_count INTEGER NOT NULL) STRICT",

    "CREATE TABLE zone(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name_fr TEXT NOT NULL, name_en TEXT NOT NULL,"
    " opens TEXT NOT NULL, closes TEXT NOT NULL) STRICT",

    "CREATE TABLE connector(ord INTEGER PRIMARY KEY, id TEXT NOT NULL, kind INTEGER NOT NULL,"
    " name_fr TEXT NOT NULL, name_en TEXT NOT NULL, the_fr TEXT NOT NULL, the_en TEXT NOT NULL,"
    " of_fr TEXT NOT NULL, of_en TEXT NOT NULL, to_fr TEXT NOT NULL, to_en TEXT NOT NULL,"
    " at_fr TEXT NOT NULL, at_en TEXT NOT NULL) STRICT",

    "CREATE TABLE space(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ref TEXT NOT NULL, kind TEXT NOT NULL,"
    " name_fr TEXT NOT NULL, name_en TEXT NOT NULL, the_fr TEXT NOT NULL, the_en TEXT NOT NULL,"
    " of_fr TEXT NOT NULL, of_en TEXT NOT NULL, to_fr TEXT NOT NULL, to_en TEXT NOT NULL,"
    " at_fr TEXT NOT NULL, at_en TEXT NOT NULL, access INTEGER NOT NULL, level INTEGER NOT NULL,"
    " zone INTEGER NOT NULL, connector INTEGER NOT NULL, step_free INTEGER NOT NULL, place INTEGER NOT NULL,"
    " priority INTEGER NOT NULL, area_dm2 INTEGER NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL, radius_mm INTEGER NOT NULL,"
    " x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,"
    " node INTEGER NOT NULL, first_corner INTEGER NOT NULL, corner_count INTEGER NOT NULL, hours_fr TEXT NOT NULL,"
    " hours_en TEXT NOT NULL) STRICT",

    "CREATE TABLE ring(ord INTEGER PRIMARY KEY, space INTEGER NOT NULL, hole INTEGER NOT NULL,"
    " first_point INTEGER NOT NULL, point_count INTEGER NOT NULL) STRICT",

    "CREATE TABLE node(ord INTEGER PRIMARY KEY, kind INTEGER NOT NULL, level INTEGER NOT NULL, space INTEGER NOT NULL,"
    " x INTEGER NOT NULL, y INTEGER NOT NULL) STRICT",

    "CREATE TABLE edge(ord INTEGER PRIMARY KEY, kind INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL,"
    " length_mm INTEGER NOT NULL, up_mm INTEGER NOT NULL, width_mm INTEGER NOT NULL, incline_pm INTEGER NOT NULL,"
    " fixed_ms INTEGER NOT NULL, flags INTEGER NOT NULL, space INTEGER NOT NULL, connector INTEGER NOT NULL,"
    " first_point INTEGER NOT NULL, point_count INTEGER NOT NULL) STRICT",

    "CREATE TABLE closure(ord INTEGER PRIMARY KEY, target INTEGER NOT NULL, what INTEGER NOT NULL, begins TEXT NOT NULL,"
    " ends TEXT NOT NULL, reason_fr TEXT NOT NULL, reason_en TEXT NOT NULL) STRICT",

    "CREATE TABLE landmark(ord INTEGER PRIMARY KEY, x INTEGER NOT NULL, y INTEGER NOT NULL, level INTEGER NOT NULL,"
    " space INTEGER NOT NULL, salience INTEGER NOT NULL,"
    " name_fr TEXT NOT NULL, name_en TEXT NOT NULL, the_fr TEXT NOT NULL, the_en TEXT NOT NULL,"
    " of_fr TEXT NOT NULL, of_en TEXT NOT NULL, to_fr TEXT NOT NULL, to_en TEXT NOT NULL,"
    " at_fr TEXT NOT NULL, at_en TEXT NOT NULL) STRICT",

    "CREATE TABLE kiosk(ord INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, level INTEGER NOT NULL, node INTEGER NOT NULL,"
    " x INTEGER NOT NULL, y INTEGER NOT NULL, bearing_cdeg INTEGER NOT NULL) STRICT",

    "CREATE TABLE event(ord INTEGER PRIMARY KEY, id TEXT NOT NULL, space INTEGER NOT NULL, begins TEXT NOT NULL,"
    " ends TEXT NOT NULL, title_fr TEXT NOT NULL, title_en TEXT NOT NULL, note_fr TEXT NOT NULL, note_en TEXT NOT NULL,"
    " capacity INTEGER NOT NULL) STRICT",

    "CREATE TABLE hours(ord INTEGER PRIMARY KEY, space INTEGER NOT NULL, adds INTEGER NOT NULL, days INTEGER NOT NULL,"
    " first INTEGER NOT NULL, last INTEGER NOT NULL, opens_min INTEGER NOT NULL, closes_min INTEGER NOT NULL) STRICT",

    "CREATE TABLE term(ord INTEGER PRIMARY KEY, word_fr TEXT NOT NULL, word_en TEXT NOT NULL, kind TEXT NOT NULL,"
    " space INTEGER NOT NULL) STRICT",

    "CREATE TABLE space_trade(ord INTEGER PRIMARY KEY, space INTEGER NOT NULL, trade TEXT NOT NULL) STRICT",

    "CREATE TABLE machine(ord INTEGER PRIMARY KEY, space INTEGER NOT NULL, name_fr TEXT NOT NULL, name_en TEXT NOT NULL) STRICT",

    "CREATE TABLE finding(ord INTEGER PRIMARY KEY, subject TEXT NOT NULL, message TEXT NOT NULL) STRICT",
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

    /* `id` is PACK_CHUNK_ID of the clip's ord and the chunk's place; every chunk but the last is 1
       MiB. */
    "CREATE TABLE clip_chunk(id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, data BLOB NOT NULL) STRICT",

    NULL,
};
