#include "tools/pack/facet.h"

#include "tools/pack/schema_record.h"
#include "base/nearest.h"

#include <ctype.h>
#include <string.h>

/* ---- the list -------------------------------------------------------------------------------- */

/* Columns of a table of answers are a facet and a number: soin1, soin2. */
static bool is_of_letters(Slice text) {
    for (int i = 0; i < text.len; i++)
        if (!isalpha((unsigned char)text.at[i]))
            return false;
    return true;
}

static void check_code(const YamlSchema *s, const YamlNode *map, const Pack *pack) {
    const Facet *facet = &pack->facet[pack->facet_count];
    if (!is_of_letters(facet->id))
        report_fault(s->report, s->file, yaml_get(map, "id")->line,
                     "« %s » doit s’écrire en lettres sans accent, sans chiffre ni espace",
                     facet->id.at);
    for (int f = 0; f < pack->facet_count; f++)
        if (facet->id.len && slice_equal(pack->facet[f].id, facet->id))
            report_fault(s->report, s->file, yaml_get(map, "id")->line,
                         "le nom « %s » est donné deux fois ; en changer un", facet->id.at);
}

static bool says_the_same(const Facet *a, const Facet *b) {
    return a->name.in[0].len && slice_equal(a->name.in[0], b->name.in[0]);
}

static void check_name(const YamlSchema *s, const YamlNode *map, const Pack *pack) {
    const Facet *facet = &pack->facet[pack->facet_count];
    for (int f = 0; f < pack->facet_count; f++)
        if (says_the_same(&pack->facet[f], facet))
            report_fault(s->report, s->file, yaml_get(map, "name")->line,
                         "« %s » dit déjà « %s » ; un élève ne saurait les distinguer",
                         pack->facet[f].id.at, facet->name.in[0].at);
}

static void read_one(const YamlSchema *s, const YamlNode *map, Pack *pack) {
    Facet *facet = &pack->facet[pack->facet_count];
    schema_record(s, map, RECORD_facet, pack, facet);
    check_code(s, map, pack);
    check_name(s, map, pack);
    pack->facet_count++;
}

static void check_count(const YamlSchema *s, const YamlNode *list) {
    if (list->count < QUIZ_FACETS_LEAST)
        report_fault(s->report, s->file, list->line,
                     "%d facettes, de %d à %d sont attendues ; en écrire d’autres", list->count,
                     QUIZ_FACETS_LEAST, QUIZ_FACETS_MAX);
}

void facets_read(Pack *pack, const YamlSchema *s, const YamlNode *list) {
    pack->facet = arena_array(s->arena, Facet, QUIZ_FACETS_MAX);
    if (!list)
        return;
    check_count(s, list);
    for (const YamlNode *map = list->first; map; map = map->next)
        if (map->kind != YAML_MAP)
            report_fault(s->report, s->file, map->line,
                         "des rubriques sont attendues ici : « nom: valeur »");
        else if (pack->facet_count < QUIZ_FACETS_MAX)
            read_one(s, map, pack);
        else
            report_fault(s->report, s->file, map->line,
                         "%d facettes, de %d à %d sont attendues ; en réunir deux", list->count,
                         QUIZ_FACETS_LEAST, QUIZ_FACETS_MAX);
}

/* ---- who is meant ---------------------------------------------------------------------------- */

int facet_letter(const YamlSchema *s, Slice name, int line) {
    const char *found = name.len == 1 ? strchr(QUIZ_RIASEC, name.at[0]) : NULL;
    if (!found)
        report_fault(s->report, s->file, line,
                     "lettre inconnue « " SLICE_FMT " » ; les lettres sont %s", SLICE_ARG(name),
                     QUIZ_RIASEC);
    return found ? (int)(found - QUIZ_RIASEC) : -1;
}

static Slice list_of(const Pack *pack, Arena *arena) {
    Slice list = LIT("");
    for (int f = 0; f < pack->facet_count; f++)
        list = arena_printf(arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(list), f ? ", " : "",
                            SLICE_ARG(pack->facet[f].id));
    return list;
}

static const char *nearest(const Pack *pack, Slice name) {
    const char *known[QUIZ_FACETS_MAX + 1] = {NULL};
    for (int f = 0; f < pack->facet_count; f++)
        known[f] = pack->facet[f].id.at;
    return nearest_word(name, known);
}

int facet_named(const Pack *pack, const YamlSchema *s, Slice name, int line) {
    for (int f = 0; f < pack->facet_count; f++)
        if (slice_equal(pack->facet[f].id, name))
            return QUIZ_LETTERS + f;
    const char *near = nearest(pack, name);
    if (report_explains(s->report, "facets.yaml", name))
        return -1;
    if (near)
        report_fault(s->report, s->file, line,
                     "facette inconnue « " SLICE_FMT " » ; est-ce « %s » ?", SLICE_ARG(name), near);
    else
        report_fault(s->report, s->file, line,
                     "facette inconnue « " SLICE_FMT " » ; celles de facets.yaml sont " SLICE_FMT,
                     SLICE_ARG(name), SLICE_ARG(list_of(pack, s->arena)));
    return -1;
}

const char *facet_key(const Pack *pack, const YamlSchema *s, int dimension) {
    return arena_copy(s->arena, pack_dimension(pack, dimension)).at;
}

void facet_keys(const Pack *pack, const YamlSchema *s, const YamlNode *map, int first, int end) {
    for (const YamlNode *child = map->kind == YAML_MAP ? map->first : NULL; child;
         child = child->next) {
        int d = first < QUIZ_LETTERS ? facet_letter(s, child->key, child->line)
                                     : facet_named(pack, s, child->key, child->line);
        if (d >= 0 && (d < first || d >= end))
            report_fault(s->report, s->file, child->line,
                         "« " SLICE_FMT " » n’a pas sa place ici : seul compte ce qui est sous la "
                         "diagonale ; l’effacer",
                         SLICE_ARG(child->key));
    }
}
