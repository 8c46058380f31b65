#include "stats/table.h"

#include "stats/visit_counts.h"

#include <stddef.h>
#include <string.h>

const TableSpec TABLES[TABLE_COUNT] = {
#define CELLS(kind) CELLS_##kind, 0, 0
#define RECORDS(list) CELLS_RECORDS, offsetof(StatsKeys, list), offsetof(StatsKeys, list##_count)
#define TABLE(id, name, period, epsilon, cells, fact, title)                                       \
    {name, period, epsilon, cells, FACT_##fact},
#define GRAPH(...)
#include "stats/tables.def"
};

/* Whose epsilon calibration takes. */
static bool gives_way(TableId table) {
    return table == TABLE_LETTER || table == TABLE_PAIR || table == TABLE_FACET;
}

uint32_t table_budget_milli(bool calibrates) {
    uint32_t sum = 0;
    for (int t = 0; t < TABLE_COUNT; t++)
        if (calibrates ? !gives_way((TableId)t) : t != TABLE_CALIBRATION)
            sum += TABLES[t].epsilon_milli;
    return sum;
}

TableId table_named(const char *name) {
    int table = 0;
    while (table < TABLE_COUNT && strcmp(TABLES[table].name, name) != 0)
        table++;
    return (TableId)table;
}

/* ---- keys ------------------------------------------------------------------------------------ */

static const char *const FLAGS[] = {
#define QUIZ_FLAG(name, key) key,
#include "base/flags.def"
#undef QUIZ_FLAG
    "none"};
static const char *const ENDS[END_REASON_COUNT] = {
#define END_REASON(name, key) key,
#include "base/ends.def"
#undef END_REASON
};
static const char *const VISITS[] = {"visit", "quiz"};

static void add(KeyList *list, Slice key) {
    list->key[list->count++] = key;
}

static void add_letters(KeyList *list) {
    for (int i = 0; i < QUIZ_LETTERS; i++)
        add(list, (Slice){&QUIZ_RIASEC[i], 1});
}

static void add_names(KeyList *list, const char *const *names, int count) {
    for (int i = 0; i < count; i++)
        add(list, slice_from(names[i]));
}

static void add_records(KeyList *list, const StatsKey *keys, int count) {
    for (int i = 0; i < count && i < VISIT_COUNTS_RECORDS; i++)
        add(list, keys[i].id);
}

static void add_hours(KeyList *list, Arena *arena) {
    for (int hour = 0; hour < STATS_HOURS; hour++)
        for (int end = 0; end < END_REASON_COUNT; end++)
            add(list, arena_printf(arena, "%02d %s", hour, ENDS[end]));
}

static void add_steps(KeyList *list, Arena *arena) {
    for (int step = 0; step < FUNNEL_DONE; step++)
        add(list,
            arena_printf(arena, "%02d-%02d", step * FUNNEL_STEP + 1, (step + 1) * FUNNEL_STEP));
    add(list, LIT("done"));
}

static void add_pairs(KeyList *list, Arena *arena) {
    for (int a = 0; a < QUIZ_LETTERS; a++)
        for (int b = a + 1; b < QUIZ_LETTERS; b++)
            add(list, arena_printf(arena, "%c%c", QUIZ_RIASEC[a], QUIZ_RIASEC[b]));
}

static void add_clips(KeyList *list, const StatsKeys *keys, Arena *arena) {
    for (int i = 0; i < keys->clip_count && i < VISIT_COUNTS_RECORDS; i++)
        for (int quarter = 0; quarter < VISIT_COUNTS_QUARTERS; quarter++)
            add(list,
                arena_printf(arena, SLICE_FMT " %d", SLICE_ARG(keys->clip[i].id), quarter * 25));
}

static void add_languages(KeyList *list) {
    for (int lang = 0; lang < langs()->count; lang++)
        add(list, slice_from(langs()->code[lang]));
}

int table_records(TableId table, const StatsKeys *keys, const StatsKey **record) {
    const TableSpec *spec = &TABLES[table];
    if (spec->cells == CELLS_CLIPS) {
        *record = keys->clip;
        return keys->clip_count;
    }
    if (spec->cells != CELLS_RECORDS)
        return 0;
    *record = *(const StatsKey *const *)(const void *)((const char *)keys + spec->list);
    return *(const int *)(const void *)((const char *)keys + spec->list_count);
}

static void add_samples(KeyList *list, const StatsKeys *keys) {
    for (int i = 0; i < keys->sample_count; i++)
        add(list, keys->sample[i]);
}

static void fill(KeyList *list, TableId table, const StatsKeys *keys, Arena *arena) {
    const StatsKey *record = NULL;
    if (keys->sample_count && gives_way(table))
        return;
    int count = table_records(table, keys, &record);
    switch (TABLES[table].cells) {
    case CELLS_RECORDS:
        add_records(list, record, count);
        break;
    case CELLS_HOURS:
        add_hours(list, arena);
        break;
    case CELLS_VISITS:
        add_names(list, VISITS, 2);
        break;
    case CELLS_LANGUAGES:
        add_languages(list);
        break;
    case CELLS_STEPS:
        add_steps(list, arena);
        break;
    case CELLS_LETTERS:
        add_letters(list);
        break;
    case CELLS_PAIRS:
        add_pairs(list, arena);
        break;
    case CELLS_FLAGS:
        add_names(list, FLAGS, sizeof FLAGS / sizeof *FLAGS);
        break;
    case CELLS_CLIPS:
        add_clips(list, keys, arena);
        break;
    case CELLS_SAMPLES:
        add_samples(list, keys);
        break;
    }
}

static Slice lines_of(const KeyList *list, Arena *arena) {
    int bytes = 0;
    for (int i = 0; i < list->count; i++)
        bytes += list->key[i].len + 1;
    char *text = arena_alloc(arena, (size_t)bytes + 1), *at = text;
    for (int i = 0; i < list->count; i++) {
        memcpy(at, list->key[i].at, (size_t)list->key[i].len);
        at += list->key[i].len;
        *at++ = '\n';
    }
    return (Slice){text, bytes};
}

KeyList table_keys(TableId table, const StatsKeys *keys, Arena *arena) {
    Arena roomy = {0}; /* how many there will be is known afterwards */
    KeyList list = {.key =
                        arena_array(&roomy, Slice, VISIT_COUNTS_RECORDS * VISIT_COUNTS_QUARTERS)};
    fill(&list, table, keys, arena);
    Slice *key = arena_array(arena, Slice, list.count + 1);
    memcpy(key, list.key, sizeof *key * (size_t)list.count);
    arena_free(&roomy);
    list.key = key;
    list.text = lines_of(&list, arena);
    return list;
}

KeyList key_list_read(Slice text, Arena *arena) {
    int lines = 0;
    for (int i = 0; i < text.len; i++)
        lines += text.at[i] == '\n';
    KeyList list = {.key = arena_array(arena, Slice, lines + 1), .text = text};
    for (int from = 0, to = 0; to < text.len; to++)
        if (text.at[to] == '\n') {
            list.key[list.count++] = slice_cut(text, from, to);
            from = to + 1;
        }
    return list;
}

int key_list_find(const KeyList *list, Slice key) {
    for (int i = 0; i < list->count; i++)
        if (slice_equal(list->key[i], key))
            return i;
    return -1;
}
