#include "tools/pack/quiz.h"

#include "tools/pack/schema_record.h"
#include "quiz/belief.h"

#include <string.h>

#define ITEMS_MAX 128
#define ITEM_WORDS 9

/* ---- items ----------------------------------------------------------------------------------- */

/* "scale: R" or "facet: M": 0 to 15. */
static int dimension_of(const YamlSchema *s, const YamlNode *map) {
    const YamlNode *scale = yaml_get(map, "scale"), *facet = yaml_get(map, "facet");
    const YamlNode *node = scale ? scale : facet;
    const char *letters = scale ? PACK_RIASEC : PACK_FACETS;
    if (!node || (scale && facet)) {
        report_fault(s->report, s->file, map->line,
                     "écrire soit « scale: » (R I A S E C), soit « facet: » (M E A S P L D Q O H)");
        return 0;
    }
    const char *found = node->text.len == 1 ? strchr(letters, node->text.at[0]) : NULL;
    if (!found) {
        report_fault(s->report, s->file, node->line, "lettre inconnue ; en choisir une de %s",
                     letters);
        return 0;
    }
    return (int)(found - letters) + (scale ? 0 : QUIZ_LETTERS);
}

static Question read_item(const Pack *p, const YamlSchema *s, const YamlNode *map) {
    Question item = {.dimension = dimension_of(s, map)};
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

/* Every letter is asked about; a campus may leave out any facets. */
static void check_letters_asked(const Pack *p, const YamlSchema *s) {
    for (int d = 0; d < QUIZ_LETTERS && p->item_count; d++)
        if (!is_asked(p, d))
            report_fault(s->report, s->file, 1, "la lettre %c n’a pas de question ; en écrire une",
                         PACK_RIASEC[d]);
}

static void read_items(Pack *p, const YamlSchema *s, const YamlNode *map) {
    const YamlNode *items = schema_list(s, map, "items", 0, ITEMS_MAX);
    p->item = arena_array(s->arena, Question, ITEMS_MAX + 1);
    for (const YamlNode *item = items ? items->first : NULL; item && p->item_count < ITEMS_MAX;
         item = item->next)
        if (item->kind == YAML_MAP)
            p->item[p->item_count++] = read_item(p, s, item);
        else
            report_fault(s->report, s->file, item->line,
                         "des rubriques sont attendues ici : « nom: valeur »");
    check_letters_asked(p, s);
}

/* ---- correlations ---------------------------------------------------------------------------- */

static void set(Pack *p, int a, int b, double r) {
    p->correlation[a][b] = p->correlation[b][a] = r;
}

static void check_letters(const YamlSchema *s, const YamlNode *map, const char *letters) {
    for (const YamlNode *child = map->first; child; child = child->next)
        if (child->key.len != 1 || !strchr(letters, child->key.at[0]))
            report_fault(s->report, s->file, child->line,
                         "lettre inconnue « %s » ; les lettres sont %s", child->key.at, letters);
}

/* One row: the correlations of dimension `of` with the first `count` of some letters, which
   begin at dimension `first`. */
static void read_row(Pack *p, const YamlSchema *s, const YamlNode *row, const char *letters,
                     int first, int of, int count) {
    char known[QUIZ_FACETS + 1] = {0};
    memcpy(known, letters, (size_t)count);
    check_letters(s, row, known);
    for (int d = 0; d < count; d++) {
        char with[2] = {letters[d], 0};
        if (is_asked(p, of) && is_asked(p, first + d))
            set(p, of, first + d, schema_number(s, row, with, -1, 1));
    }
}

/* The row of one dimension in a block of rows; what is not asked about needs none. */
static const YamlNode *find_row(const Pack *p, const YamlSchema *s, const YamlNode *rows,
                                char letter, int of) {
    char key[2] = {letter, 0};
    return is_asked(p, of) ? schema_need(s, rows, key) : NULL;
}

static void read_letter_rows(Pack *p, const YamlSchema *s, const YamlNode *rows) {
    check_letters(s, rows, PACK_RIASEC + 1);
    for (int d = 1; d < QUIZ_LETTERS; d++) {
        const YamlNode *row = find_row(p, s, rows, PACK_RIASEC[d], d);
        if (row)
            read_row(p, s, row, PACK_RIASEC, 0, d, d);
    }
}

static void read_facet_rows(Pack *p, const YamlSchema *s, const YamlNode *rows) {
    check_letters(s, rows, PACK_FACETS);
    for (int d = 0; d < QUIZ_FACETS; d++) {
        const YamlNode *row = find_row(p, s, rows, PACK_FACETS[d], QUIZ_LETTERS + d);
        if (row)
            read_row(p, s, row, PACK_RIASEC, 0, QUIZ_LETTERS + d, QUIZ_LETTERS);
    }
}

static int facets_asked(const Pack *p) {
    int count = 0;
    for (int d = QUIZ_LETTERS; d < PACK_DIMENSIONS; d++)
        count += is_asked(p, d);
    return count;
}

static void read_one_between(Pack *p, const YamlSchema *s, const YamlNode *correlations) {
    double between = schema_number(s, correlations, "between-facets", -1, 1);
    for (int a = QUIZ_LETTERS; a < PACK_DIMENSIONS; a++)
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
    check_letters(s, rows, PACK_FACETS + 1);
    bool earlier = is_asked(p, QUIZ_LETTERS);
    for (int d = 1; d < QUIZ_FACETS; d++) {
        int of = QUIZ_LETTERS + d;
        const YamlNode *row = earlier ? find_row(p, s, rows, PACK_FACETS[d], of) : NULL;
        if (row)
            read_row(p, s, row, PACK_FACETS, QUIZ_LETTERS, of, d);
        earlier |= is_asked(p, of);
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
    double root[QUIZ_DIMENSIONS][QUIZ_DIMENSIONS];
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
    for (int a = 0; a < PACK_DIMENSIONS; a++)
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
