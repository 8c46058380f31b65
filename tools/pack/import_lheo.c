#include "tools/pack/import_lheo.h"

#include "base/message.h"
#include "tools/pack/records.h"

#include "tools/registers/lheo.h"
#include "tools/registers/plain.h"
#include "tools/sources/source.h"
#include "tools/sources/yaml_edit.h"

#include <string.h>

enum { NAME_SIGNS = 60, LINE_SIGNS = 95, ENTRY_SIGNS = 80, PRICE_SIGNS = 60, YAML_BYTES = 1 << 18 };

typedef struct Lheo {
    Import *import;
    RecordDrafts certifications, courses, desks;
    const YamlNode **trade; /* maps of trades/ */
    int trades;
    YamlNode *list;
} Lheo;

/* ---- what the folder has --------------------------------------------------------------------- */

static const YamlNode *with(const RecordDrafts *d, const char *key, Slice text) {
    for (int i = 0; i < d->count; i++) {
        const YamlNode *node = yaml_get(d->draft[i].map, key);
        if (node && node->kind == YAML_SCALAR && slice_equal(node->text, text))
            return d->draft[i].map;
    }
    return NULL;
}

static void read_trades(Lheo *l) {
    Arena *arena = l->import->arena;
    Report quiet = {0};
    Slice folder = source_path(arena, l->import->folder, "trades"), *names, bytes;
    int count = source_list(arena, folder, ".yaml", &names);
    l->trade = arena_array(arena, const YamlNode *, count + 1);
    for (int i = 0; i < count; i++) {
        Slice path = source_path(arena, folder, names[i].at);
        if (source_read(&quiet, arena, path, YAML_BYTES, true, &bytes))
            l->trade[l->trades] = yaml_read(&quiet, arena, path, bytes);
        l->trades += l->trade[l->trades] != NULL;
    }
    report_free(&quiet);
}

static void put_trades(Lheo *l, YamlNode *map, const LheoCourse *course) {
    YamlNode *list = yaml_new(l->import->arena, YAML_LIST, course->line);
    for (int i = 0; i < l->trades; i++) {
        const YamlNode *rome = yaml_get(l->trade[i], "rome"), *id = yaml_get(l->trade[i], "id");
        for (int k = 0; rome && id && k < course->rome_count; k++)
            if (slice_equal(rome->text, course->rome[k]))
                yaml_add(list, yaml_scalar(l->import->arena, id->text, course->line));
    }
    if (list->count)
        yaml_put(map, "trades", list);
}

/* ---- one course ------------------------------------------------------------------------------ */

static void put(Lheo *l, YamlNode *map, const char *key, Slice text, const LheoCourse *course) {
    yaml_put_text(l->import->arena, map, key, text, course->line);
}

static void put_certification(Lheo *l, YamlNode *map, const LheoCourse *course) {
    Arena *arena = l->import->arena;
    bool whole = slice_has_prefix(course->rncp, LIT("RNCP"));
    Slice rncp =
        whole ? course->rncp : arena_printf(arena, "RNCP" SLICE_FMT, SLICE_ARG(course->rncp));
    const YamlNode *certification = with(&l->certifications, "rncp", rncp);
    if (!course->rncp.len)
        return;
    if (certification)
        put(l, map, "certification", yaml_get(certification, "id")->text, course);
    else
        report_fault(l->import->report, l->import->file, course->line,
                     "%s n’est la certification d’aucune fiche ; l’ajouter à certifications.yaml, "
                     "avec rncp: %s",
                     rncp.at, rncp.at);
}

/* LHEO's old levels 4 to 8 are today's 3 to 7; its 11 to 18 are them plus ten. */
static Slice entry_level(Arena *arena, Slice code) {
    static const int LEVELS[] = {0, 2, 2, 2, 3, 4, 5, 6, 7};
    int number = 0;
    for (int i = 0; i < code.len && i < 2; i++)
        number = number * 10 + (code.at[i] - '0');
    int level = number < 9 ? LEVELS[number < 0 ? 0 : number] : number - 10;
    return level >= 2 && level <= 7 ? arena_printf(arena, "%d", level) : LIT("");
}

static YamlNode *session_node(Lheo *l, const LheoCourse *course, const LheoSession *session) {
    Arena *arena = l->import->arena;
    YamlNode *map = yaml_new(arena, YAML_MAP, course->line);
    put(l, map, "from", plain_day(arena, session->begins), course);
    put(l, map, "to", plain_day(arena, session->ends), course);
    put(l, map, "open-until", plain_day(arena, session->open_until), course);
    put(l, map, "seats", slice_is(session->seats, "0") ? LIT("") : session->seats, course);
    return map;
}

static void put_sessions(Lheo *l, YamlNode *map, const LheoCourse *course) {
    YamlNode *list = yaml_new(l->import->arena, YAML_LIST, course->line);
    for (int i = 0; i < course->session_count; i++)
        yaml_add(list, session_node(l, course, &course->session[i]));
    if (list->count)
        yaml_put(map, "sessions", list);
}

static bool says_something(Slice text) {
    return text.len > 1 && !slice_is(text, "non") && !slice_is(text, "Non") &&
           !slice_is(text, "aucune");
}

static const char GUESSED[] = MESSAGE(
    "Deviné, LHEO ne le dit pas : audience, mode, route, desk. Vérifier, puis effacer cette "
    "ligne.");

/* What an author corrects afterwards; a course that is there keeps its own. */
static void put_guesses(Lheo *l, YamlNode *map, const LheoCourse *course) {
    Arena *arena = l->import->arena;
    YamlNode *audience = yaml_new(arena, YAML_LIST, course->line);
    yaml_add(audience, yaml_scalar(arena, LIT("jobseeker"), course->line));
    yaml_add(audience, yaml_scalar(arena, LIT("employee"), course->line));
    yaml_put(map, "audience", audience);
    put(l, map, "mode", says_something(course->alternance) ? LIT("alternance") : LIT("school"),
        course);
    put(l, map, "route", LIT("direct"), course);
    const YamlNode *desk = l->desks.count ? yaml_get(l->desks.draft[0].map, "id") : NULL;
    if (desk)
        put(l, map, "desk", desk->text, course);
}

static void put_origin(Lheo *l, YamlNode *map, const LheoCourse *course) {
    put(l, map, "source", LIT("LHEO 2.3"), course);
    put(l, map, "imported", plain_file_day(l->import->arena, l->import->file), course);
}

static void take(void *self, const LheoCourse *course) {
    Lheo *l = self;
    Arena *arena = l->import->arena;
    Slice id = plain_id(arena, course->number.len ? course->number : course->title);
    YamlNode *map = yaml_new(arena, YAML_MAP, course->line);
    put(l, map, "id", id, course);
    put_certification(l, map, course);
    if (!with(&l->courses, "id", id)) {
        Slice conditions =
            says_something(course->conditions) ? course->conditions : LIT("Sans condition");
        put(l, map, "name", plain_text(arena, course->title, NAME_SIGNS), course);
        put(l, map, "line", plain_text(arena, course->goal, LINE_SIGNS), course);
        put(l, map, "entry", plain_text(arena, conditions, ENTRY_SIGNS), course);
        put_guesses(l, map, course);
        put_trades(l, map, course);
    }
    put(l, map, "hours", slice_is(course->hours, "0") ? LIT("") : course->hours, course);
    put(l, map, "entry-level", entry_level(arena, course->entry_level), course);
    put(l, map, "price", plain_text(arena, course->fees, PRICE_SIGNS), course);
    put_sessions(l, map, course);
    put_origin(l, map, course);
    yaml_add(l->list, map);
}

bool import_lheo(Import *import) {
    Arena *arena = import->arena;
    Lheo l = {.import = import,
              .certifications = records_written(arena, import->folder, RECORD_certification),
              .courses = records_written(arena, import->folder, RECORD_course),
              .desks = records_written(arena, import->folder, RECORD_desk),
              .list = yaml_new(arena, YAML_LIST, 1)};
    read_trades(&l);
    if (!lheo_read(import->report, arena, import->file, take, &l))
        return false;
    import->over[import->count++] = (ImportRecords){
        .id = RECORD_course, .list = l.list, .whole = true, .remark = message(GUESSED)};
    return import_records(import);
}
