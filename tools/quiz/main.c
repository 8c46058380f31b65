/* azimut-quiz: puts answers from outside through the kiosk's own quiz, judges the quiz of a
   pack, and learns its numbers from answers. */
#include "app/bank.h"
#include "app/keys.h"
#include "base/command_line.h"
#include "base/message.h"
#include "tools/quiz/audit.h"
#include "tools/quiz/calibrate.h"
#include "tools/quiz/fit_file.h"
#include "report/figures.h"
#include "tools/quiz/run.h"

#include <stdlib.h>

#define PUPILS 2000
#define PUPILS_MAX 1000000

typedef struct QuizOrder {
    const char *answers, *pack, *out;
    RunLength length;
    int pupils;
} QuizOrder;

static bool read_count(const char *text, uint64_t least, uint64_t most, int *field) {
    uint64_t number;
    if (!option_number(text, least, most, &number))
        return false;
    *field = (int)number;
    return true;
}

static bool read_items(const char *text, void *length, Error *error) {
    (void)error;
    return read_count(text, 1, QUIZ_ITEMS_MAX, &((RunLength *)length)->items);
}

static bool read_fixed(const char *text, void *length, Error *error) {
    ((RunLength *)length)->fixed = true;
    return read_items(text, length, error);
}

static bool read_pupils(const char *text, void *pupils, Error *error) {
    (void)error;
    return read_count(text, 100, PUPILS_MAX, pupils);
}

static const Command COMMANDS[] = {
    COMMAND("run", "PACK", "puts a table of answers through the quiz of the kiosk; prints CSV"),
    COMMAND("audit", "PACK", "judges the quiz of a pack on imagined pupils"),
    COMMAND("fit", "FILE.csv", "learns from answers how well each item measures"),
    COMMAND("calibrate", "STATS", "learns the same, more roughly, from what a kiosk has counted"),
};
enum { RUN, AUDIT, FIT, CALIBRATE, COMMAND_COUNT };

static const Option OPTIONS[] = {
    OPTION("answers", "FILE.csv", option_text, offsetof(QuizOrder, answers),
           "one respondent a row, one column an item in the bank's order, 0 to 4 or empty", "run",
           OPTION_NEEDED),
    OPTION("items", "N", read_items, offsetof(QuizOrder, length), "asks exactly N chosen questions",
           "run", OPTION_FREE),
    OPTION("fixed", "N", read_fixed, offsetof(QuizOrder, length),
           "asks N questions in a balanced order", "run", OPTION_OR),
    OPTION("pupils", "N", read_pupils, offsetof(QuizOrder, pupils),
           "how many pupils, 100 at least: 2000", "audit", OPTION_FREE),
    OPTION("pack", "PACK", option_text, offsetof(QuizOrder, pack), "whose quiz was counted",
           "calibrate", OPTION_NEEDED),
    OPTION("o", "quiz.yaml", option_text, offsetof(QuizOrder, out),
           "whose numbers are changed, texts stay", "fit calibrate", OPTION_NEEDED),
};

static const CommandLine LINE = {"azimut-quiz", COMMANDS, COMMAND_COUNT, OPTIONS,
                                 sizeof OPTIONS / sizeof *OPTIONS};

static int fail(const char *what) {
    fprintf(stderr, "azimut-quiz: %s\n", what);
    return EXIT_FAILURE;
}

static bool load(const char *path, Arena *arena, Pack *pack, QuizBank *bank, Error *error) {
    if (!pack_load(path, arena, pack, error))
        return false;
    if (!pack->item_count)
        return error_set(error, "%s: a pack without questions", path);
    return bank_from(pack, bank, error);
}

static int run(const char *path, const char *answers_path, RunLength length) {
    static Pack pack;
    static QuizBank bank;
    Arena arena = {0};
    Answers answers;
    Error error;
    if (!load(path, &arena, &pack, &bank, &error) ||
        !answers_read(answers_path, &pack, &arena, &answers, &error))
        return fail(error.text);
    bool good = run_all(&answers, &pack, &bank, length, stdout);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : fail(message("the output cannot be written"));
}

static int audit(const char *path, int pupils) {
    static Pack pack;
    static QuizBank bank;
    Arena arena = {0};
    Error error;
    if (!load(path, &arena, &pack, &bank, &error))
        return fail(error.text);
    bool good = audit_print(&pack, &bank, pupils);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int say_fit_fault(const Answers *answers, FitFault found) {
    Error error;
    Slice name = {0};
    if (found.kind == FIT_UNASKED || found.kind == FIT_CONSTANT)
        name = answers->name[found.index];
    switch (found.kind) {
    case FIT_TOO_FEW:
        error_set(&error, "%d respondents; %d are needed at least, %d for numbers that hold",
                  found.index, FIT_LEAST, FIT_ENOUGH);
        break;
    case FIT_UNASKED:
        error_set(&error, "column %d: nobody answered " SLICE_FMT, found.index + 1,
                  SLICE_ARG(name));
        break;
    case FIT_CONSTANT:
        error_set(&error,
                  "column %d: everybody answered " SLICE_FMT
                  " alike; nothing can be learnt from it",
                  found.index + 1, SLICE_ARG(name));
        break;
    case FIT_NO_COLUMN:
        error_set(&error, "the letter %c has no column", QUIZ_RIASEC[found.index]);
        break;
    case FIT_GOOD:
        break;
    }
    return fail(error.text);
}

static int learn(const char *answers_path, const char *path) {
    static FitTable table;
    static Fit fit;
    static Arena arena = {0};
    Answers answers;
    Error error;
    if (!answers_read(answers_path, NULL, &arena, &answers, &error) ||
        !fit_columns(path, &answers, &arena, &table, &error))
        return fail(error.text);
    FitFault found = fit_bank(&table, &fit);
    if (found.kind != FIT_GOOD)
        return say_fit_fault(&answers, found);
    if (!fit_write(path, &answers, &table, &fit, &arena, &error))
        return fail(error.text);
    fit_print(&answers, &table, &fit, stdout);
    arena_free(&arena);
    return EXIT_SUCCESS;
}

/* What was released of all time, by the names of the cells. */
static bool read_counts(const char *path, const Slice *key, int cells, Arena *arena,
                        SampleCount *cell, Error *error) {
    static Figures figures;
    if (!figures_read(path, (FiguresWish){0}, arena, &figures, error))
        return false;
    Range ever = figures_range(&figures, figures.first, figures.last);
    if (!figures.table[TABLE_CALIBRATION].count || !figures_has(&figures, TABLE_CALIBRATION, ever))
        return error_set(error, "%s: nothing was counted for calibration; see --calibrate", path);
    for (int c = 0; c < cells; c++) {
        int at = figures_key(&figures, TABLE_CALIBRATION, key[c]);
        if (at < 0)
            continue;
        Count count = figures_cell(&figures, TABLE_CALIBRATION, ever, at);
        cell[c] = (SampleCount){(double)count.n, count.variance};
    }
    return true;
}

static void print_calibration(const Calibration *c) {
    printf(message("%.0f réponses et %.0f paires comptées, bruit compris\n"), c->answers, c->pairs);
    printf(message("Moyennes : %.0f %% de ce qui est compté, le reste des anciens nombres\n"),
           100 * c->mean_weight);
    printf(message("Corrélations : %.0f %%"), 100 * c->correlation_weight);
    puts(c->sound ? "" : message(" ; elles se contredisent, les anciennes restent"));
}

static int count_in(const char *stats, const char *path, const char *yaml) {
    static Pack pack;
    static QuizBank bank;
    static FitTable table;
    static Fit fit;
    static Arena arena;
    Answers answers = {0};
    Error error;
    int cells;
    if (!load(path, &arena, &pack, &bank, &error))
        return fail(error.text);
    answers.columns = pack.item_count;
    answers.name = arena_array(&arena, Slice, pack.item_count);
    for (int i = 0; i < pack.item_count; i++)
        answers.name[i] = pack.item[i].id;
    Slice *key = keys_of_samples(&pack, &arena, &cells);
    SampleCount *cell = arena_array(&arena, SampleCount, cells);
    if (!read_counts(stats, key, cells, &arena, cell, &error) ||
        !fit_columns(yaml, &answers, &arena, &table, &error))
        return fail(error.text);
    Calibration c = calibrate(&bank, cell, &fit);
    if (!fit_write(yaml, &answers, &table, &fit, &arena, &error))
        return fail(error.text);
    print_calibration(&c);
    return EXIT_SUCCESS;
}

int main(int argc, char **argv) {
    QuizOrder order = {.pupils = PUPILS};
    Operands operands;
    int status;
    if (!command_line_begin(&LINE, argc, argv, &order, &operands, &status))
        return status;
    const char *file = operands.at[0];
    switch (operands.command - COMMANDS) {
    case RUN:
        return run(file, order.answers, order.length);
    case AUDIT:
        return audit(file, order.pupils);
    case FIT:
        return learn(file, order.out);
    default:
        return count_in(file, order.pack, order.out);
    }
}
