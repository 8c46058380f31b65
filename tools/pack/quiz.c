#include "tools/pack/quiz.h"

#include "tools/pack/facet.h"
#include "tools/pack/schema_record.h"
#include "quiz/belief.h"

#include <string.h>

#define ITEM_WORDS 9

/* ---- items ----------------------------------------------------------------------------------- */

/* "scale: R" or "facet: M". */
static int dimension_of(const Pack *p, const YamlSchema *s, const YamlNode *map) {
    const YamlNode *scale = yaml_get(map, "scale"), *facet = yaml_get(map, "facet");
    const YamlNode *node = scale ? scale : facet;
    if (!node || (scale && facet) || node->kind != YAML_SCALAR) {
        report_fault(s->report, s->file, node ? node->line : map->line,
                     "écrire soit « scale: » (R I A S E C), soit « facet: » (de facets.yaml)");
        return 0;
    }
    int found =
        scale ? facet_letter(s, node->text, node->line) : facet_named(p, s, node->text, node->line);
    return found < 0 ? 0 : found;
}

static Question read_item(const Pack *p, const YamlSchema *s, const YamlNode *map) {
    Question item = {.dimension = dimension_of(p, s, map)};
    schema_record(s, map, RECORD_item, p, &item);
    schema_most_words(s, map, "text", item.text, ITEM_WORDS);
    return item;
}

static bool is_asked(const Pack *p, int dimension) {
    for (int i = 0; i < p->item_count; i++)
        if (p->item[i].dimension == dimension)
            return true;
    return false;
}

/* Every letter is asked about; a campus may leave out any of its facets. */
static void check_letters_asked(const Pack *p, const YamlSchema *s) {
    for (int d = 0; d < QUIZ_LETTERS && p->item_count; d++)
        if (!is_asked(p, d))
            report_fault(s->report, s->file, 1, "la lettre %c n’a pas de question ; en écrire une",
                         QUIZ_RIASEC[d]);
}

static void read_items(Pack *p, const YamlSchema *s, const YamlNode *map) {
    int most = record_of(RECORD_item)->rows;
    const YamlNode *items = schema_list(s, map, "items", 0, most);
    p->item = arena_array(s->arena, Question, most + 1);
    for (const YamlNode *item = items ? items->first : NULL; item && p->item_count < most;
         item = item->next)
        if (item->kind == YAML_MAP)
            p->item[p->item_count++] = read_item(p, s, item);
        else
            report_fault(s->report, s->file, item->line,
                         "des rubriques sont attendues ici : « nom: valeur »");
    schema_unique(s, items);
    check_letters_asked(p, s);
}

/* ---- correlations ---------------------------------------------------------------------------- */

static void set(Pack *p, int a, int b, double r) {
    p->correlation[a][b] = p->correlation[b][a] = r;
}

/* One row: the correlations of dimension `of` with those from `first` to before `end`. */
static void read_row(Pack *p, const YamlSchema *s, const YamlNode *row, int of, int first,
                     int end) {
    facet_keys(p, s, row, first, end);
    for (int d = first; d < end; d++)
        if (is_asked(p, of) && is_asked(p, d))
            set(p, of, d, schema_number(s, row, facet_key(p, s, d), -1, 1));
}

/* The row of one dimension in a block of rows; what is not asked about needs none. */
static const YamlNode *find_row(const Pack *p, const YamlSchema *s, const YamlNode *rows, int of) {
    return is_asked(p, of) ? schema_need(s, rows, facet_key(p, s, of)) : NULL;
}

static void read_letter_rows(Pack *p, const YamlSchema *s, const YamlNode *rows) {
    facet_keys(p, s, rows, 1, QUIZ_LETTERS);
    for (int d = 1; d < QUIZ_LETTERS; d++) {
        const YamlNode *row = find_row(p, s, rows, d);
        if (row)
            read_row(p, s, row, d, 0, d);
    }
}

static void read_facet_rows(Pack *p, const YamlSchema *s, const YamlNode *rows) {
    facet_keys(p, s, rows, QUIZ_LETTERS, pack_dimensions(p));
    for (int d = QUIZ_LETTERS; d < pack_dimensions(p); d++) {
        const YamlNode *row = find_row(p, s, rows, d);
        if (row)
            read_row(p, s, row, d, 0, QUIZ_LETTERS);
    }
}

static int facets_asked(const Pack *p) {
    int count = 0;
    for (int d = QUIZ_LETTERS; d < pack_dimensions(p); d++)
        count += is_asked(p, d);
    return count;
}

static void read_one_between(Pack *p, const YamlSchema *s, const YamlNode *correlations) {
    double between = schema_number(s, correlations, "between-facets", -1, 1);
    for (int a = QUIZ_LETTERS; a < pack_dimensions(p); a++)
        for (int b = QUIZ_LETTERS; b < a; b++)
            set(p, a, b, between);
}

/* One number for all pairs of facets, or rows below the diagonal as for the letters. */
static void read_between(Pack *p, const YamlSchema *s, const YamlNode *correlations) {
    const YamlNode *rows = yaml_get(correlations, "between-facets");
    if (!rows || rows->kind != YAML_MAP) {
        read_one_between(p, s, correlations);
        return;
    }
    facet_keys(p, s, rows, QUIZ_LETTERS + 1, pack_dimensions(p));
    bool earlier = is_asked(p, QUIZ_LETTERS);
    for (int d = QUIZ_LETTERS + 1; d < pack_dimensions(p); d++) {
        const YamlNode *row = earlier ? find_row(p, s, rows, d) : NULL;
        if (row)
            read_row(p, s, row, d, QUIZ_LETTERS, d);
        earlier |= is_asked(p, d);
    }
}

static void read_rows(Pack *p, const YamlSchema *s, const YamlNode *map) {
    const YamlNode *letters = schema_need(s, map, "letters");
    if (letters)
        read_letter_rows(p, s, letters);
    if (!facets_asked(p))
        return;
    const YamlNode *facets = schema_need(s, map, "facets");
    if (facets)
        read_facet_rows(p, s, facets);
    if (facets_asked(p) > 1)
        read_between(p, s, map);
}

/* Numbers that contradict each other: nobody can like A as B, B as C, and C not as A. */
static void check_sound(const Pack *p, const YamlSchema *s, int line) {
    Covariance prior;
    double root[QUIZ_DIMENSIONS_MAX][QUIZ_DIMENSIONS_MAX];
    memcpy(prior.at, p->correlation, sizeof prior.at);
    if (!belief_root(&prior, root))
        report_fault(s->report, s->file, line,
                     "ces corrélations se contredisent (matrice non définie positive) ; rapprocher "
                     "de 0 les plus fortes");
}

static void read_correlations(Pack *p, const YamlSchema *s, const YamlNode *map) {
    static const char *const KNOWN[] = {"letters", "facets", "between-facets", NULL};
    const YamlNode *correlations = schema_need(s, map, "correlations");
    if (!correlations)
        return;
    int faults = s->report->count;
    schema_keys(s, correlations, KNOWN);
    for (int a = 0; a < QUIZ_DIMENSIONS_MAX; a++)
        for (int b = 0; b <= a; b++)
            set(p, a, b, a == b);
    read_rows(p, s, correlations);
    if (s->report->count == faults)
        check_sound(p, s, correlations->line);
}

void quiz_read(Pack *p, const YamlSchema *s, const YamlNode *map) {
    static const char *const KNOWN[] = {"correlations", "items", NULL};
    if (!map)
        return;
    schema_keys(s, map, KNOWN);
    read_items(p, s, map);
    read_correlations(p, s, map);
}
