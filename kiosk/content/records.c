/* Reads the tables of an opened pack into records; every text is checked, every reference becomes an index. */
#include "content/reading.h"

/* ---- simple tables ------------------------------------------------------------------------------------------------------ */

static void read_campus(Reading *r) {
    if (!begin_rows(r, "campus",
                    "SELECT id, version, dated, name_fr, name_en, headline_fr, headline_en, lead_fr, lead_en,"
                    " advice_where_fr, advice_where_en, advice_when_fr, advice_when_en, advice_illustrative, site FROM campus"))
        return;
    if (!next_row(r))
        fail(r, "has no row", LIT(""));
    else
        r->pack->campus = (Campus){.id = text_at(r, 0),
                                   .version = int_at(r, 1, 0, 2000000000),
                                   .dated = text_at(r, 2),
                                   .name = words_at(r, 3),
                                   .headline = words_at(r, 5),
                                   .lead = words_at(r, 7),
                                   .advice_where = words_at(r, 9),
                                   .advice_when = words_at(r, 11),
                                   .advice_illustrative = int_at(r, 13, 0, 1),
                                   .site = text_at(r, 14)};
    end_rows(r);
}

static Picture picture_row(Reading *r) {
    Slice data = {sqlite3_column_blob(r->row, 3), sqlite3_column_bytes(r->row, 3)};
    return (Picture){.id = text_at(r, 0),
                     .width = int_at(r, 1, 1, 20000),
                     .height = int_at(r, 2, 1, 20000),
                     .data = arena_copy(r->arena, data)};
}

static Family family_row(Reading *r) {
    return (Family){.id = text_at(r, 0), .name = words_at(r, 1), .icon = text_at(r, 3), .tone = text_at(r, 4)};
}

static Item item_row(Reading *r) {
    Slice picture = text_at(r, 4);
    return (Item){.id = text_at(r, 0),
                  .dimension = int_at(r, 1, 0, PACK_DIMENSIONS - 1),
                  .text = words_at(r, 2),
                  .picture = find_picture(r, picture),
                  .loading = real_at(r, 5, 0.01, 10),
                  .mean = real_at(r, 6, 0, 4),
                  .variance = real_at(r, 7, 0.001, 100)};
}

static Chart chart_row(Reading *r) {
    return (Chart){.id = text_at(r, 0), .title = words_at(r, 1), .unit = words_at(r, 3), .note = words_at(r, 5)};
}

static Trade trade_row(Reading *r) {
    Slice family = text_at(r, 1), picture = text_at(r, 11);
    return (Trade){.id = text_at(r, 0),
                   .family = find_family(r, family),
                   .rome = text_at(r, 2),
                   .name = words_at(r, 3),
                   .short_name = words_at(r, 5),
                   .line = words_at(r, 7),
                   .text = words_at(r, 9),
                   .picture = find_picture(r, picture),
                   .alt = words_at(r, 12)};
}

static Topic topic_row(Reading *r) {
    return (Topic){.id = text_at(r, 0),
                   .title = words_at(r, 1),
                   .lead = words_at(r, 3),
                   .icon = text_at(r, 5),
                   .tone = text_at(r, 6),
                   .illustrative = int_at(r, 7, 0, 1)};
}

static void read_simple_tables(Reading *r) {
    Pack *p = r->pack;
    READ_ALL(r, "picture", "id, width, height, data", "ord", Picture, p->picture, p->picture_count, picture_row);
    r->picture = IDS_OF(r, p->picture, p->picture_count);
    READ_ALL(r, "family", "id, name_fr, name_en, icon, tone", "ord", Family, p->family, p->family_count, family_row);
    r->family = IDS_OF(r, p->family, p->family_count);
    READ_ALL(r, "trade",
             "id, family, rome, name_fr, name_en, short_fr, short_en, line_fr, line_en, text_fr, text_en, picture,"
             " alt_fr, alt_en",
             "ord", Trade, p->trade, p->trade_count, trade_row);
    r->trade = IDS_OF(r, p->trade, p->trade_count);
    READ_ALL(r, "item", "id, dimension, text_fr, text_en, picture, loading, mean, variance", "ord", Item, p->item,
             p->item_count, item_row);
    READ_ALL(r, "topic", "id, title_fr, title_en, lead_fr, lead_en, icon, tone, illustrative", "ord", Topic, p->topic,
             p->topic_count, topic_row);
    r->topic = IDS_OF(r, p->topic, p->topic_count);
    READ_ALL(r, "chart", "id, title_fr, title_en, unit_fr, unit_en, note_fr, note_en", "ord", Chart, p->chart,
             p->chart_count, chart_row);
    r->chart = IDS_OF(r, p->chart, p->chart_count);
}

/* ---- lists that hang on a record ------------------------------------------------------------- */

static void read_facts(Reading *r) {
    if (!begin_rows(r, "trade_fact",
                    "SELECT trade, label_fr, label_en, value_fr, value_en, illustrative FROM trade_fact ORDER BY trade, ord"))
        return;
    while (next_row(r)) {
        Trade *trade = &r->pack->trade[find_trade(r, text_at(r, 0))];
        trade->fact = grown(r, trade->fact, trade->fact_count, FACTS_MAX, sizeof *trade->fact);
        trade->fact[trade->fact_count++] = (TradeFact){words_at(r, 1), words_at(r, 3), int_at(r, 5, 0, 1)};
    }
    end_rows(r);
}

static int point_kind(Reading *r, Slice kind) {
    static const char *const KINDS[POINT_KIND_COUNT] = {"tool", "gesture", "like", "hard", "block"};
    for (int i = 0; i < POINT_KIND_COUNT; i++)
        if (slice_is(kind, KINDS[i]))
            return i;
    fail(r, "no such kind:", kind);
    return 0;
}

static void read_points(Reading *r) {
    if (!begin_rows(r, "trade_point",
                    "SELECT trade, kind, text_fr, text_en, illustrative FROM trade_point ORDER BY trade, kind, ord"))
        return;
    while (next_row(r)) {
        Trade *trade = &r->pack->trade[find_trade(r, text_at(r, 0))];
        int kind = point_kind(r, text_at(r, 1)), *count = &trade->point_count[kind];
        trade->point[kind] =
            grown(r, trade->point[kind], *count, POINTS_MAX, sizeof **trade->point);
        trade->point[kind][(*count)++] = (PointText){words_at(r, 2), int_at(r, 4, 0, 1)};
    }
    end_rows(r);
}

static void read_ways(Reading *r) {
    if (!begin_rows(r, "trade_way",
                    "SELECT trade, level, text_fr, text_en, illustrative FROM trade_way ORDER BY trade, ord"))
        return;
    while (next_row(r)) {
        Trade *trade = &r->pack->trade[find_trade(r, text_at(r, 0))];
        trade->way = grown(r, trade->way, trade->way_count, WAYS_MAX, sizeof *trade->way);
        trade->way[trade->way_count++] = (Way){int_at(r, 1, 3, 8), words_at(r, 2), int_at(r, 4, 0, 1)};
    }
    end_rows(r);
}

static void read_related(Reading *r) {
    if (!begin_rows(r, "trade_related", "SELECT trade, other FROM trade_related ORDER BY trade, ord"))
        return;
    while (next_row(r)) {
        Trade *trade = &r->pack->trade[find_trade(r, text_at(r, 0))];
        trade->related =
            grown(r, trade->related, trade->related_count, RELATED_MAX, sizeof *trade->related);
        trade->related[trade->related_count++] = find_trade(r, text_at(r, 1));
    }
    end_rows(r);
}

static void read_weights(Reading *r) {
    int rows = 0;
    if (!begin_rows(r, "trade_weight", "SELECT trade, dimension, weight FROM trade_weight ORDER BY trade, dimension"))
        return;
    for (; next_row(r); rows++) {
        Trade *trade = &r->pack->trade[find_trade(r, text_at(r, 0))];
        trade->weight[int_at(r, 1, 0, PACK_DIMENSIONS - 1)] = real_at(r, 2, 0, 7);
    }
    end_rows(r);
    if (rows != r->pack->trade_count * PACK_DIMENSIONS)
        fail(r, "a trade without its sixteen weights", LIT(""));
}

/* Every pair of dimensions, each once. */
static void read_correlations(Reading *r) {
    int rows = 0;
    for (int d = 0; d < PACK_DIMENSIONS; d++)
        r->pack->correlation[d][d] = 1;
    if (!begin_rows(r, "correlation", "SELECT a, b, r FROM correlation WHERE a < b ORDER BY a, b"))
        return;
    for (; next_row(r); rows++) {
        int a = int_at(r, 0, 0, PACK_DIMENSIONS - 1), b = int_at(r, 1, 0, PACK_DIMENSIONS - 1);
        r->pack->correlation[a][b] = r->pack->correlation[b][a] = real_at(r, 2, -1, 1);
    }
    end_rows(r);
    if (rows != PACK_DIMENSIONS * (PACK_DIMENSIONS - 1) / 2)
        fail(r, "a pair of dimensions without its correlation", LIT(""));
}

static void read_bars(Reading *r) {
    if (!begin_rows(r, "chart_bar", "SELECT chart, label_fr, label_en, value FROM chart_bar ORDER BY chart, ord"))
        return;
    while (next_row(r)) {
        Chart *chart = &r->pack->chart[find_chart(r, text_at(r, 0))];
        chart->bar = grown(r, chart->bar, chart->bar_count, BARS_MAX, sizeof *chart->bar);
        chart->bar[chart->bar_count++] = (Bar){words_at(r, 1), real_at(r, 3, 0, 1e12)};
    }
    end_rows(r);
}

/* ---- topics --------------------------------------------------------------------------------------------------------------- */

static BlockKind block_kind(Reading *r, Slice kind) {
    static const char *const KINDS[BLOCK_KIND_COUNT] = {"heading", "text", "point", "button", "chart"};
    for (int i = 0; i < BLOCK_KIND_COUNT; i++)
        if (slice_is(kind, KINDS[i]))
            return (BlockKind)i;
    fail(r, "no such kind:", kind);
    return BLOCK_TEXT;
}

/* "quiz", "trades", "level/3", "trade/ID", "topic/ID", "place/ID". */
static Target target_of(Reading *r, Slice target) {
    int slash = slice_find(target, LIT("/"));
    Slice kind = slice_cut(target, 0, slash < 0 ? target.len : slash);
    Slice arg = slash < 0 ? LIT("") : slice_cut(target, slash + 1, target.len);
    if (slice_is(kind, "quiz"))
        return (Target){TARGET_QUIZ, 0};
    if (slice_is(kind, "trades"))
        return (Target){TARGET_TRADES, 0};
    if (slice_is(kind, "level") && arg.len == 1 && arg.at[0] >= '3' && arg.at[0] <= '8')
        return (Target){TARGET_LEVEL, arg.at[0] - '0'};
    if (slice_is(kind, "trade"))
        return (Target){TARGET_TRADE, find_trade(r, arg)};
    if (slice_is(kind, "topic"))
        return (Target){TARGET_TOPIC, find_topic(r, arg)};
    if (slice_is(kind, "place") && ids_find(&r->space, arg) >= 0)
        return (Target){TARGET_PLACE, ids_find(&r->space, arg)};
    fail(r, "a button that leads nowhere:", target);
    return (Target){TARGET_NONE, 0};
}

static Block block_row(Reading *r) {
    Slice target = text_at(r, 5);
    Block block = {.section = int_at(r, 2, 0, 100),
                   .kind = block_kind(r, text_at(r, 3)),
                   .text = text_at(r, 4),
                   .illustrative = int_at(r, 6, 0, 1)};
    if (block.kind == BLOCK_BUTTON)
        block.target = target_of(r, target);
    if (block.kind == BLOCK_CHART)
        block.chart = find_chart(r, target);
    return block;
}

static void read_blocks(Reading *r) {
    if (!begin_rows(r, "topic_block",
                    "SELECT topic, lang, section, kind, text, target, illustrative FROM topic_block"
                    " ORDER BY topic, lang, ord"))
        return;
    while (next_row(r)) {
        Topic *topic = &r->pack->topic[find_topic(r, text_at(r, 0))];
        int lang = lang_of(r, text_at(r, 1)), *count = &topic->block_count[lang];
        topic->block[lang] =
            grown(r, topic->block[lang], *count, BLOCKS_MAX, sizeof **topic->block);
        Block block = block_row(r);
        topic->block[lang][(*count)++] = block;
        if (block.section >= topic->section_count)
            topic->section_count = block.section + 1;
    }
    end_rows(r);
}

/* ---- the whole -------------------------------------------------------------------------------------------------------------- */

static void index_families(Reading *r) {
    Pack *p = r->pack;
    for (int t = 0; t < p->trade_count && !r->failed; t++) {
        Family *family = &p->family[p->trade[t].family];
        if (!family->trade_count++)
            family->first_trade = t;
        else if (family->first_trade + family->trade_count - 1 != t)
            fail(r, "the trades of a family do not stand together:", family->id);
    }
}

static void check_content(Reading *r) {
    Pack *p = r->pack;
    r->table = "trade";
    if (!p->trade_count && !p->plan.space_count)
        fail(r, "a pack with neither trades nor a map", LIT(""));
    if (p->trade_count && (!p->family_count || !p->picture_count))
        fail(r, "trades without families or pictures", LIT(""));
    r->table = "topic_block";
    for (int t = 0; t < p->topic_count; t++)
        for (int lang = 0; lang < LANG_COUNT; lang++)
            if (!p->topic[t].block_count[lang])
                fail(r, "nothing to read in a topic:", p->topic[t].id);
    r->table = "chart_bar";
    for (int c = 0; c < p->chart_count; c++)
        if (!p->chart[c].bar_count)
            fail(r, "a chart without bars:", p->chart[c].id);
}

static void read_all(Reading *r) {
    const Pack *pack = r->pack;
    read_campus(r);
    read_simple_tables(r);
    if (!r->failed && pack->trade_count) {
        read_facts(r);
        read_points(r);
        read_ways(r);
        read_related(r);
        read_weights(r);
    }
    if (!r->failed && pack->item_count)
        read_correlations(r);
    if (!r->failed && pack->chart_count)
        read_bars(r);
    plan_rows_read(r);
    if (!r->failed && pack->topic_count)
        read_blocks(r);
    clips_read(r);
    index_families(r);
    check_content(r);
}

bool pack_load(const char *path, Arena *arena, Pack *pack, Fault *fault) {
    *fault = (Fault){{0}};
    *pack = (Pack){0};
    sqlite3 *db = pack_open(path, fault);
    if (!db)
        return false;
    Reading r = {
        .db = db, .path = path, .arena = arena, .pack = pack, .fault = fault, .begun = arena->used};
    pack_limit_work(db, &r.looks);
    read_all(&r);
    arena_free(&r.scratch);
    pack_close(db);
    if (r.failed)
        *pack = (Pack){0};
    return !r.failed;
}
