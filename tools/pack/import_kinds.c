#include "tools/pack/import_kinds.h"

#include "tools/pack/import_figures.h"
#include "tools/pack/import_lheo.h"
#include "tools/pack/import_rncp.h"
#include "tools/pack/import_rome.h"
#include "tools/pack/lists.h"
#include "tools/pack/table_records.h"

#include <string.h>

typedef bool ReadFile(Import *import);

/* ---- tables ---------------------------------------------------------------------------------- */

/* "courses.csv", "courses-2027.ods". */
static RecordId list_of_file(Slice file) {
    Slice name = file;
    for (int at; (at = slice_find(name, LIT("/"))) >= 0;)
        name = slice_cut(name, at + 1, name.len);
    for (int len = name.len; len > 0; len--) {
        RecordId id = list_named(slice_cut(name, 0, len));
        if (id != RECORD_COUNT)
            return id;
    }
    return RECORD_COUNT;
}

static ColumnNames names_of(Import *import) {
    const Pack *pack = &import_content(import)->pack;
    Slice *lang = arena_array(import->arena, Slice, LANG_MAX);
    Slice *facet = arena_array(import->arena, Slice, QUIZ_FACETS_MAX);
    int langs_written = langs()->written;
    for (int i = 0; i < langs_written; i++)
        lang[i] = arena_copy(import->arena, slice_from(langs()->code[i]));
    for (int i = 0; i < pack->facet_count; i++)
        facet[i] = arena_copy(import->arena, pack->facet[i].id);
    return (ColumnNames){lang, facet, langs_written, pack->facet_count};
}

static bool read_table(Import *import, RecordId id) {
    Table table;
    if (!table_read(import->report, import->arena, import->file, &table))
        return false;
    ColumnNames names = names_of(import);
    YamlNode *list = table_records(import->report, import->arena, &table, id, &names);
    import->cells = true;
    import->over[import->count++] = (ImportRecords){.id = id, .list = list};
    return list && import_records(import);
}

static bool import_table(Import *import) {
    RecordId id = list_of_file(import->file);
    if (id != RECORD_COUNT)
        return read_table(import, id);
    report_fault_at(import->report, import->file, 1, 1,
                    "de quelle liste est cette table ? La nommer d’après elle, comme courses.csv, "
                    "ou écrire import courses FILE DIR");
    return false;
}

/* ---- kinds ----------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    ReadFile *read;
} KINDS[] = {
    {"table", import_table},
    {"rncp", import_rncp},
    {"lheo", import_lheo},
    {"rome", import_rome},
    {"inserjeunes", import_inserjeunes},
    {"affelnet", import_affelnet},
};
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

bool import_kind(Import *import, const char *kind, bool *known) {
    *known = true;
    for (int i = 0; i < KIND_COUNT; i++)
        if (strcmp(kind, KINDS[i].name) == 0)
            return KINDS[i].read(import);
    RecordId id = list_named(slice_from(kind));
    *known = id != RECORD_COUNT;
    return *known && read_table(import, id);
}

Slice import_kinds(Arena *arena) {
    Slice all = LIT("");
    for (int i = 0; i < KIND_COUNT; i++)
        all = arena_printf(arena, SLICE_FMT "%s%s", SLICE_ARG(all), i ? ", " : "", KINDS[i].name);
    for (int id = 0; id < RECORD_COUNT; id++)
        if (list_name((RecordId)id).len)
            all = arena_printf(arena, SLICE_FMT ", " SLICE_FMT, SLICE_ARG(all),
                               SLICE_ARG(list_name((RecordId)id)));
    return all;
}
