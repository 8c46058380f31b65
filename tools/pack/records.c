#include "tools/pack/records.h"

#include "base/message.h"
#include "train/expiry.h"
#include "tools/import/hours.h"
#include "tools/pack/record_checks.h"
#include "tools/pack/lists.h"
#include "tools/pack/record_draft.h"
#include "tools/pack/schema_record.h"
#include "tools/pack/schema_value.h"
#include "tools/sources/source.h"
#include "tools/sources/typography.h"

#include <string.h>

#define LIST_BYTES (8 << 20)

/* Each list that is read here; those with a key stand within the records of another. */
static const struct {
    RecordId id, owner;
    const char *key;
} LISTS[] = {
    {RECORD_desk, RECORD_COUNT, NULL},
    {RECORD_certification, RECORD_COUNT, NULL},
    {RECORD_skill_block, RECORD_certification, "blocks"},
    {RECORD_course, RECORD_COUNT, NULL},
    {RECORD_module, RECORD_COUNT, NULL},
    {RECORD_pathway, RECORD_COUNT, NULL},
    {RECORD_partner, RECORD_COUNT, NULL},
    {RECORD_internship, RECORD_COUNT, NULL},
    {RECORD_internship_step, RECORD_COUNT, NULL},
    {RECORD_lab, RECORD_COUNT, NULL},
    {RECORD_lab_machine, RECORD_COUNT, NULL},
    {RECORD_lab_project, RECORD_COUNT, NULL},
    {RECORD_back_to_school, RECORD_COUNT, NULL},
    {RECORD_path_question, RECORD_back_to_school, "questions"},
    {RECORD_path_card, RECORD_back_to_school, "cards"},
    {RECORD_campus_event, RECORD_COUNT, NULL},
    {RECORD_project_told, RECORD_COUNT, NULL},
    {RECORD_committee, RECORD_project_told, "committees"},
    {RECORD_action_sheet, RECORD_project_told, "sheets"},
    {RECORD_funding, RECORD_project_told, "money"},
    {RECORD_milestone, RECORD_project_told, "timeline"},
    {RECORD_glossary, RECORD_COUNT, NULL},
    {RECORD_recording, RECORD_COUNT, NULL},
};
enum { LIST_COUNT = sizeof LISTS / sizeof *LISTS };

typedef struct Gathering {
    Pack *pack;
    Arena *arena;
    Report *report;
    Slice folder;
    RecordDrafts *drafts; /* by RecordId */
} Gathering;

/* ---- drafts: what is written, by list -------------------------------------------------------- */

static void add_draft(Gathering *g, RecordId id, RecordDraft draft) {
    RecordDrafts *d = &g->drafts[id];
    const YamlSchema *s = &draft.schema;
    const YamlNode *map = draft.map;
    if (map->kind != YAML_MAP) {
        report_fault(s->report, s->file, map->line,
                     "des rubriques sont attendues ici : « nom: valeur »");
        return;
    }
    if (d->count == record_of(id)->rows) {
        report_fault(s->report, s->file, map->line, "il y en a trop : %d au plus", d->count);
        return;
    }
    if (d->count == d->room) {
        d->room = d->room ? 2 * d->room : 16;
        RecordDraft *more = arena_array(g->arena, RecordDraft, d->room);
        if (d->count)
            memcpy(more, d->draft, sizeof *more * (size_t)d->count);
        d->draft = more;
    }
    d->draft[d->count++] = draft;
}

/* A list; or, of a record that stands alone, its map. */
static void read_list_file(Gathering *g, RecordId id, Slice path) {
    YamlSchema s = {g->report, g->arena, path};
    const YamlNode *root = source_yaml(s.report, s.arena, s.file, LIST_BYTES);
    bool alone = list_alone(id);
    if (root && root->kind != (alone ? YAML_MAP : YAML_LIST))
        report_fault(g->report, path, root->line,
                     alone ? "des rubriques sont attendues : « nom: valeur »"
                           : "une liste est attendue : chaque élément commence par un tiret");
    else if (root && alone)
        add_draft(g, id, (RecordDraft){.schema = s, .map = root, .home = path});
    else if (root)
        for (const YamlNode *map = root->first; map; map = map->next)
            add_draft(g, id, (RecordDraft){.schema = s, .map = map, .home = path});
}

static void read_one_file(Gathering *g, RecordId id, Slice folder, Slice name) {
    YamlSchema s = {g->report, g->arena, source_path(g->arena, folder, name.at)};
    const YamlNode *root = source_yaml(s.report, s.arena, s.file, LIST_BYTES);
    Slice stem = slice_cut(name, 0, name.len - (int)strlen(".yaml"));
    if (root)
        add_draft(g, id, (RecordDraft){.schema = s, .map = root, .home = s.file, .stem = stem});
}

static void gather_files(Gathering *g, RecordId id) {
    Slice *names, list = source_path(g->arena, g->folder, schema_file_of(id));
    Slice folder = source_path(g->arena, g->folder, arena_copy(g->arena, list_name(id)).at);
    if (source_is_there(g->report, list))
        read_list_file(g, id, list);
    int files = source_list_yaml(g->report, g->arena, folder, &names);
    for (int i = 0; i < files; i++)
        read_one_file(g, id, folder, names[i]);
}

/* ---- within another -------------------------------------------------------------------------- */

/* Those that stand in a list of each record of another. */
static void gather_within(Gathering *g, RecordId id, RecordId owner, const char *key) {
    for (int i = 0; i < g->drafts[owner].count; i++) {
        RecordDraft *d = &g->drafts[owner].draft[i];
        const YamlNode *list = yaml_get(d->map, key)
                                   ? schema_list(&d->schema, d->map, key, 0, record_of(id)->rows)
                                   : 0;
        for (const YamlNode *map = list ? list->first : NULL; map; map = map->next)
            add_draft(g, id, (RecordDraft){.schema = d->schema, .map = map, .owner = i});
    }
}

/* ---- records --------------------------------------------------------------------------------- */

static void *record_in(Gathering *g, RecordId id, int index) {
    return (void *)(uintptr_t)record_at(record_of(id), g->pack, index);
}

/* First of all ids, so that every record can name every other. */
static void take_ids(Gathering *g, RecordId id) {
    const Record *record = record_of(id);
    RecordDrafts *d = &g->drafts[id];
    char *list = arena_alloc(g->arena, record->size * (size_t)(d->count + 1));
    memcpy((char *)g->pack + record->list, &list, sizeof list);
    memcpy((char *)g->pack + record->list_count, &d->count, sizeof d->count);
    for (int i = 0; i < d->count; i++) {
        const YamlNode *node = yaml_get(d->draft[i].map, record->field[0].key);
        Slice name = node && node->kind == YAML_SCALAR ? node->text : LIT("");
        *(Slice *)(void *)(list + (size_t)i * record->size + record->field[0].offset) =
            d->draft[i].stem.len ? d->draft[i].stem : name;
    }
}

static void take_fields(Gathering *g, RecordId id) {
    for (int i = 0; i < g->drafts[id].count; i++) {
        RecordDraft *d = &g->drafts[id].draft[i];
        void *record = record_in(g, id, i);
        schema_record(&d->schema, d->map, id, g->pack, record);
        if (d->stem.len) /* whatever it calls itself, others name it so */
            *(Slice *)(void *)((char *)record + record_of(id)->field[0].offset) = d->stem;
    }
}

static void own_blocks(Gathering *g) {
    Pack *p = g->pack;
    for (int b = 0; b < p->skill_block_count; b++) {
        Certification *owner = &p->certification[g->drafts[RECORD_skill_block].draft[b].owner];
        p->skill_block[b].certification = (int)(owner - p->certification);
        if (!owner->block_count++)
            owner->first_block = b;
    }
}

/* ---- what follows ---------------------------------------------------------------------------- */

static LocalText opening_words(Gathering *g, const OpeningHours *hours) {
    LocalText words = hours_words(hours->row, hours->count, g->arena);
    for (int lang = 0; lang < g->pack->lang.count; lang++)
        words.in[lang] = typography_set(g->arena, words.in[lang], (Lang)lang);
    return words;
}

static void say_hours(Gathering *g) {
    Pack *p = g->pack;
    for (int i = 0; i < p->desk_count; i++)
        p->desk[i].opening = opening_words(g, &p->desk[i].hours);
    for (int i = 0; i < p->lab_count; i++)
        p->lab[i].opening = opening_words(g, &p->lab[i].hours);
}

/* A day alone counts until midnight. */
static void end_days(Gathering *g) {
    Pack *p = g->pack;
    for (int i = 0; i < p->campus_event_count; i++)
        if (p->campus_event[i].ends % CIVIL_DAY == 0)
            p->campus_event[i].ends += CIVIL_DAY;
}

static const char *end_of(RecordId id, bool over) {
    switch (id) {
    case RECORD_certification:
        return over ? MESSAGE("l’enregistrement de la certification est passé")
                    : MESSAGE("l’enregistrement de la certification se termine bientôt");
    case RECORD_course:
        return over ? MESSAGE("le dernier départ de la formation est passé")
                    : MESSAGE("le dernier départ de la formation se termine bientôt");
    case RECORD_internship:
        return over ? MESSAGE("l’offre de stage est passée")
                    : MESSAGE("l’offre de stage se termine bientôt");
    default:
        return over ? MESSAGE("l’événement est passé") : MESSAGE("l’événement se termine bientôt");
    }
}

/* What an author should replace before it is gone. */
static void warn_of_ends(Gathering *g, Millis now) {
    Expiring *list;
    int count = expiry_of(g->pack, now, g->arena, &list);
    for (int i = 0; i < count; i++) {
        const RecordDraft *d = &g->drafts[list[i].of].draft[list[i].index];
        Civil day = civil_from(list[i].last);
        report_warn(g->report, d->schema.file, d->map->line, 0,
                    "%s (%04d-%02d-%02d) : la borne ne le montre plus ensuite ; le renouveler",
                    message(end_of(list[i].of, list[i].days < 0)), day.year, day.month, day.day);
    }
}

RecordDrafts records_written(Arena *arena, Slice folder, RecordId id) {
    Report quiet = {0};
    Gathering g = {.arena = arena, .report = &quiet, .folder = folder};
    g.drafts = arena_array(arena, RecordDrafts, RECORD_COUNT);
    gather_files(&g, id);
    report_free(&quiet);
    return g.drafts[id];
}

RecordId records_within(RecordId owner, Slice key) {
    for (int i = 0; i < LIST_COUNT; i++)
        if (LISTS[i].key && LISTS[i].owner == owner && slice_is(key, LISTS[i].key))
            return LISTS[i].id;
    return RECORD_COUNT;
}

static void gather_all(Gathering *g) {
    for (int i = 0; i < LIST_COUNT; i++)
        if (LISTS[i].key)
            gather_within(g, LISTS[i].id, LISTS[i].owner, LISTS[i].key);
        else
            gather_files(g, LISTS[i].id);
    for (int i = 0; i < LIST_COUNT; i++)
        take_ids(g, LISTS[i].id);
    for (int i = 0; i < LIST_COUNT; i++)
        take_fields(g, LISTS[i].id);
    own_blocks(g);
    say_hours(g);
    end_days(g);
    record_checks(g->pack, g->drafts);
}

void records_gather(Pack *pack, Arena *arena, Report *report, Slice folder, Millis now) {
    Gathering g = {.pack = pack, .arena = arena, .report = report, .folder = folder};
    g.drafts = arena_array(arena, RecordDrafts, RECORD_COUNT);
    gather_all(&g);
    if (now)
        warn_of_ends(&g, now);
}
