#include "tools/pack/import_rome.h"

#include "base/dimensions.h"
#include "tools/pack/import_parts.h"
#include "tools/registers/plain.h"
#include "tools/registers/rome.h"
#include "tools/sources/source.h"
#include "tools/sources/yaml_edit.h"

#include <sys/stat.h>

enum { LINE_SIGNS = 64, GESTURES = 4, HARD = 3, YAML_BYTES = 1 << 18 };

/* How much a trade is of a letter, where the register names two and is silent on the others. */
#define MAJOR_WEIGHT "7"
#define MINOR_WEIGHT "5"
#define OTHER_WEIGHT "2"

typedef struct Asked {
    RomeSheet *sheet;
    Slice *trade; /* the id of each */
    int count;
} Asked;

/* ---- what is asked for ----------------------------------------------------------------------- */

static const YamlNode *read_quietly(Import *import, Slice path) {
    Report quiet = {0};
    Slice bytes;
    const YamlNode *map = NULL;
    if (source_read(&quiet, import->arena, path, YAML_BYTES, true, &bytes))
        map = yaml_read(&quiet, import->arena, path, bytes);
    report_free(&quiet);
    return map && map->kind == YAML_MAP ? map : NULL;
}

static Asked ask(Import *import) {
    Arena *arena = import->arena;
    Slice folder = source_path(arena, import->folder, "trades"), *names;
    int files = source_list(arena, folder, ".yaml", &names);
    Asked asked = {arena_array(arena, RomeSheet, files + 1), arena_array(arena, Slice, files + 1),
                   0};
    for (int i = 0; i < files; i++) {
        const YamlNode *map = read_quietly(import, source_path(arena, folder, names[i].at));
        const YamlNode *code = yaml_get(map, "rome"), *id = yaml_get(map, "id");
        if (!code || !id || code->kind != YAML_SCALAR || id->kind != YAML_SCALAR)
            continue;
        asked.sheet[asked.count].code = code->text;
        asked.trade[asked.count++] = id->text;
    }
    if (!asked.count)
        report_fault(import->report, import->file, 1,
                     "aucun métier du dossier n’a de code ; écrire rome: dans trades/");
    return asked;
}

/* A code may be of two trades: the register's sheet is read into the first. */
static void share_sheets(Asked *asked) {
    for (int i = 0; i < asked->count; i++)
        for (int k = 0; k < i; k++)
            if (slice_equal(asked->sheet[i].code, asked->sheet[k].code))
                asked->sheet[i] = asked->sheet[k];
}

static bool check_found(Import *import, const Asked *asked) {
    int found = 0;
    for (int i = 0; i < asked->count; i++) {
        found += asked->sheet[i].found;
        if (!asked->sheet[i].found)
            report_warn(import->report, import->file, 1, 0,
                        "%s (%s) n’y est pas ; corriger rome: ou prendre une autre édition",
                        asked->sheet[i].code.at, asked->trade[i].at);
    }
    if (asked->count && !found)
        report_fault(import->report, import->file, 1, "aucun métier du dossier n’y est");
    return found > 0;
}

/* ---- a draft --------------------------------------------------------------------------------- */

static Slice weight_of(char letter, const RomeSheet *sheet) {
    if (letter == sheet->major)
        return LIT(MAJOR_WEIGHT);
    return letter == sheet->minor ? LIT(MINOR_WEIGHT) : LIT(OTHER_WEIGHT);
}

static void put_interests(Arena *arena, YamlNode *map, const RomeSheet *sheet) {
    static const char *const LETTERS[] = {"R", "I", "A", "S", "E", "C"};
    YamlNode *interests = yaml_new(arena, YAML_MAP, 1);
    if (!sheet->major)
        return;
    for (int i = 0; i < QUIZ_LETTERS; i++)
        yaml_put_text(arena, interests, LETTERS[i], weight_of(LETTERS[i][0], sheet), 1);
    yaml_put(map, "interests", interests);
}

static void put_lines(Arena *arena, YamlNode *map, const char *key, const Slice *line, int count) {
    YamlNode *list = yaml_new(arena, YAML_LIST, 1);
    for (int i = 0; i < count; i++)
        yaml_add(list, yaml_scalar(arena, plain_text(arena, line[i], LINE_SIGNS), 1));
    if (count)
        yaml_put(map, key, list);
}

static int at_most(int count, int most) {
    return count < most ? count : most;
}

static YamlNode *draft_of(Import *import, const Asked *asked, int i) {
    Arena *arena = import->arena;
    const RomeSheet *sheet = &asked->sheet[i];
    YamlNode *map = yaml_new(arena, YAML_MAP, 1);
    yaml_put_text(arena, map, "id", asked->trade[i], 1);
    yaml_put_text(arena, map, "draft", LIT("true"), 1);
    yaml_put_text(arena, map, "rome", sheet->code, 1);
    yaml_put_text(arena, map, "title", plain_text(arena, sheet->title, 2 * LINE_SIGNS), 1);
    put_interests(arena, map, sheet);
    put_lines(arena, map, "gestures", sheet->skill, at_most(sheet->skill_count, GESTURES));
    put_lines(arena, map, "hard", sheet->context, at_most(sheet->context_count, HARD));
    yaml_put_text(arena, map, "source", LIT(ROME_SOURCE), 1);
    yaml_put_text(arena, map, "imported", plain_file_day(arena, import->file), 1);
    yaml_put_text(arena, map, "licence", LIT(ROME_LICENCE), 1);
    return map;
}

static ImportFile draft_file(Import *import, const Asked *asked, int i, Slice folder) {
    Slice path = arena_printf(import->arena, SLICE_FMT "/" SLICE_FMT ".yaml", SLICE_ARG(folder),
                              SLICE_ARG(asked->trade[i]));
    const YamlNode *was = read_quietly(import, path), *map = draft_of(import, asked, i);
    import->written++;
    import->added += !was;
    if (was)
        map = yaml_merged(import->arena, was, map, (YamlMerge){.keep = true});
    return (ImportFile){path, yaml_text(import->arena, map, true)};
}

static bool write_drafts(Import *import, const Asked *asked) {
    Slice folder = source_path(import->arena, import->folder, "drafts");
    ImportFile *file = arena_array(import->arena, ImportFile, asked->count);
    int count = 0;
    for (int i = 0; i < asked->count; i++)
        if (asked->sheet[i].found)
            file[count++] = draft_file(import, asked, i, folder);
    mkdir(folder.at, 0777); /* it may be there */
    return import_write_files(import, file, count);
}

bool import_rome(Import *import) {
    Asked asked = ask(import);
    if (!asked.count ||
        !rome_read(import->report, import->arena, import->file, asked.sheet, asked.count))
        return false;
    share_sheets(&asked);
    return check_found(import, &asked) && write_drafts(import, &asked);
}
