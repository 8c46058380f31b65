/* The keys of a statistics file, and what they are called: lists of keys, labels, notes. */
#include "report/reading_parts.h"
#include "report/source.h"

#include <stdio.h>
#include <string.h>

static int key_place(ReportReading *r, int table, Slice key) {
    KeyTable *keys = &r->figures->table[table];
    int at = figures_key(r->figures, table, key);
    if (at >= 0)
        return at;
    if (keys->count == keys->room) {
        keys->room = keys->room ? 2 * keys->room : 64;
        Key *more = arena_array(r->arena, Key, keys->room);
        if (keys->count)
            memcpy(more, keys->key, sizeof *more * (size_t)keys->count);
        keys->key = more;
    }
    keys->key[keys->count] = (Key){.key = key};
    return keys->count++;
}

void reading_take_dicts(ReportReading *r) {
    int room = reading_number(r, "SELECT count(*) FROM dict");
    r->dict = arena_array(r->arena, Dict, room + 1);
    sqlite3_stmt *read = reading_query(r, "SELECT id, keys FROM dict ORDER BY id");
    while (r->dict_count < room && read && sqlite3_step(read) == SQLITE_ROW) {
        Dict *dict = &r->dict[r->dict_count++];
        dict->id = sqlite3_column_int(read, 0);
        dict->list = key_list_read(reading_text(r, read, 1), r->arena);
    }
    sqlite3_finalize(read);
}

Dict *reading_dict(ReportReading *r, int id) {
    int low = 0, high = r->dict_count - 1;
    while (low < high) {
        int middle = (low + high) / 2;
        if (r->dict[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return r->dict_count && r->dict[low].id == id ? &r->dict[low] : NULL;
}

const int *reading_places(ReportReading *r, Dict *dict, int table) {
    if (!dict->place[table]) {
        dict->place[table] = arena_array(r->arena, int, dict->list.count + 1);
        for (int i = 0; i < dict->list.count; i++)
            dict->place[table][i] = key_place(r, table, dict->list.key[i]);
    }
    return dict->place[table];
}

/* The label of a clip stands for its five cells. */
static bool is_labelled(Slice key, Slice label) {
    return slice_has_prefix(key, label) && (key.len == label.len || key.at[label.len] == ' ');
}

static void name_keys(ReportReading *r, TableId table, Slice label, LocalText name, Slice group) {
    KeyTable *keys = &r->figures->table[table];
    for (int i = 0; i < keys->count; i++)
        if (is_labelled(keys->key[i].key, label)) {
            keys->key[i].name = name;
            keys->key[i].group = group;
        }
}

static void name_kiosk(ReportReading *r, Slice id, LocalText name) {
    Figures *f = r->figures;
    for (int i = 0; i < f->kiosks; i++)
        if (slice_equal(f->kiosk[i].key, id))
            f->kiosk[i].name = name;
}

static bool read_day(Slice text, Millis *day) {
    char iso[16];
    snprintf(iso, sizeof iso, "%.10s", text.len >= 10 ? text.at : "");
    return civil_parse(iso, day);
}

/* "2026-03-14 open-day" of the table "event" or "note", which is none of counts; a group is its
 * last day. */
static void read_note(ReportReading *r, bool event, Slice key, LocalText text, Slice group) {
    Note note = {.text = text, .event = event};
    if (!read_day(key, &note.from))
        return;
    if (!read_day(group, &note.to))
        note.to = note.from;
    figures_note(r->figures, note, r->arena);
}

/* What a key is called: its rows follow one another, a language each. */
typedef struct Label {
    Slice table, key, group;
    LocalText name;
    Slice first; /* of its rows: where nobody here speaks any of its languages */
} Label;

static bool is_of(const Label *label, sqlite3_stmt *row) {
    return slice_equal(label->table, reading_column(row, 0)) &&
           slice_equal(label->key, reading_column(row, 1));
}

/* Without a language it is said in all. */
static void add_name(Label *label, Slice code, Slice name) {
    int lang = langs_find(langs(), code);
    if (!label->first.len)
        label->first = name;
    if (lang >= 0)
        label->name.in[lang] = name;
}

/* In a language without a name, what the campus says first. */
static void fill_names(Label *label) {
    LocalText *name = &label->name;
    Slice first = name->in[LANG_FIRST].len ? name->in[LANG_FIRST] : label->first;
    for (int lang = 0; lang < langs()->count; lang++)
        if (!name->in[lang].len)
            name->in[lang] = first;
}

static void take_label(ReportReading *r, Label *label) {
    if (!label->table.len)
        return;
    TableId table = table_named(label->table.at);
    bool event = slice_is(label->table, "event");
    fill_names(label);
    if (table < TABLE_COUNT)
        name_keys(r, table, label->key, label->name, label->group);
    else if (slice_is(label->table, "kiosk"))
        name_kiosk(r, label->key, label->name);
    else if (event || slice_is(label->table, "note"))
        read_note(r, event, label->key, label->name, label->group);
}

void reading_take_labels(ReportReading *r) {
    sqlite3_stmt *read = reading_query(r, source_labels(r->db));
    Label label = {0};
    while (read && sqlite3_step(read) == SQLITE_ROW) {
        if (!is_of(&label, read)) {
            take_label(r, &label);
            label = (Label){.table = reading_text(r, read, 0),
                            .key = reading_text(r, read, 1),
                            .group = reading_text(r, read, 4)};
        }
        add_name(&label, reading_column(read, 2), reading_text(r, read, 3));
    }
    take_label(r, &label);
    sqlite3_finalize(read);
}
