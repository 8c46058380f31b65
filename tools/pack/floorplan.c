#include "tools/pack/floorplan.h"

#include "tools/import/draft.h"
#include "tools/import/import.h"
#include "tools/import/wording.h"
#include "tools/pack/drawn.h"
#include "tools/pack/yaml_schema.h"
#include "base/nearest.h"
#include "tools/sources/source.h"

#include <stdio.h>
#include <string.h>

#define OSM_BYTES (64 << 20)
#define YAML_BYTES (1 << 20)

/* ---- the drawn files ------------------------------------------------------------------------- */

/* plan.osm first, the others by name. */
static int gather(Arena *arena, Report *report, Slice folder, ImportFile *file) {
    Slice *names;
    int count = source_list(arena, folder, ".osm", &names), taken = 1;
    for (int i = 0; i < count && taken < OSM_FILES_MAX; i++) {
        bool first = slice_is(names[i], "plan.osm");
        ImportFile *f = &file[first ? 0 : taken++];
        f->name = source_path(arena, folder, names[i].at);
        if (!source_read(report, arena, f->name, OSM_BYTES, false, &f->bytes))
            return 0;
    }
    if (count && !file[0].name.len)
        report_fault(report, source_path(arena, folder, names[0].at), 1,
                     "ce fichier complète un plan, mais plan.osm manque à côté de lui");
    return file[0].name.len ? taken : 0;
}

/* Does the text of a tag come onto a page: a name, the code on a door? */
static bool is_shown(Slice tag) {
    int key = slice_find(tag, LIT("k="));
    Slice name = slice_cut(tag, key < 0 ? tag.len : key + 3, tag.len);
    return slice_has_prefix(name, LIT("name")) || slice_has_prefix(name, LIT("ref"));
}

static int lines_in(Slice text) {
    int lines = 0;
    for (int i = 0; i < text.len; i++)
        lines += text.at[i] == '\n';
    return lines;
}

/* The importer knows of no fonts: here the tags are looked through once more, as they stand. */
static void check_signs(Report *report, const ImportFile *file) {
    int line = 1;
    Slice rest = file->bytes;
    for (int at; (at = slice_find(rest, LIT("<tag"))) >= 0;) {
        line += lines_in(slice_cut(rest, 0, at));
        rest = slice_cut(rest, at, rest.len);
        int end = slice_find(rest, LIT(">"));
        Slice tag = slice_cut(rest, 0, end < 0 ? rest.len : end);
        if (is_shown(tag) && utf8_valid(tag))
            drawn_check_signs(report, file->name, line, source_composed(&report->arena, tag));
        line += lines_in(tag);
        rest = slice_cut(rest, tag.len, rest.len);
    }
}

static TradeIds trade_ids(const Pack *pack, Arena *arena) {
    Slice *id = arena_array(arena, Slice, pack->trade_count + 1);
    for (int i = 0; i < pack->trade_count; i++)
        id[i] = pack->trade[i].id;
    return (TradeIds){id, pack->trade_count};
}

/* ---- words for kinds of places --------------------------------------------------------------- */

static int kind_named(const YamlSchema *s, const YamlNode *map) {
    const char *known[SPACE_KIND_COUNT + 1] = {NULL};
    Slice word = schema_text(s, map, "kind", 40);
    for (int kind = 0; kind < SPACE_KIND_COUNT; kind++) {
        known[kind] = plan_kind_tag((SpaceKind)kind);
        if (slice_is(word, known[kind]))
            return kind;
    }
    const char *nearest = nearest_word(word, known);
    const YamlNode *node = yaml_get(map, "kind");
    if (node && nearest)
        report_fault(s->report, s->file, node->line,
                     "« " SLICE_FMT " » n’est pas une sorte d’espace ; est-ce « %s » ?",
                     SLICE_ARG(word), nearest);
    else if (node)
        report_fault(s->report, s->file, node->line,
                     "« " SLICE_FMT " » n’est pas une sorte d’espace", SLICE_ARG(word));
    return PLAN_NONE;
}

static void take_words(const YamlSchema *s, const YamlNode *map, Plan *plan) {
    static const char *const KNOWN[] = {"kind", "words", NULL};
    schema_keys(s, map, KNOWN);
    int kind = kind_named(s, map);
    const YamlNode *list = schema_list(s, map, "words", 1, 20);
    for (const YamlNode *word = list ? list->first : NULL; word && kind != PLAN_NONE;
         word = word->next)
        *LIST_ADD(s->arena, plan->term, plan->term_count) =
            (PlanTerm){schema_words_of(s, word, 40), true, kind};
}

static void read_words(Arena *arena, Report *report, Slice folder, Plan *plan) {
    YamlSchema s = {report, arena, source_path(arena, folder, "words.yaml")};
    Slice bytes, *names;
    bool there = false;
    for (int i = source_list(arena, folder, ".yaml", &names); i > 0; i--)
        there |= slice_is(names[i - 1], "words.yaml");
    YamlNode *root = there && source_read(report, arena, s.file, YAML_BYTES, true, &bytes)
                         ? yaml_read(report, arena, s.file, bytes)
                         : NULL;
    if (root && root->kind != YAML_LIST)
        report_fault(report, s.file, root->line,
                     "une liste est attendue : chaque élément commence par un tiret");
    for (const YamlNode *map = root && root->kind == YAML_LIST ? root->first : NULL; map;
         map = map->next)
        take_words(&s, map, plan);
}

/* ---- the whole ------------------------------------------------------------------------------- */

void floorplan_read(Pack *pack, Arena *arena, Report *report, Slice root) {
    Slice folder = source_path(arena, root, "plan");
    ImportFile *file = arena_array(arena, ImportFile, OSM_FILES_MAX);
    int count = gather(arena, report, folder, file);
    if (!count)
        return;
    if (!import_plan(file, count, trade_ids(pack, arena), report, arena, &pack->plan)) {
        report_broken(report, file[0].name);
        return;
    }
    for (int i = 0; i < count; i++)
        check_signs(report, &file[i]);
    read_words(arena, report, folder, &pack->plan);
}

/* What a campus says of itself when all that is known is its building. */
static Campus campus_of(Arena *arena, const Plan *plan, Slice file) {
    int from = file.len;
    while (from > 0 && file.at[from - 1] != '/')
        from--;
    Slice stem = slice_cut(file, from, file.len);
    int dot = slice_find(stem, LIT(".osm"));
    stem = arena_copy(arena, slice_cut(stem, 0, dot > 0 ? dot : stem.len));
    LocalText name = plan->name.in[LANG_FIRST].len ? plan->name : (LocalText){{stem}};
    return (Campus){.id = stem,
                    .version = 1,
                    .dated = LIT("1970-01-01"),
                    .name = name,
                    .headline = wording_all(WORDING_MAP_TITLE),
                    .lead = wording_all(WORDING_MAP_LEAD),
                    .logo = -1,
                    .emblem = -1,
                    .advice_where = {{LIT("")}},
                    .advice_when = {{LIT("")}}};
}

bool floorplan_only(Pack *pack, Arena *arena, Report *report, Slice file) {
    ImportFile plan = {.name = file};
    int before = report->faults;
    langs_own(&pack->lang);
    langs_use(&pack->lang, NULL, 0);
    if (!source_read(report, arena, file, OSM_BYTES, false, &plan.bytes) ||
        !import_plan(&plan, 1, (TradeIds){0}, report, arena, &pack->plan))
        return false;
    check_signs(report, &plan);
    if (!utf8_valid(file))
        report_fault(report, file, 1, "le nom de ce fichier n’est pas en UTF-8");
    pack->campus = campus_of(arena, &pack->plan, file);
    return report->faults == before;
}
