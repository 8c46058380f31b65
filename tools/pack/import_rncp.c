#include "tools/pack/import_rncp.h"

#include "tools/pack/records.h"

#include "tools/registers/plain.h"
#include "tools/registers/rncp.h"
#include "tools/sources/yaml_edit.h"

enum { NAME_SIGNS = 240 };

/* ---- what is asked for ----------------------------------------------------------------------- */

typedef struct Asked {
    RncpFiche *fiche;
    const RecordDraft **draft; /* that asks for each */
    int count;
} Asked;

static Asked ask(Import *import) {
    RecordDrafts written = records_written(import->arena, import->folder, RECORD_certification);
    Asked asked = {arena_array(import->arena, RncpFiche, written.count + 1),
                   arena_array(import->arena, const RecordDraft *, written.count + 1), 0};
    for (int i = 0; i < written.count; i++) {
        const YamlNode *number = yaml_get(written.draft[i].map, "rncp");
        if (!number || number->kind != YAML_SCALAR)
            continue;
        asked.fiche[asked.count].number = number->text;
        asked.draft[asked.count++] = &written.draft[i];
    }
    return asked;
}

static void check_found(Import *import, const Asked *asked) {
    for (int i = 0; i < asked->count; i++) {
        const RecordDraft *d = asked->draft[i];
        if (!asked->fiche[i].found)
            report_fault(import->report, d->home, yaml_get(d->map, "rncp")->line,
                         "%s n’est pas dans %s ; corriger rncp: ou prendre une autre édition du "
                         "fichier",
                         asked->fiche[i].number.at, import->file.at);
    }
    if (!asked->count)
        report_fault(import->report, import->file, 1,
                     "aucune certification du dossier n’a de numéro ; écrire rncp: RNCP… dans "
                     "certifications.yaml");
}

/* ---- what comes of it ------------------------------------------------------------------------ */

static void put(Import *import, YamlNode *map, const char *key, Slice text, int most) {
    yaml_put_text(import->arena, map, key, plain_text(import->arena, text, most), 1);
}

static YamlNode *block_node(Import *import, const RncpBlock *block) {
    YamlNode *map = yaml_new(import->arena, YAML_MAP, 1);
    put(import, map, "code", block->code, NAME_SIGNS);
    put(import, map, "name", block->name, NAME_SIGNS);
    put(import, map, "evidence", block->evidence, NAME_SIGNS);
    return map;
}

static void put_level(Import *import, YamlNode *map, Slice text) {
    int level = plain_level(text);
    if (level)
        yaml_put_text(import->arena, map, "level", arena_printf(import->arena, "%d", level), 1);
}

static YamlNode *certification_node(Import *import, const RncpFiche *fiche, Slice id) {
    Arena *arena = import->arena;
    YamlNode *map = yaml_new(arena, YAML_MAP, 1);
    yaml_put_text(arena, map, "id", id, 1);
    yaml_put_text(arena, map, "rncp", fiche->number, 1);
    put_level(import, map, fiche->level);
    put(import, map, "name", fiche->title, NAME_SIGNS);
    yaml_put_text(arena, map, "until", plain_day(arena, fiche->until), 1);
    YamlNode *blocks = yaml_new(arena, YAML_LIST, 1);
    for (int i = 0; i < fiche->block_count; i++)
        yaml_add(blocks, block_node(import, &fiche->block[i]));
    if (blocks->count)
        yaml_put(map, "blocks", blocks);
    yaml_put_text(arena, map, "source", LIT(RNCP_SOURCE), 1);
    yaml_put_text(arena, map, "imported", plain_file_day(arena, import->file), 1);
    yaml_put_text(arena, map, "licence", LIT(RNCP_LICENCE), 1);
    yaml_put_text(arena, map, "illustrative", LIT("false"), 1);
    return map;
}

bool import_rncp(Import *import) {
    Asked asked = ask(import);
    bool good = !asked.count ||
                rncp_read(import->report, import->arena, import->file, asked.fiche, asked.count);
    if (good)
        check_found(import, &asked);
    if (import->report->faults)
        return false;
    YamlNode *list = yaml_new(import->arena, YAML_LIST, 1);
    for (int i = 0; i < asked.count; i++) {
        Slice id = yaml_get(asked.draft[i]->map, "id")->text;
        yaml_add(list, certification_node(import, &asked.fiche[i], id));
    }
    import->over[import->count++] =
        (ImportRecords){.id = RECORD_certification, .list = list, .whole = true};
    return import_records(import);
}
