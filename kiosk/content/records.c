/* Reads the tables of an opened pack into records; every text is checked, every reference becomes
 * an index. */
#include "base/look.h"
#include "content/reading.h"
#include "content/target.h"

/* ---- one record ------------------------------------------------------------------------------ */

static int64_t long_at(PackReading *r, int column, double least, double most) {
    sqlite3_int64 value = sqlite3_column_int64(r->row, column);
    if ((double)value < least || (double)value > most) {
        fail(r, "a number out of range", LIT(""));
        return (int64_t)least;
    }
    return value;
}

static void read_hash(PackReading *r, int column, unsigned char *hash) {
    if (sqlite3_column_bytes(r->row, column) == CHUNK_HASH)
        memcpy(hash, sqlite3_column_blob(r->row, column), CHUNK_HASH);
    else
        fail(r, "a hash of another length", LIT(""));
}

static Slice blob_at(PackReading *r, int column, int most) {
    if (most && sqlite3_column_bytes(r->row, column) > most) {
        fail(r, "more bytes than it may have", LIT(""));
        return LIT("");
    }
    Slice data = {sqlite3_column_blob(r->row, column), sqlite3_column_bytes(r->row, column)};
    return arena_copy(r->arena, data);
}

static void read_field(PackReading *r, const Field *field, int column, void *to) {
    switch (field->kind) {
    case FIELD_ID:
    case FIELD_CODE:
    case FIELD_TEXT:
    case FIELD_ICON:
    case FIELD_TONE:
        *(Slice *)to = text_at(r, column);
        break;
    case FIELD_INT:
        *(int *)to = int_at(r, column, field->may ? 0 : (int)field->least, (int)field->most);
        break;
    case FIELD_LONG:
        *(int64_t *)to = long_at(r, column, field->least, field->most);
        break;
    case FIELD_REAL:
        *(double *)to = real_at(r, column, field->least, field->most);
        break;
    case FIELD_FLAG:
        *(bool *)to = int_at(r, column, 0, 1);
        break;
    case FIELD_DATE:
    case FIELD_MOMENT:
    case FIELD_CHOICE:
    case FIELD_CHOICES:
    case FIELD_REF:
    case FIELD_REFS:
    case FIELD_PLACE:
    case FIELD_PLACES:
    case FIELD_ZONES:
    case FIELD_HOURS:
        value_read(r, field, column, to);
        break;
    case FIELD_BLOB:
        *(Slice *)to = blob_at(r, column, (int)field->most);
        break;
    case FIELD_HASH:
        read_hash(r, column, to);
        break;
    case FIELD_WORDS:
    case FIELD_PHRASE:
    case FIELD_LIST:
    case FIELD_KEY:
        break;
    }
}

static void read_words(PackReading *r, const Record *record, Slice owner, char *to) {
    for (int f = 0; f < record->field_count; f++) {
        const Field *field = &record->field[f];
        if (field_has_words(field))
            *(LocalText *)(void *)(to + field->offset) = texts_take(r, owner, field->column);
    }
}

static void read_record(PackReading *r, const Record *record, int column, char *to) {
    for (int f = 0; f < record->field_count; f++) {
        const Field *field = &record->field[f];
        read_field(r, field, column, to + field->offset);
        column += field_columns(field);
    }
}

/* One that has an id of its own. */
static void read_named(PackReading *r, const Record *record, char *to) {
    read_record(r, record, 0, to);
    Slice id = *(const Slice *)(const void *)(to + record->field[0].offset);
    read_words(r, record, record_owner(record, id, &r->scratch), to);
}

/* ---- lists of the pack ----------------------------------------------------------------------- */

static Slice select_all(PackReading *r, const Record *record) {
    return arena_printf(&r->scratch, "SELECT " SLICE_FMT " FROM %s ORDER BY ord",
                        SLICE_ARG(record_columns(record, &r->scratch)), record->table);
}

static void read_campus(PackReading *r) {
    const Record *record = record_of(RECORD_campus);
    if (!begin_rows(r, record->table, select_all(r, record).at))
        return;
    if (next_row(r))
        read_named(r, record, (char *)&r->pack->campus);
    else
        fail(r, "has no row", LIT(""));
    end_rows(r);
}

static void read_rows(PackReading *r, const Record *record, const char *sql, int count, char *to) {
    if (!begin_rows(r, record->table, sql))
        return;
    for (int i = 0; i < count && next_row(r); i++)
        read_named(r, record, to + (size_t)i * record->size);
    end_rows(r);
}

static void read_ids(PackReading *r, const Record *record, const char *sql, int count, char *list) {
    if (!begin_rows(r, record->table, sql))
        return;
    for (int i = 0; i < count && next_row(r); i++)
        *(Slice *)(void *)(list + (size_t)i * record->size + record->field[0].offset) =
            text_at(r, 0);
    end_rows(r);
}

/* Made for as many as there are. */
void records_read_ids(PackReading *r, RecordId id) {
    const Record *record = record_of(id);
    const char *sql = arena_printf(&r->scratch, "SELECT %s FROM %s ORDER BY ord",
                                   record->field[0].column, record->table)
                          .at;
    int count = count_rows(r, record->table, sql);
    char *list = arena_alloc(r->arena, record->size * (size_t)(count + 1));
    memcpy((char *)r->pack + record->list, &list, sizeof list);
    memcpy((char *)r->pack + record->list_count, &count, sizeof count);
    read_ids(r, record, sql, count, list);
    const Slice *first = (const Slice *)(const void *)(list + record->field[0].offset);
    r->ids[id] = ids_of(&r->scratch, first, record->size, count);
}

void records_read_rows(PackReading *r, RecordId id) {
    const Record *record = record_of(id);
    int count = record_count(record, r->pack);
    if (count && !r->failed)
        read_rows(r, record, select_all(r, record).at, count,
                  (char *)(uintptr_t)record_at(record, r->pack, 0));
}

void records_read_list(PackReading *r, RecordId id) {
    records_read_ids(r, id);
    records_read_rows(r, id);
}

/* What others refer to comes first. */
static void read_lists(PackReading *r) {
    static const RecordId LISTS[] = {RECORD_picture, RECORD_family, RECORD_facet, RECORD_trade,
                                     RECORD_item,    RECORD_topic,  RECORD_chart, RECORD_recording};
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++)
        records_read_list(r, LISTS[i]);
}

/* ---- lists that hang on a record ------------------------------------------------------------- */

static int word_index(PackReading *r, const Record *record, Slice word) {
    for (int i = 0; i < record->words; i++)
        if (slice_is(word, record->word[i]))
            return i;
    fail(r, "no such kind:", word);
    return 0;
}

static Slice select_children(PackReading *r, const Record *record) {
    const char *owner = record_of(record->owner)->table, *by = record->by ? record->by : owner;
    Slice columns = record_columns(record, &r->scratch); /* of one with nothing but words: none */
    return arena_printf(&r->scratch, "SELECT %s, %s%s" SLICE_FMT " FROM %s ORDER BY %s, %s, ord",
                        owner, by, columns.len ? ", " : "", SLICE_ARG(columns), record->table,
                        owner, by);
}

/* One more at the end of a list of the owner, the one for its word if it has one for each. */
static char *new_child(PackReading *r, const Record *record, char *owner, int word, int *index) {
    char **list = (char **)(void *)(owner + record->list) + word;
    int *count = (int *)(void *)(owner + record->list_count) + word;
    *list = grown(r, *list, *count, record->rows, record->size);
    *index = (*count)++;
    return *list + (size_t)*index * record->size;
}

void records_read_children(PackReading *r, RecordId of) {
    const Record *record = record_of(of), *owners = record_of(record->owner);
    int index;
    if (!begin_rows(r, record->table, select_children(r, record).at))
        return;
    while (next_row(r)) {
        Slice id = text_at(r, 0);
        int owner = find(r, record->owner, id);
        int word = record->by ? word_index(r, record, text_at(r, 1)) : 0;
        char *at = (char *)(uintptr_t)record_at(owners, r->pack, owner);
        char *child = new_child(r, record, at, word, &index);
        read_record(r, record, 2, child);
        read_words(r, record, record_child(record, id, word, index, &r->scratch), child);
    }
    end_rows(r);
}

/* What trades are weighed by must be there before their weights are read. */
static void check_facets(PackReading *r) {
    r->table = "facet";
    if (r->pack->trade_count && r->pack->facet_count < QUIZ_FACETS_LEAST)
        fail(r, "trades without enough facets", LIT(""));
}

static void read_related(PackReading *r) {
    if (!begin_rows(r, "trade_related",
                    "SELECT trade, other FROM trade_related ORDER BY trade, ord"))
        return;
    while (next_row(r)) {
        Trade *trade = &r->pack->trade[find(r, RECORD_trade, text_at(r, 0))];
        trade->related =
            grown(r, trade->related, trade->related_count, RELATED_MAX, sizeof *trade->related);
        trade->related[trade->related_count++] = find(r, RECORD_trade, text_at(r, 1));
    }
    end_rows(r);
}

static void read_weights(PackReading *r) {
    int rows = 0;
    if (!begin_rows(r, "trade_weight",
                    "SELECT trade, dimension, weight FROM trade_weight ORDER BY trade, dimension"))
        return;
    for (; next_row(r); rows++) {
        Trade *trade = &r->pack->trade[find(r, RECORD_trade, text_at(r, 0))];
        trade->weight[int_at(r, 1, 0, pack_dimensions(r->pack) - 1)] = real_at(r, 2, 0, 7);
    }
    end_rows(r);
    if (rows != r->pack->trade_count * pack_dimensions(r->pack))
        fail(r, "a trade without all its weights", LIT(""));
}

/* What asks of a facet that the campus does not have would measure nothing. */
static void check_items(PackReading *r) {
    const Pack *pack = r->pack;
    r->table = "item";
    for (int i = 0; i < pack->item_count; i++)
        if (pack->item[i].dimension >= pack_dimensions(pack))
            fail(r, "asks about no facet:", pack->item[i].id);
}

/* Every pair of dimensions, each once. */
static void read_correlations(PackReading *r) {
    int rows = 0, count = pack_dimensions(r->pack);
    for (int d = 0; d < QUIZ_DIMENSIONS_MAX; d++)
        r->pack->correlation[d][d] = 1;
    if (!begin_rows(r, "correlation", "SELECT a, b, r FROM correlation WHERE a < b ORDER BY a, b"))
        return;
    for (; next_row(r); rows++) {
        int a = int_at(r, 0, 0, count - 1), b = int_at(r, 1, 0, count - 1);
        r->pack->correlation[a][b] = r->pack->correlation[b][a] = real_at(r, 2, -1, 1);
    }
    end_rows(r);
    if (rows != count * (count - 1) / 2)
        fail(r, "a pair of dimensions without its correlation", LIT(""));
}

/* ---- topics ---------------------------------------------------------------------------------- */

static BlockKind block_kind(PackReading *r, Slice kind) {
    for (int i = 0; i < BLOCK_KIND_COUNT; i++)
        if (slice_is(kind, BLOCK_KEY[i]))
            return (BlockKind)i;
    fail(r, "no such kind:", kind);
    return BLOCK_TEXT;
}

Target records_target(PackReading *r, Slice text) {
    Slice id;
    Target target = target_read(text, &id);
    RecordId of = target_record(target.kind);
    if (of != RECORD_COUNT)
        target.arg = find(r, of, id);
    if (target.kind == TARGET_PLACE)
        target.arg = ids_find(&r->space, id);
    if (target_has_page(r->pack, target.kind) && target.arg >= 0)
        return target;
    fail(r, "a button that leads nowhere:", text);
    return (Target){TARGET_NONE, 0};
}

static Block block_row(PackReading *r) {
    Slice target = text_at(r, 5);
    Block block = {.section = int_at(r, 2, 0, 100),
                   .kind = block_kind(r, text_at(r, 3)),
                   .text = text_at(r, 4),
                   .illustrative = int_at(r, 6, 0, 1)};
    if (block.kind == BLOCK_BUTTON)
        block.target = records_target(r, target);
    if (block.kind == BLOCK_CHART)
        block.chart = find(r, RECORD_chart, target);
    return block;
}

static void read_blocks(PackReading *r) {
    if (!begin_rows(r, "topic_block",
                    "SELECT topic, lang, section, kind, text, target, illustrative FROM topic_block"
                    " ORDER BY topic, lang, ord"))
        return;
    while (next_row(r)) {
        Topic *topic = &r->pack->topic[find(r, RECORD_topic, text_at(r, 0))];
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

/* ---- the whole ------------------------------------------------------------------------------- */

static void index_families(PackReading *r) {
    Pack *p = r->pack;
    for (int t = 0; t < p->trade_count && !r->failed; t++) {
        Family *family = &p->family[p->trade[t].family];
        if (!family->trade_count++)
            family->first_trade = t;
        else if (family->first_trade + family->trade_count - 1 != t)
            fail(r, "the trades of a family do not stand together:", family->id);
    }
}

/* The first language stands in, for a whole topic or for a block of it. */
static void share_blocks(PackReading *r, Topic *topic, Lang lang) {
    bool none = !topic->block_count[lang];
    if (none) {
        topic->block[lang] = topic->block[0];
        topic->block_count[lang] = topic->block_count[0];
    }
    for (int i = 0; i < topic->block_count[lang] && i < topic->block_count[0]; i++) {
        Slice missing = LIT(""), *text = none ? &missing : &topic->block[lang][i].text;
        texts_stand_in(r, text, topic->block[0][i].text, lang);
    }
}

static void check_content(PackReading *r) {
    Pack *p = r->pack;
    r->table = "trade";
    if (!p->trade_count && !p->plan.space_count)
        fail(r, "a pack with neither trades nor a map", LIT(""));
    if (p->trade_count && (!p->family_count || !p->picture_count))
        fail(r, "trades without families or pictures", LIT(""));
    r->table = "topic_block";
    for (int t = 0; t < p->topic_count; t++) {
        if (!p->topic[t].block_count[0])
            fail(r, "nothing to read in a topic:", p->topic[t].id);
        for (int lang = 1; lang < p->lang.count; lang++)
            share_blocks(r, &p->topic[t], lang);
    }
    r->table = "chart_bar";
    for (int c = 0; c < p->chart_count; c++)
        if (!p->chart[c].bar_count)
            fail(r, "a chart without bars:", p->chart[c].id);
}

static void read_all(PackReading *r) {
    const Pack *pack = r->pack;
    texts_read(r);
    read_lists(r);
    read_campus(r); /* which names pictures */
    check_facets(r);
    if (!r->failed && pack->trade_count) {
        records_read_children(r, RECORD_trade_fact);
        records_read_children(r, RECORD_trade_point);
        records_read_children(r, RECORD_trade_way);
        records_read_children(r, RECORD_trade_moment);
        read_related(r);
        read_weights(r);
    }
    if (!r->failed && pack->item_count) {
        check_items(r);
        read_correlations(r);
    }
    if (!r->failed && pack->chart_count)
        records_read_children(r, RECORD_chart_bar);
    plan_rows_read(r);
    clips_read(r);
    training_read(r);
    if (!r->failed && pack->topic_count)
        read_blocks(r);
    search_rows_read(r);
    index_families(r);
    check_content(r);
    texts_end(r);
}

static void use_languages(const Pack *pack) {
    langs_use(&pack->lang, pack->said, pack->said_count);
    langs_use_stand_ins(pack->stand_in, pack->stand_in_count);
}

/* Colours that cannot be read, as of a pack that no tool made, are the program's own. */
static void use_look(const Pack *pack) {
    const Campus *campus = &pack->campus;
    Look look = {LOOK_HOUSE, LOOK_HOUSE, {0}};
    look_colour(campus->colour, &look.colour);
    look_colour(campus->accent, &look.accent);
    if (campus->logo >= 0)
        look.logo = pack->picture[campus->logo].data;
    look_use(look);
}

bool pack_load(const char *path, Arena *arena, Pack *pack, Error *error) {
    *error = (Error){{0}};
    *pack = (Pack){0};
    LangList own;
    langs_own(&own);
    langs_use(&own, NULL, 0); /* what an earlier pack brought may be gone */
    look_use((Look){LOOK_HOUSE, LOOK_HOUSE, {0}});
    sqlite3 *db = pack_open(path, error);
    if (!db)
        return false;
    PackReading r = {
        .db = db, .path = path, .arena = arena, .pack = pack, .error = error, .begun = arena->used};
    pack_limit_work(db, &r.looks);
    read_all(&r);
    arena_free(&r.scratch);
    pack_close(db);
    if (r.failed)
        *pack = (Pack){0};
    else {
        use_languages(pack);
        use_look(pack);
    }
    return !r.failed;
}
