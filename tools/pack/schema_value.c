#include "tools/pack/schema_value.h"

#include "base/message.h"
#include "base/nearest.h"

#include "map/opening_hours.h"

#include <stdio.h>
#include <string.h>

const char *schema_file_of(RecordId id) {
    static const char *const FILES[RECORD_COUNT] = {
        [RECORD_campus] = "campus.yaml",
        [RECORD_family] = "families.yaml",
        [RECORD_facet] = "facets.yaml",
        [RECORD_item] = "quiz.yaml",
        [RECORD_topic] = "topics/topics.yaml",
        [RECORD_chart] = "charts.yaml",
        [RECORD_picture] = "pictures/",
        [RECORD_trade] = "trades/",
        [RECORD_clip] = "clips/clips.yaml",
        [RECORD_certification] = "certifications.yaml",
        [RECORD_skill_block] = "certifications.yaml",
        [RECORD_course] = "courses.yaml",
        [RECORD_module] = "modules.yaml",
        [RECORD_pathway] = "pathways.yaml",
        [RECORD_partner] = "partners.yaml",
        [RECORD_desk] = "desks.yaml",
        [RECORD_internship] = "internships.yaml",
        [RECORD_internship_step] = "internship-steps.yaml",
        [RECORD_lab] = "labs.yaml",
        [RECORD_lab_machine] = "machines.yaml",
        [RECORD_lab_project] = "projects.yaml",
        [RECORD_back_to_school] = "back-to-school.yaml",
        [RECORD_path_question] = "back-to-school.yaml",
        [RECORD_path_card] = "back-to-school.yaml",
        [RECORD_campus_event] = "events.yaml",
        [RECORD_project_told] = "project.yaml",
        [RECORD_committee] = "project.yaml",
        [RECORD_action_sheet] = "project.yaml",
        [RECORD_funding] = "project.yaml",
        [RECORD_milestone] = "project.yaml",
        [RECORD_glossary] = "glossary.yaml",
        [RECORD_recording] = "recordings.yaml",
    };
    return FILES[id] ? FILES[id] : "";
}

/* ---- dates ----------------------------------------------------------------------------------- */

/* The day as people here write it, day first: what to write instead. */
static Slice mended_date(const YamlSchema *s, Slice text, bool time) {
    char date[64], iso[24];
    int day, month, year, used = 0;
    Millis when;
    snprintf(date, sizeof date, SLICE_FMT, SLICE_ARG(text));
    if (sscanf(date, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 && !date[used])
        return slice_from(message("une date qui existe"));
    if (sscanf(date, "%2d%*[/. -]%2d%*[/. -]%4d%n", &day, &month, &year, &used) != 3 ||
        date[used] || year < 1000)
        return time ? slice_from(message("2026-11-28, ou avec l’heure 2026-11-28T14:00"))
                    : slice_from(message("année-mois-jour, par exemple 2026-11-28"));
    snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
    return civil_parse(iso, &when) ? arena_printf(s->arena, "%s", iso)
                                   : slice_from(message("une date qui existe"));
}

bool schema_date(const YamlSchema *s, const YamlNode *node, const char *key, bool time,
                 Millis *when) {
    char iso[24];
    Slice text = node->kind == YAML_SCALAR ? node->text : LIT("");
    snprintf(iso, sizeof iso, SLICE_FMT, SLICE_ARG(text));
    bool form = text.len == 10 || (time && text.len == 16);
    if (form && civil_parse(iso, when))
        return true;
    report_fault(s->report, s->file, node->line,
                 "%s : « " SLICE_FMT " » n’est pas une date de la borne ; écrire " SLICE_FMT, key,
                 SLICE_ARG(text), SLICE_ARG(mended_date(s, text, time)));
    return false;
}

/* ---- what is named --------------------------------------------------------------------------- */

typedef struct Names {
    const char **name; /* NULL after the last */
    int count;
    const char *where; /* they can be found */
} Names;

static Slice id_at(const Record *record, const Pack *pack, int index) {
    const char *at = record_at(record, pack, index);
    return *(const Slice *)(const void *)(at + record->field[0].offset);
}

static Names names_for(const YamlSchema *s, int count, const char *where) {
    return (Names){arena_array(s->arena, const char *, count + 1), count, where};
}

static Names record_names(const YamlSchema *s, const Pack *pack, RecordId of) {
    const Record *record = record_of(of);
    Names names = names_for(s, record_count(record, pack), schema_file_of(of));
    for (int i = 0; i < names.count; i++)
        names.name[i] = arena_copy(s->arena, id_at(record, pack, i)).at;
    return names;
}

static Names place_names(const YamlSchema *s, const Plan *plan) {
    Names names = names_for(s, plan->space_count, "plan/plan.osm");
    for (int i = 0; i < names.count; i++)
        names.name[i] = arena_copy(s->arena, plan->space[i].id).at;
    return names;
}

static Names zone_names(const YamlSchema *s, const Plan *plan) {
    Names names = names_for(s, plan->zone_count, "plan/plan.osm");
    for (int i = 0; i < names.count; i++)
        names.name[i] = arena_copy(s->arena, plan->zone[i].id).at;
    return names;
}

static Names names_of(const YamlSchema *s, const Field *field, const Pack *pack) {
    if (field->kind == FIELD_ZONES)
        return zone_names(s, &pack->plan);
    if (field->kind == FIELD_PLACE || field->kind == FIELD_PLACES)
        return place_names(s, &pack->plan);
    return record_names(s, pack, (RecordId)field->of);
}

static int find_name(const Field *field, const Pack *pack, Slice name) {
    if (field->kind == FIELD_PLACE || field->kind == FIELD_PLACES)
        return plan_find_space(&pack->plan, name);
    if (field->kind != FIELD_ZONES)
        return record_find(pack, (RecordId)field->of, name);
    for (int i = 0; i < pack->plan.zone_count; i++)
        if (slice_equal(pack->plan.zone[i].id, name))
            return i;
    return -1;
}

/* The names are gathered only when one is not found. */
static void say_unknown(const YamlSchema *s, const YamlNode *node, const Field *field,
                        const Pack *pack) {
    Names names = names_of(s, field, pack);
    if (report_explains(s->report, names.where, node->text))
        return;
    const char *nearest = nearest_word(node->text, names.name);
    if (nearest)
        report_fault(s->report, s->file, node->line,
                     "« %s » n’existe pas dans %s ; est-ce « %s » ?", node->text.at, names.where,
                     nearest);
    else
        report_fault(s->report, s->file, node->line, "« %s » n’existe pas dans %s", node->text.at,
                     names.where);
}

/* A folder without a plan has no places, one without films no film: what it says of them waits. */
static bool has_any(const Field *field, const Pack *pack) {
    bool of_plan =
        field->kind == FIELD_PLACE || field->kind == FIELD_PLACES || field->kind == FIELD_ZONES;
    bool film = field->kind == FIELD_REF && field->of == RECORD_clip && field->may;
    return (!of_plan || pack->plan.space_count) && (!film || pack->clip_count);
}

static int named(const YamlSchema *s, const YamlNode *node, const Field *field, const Pack *pack) {
    if (!has_any(field, pack))
        return -1;
    if (node->kind != YAML_SCALAR) {
        report_fault(s->report, s->file, node->line, "« %s » doit être un nom", field->key);
        return -1;
    }
    int found = find_name(field, pack, node->text);
    if (found < 0)
        say_unknown(s, node, field, pack);
    return found;
}

/* What must be named is the first one after a fault, so that nobody finds none. */
static int one_named(const YamlSchema *s, const YamlNode *node, const Field *field,
                     const Pack *pack) {
    int found = named(s, node, field, pack);
    return found < 0 && !field->may && field->kind == FIELD_REF ? 0 : found;
}

static Indices all_named(const YamlSchema *s, const YamlNode *map, const Field *field,
                         const Pack *pack) {
    const YamlNode *list = schema_list(s, map, field->key, (int)field->least, (int)field->most);
    Indices indices = {arena_array(s->arena, int, (list ? list->count : 0) + 1), 0};
    for (const YamlNode *node = list ? list->first : NULL; node; node = node->next) {
        int found = named(s, node, field, pack);
        if (found >= 0)
            indices.at[indices.count++] = found;
    }
    return indices;
}

/* ---- what is chosen -------------------------------------------------------------------------- */

static Slice joined_words(const YamlSchema *s, const char *const *words) {
    Slice all = LIT("");
    for (int i = 0; words[i]; i++)
        all = arena_printf(s->arena, SLICE_FMT "%s%s", SLICE_ARG(all), i ? ", " : "", words[i]);
    return all;
}

static int chosen(const YamlSchema *s, const YamlNode *node, const Field *field) {
    const char *const *words = choice_words((ChoiceId)field->of);
    Slice word = node->kind == YAML_SCALAR ? node->text : LIT("");
    int found = choice_find((ChoiceId)field->of, word);
    if (found >= 0)
        return found;
    const char *nearest = word.len ? nearest_word(word, words) : NULL;
    if (nearest)
        report_fault(s->report, s->file, node->line,
                     "« " SLICE_FMT " » n’existe pas pour « %s » ; est-ce « %s » ?",
                     SLICE_ARG(word), field->key, nearest);
    else
        report_fault(s->report, s->file, node->line,
                     "« " SLICE_FMT " » n’existe pas pour « %s » ; écrire l’un de : " SLICE_FMT,
                     SLICE_ARG(word), field->key, SLICE_ARG(joined_words(s, words)));
    return -1;
}

static unsigned all_chosen(const YamlSchema *s, const YamlNode *map, const Field *field) {
    const YamlNode *list = schema_list(s, map, field->key, (int)field->least, (int)field->most);
    unsigned all = 0;
    for (const YamlNode *node = list ? list->first : NULL; node; node = node->next) {
        int found = chosen(s, node, field);
        all |= found < 0 ? 0 : 1U << found;
    }
    return all;
}

/* ---- hours ----------------------------------------------------------------------------------- */

/* Nobody is there for no time, nor after midnight: a slip of the keyboard. */
static void check_spans(const YamlSchema *s, const YamlNode *node, const PlanHours *row,
                        int count) {
    enum { DAY_MINUTES = 24 * 60 };
    for (int i = 0; i < count; i++) {
        int opens = row[i].opens_min, closes = row[i].closes_min;
        if (opens && closes - opens == DAY_MINUTES)
            report_fault(s->report, s->file, node->line,
                         "de %02d:%02d à %02d:%02d, il n’y a pas d’heure ouverte ; corriger "
                         "l’une des deux",
                         opens / 60, opens % 60, opens / 60, opens % 60);
        else if (closes > DAY_MINUTES)
            report_fault(s->report, s->file, node->line,
                         "ces heures finissent après minuit, à %02d:%02d ; 24:00 au plus",
                         closes / 60, closes % 60);
    }
}

static OpeningHours opening(const YamlSchema *s, const YamlNode *map, const Field *field) {
    PlanHours row[HOURS_ROWS_MAX];
    OpeningHours hours = {.text = schema_text(s, map, field->key, (int)field->most)};
    hours.count = hours.text.len ? hours_parse(hours.text, row) : 0;
    if (hours.count < 0) {
        report_fault(s->report, s->file, yaml_get(map, field->key)->line,
                     "les heures « " SLICE_FMT " » ne sont pas comprises ; les écrire comme "
                     "OpenStreetMap : Mo-Fr 09:00-12:00,13:30-17:00; PH off",
                     SLICE_ARG(hours.text));
        hours.count = 0;
    }
    check_spans(s, yaml_get(map, field->key), row, hours.count);
    hours.row = arena_array(s->arena, PlanHours, hours.count + 1);
    memcpy(hours.row, row, sizeof *row * (size_t)hours.count);
    return hours;
}

void schema_value(const YamlSchema *s, const YamlNode *map, const Field *field, const Pack *pack,
                  void *to) {
    bool list = field->kind == FIELD_CHOICES || field->kind == FIELD_REFS ||
                field->kind == FIELD_PLACES || field->kind == FIELD_ZONES;
    const YamlNode *node =
        list && !field->least ? yaml_get(map, field->key) : schema_need(s, map, field->key);
    if (!node)
        return;
    if (field->kind == FIELD_DATE || field->kind == FIELD_MOMENT)
        schema_date(s, node, field->key, field->kind == FIELD_MOMENT, to);
    else if (field->kind == FIELD_CHOICE)
        *(int *)to = chosen(s, node, field);
    else if (field->kind == FIELD_CHOICES)
        *(unsigned *)to = all_chosen(s, map, field);
    else if (field->kind == FIELD_HOURS)
        *(OpeningHours *)to = opening(s, map, field);
    else if (list)
        *(Indices *)to = all_named(s, map, field, pack);
    else
        *(int *)to = one_named(s, node, field, pack);
}
