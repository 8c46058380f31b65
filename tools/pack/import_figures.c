#include "tools/pack/import_figures.h"

#include "tools/pack/records.h"

#include "tools/registers/columns.h"
#include "tools/registers/plain.h"
#include "tools/sources/yaml_edit.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { PEOPLE_LEAST = 20, TOLD_MAX = 4 };

/* What the columns of every shape begin with. */
enum { DIPLOMA, YEAR, SCHOOL, WAY, FIRST };

typedef struct Told {
    const char *what; /* a word of FigureKind */
    int value;        /* its column */
} Told;

/* A table that is known by its columns. */
typedef struct Shape {
    const char *const *columns;
    int people; /* the column that says of how many; 0: of nobody in particular */
    Told told[TOLD_MAX];
    const char *scope, *source;
} Shape;

#define INSERJEUNES "DEPP, InserJeunes, Licence Ouverte 2.0"

static const char *const OF_SCHOOLS[] = {"code_formation_diplome",
                                         "millesime",
                                         "uai",
                                         "filiere",
                                         "nb_annee_term",
                                         "taux_en_emploi_6_mois",
                                         "taux_en_formation",
                                         "taux_autres_6_mois",
                                         NULL};
static const char *const OF_COUNTRY[] = {"code_formation_diplome",
                                         "millesime",
                                         "?uai",
                                         "filiere",
                                         "nb_en_emploi_12_mois",
                                         "salaire_12_mois_q1",
                                         "salaire_12_mois_q2",
                                         "salaire_12_mois_q3",
                                         NULL};
static const char *const OF_WISHES[] = {
    "Code formation diplôme", "RS",       "UAI",     "?filiere", "?Nb de voeux",
    "Nb de premiers voeux",   "Capacité", "Année 1", NULL};

static const Shape BY_SCHOOL = {
    OF_SCHOOLS,
    FIRST,
    {{"in-work", FIRST + 1}, {"studying", FIRST + 2}, {"other-ways", FIRST + 3}},
    "school",
    INSERJEUNES};
static const Shape BY_COUNTRY = {
    OF_COUNTRY,
    FIRST,
    {{"pay-low", FIRST + 1}, {"pay", FIRST + 2}, {"pay-high", FIRST + 3}},
    "country",
    INSERJEUNES};
static const Shape WISHES = {OF_WISHES,
                             0,
                             {{"wishes", FIRST},
                              {"first-wishes", FIRST + 1},
                              {"places", FIRST + 2},
                              {"enrolled", FIRST + 3}},
                             "school",
                             "Rectorat, Affelnet"};

/* A course, and what the newest row about it says. */
typedef struct Asking {
    const YamlNode *map;
    Slice diploma, school;
    const char *way; /* of InserJeunes: "pro" for pupils, "apprentissage" */
    int year;        /* of the row taken; 0: none is */
    YamlNode *figures;
} Asking;

typedef struct Figures {
    Import *import;
    const Shape *shape;
    Columns columns;
    Asking *course;
    int count, few;
} Figures;

/* ---- who asks -------------------------------------------------------------------------------- */

static Slice text_at(const YamlNode *map, const char *key) {
    const YamlNode *node = yaml_get(map, key);
    return node && node->kind == YAML_SCALAR ? node->text : LIT("");
}

static const char *way_of(const YamlNode *map) {
    const YamlNode *audience = yaml_get(map, "audience");
    for (const YamlNode *word = audience ? audience->first : NULL; word; word = word->next)
        if (slice_is(word->text, "school"))
            return "pro";
    return "apprentissage";
}

static void ask(Figures *f) {
    Arena *arena = f->import->arena;
    RecordDrafts written = records_written(arena, f->import->folder, RECORD_course);
    f->course = arena_array(arena, Asking, written.count + 1);
    for (int i = 0; i < written.count; i++) {
        const YamlNode *map = written.draft[i].map;
        Asking asking = {map, text_at(map, "cfd"), text_at(map, "uai"), way_of(map), 0, NULL};
        if (asking.diploma.len)
            f->course[f->count++] = asking;
    }
    if (!f->count)
        report_fault(f->import->report, f->import->file, 1,
                     "aucune formation du dossier ne dit son diplôme ; écrire cfd: (code formation "
                     "diplôme) et uai: dans courses/");
}

/* ---- cells ----------------------------------------------------------------------------------- */

/* A spreadsheet's ="0630000A" is the text in it. */
static Slice cell(const Figures *f, int column) {
    Slice text = columns_cell(&f->columns, column);
    if (text.len > 2 && slice_has_prefix(text, LIT("=\"")))
        text = slice_cut(text, 2, text.len - (text.at[text.len - 1] == '"'));
    return slice_trim(text);
}

/* "2025", "2022_2023": the last of its years. */
static int year_in(Slice text) {
    int year = 0;
    for (int i = text.len < 4 ? text.len : text.len - 4; i < text.len; i++)
        year = isdigit((unsigned char)text.at[i]) ? year * 10 + text.at[i] - '0' : 0;
    return year;
}

static Slice cohort_in(Arena *arena, Slice text) {
    if (text.len < 9)
        return LIT("");
    return arena_printf(arena, SLICE_FMT "-" SLICE_FMT, SLICE_ARG(slice_cut(text, 0, 4)),
                        SLICE_ARG(slice_cut(text, text.len - 4, text.len)));
}

/* With a point for the comma; empty for an empty cell, and after a fault for what is no number. */
static Slice number(Figures *f, int column) {
    Slice was = cell(f, column);
    char digits[24] = "", *end = digits;
    for (int i = 0; i < was.len && i < 23; i++)
        digits[i] = was.at[i] == ',' ? '.' : was.at[i];
    strtod(digits, &end);
    if (!was.len || (was.len < 24 && isdigit((unsigned char)digits[0]) && !*end))
        return arena_copy(f->import->arena, slice_from(digits));
    const char *name = f->shape->columns[column];
    report_fault(f->import->report, f->import->file, f->columns.csv.row.number,
                 "« " SLICE_FMT " » n’est pas un nombre, dans la colonne « %s »", SLICE_ARG(was),
                 name + (*name == COLUMNS_OPTIONAL));
    return LIT("");
}

/* ---- figures --------------------------------------------------------------------------------- */

static YamlNode *figure_node(Figures *f, const Told *told, Slice value, Slice people) {
    Arena *arena = f->import->arena;
    YamlNode *map = yaml_new(arena, YAML_MAP, 1);
    Slice year = cell(f, YEAR), day = plain_file_day(arena, f->import->file);
    yaml_put_text(arena, map, "what", slice_from(told->what), 1);
    yaml_put_text(arena, map, "value", value, 1);
    yaml_put_text(arena, map, "people", people, 1);
    yaml_put_text(arena, map, "scope", slice_from(f->shape->scope), 1);
    yaml_put_text(arena, map, "source",
                  arena_printf(arena, "%s, " SLICE_FMT, f->shape->source, SLICE_ARG(day)), 1);
    yaml_put_text(arena, map, "year", arena_printf(arena, "%d", year_in(year)), 1);
    yaml_put_text(arena, map, "cohort", cohort_in(arena, year), 1);
    return map;
}

static YamlNode *figures_of_row(Figures *f, Slice people) {
    YamlNode *list = yaml_new(f->import->arena, YAML_LIST, 1);
    for (int i = 0; i < TOLD_MAX && f->shape->told[i].what; i++) {
        Slice value = number(f, f->shape->told[i].value);
        if (value.len)
            yaml_add(list, figure_node(f, &f->shape->told[i], value, people));
    }
    return list;
}

static bool is_about(const Figures *f, const Asking *course) {
    Slice way = cell(f, WAY), school = cell(f, SCHOOL);
    bool here = strcmp(f->shape->scope, "school") != 0 || slice_equal(school, course->school);
    return here && slice_equal(cell(f, DIPLOMA), course->diploma) &&
           (!way.len || slice_is(way, course->way));
}

static void take_row(Figures *f, Asking *course) {
    int year = year_in(cell(f, YEAR));
    if (year < 2000) {
        report_fault(f->import->report, f->import->file, f->columns.csv.row.number,
                     "aucune année dans la colonne « %s »", f->shape->columns[YEAR]);
        return;
    }
    if (year <= course->year)
        return;
    Slice people = f->shape->people ? number(f, f->shape->people) : LIT("");
    bool few = f->shape->people && atoi(people.len ? people.at : "0") < PEOPLE_LEAST;
    f->few += few;
    if (few)
        return;
    course->year = year;
    course->figures = figures_of_row(f, people);
}

static bool read_rows(Figures *f) {
    Import *import = f->import;
    if (!columns_open(&f->columns, import->report, import->arena, import->file, f->shape->columns))
        return false;
    while (columns_next(&f->columns))
        for (int i = 0; i < f->count; i++)
            if (is_about(f, &f->course[i]))
                take_row(f, &f->course[i]);
    columns_close(&f->columns);
    return import->report->faults == 0;
}

/* ---- into the courses ------------------------------------------------------------------------ */

/* Of the same thing at the same scope, or an example of it: the new one stands instead. */
static bool is_told_anew(const YamlNode *old, const YamlNode *list) {
    for (const YamlNode *figure = list->first; figure; figure = figure->next) {
        bool same = slice_equal(text_at(old, "scope"), text_at(figure, "scope")) ||
                    slice_is(text_at(old, "illustrative"), "true");
        if (same && slice_equal(text_at(old, "what"), text_at(figure, "what")))
            return true;
    }
    return false;
}

static YamlNode *course_node(Figures *f, const Asking *course) {
    Arena *arena = f->import->arena;
    YamlNode *map = yaml_new(arena, YAML_MAP, 1), *list = yaml_new(arena, YAML_LIST, 1);
    const YamlNode *old = yaml_get(course->map, "figures");
    for (const YamlNode *figure = old ? old->first : NULL; figure; figure = figure->next)
        if (!is_told_anew(figure, course->figures))
            yaml_add(list, yaml_merged(arena, figure, yaml_new(arena, YAML_MAP, 1),
                                       (YamlMerge){.keep = true}));
    for (const YamlNode *figure = course->figures->first; figure; figure = figure->next)
        yaml_add(list, yaml_merged(arena, figure, yaml_new(arena, YAML_MAP, 1),
                                   (YamlMerge){.keep = true}));
    yaml_put_text(arena, map, "id", text_at(course->map, "id"), 1);
    yaml_put(map, "figures", list);
    return map;
}

static void say_few(const Figures *f) {
    if (f->few)
        report_warn(f->import->report, f->import->file, 1, 0,
                    "%d lignes parlent de moins de %d personnes : rien n’en est pris", f->few,
                    PEOPLE_LEAST);
}

static bool import_figures(Import *import, const Shape *shape) {
    Figures f = {.import = import, .shape = shape};
    YamlNode *list = yaml_new(import->arena, YAML_LIST, 1);
    ask(&f);
    if (!f.count || !read_rows(&f))
        return false;
    say_few(&f);
    for (int i = 0; i < f.count; i++)
        if (f.course[i].figures && f.course[i].figures->count)
            yaml_add(list, course_node(&f, &f.course[i]));
    if (!list->count)
        report_fault(import->report, import->file, 1,
                     "rien n’est pris : aucune ligne ne donne de nombres du diplôme et de l’école "
                     "d’une formation du dossier (cfd:, uai:)");
    import->over[import->count++] =
        (ImportRecords){.id = RECORD_course, .list = list, .whole = true};
    return list->count && import_records(import);
}

bool import_inserjeunes(Import *import) {
    bool pay = columns_has(import->file, "salaire_12_mois_q2") && !columns_has(import->file, "uai");
    return import_figures(import, pay ? &BY_COUNTRY : &BY_SCHOOL);
}

bool import_affelnet(Import *import) {
    return import_figures(import, &WISHES);
}
