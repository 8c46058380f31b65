/* quiz.yaml as lines: only what holds a number of the model is touched. */
#include "tools/quiz/fit_file.h"

#include "base/message.h"
#include "tools/sources/source.h"
#include "tools/sources/yaml.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define YAML_MOST (1 << 22) /* bytes */

/* ---- what the columns are about -------------------------------------------------------------- */

static int letter_named(Slice name) {
    static const char SMALL[] = "riasec";
    const char *capital = name.len == 1 ? strchr(QUIZ_RIASEC, name.at[0]) : NULL;
    const char *small = name.len == 1 ? strchr(SMALL, name.at[0]) : NULL;
    return capital ? (int)(capital - QUIZ_RIASEC) : small ? (int)(small - SMALL) : -1;
}

static bool is_same(Slice a, Slice b) {
    return a.len == b.len && strncasecmp(a.at, b.at, (size_t)a.len) == 0;
}

/* Where nothing lists the facets, they come in the order in which they are named. */
static int facet_named(FitTable *table, Slice name) {
    for (int f = 0; f < table->facet_count; f++)
        if (is_same(table->facet[f], name))
            return QUIZ_LETTERS + f;
    if (table->listed || table->facet_count == QUIZ_FACETS_MAX || !name.len)
        return -1;
    table->facet[table->facet_count] = name;
    return QUIZ_LETTERS + table->facet_count++;
}

static int letters_in(Slice text) {
    int count = 0;
    while (count < text.len && isalpha((unsigned char)text.at[count]))
        count++;
    return count;
}

static bool are_digits(Slice text) {
    for (int i = 0; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.len > 0;
}

/* A facet of one letter is a capital, as those of the model are. */
static Slice facet_in(Arena *arena, Slice name) {
    return name.len == 1 ? arena_printf(arena, "%c", toupper((unsigned char)name.at[0])) : name;
}

/* "r1", "fm3"; -1 when the name does not say. */
static int dimension_named(FitTable *table, Slice name, Arena *arena) {
    int letters = letters_in(name);
    if (!letters || !are_digits(slice_cut(name, letters, name.len)))
        return -1;
    if (letters == 1)
        return letter_named(slice_cut(name, 0, 1));
    bool facet = name.at[0] == 'f' || name.at[0] == 'F';
    return facet ? facet_named(table, facet_in(arena, slice_cut(name, 1, letters))) : -1;
}

static Slice text_of(const YamlNode *item, const char *key) {
    const YamlNode *node = yaml_get(item, key);
    return node && node->kind == YAML_SCALAR ? node->text : (Slice){0};
}

static int dimension_said(FitTable *table, const YamlNode *item) {
    Slice scale = text_of(item, "scale");
    return scale.len ? letter_named(scale) : facet_named(table, text_of(item, "facet"));
}

static const YamlNode *find_item(const YamlNode *root, Slice name) {
    const YamlNode *items = yaml_get(root, "items");
    for (const YamlNode *item = items ? items->first : NULL; item; item = item->next) {
        Slice id = text_of(item, "id");
        if (id.len == name.len && strncasecmp(id.at, name.at, (size_t)id.len) == 0)
            return item;
    }
    return NULL;
}

/* The tree of a file that is there; NULL with the first fault when it is no such YAML. */
static const YamlNode *read_tree(const char *path, Arena *arena, Slice *bytes, Error *error) {
    Report report = {0};
    YamlNode *root = NULL;
    if (source_read(&report, arena, slice_from(path), YAML_MOST, true, bytes))
        root = yaml_read(&report, arena, slice_from(path), *bytes);
    if (!root && report.count)
        error_set(error, "%s:%d: " SLICE_FMT, path, report.entry[0].line,
                  SLICE_ARG(report.entry[0].message));
    else if (!root)
        error_set(error, "%s: an empty file", path);
    report_free(&report);
    return root;
}

static bool say_column(const Answers *answers, int column, const char *what, Error *error) {
    return error_set(error, "row 1, column %d: " SLICE_FMT " %s", column + 1,
                     SLICE_ARG(answers->name[column]), message(what));
}

/* The facets of the campus, which are listed beside its quiz. */
static bool list_facets(const char *path, Arena *arena, FitTable *table, Error *error) {
    const char *name = strrchr(path, '/');
    int folder = name ? (int)(name + 1 - path) : 0;
    Slice beside = arena_printf(arena, "%.*sfacets.yaml", folder, path), bytes;
    table->listed = access(beside.at, F_OK) == 0;
    const YamlNode *root = table->listed ? read_tree(beside.at, arena, &bytes, error) : NULL;
    if (table->listed && !root)
        return false;
    for (const YamlNode *facet = root ? root->first : NULL; facet; facet = facet->next)
        if (table->facet_count < QUIZ_FACETS_MAX)
            table->facet[table->facet_count++] = text_of(facet, "id");
    return true;
}

static bool said_twice(const Answers *answers, int column) {
    for (int c = 0; c < column; c++)
        if (answers->name[c].len == answers->name[column].len &&
            strncasecmp(answers->name[c].at, answers->name[column].at,
                        (size_t)answers->name[c].len) == 0)
            return true;
    return false;
}

bool fit_columns(const char *path, const Answers *answers, Arena *arena, FitTable *table,
                 Error *error) {
    Slice bytes;
    bool there = access(path, F_OK) == 0;
    const YamlNode *root = there ? read_tree(path, arena, &bytes, error) : NULL;
    if (there && !root)
        return false;
    *table = (FitTable){.rows = answers->rows, .columns = answers->columns, .at = answers->at};
    if (!list_facets(path, arena, table, error))
        return false;
    for (int c = 0; c < answers->columns; c++) {
        const YamlNode *item = there ? find_item(root, answers->name[c]) : NULL;
        if (there && !item)
            return say_column(answers, c, "is no item of the quiz.yaml to be written", error);
        if (said_twice(answers, c))
            return say_column(answers, c, "stands there twice", error);
        table->dimension[c] =
            item ? dimension_said(table, item) : dimension_named(table, answers->name[c], arena);
        if (table->dimension[c] < 0)
            return say_column(answers, c, "does not say its letter or facet, as r1 and fm1 do",
                              error);
    }
    return true;
}

/* ---- what is written ------------------------------------------------------------------------- */

static bool is_asked(const FitTable *table, int dimension) {
    for (int c = 0; c < table->columns; c++)
        if (table->dimension[c] == dimension)
            return true;
    return false;
}

static Slice name_of(const FitTable *table, int d) {
    return d < QUIZ_LETTERS ? (Slice){&QUIZ_RIASEC[d], 1} : table->facet[d - QUIZ_LETTERS];
}

/* "    I: {R: 0.24}": one row, with the dimensions from `first` on that are asked about. */
static void write_row(FILE *out, const FitTable *table, const Fit *fit, int of, int first,
                      int end) {
    const char *between = "";
    if (!is_asked(table, of))
        return;
    fprintf(out, "    " SLICE_FMT ": {", SLICE_ARG(name_of(table, of)));
    for (int d = first; d < end; d++)
        if (is_asked(table, d)) {
            fprintf(out, "%s" SLICE_FMT ": %.3f", between, SLICE_ARG(name_of(table, d)),
                    fit->correlation.at[of][d]);
            between = ", ";
        }
    fputs("}\n", out);
}

static int facets_asked(const FitTable *table, int end) {
    int count = 0;
    for (int d = QUIZ_LETTERS; d < end; d++)
        count += is_asked(table, d);
    return count;
}

static void write_correlations(FILE *out, const FitTable *table, const Fit *fit) {
    int end = QUIZ_LETTERS + table->facet_count;
    fputs("correlations:\n  letters:\n", out);
    for (int d = 1; d < QUIZ_LETTERS; d++)
        write_row(out, table, fit, d, 0, d);
    if (facets_asked(table, end))
        fputs("  facets:\n", out);
    for (int d = QUIZ_LETTERS; d < end; d++)
        write_row(out, table, fit, d, 0, QUIZ_LETTERS);
    if (facets_asked(table, end) > 1)
        fputs("  between-facets:\n", out);
    for (int d = QUIZ_LETTERS + 1; d < end; d++)
        if (facets_asked(table, d))
            write_row(out, table, fit, d, QUIZ_LETTERS, d);
}

/* ---- a new file ------------------------------------------------------------------------------ */

static void write_item(FILE *out, const FitTable *table, Slice name, const Measure *item) {
    const char *layer = item->dimension < QUIZ_LETTERS ? "scale" : "facet";
    char id[64];
    int len = name.len < (int)sizeof id ? name.len : (int)sizeof id - 1;
    for (int i = 0; i < len; i++)
        id[i] =
            name.at[i] >= 'A' && name.at[i] <= 'Z' ? (char)(name.at[i] - 'A' + 'a') : name.at[i];
    fprintf(out, "  - id: %.*s\n    %s: " SLICE_FMT "\n", len, id, layer,
            SLICE_ARG(name_of(table, item->dimension)));
    fprintf(out, "    text: {fr: \"Écrire ici %.*s\", en: \"Write %.*s here\"}\n", len, id, len,
            id);
    fprintf(out, "    picture: quiz-%.*s\n    loading: %.3f\n    mean: %.3f\n    variance: %.3f\n",
            len, id, item->loading, item->mean, item->variance);
}

static void write_new(FILE *out, const Answers *answers, const FitTable *table, const Fit *fit) {
    fputs("# Numbers learnt by azimut-quiz fit; the texts and pictures of the items are still to "
          "be made.\n",
          out);
    write_correlations(out, table, fit);
    fputs("items:\n", out);
    for (int c = 0; c < answers->columns; c++)
        write_item(out, table, answers->name[c], &fit->item[c]);
}

/* ---- a file that is there -------------------------------------------------------------------- */

typedef struct Edit {
    int line; /* from 1 */
    const char *key;
    double value;
} Edit;

static int find_edits(const YamlNode *root, const Answers *answers, const Fit *fit, Edit *edit) {
    int count = 0;
    for (int c = 0; c < answers->columns; c++) {
        static const char *const KEYS[] = {"loading", "mean", "variance"};
        const YamlNode *item = find_item(root, answers->name[c]);
        double value[] = {fit->item[c].loading, fit->item[c].mean, fit->item[c].variance};
        for (int k = 0; k < 3; k++) {
            const YamlNode *node = yaml_get(item, KEYS[k]);
            if (node)
                edit[count++] = (Edit){node->line, KEYS[k], value[k]};
        }
    }
    return count;
}

/* Writes a line with the number after "key:" replaced; false when the key is not on it. */
static bool write_edited(FILE *out, Slice line, const Edit *edit) {
    int at = slice_find(line, slice_from(edit->key));
    if (at < 0)
        return false;
    int from = at + (int)strlen(edit->key);
    while (from < line.len && (line.at[from] == ':' || line.at[from] == ' '))
        from++;
    int to = from;
    while (to < line.len && !strchr(",} #\r", line.at[to]))
        to++;
    fprintf(out, SLICE_FMT "%.3f" SLICE_FMT "\n", SLICE_ARG(slice_cut(line, 0, from)), edit->value,
            SLICE_ARG(slice_cut(line, to, line.len)));
    return true;
}

/* The lines of the correlations: from their key up to the next one at the margin, or a remark
   there. */
static bool ends_block(Slice line) {
    return line.len && line.at[0] != ' ' && line.at[0] != '\r';
}

static const Edit *edit_of(const Edit *edit, int count, int line) {
    for (int i = 0; i < count; i++)
        if (edit[i].line == line)
            return &edit[i];
    return NULL;
}

static bool write_over(FILE *out, Slice bytes, const YamlNode *root, const Edit *edit, int edits,
                       const FitTable *table, const Fit *fit, Error *error) {
    const YamlNode *block = yaml_get(root, "correlations");
    int number = 0, done = 0;
    bool within = false;
    for (Slice rest = bytes; rest.len;) {
        int stop = slice_find(rest, LIT("\n")), end = stop < 0 ? rest.len : stop;
        Slice line = slice_cut(rest, 0, end);
        rest = slice_cut(rest, stop < 0 ? end : end + 1, rest.len);
        bool begins = slice_has_prefix(line, LIT("correlations:"));
        number++;
        within = begins || (within && !ends_block(line));
        if (begins)
            write_correlations(out, table, fit);
        if (within)
            continue;
        const Edit *change = edit_of(edit, edits, number);
        if (!change)
            fprintf(out, SLICE_FMT "\n", SLICE_ARG(line));
        else if (write_edited(out, line, change))
            done++;
        else
            return error_set(error, "line %d: %s is expected on it", number, change->key);
    }
    return (block && done == edits) ||
           error_set(error, "the numbers of an item stand on one line; one key a line is needed");
}

static bool write_whole(FILE *out, const char *path, const Answers *answers, const FitTable *table,
                        const Fit *fit, Arena *arena, Error *error) {
    Slice bytes;
    if (access(path, F_OK) != 0) {
        write_new(out, answers, table, fit);
        return true;
    }
    const YamlNode *root = read_tree(path, arena, &bytes, error);
    if (!root)
        return false;
    Edit *edit = arena_array(arena, Edit, 3 * answers->columns);
    int edits = find_edits(root, answers, fit, edit);
    if (edits < 3 * answers->columns)
        return error_set(error, "%s: an item without loading, mean or variance", path);
    return write_over(out, bytes, root, edit, edits, table, fit, error);
}

bool fit_write(const char *path, const Answers *answers, const FitTable *table, const Fit *fit,
               Arena *arena, Error *error) {
    Slice beside = arena_printf(arena, "%s.new", path);
    FILE *out = fopen(beside.at, "wb");
    if (!out)
        return error_set(error, "%s: %s", path, error_why(errno));
    bool good = write_whole(out, path, answers, table, fit, arena, error), kept = !ferror(out);
    kept = fclose(out) == 0 && kept;
    if (good && kept && rename(beside.at, path) == 0)
        return true;
    unlink(beside.at);
    return good ? error_set(error, "%s: cannot be written", path) : false;
}

/* ---- what is said ---------------------------------------------------------------------------- */

static double average(const FitTable *table, const Fit *fit, bool loading) {
    double sum = 0;
    for (int c = 0; c < table->columns; c++)
        sum += loading ? fit->item[c].loading : fit->item[c].variance;
    return sum / table->columns;
}

static int fewest(const FitTable *table, const Fit *fit) {
    int least = 0;
    for (int c = 1; c < table->columns; c++)
        if (fit->answers[c] < fit->answers[least])
            least = c;
    return least;
}

void fit_print(const Answers *answers, const FitTable *table, const Fit *fit, FILE *out) {
    int least = fewest(table, fit);
    fprintf(out, message("%d personnes, %d questions ; %d tours de calcul\n"), table->rows,
            table->columns, fit->rounds);
    if (table->rows < FIT_ENOUGH)
        fprintf(out, message("  À REVOIR : moins de %d personnes, ces nombres bougeront encore\n"),
                FIT_ENOUGH);
    fprintf(out, message("Saturation moyenne %.2f, variance moyenne %.2f\n"),
            average(table, fit, true), average(table, fit, false));
    fprintf(out, message("La moins répondue : " SLICE_FMT " (%d réponses)\n"),
            SLICE_ARG(answers->name[least]), fit->answers[least]);
    for (int c = 0; c < table->columns; c++)
        if (fit->against[c])
            fprintf(out,
                    message("  À REVOIR : " SLICE_FMT
                            " ne va pas avec les autres questions de sa lettre ; la récrire\n"),
                    SLICE_ARG(answers->name[c]));
}
