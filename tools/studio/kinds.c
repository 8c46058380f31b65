#include "tools/studio/kinds.h"

#include "tools/pack/lists.h"
#include "tools/pack/schema_value.h"
#include "tools/studio/text_rows.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const MenuLine MENU[] = {
#define MENU(kind, group, page) {RECORD_##kind, MENU_##group, page},
#include "tools/studio/kinds.def"
#undef MENU
};
enum { MENU_LINES = sizeof MENU / sizeof *MENU };

const MenuLine *menu_line(int index) {
    return index >= 0 && index < MENU_LINES ? &MENU[index] : NULL;
}

const MenuLine *menu_line_of(RecordId kind) {
    for (int i = 0; i < MENU_LINES; i++)
        if (MENU[i].kind == kind)
            return &MENU[i];
    return NULL;
}

RecordId menu_kind(Slice name) {
    for (int i = 0; i < MENU_LINES; i++)
        if (slice_is(name, record_of(MENU[i].kind)->table))
            return MENU[i].kind;
    return RECORD_COUNT;
}

/* ---- where they lie -------------------------------------------------------------------------- */

const YamlNode *kind_list(RecordId id, const YamlNode *root) {
    return list_key(id) ? yaml_get(root, list_key(id)) : root;
}

static bool is_folder(Desk *d, Slice name) {
    char path[PATH_MAX];
    struct stat info;
    Error error;
    return folder_path(d, name, path, &error) && stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* A folder beside the list may have other files: the sounds of recordings. */
Slice kind_new_file(Desk *d, RecordId id, Slice name, bool *own) {
    Slice folder = list_name(id);
    bool apart = list_may_be_apart(id) && id != RECORD_recording && is_folder(d, folder);
    *own = list_all_apart(id) || apart;
    return *own ? arena_printf(d->arena, SLICE_FMT "/" SLICE_FMT ".yaml", SLICE_ARG(folder),
                               SLICE_ARG(name))
                : slice_from(schema_file_of(id));
}

/* ---- records --------------------------------------------------------------------------------- */

static Slice text_in(const YamlNode *node, Slice lang) {
    if (node && node->kind == YAML_MAP)
        for (const YamlNode *child = node->first; child; child = child->next)
            if (slice_equal(child->key, lang) || child == node->first)
                node = child;
    return node && node->kind == YAML_SCALAR ? node->text : LIT("");
}

Slice record_title(Desk *d, const YamlNode *map) {
    static const char *const KEYS[] = {"name",    "title", "word", "text",
                                       "company", "label", "says", NULL};
    Slice code[LANG_MAX];
    written_languages(d, code);
    for (int i = 0; KEYS[i]; i++) {
        Slice title = text_in(yaml_get(map, KEYS[i]), code[0]);
        if (title.len)
            return title;
    }
    return LIT("");
}

/* A topic is called as its page is. */
static Slice topic_title(Desk *d, Slice id) {
    Slice code[LANG_MAX];
    Source source;
    Error error;
    written_languages(d, code);
    Slice file = arena_printf(d->arena, "topics/" SLICE_FMT "." SLICE_FMT ".md", SLICE_ARG(id),
                              SLICE_ARG(code[0]));
    if (!folder_id(id) || !folder_read(d, file, &source, &error))
        return LIT("");
    TextRows rows = text_rows_read(d->arena, TEXT_TOPIC, source.bytes);
    bool titled = rows.count && rows.row[0].kind == ROW_TITLE;
    return titled ? rows.row[0].text : LIT("");
}

static Slice id_of(RecordId id, const YamlNode *map) {
    const YamlNode *node = yaml_get(map, record_of(id)->field[0].key);
    return node && node->kind == YAML_SCALAR ? node->text : LIT("");
}

/* Another may have that name already: each is to be reached, so that it can be mended. */
static Slice address_for(Desk *d, const Kind *kind, Slice id) {
    if (folder_id(id) && !kind_find(kind, id))
        return id;
    return arena_printf(d->arena, SLICE_FMT "~%d", SLICE_ARG(folder_id(id) ? id : LIT("")),
                        kind->count + 1);
}

static void add_entry(Desk *d, Kind *kind, Source *source, const YamlNode *map, Slice stem) {
    if (map->kind != YAML_MAP)
        return;
    Entry entry = {.kind = kind->id,
                   .id = stem.len ? stem : id_of(kind->id, map),
                   .title = record_title(d, map),
                   .source = source,
                   .map = map};
    if (list_alone(kind->id) && !entry.id.len)
        entry.id = slice_from(record_of(kind->id)->table);
    if (kind->id == RECORD_topic)
        entry.title = topic_title(d, entry.id);
    entry.address = address_for(d, kind, entry.id);
    *LIST_ADD(d->arena, kind->entry, kind->count) = entry;
}

static Source *read_source(Desk *d, Kind *kind, Slice file) {
    Source *source = arena_new(d->arena, Source);
    Error error;
    if (!folder_read(d, file, source, &error) || !source->there)
        return NULL;
    *LIST_ADD(d->arena, kind->source, kind->source_count) = source;
    return source;
}

static void read_list(Desk *d, Kind *kind) {
    Source *source = read_source(d, kind, slice_from(schema_file_of(kind->id)));
    const YamlNode *list = source && source->root ? kind_list(kind->id, source->root) : NULL;
    if (list && list_alone(kind->id))
        add_entry(d, kind, source, list, LIT(""));
    else if (list && list->kind == YAML_LIST)
        for (const YamlNode *map = list->first; map; map = map->next)
            add_entry(d, kind, source, map, LIT(""));
}

static void read_apart(Desk *d, Kind *kind) {
    Slice stem = arena_copy(d->arena, list_name(kind->id)), *names;
    int count = folder_list(d, stem.at, ".yaml", &names);
    for (int i = 0; i < count; i++) {
        Source *source =
            read_source(d, kind, arena_printf(d->arena, "%s/%s.yaml", stem.at, names[i].at));
        if (source && source->root)
            add_entry(d, kind, source, source->root, names[i]);
    }
}

Kind kind_read(Desk *d, RecordId id) {
    Kind kind = {.id = id};
    if (!list_all_apart(id))
        read_list(d, &kind);
    if (list_may_be_apart(id))
        read_apart(d, &kind);
    return kind;
}

const Entry *kind_find(const Kind *kind, Slice id) {
    for (int i = 0; i < kind->count; i++)
        if (slice_equal(kind->entry[i].id, id))
            return &kind->entry[i];
    return NULL;
}

const Entry *kind_at(const Kind *kind, Slice address) {
    for (int i = 0; i < kind->count; i++)
        if (slice_equal(kind->entry[i].address, address))
            return &kind->entry[i];
    return NULL;
}

/* ---- languages ------------------------------------------------------------------------------- */

int written_languages(Desk *d, Slice code[LANG_MAX]) {
    Source campus;
    Error error;
    int count = 0;
    bool read = folder_read(d, slice_from(schema_file_of(RECORD_campus)), &campus, &error);
    const YamlNode *list = read && campus.root ? yaml_get(campus.root, "languages") : NULL;
    for (const YamlNode *node = list ? list->first : NULL; node && count < LANG_MAX;
         node = node->next)
        if (node->kind == YAML_SCALAR)
            code[count++] = node->text;
    for (int own = 0; !list && own < langs()->count; own++)
        code[count++] = slice_from(langs()->code[own]);
    if (!count)
        code[count++] = slice_from(langs()->code[0]);
    return count;
}
