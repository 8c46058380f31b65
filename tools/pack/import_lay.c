#include "tools/pack/import_parts.h"

#include "base/message.h"
#include "tools/pack/lists.h"
#include "tools/pack/schema_value.h"
#include "tools/sources/source.h"
#include "tools/sources/yaml_edit.h"
#include "tools/sources/yaml_patch.h"

#include <ctype.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_BYTES_MAX = 8 << 20 };

typedef struct Laying {
    Import *import;
    ListFiles *files;
    const ImportRecords *over;
    const YamlNode **laid; /* so that none is laid over twice */
    int laid_count;
} Laying;

static void say_of(Import *import, const YamlNode *name, Slice message) {
    import_tell(import,
                (ReportEntry){.file = import->file, .line = name->line, .message = message});
}

/* ---- the files ------------------------------------------------------------------------------- */

static ListFile *add_file(Laying *l, ListFile file) {
    ListFile *added = LIST_ADD(l->import->arena, l->files->file, l->files->count);
    *added = file;
    return added;
}

static void read_file(Laying *l, Report *report, Slice path, bool own) {
    Arena *arena = l->import->arena;
    ListFile file = {.id = l->over->id, .path = path, .own = own};
    if (!source_read(report, arena, path, FILE_BYTES_MAX, true, &file.bytes))
        return;
    file.root = yaml_read(report, arena, path, file.bytes);
    if (!file.root && own)
        return;
    file.want = file.root ? yaml_copied(arena, file.root) : yaml_new(arena, YAML_LIST, 1);
    add_file(l, file); /* of a list that has only remarks, too */
}

static Slice folder_of(Laying *l) {
    Arena *arena = l->import->arena;
    return source_path(arena, l->import->folder, arena_copy(arena, list_name(l->over->id)).at);
}

/* A broken file of another record is not of this table. */
static void read_apart(Laying *l) {
    Report quiet = {0};
    Slice folder = folder_of(l), *names;
    int count = source_list(l->import->arena, folder, ".yaml", &names);
    for (int i = 0; i < count; i++)
        read_file(l, &quiet, source_path(l->import->arena, folder, names[i].at), true);
    report_free(&quiet);
}

static Slice list_path(Laying *l) {
    return source_path(l->import->arena, l->import->folder, schema_file_of(l->over->id));
}

static void read_files(Laying *l) {
    Slice list = list_path(l);
    if (!list_all_apart(l->over->id) && access(list.at, F_OK) == 0)
        read_file(l, l->import->report, list, list_alone(l->over->id));
    if (list_may_be_apart(l->over->id))
        read_apart(l);
}

/* ---- a record that is there ------------------------------------------------------------------ */

static const YamlNode *name_node(const Laying *l, const YamlNode *map) {
    return yaml_get(map, record_of(l->over->id)->field[0].key);
}

static YamlNode *list_in(const ListFile *file) {
    const char *key = list_key(file->id);
    return key ? yaml_get(file->want, key) : file->want;
}

/* Where the record of that name hangs in its file; NULL: it is not in this one. */
static YamlNode **place_in(const Laying *l, ListFile *file, Slice name) {
    YamlNode *list = list_in(file);
    if (file->own) {
        const YamlNode *own = name_node(l, file->want);
        bool alone = list_alone(file->id);
        return alone || (own && slice_equal(own->text, name)) ? &file->want : NULL;
    }
    for (YamlNode **at = list ? &list->first : NULL; at && *at; at = &(*at)->next) {
        const YamlNode *own = name_node(l, *at);
        if (own && slice_equal(own->text, name))
            return at;
    }
    return NULL;
}

static YamlNode **place_of(const Laying *l, Slice name) {
    YamlNode **at = NULL;
    for (int i = 0; i < l->files->count && !at; i++)
        if (l->files->file[i].id == l->over->id)
            at = place_in(l, &l->files->file[i], name);
    return at;
}

static bool is_laid(const Laying *l, const YamlNode *node) {
    for (int i = 0; i < l->laid_count; i++)
        if (l->laid[i] == node)
            return true;
    return false;
}

static bool is_changed(const YamlNode *node) {
    if (!node->was || node->was->count != node->count || !slice_equal(node->text, node->was->text))
        return true;
    for (const YamlNode *child = node->first; child; child = child->next)
        if (is_changed(child))
            return true;
    return false;
}

/* ---- what a part of the columns cannot say --------------------------------------------------- */

static bool any_has(const YamlNode *list, Slice key) {
    for (const YamlNode *element = list->first; element; element = element->next)
        if (yaml_get(element, key.at))
            return true;
    return false;
}

static bool has_names(const YamlNode *list) {
    return any_has(list, LIT("id")) || any_has(list, LIT("code"));
}

/* Elements without a name that became more or fewer: nobody knows whose the rest was. */
static void check_list(Laying *l, const YamlNode *old, const YamlNode *more) {
    if (old->count == more->count || has_names(old))
        return;
    for (const YamlNode *element = old->first; element; element = element->next)
        for (const YamlNode *pair = element->kind == YAML_MAP ? element->first : NULL; pair;
             pair = pair->next)
            if (!any_has(more, pair->key)) {
                say_of(l->import, more,
                       arena_printf(
                           l->import->arena,
                           message("« " SLICE_FMT " » a %d éléments au lieu de %d, et la table "
                                   "ne dit pas leur « " SLICE_FMT " » ; ajouter cette colonne"),
                           SLICE_ARG(more->key), more->count, old->count, SLICE_ARG(pair->key)));
                return;
            }
}

static void check_kept(Laying *l, const YamlNode *old, const YamlNode *more) {
    for (const YamlNode *pair = more->kind == YAML_MAP ? more->first : NULL; pair;
         pair = pair->next) {
        const YamlNode *was = yaml_get(old, pair->key.at);
        if (was && was->kind == YAML_LIST && pair->kind == YAML_LIST)
            check_list(l, was, pair);
    }
}

static void lay_over(Laying *l, YamlNode **at, const YamlNode *map) {
    YamlMerge how = {.keep = !l->over->whole, .first = langs()->code[LANG_FIRST]};
    if (l->import->cells)
        check_kept(l, *at, map);
    YamlNode *merged = yaml_merged(l->import->arena, *at, map, how);
    merged->next = (*at)->next;
    *at = merged;
    l->laid[l->laid_count++] = merged;
    l->import->written += is_changed(merged);
}

/* ---- a new one ------------------------------------------------------------------------------- */

static bool is_folder(Slice path) {
    struct stat info;
    return stat(path.at, &info) == 0 && S_ISDIR(info.st_mode);
}

/* A folder beside the list may have other files: the sounds of recordings. */
static bool goes_apart(Laying *l) {
    RecordId id = l->over->id;
    return list_all_apart(id) ||
           (list_may_be_apart(id) && id != RECORD_recording && is_folder(folder_of(l)));
}

static bool names_a_file(Slice name) {
    for (int i = 0; i < name.len; i++)
        if (!isalnum((unsigned char)name.at[i]) && !strchr("-_", name.at[i]))
            return false;
    return name.len > 0;
}

static void add_apart(Laying *l, YamlNode *map, const YamlNode *name) {
    Import *import = l->import;
    Slice path = arena_printf(import->arena, SLICE_FMT "/" SLICE_FMT ".yaml",
                              SLICE_ARG(folder_of(l)), SLICE_ARG(name->text));
    if (access(path.at, F_OK) == 0)
        say_of(
            import, name,
            arena_printf(import->arena,
                         message(SLICE_FMT " est déjà là et ne se lit pas comme cette fiche ; le "
                                           "corriger d’abord"),
                         SLICE_ARG(path)));
    add_file(l, (ListFile){.id = l->over->id, .path = path, .own = true, .want = map});
}

static ListFile *list_file(Laying *l) {
    for (int i = 0; i < l->files->count; i++)
        if (l->files->file[i].id == l->over->id && !l->files->file[i].own)
            return &l->files->file[i];
    return add_file(l, (ListFile){.id = l->over->id,
                                  .path = list_path(l),
                                  .want = yaml_new(l->import->arena, YAML_LIST, 1)});
}

static void add_listed(Laying *l, YamlNode *map) {
    ListFile *file = list_file(l);
    YamlNode *list = list_in(file);
    if (list)
        yaml_add(list, map);
    else
        report_fault(l->import->report, file->path, 1,
                     "la rubrique « %s » manque ; l’ajouter avant d’importer", list_key(file->id));
}

static void add_new(Laying *l, const YamlNode *from, const YamlNode *name) {
    YamlNode *map = yaml_merged(l->import->arena, from, from, (YamlMerge){.keep = true});
    map->remark = l->over->remark;
    l->laid[l->laid_count++] = map;
    l->import->written++;
    l->import->added++;
    if (!names_a_file(name->text))
        say_of(l->import, name,
               arena_printf(l->import->arena,
                            message("« " SLICE_FMT
                                    " » n’est pas un nom de fiche ; l’écrire en petites "
                                    "lettres sans accent, chiffres et traits d’union"),
                            SLICE_ARG(name->text)));
    else if (list_alone(l->over->id))
        add_file(l, (ListFile){.id = l->over->id, .path = list_path(l), .own = true, .want = map});
    else if (goes_apart(l))
        add_apart(l, map, name);
    else
        add_listed(l, map);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static void lay(Laying *l, const YamlNode *map) {
    const YamlNode *name = name_node(l, map);
    YamlNode **at = place_of(l, name->text);
    if (at && is_laid(l, *at))
        say_of(l->import, name,
               arena_printf(l->import->arena,
                            "le nom « " SLICE_FMT " » est donné deux fois ; en changer un",
                            SLICE_ARG(name->text)));
    else if (at)
        lay_over(l, at, map);
    else
        add_new(l, map, name);
}

bool import_lay(Import *import, ListFiles *files) {
    for (int i = 0; i < import->count; i++) {
        Laying l = {.import = import, .files = files, .over = &import->over[i]};
        l.laid = arena_array(import->arena, const YamlNode *, l.over->list->count + 1);
        read_files(&l);
        for (const YamlNode *map = l.over->list->first; map; map = map->next)
            lay(&l, map);
    }
    return import->report->faults == 0;
}

/* ---- as text --------------------------------------------------------------------------------- */

static Slice elements(Arena *arena, const YamlNode *list) {
    Slice text = LIT("");
    for (const YamlNode *map = list->first; map; map = map->next)
        text = arena_printf(arena, SLICE_FMT SLICE_FMT, SLICE_ARG(text),
                            SLICE_ARG(yaml_element_text(arena, map, 0)));
    return text;
}

Slice import_text(Import *import, const ListFile *file) {
    Arena *arena = import->arena;
    const char *remark = file->want->remark;
    if (file->root)
        return yaml_patched(arena, file->bytes, file->root, file->want);
    if (!file->own)
        return arena_printf(arena, SLICE_FMT SLICE_FMT, SLICE_ARG(file->bytes),
                            SLICE_ARG(elements(arena, file->want)));
    return arena_printf(arena, "%s%s%s" SLICE_FMT, remark ? "# " : "", remark ? remark : "",
                        remark ? "\n" : "", SLICE_ARG(yaml_text(arena, file->want, true)));
}
