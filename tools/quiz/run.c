/* The kiosk's own quiz, answered from a table. */
#include "tools/quiz/run.h"

#include "quiz/flags.h"
#include "quiz/result.h"

static const char *const FLAGS[FLAG_COUNT] = {
#define QUIZ_FLAG(name, key) key,
#include "base/flags.def"
#undef QUIZ_FLAG
};
static const char *const KINDS[RESULT_KIND_COUNT] = {[RESULT_MANY] = "many",
                                                     [RESULT_ELSEWHERE] = "elsewhere",
                                                     [RESULT_NOTHING] = "nothing",
                                                     [RESULT_TOO_FEW] = "few"};

void run_one(Quiz *quiz, const QuizBank *bank, const signed char *answer) {
    while (!quiz_finished(quiz))
        quiz_answer(quiz, bank, answer[quiz_item(quiz, quiz->asked)], 0);
}

static void print_head(FILE *out, const QuizBank *bank, const Pack *pack) {
    fputs("row,asked,order", out);
    for (int d = 0; d < pack_dimensions(pack); d++)
        if (bank->asked[d])
            fprintf(out, ",%s" SLICE_FMT, d < QUIZ_LETTERS ? "" : "f",
                    SLICE_ARG(pack_dimension(pack, d)));
    for (int i = 1; i <= RESULT_TRADES; i++)
        fprintf(out, ",trade%d,p%d", i, i);
    fputs(",flags\n", out);
}

static void print_order(FILE *out, const Quiz *quiz, const Pack *pack) {
    for (int i = 0; i < quiz->asked; i++) {
        Slice id = pack->item[quiz_item(quiz, i)].id;
        fprintf(out, "%s" SLICE_FMT, i ? " " : "", SLICE_ARG(id));
    }
}

static void print_trades(FILE *out, const QuizResult *result, const Pack *pack) {
    for (int i = 0; i < RESULT_TRADES; i++)
        if (i < result->suggestion_count)
            fprintf(out, "," SLICE_FMT ",%.4f",
                    SLICE_ARG(pack->trade[result->suggestion[i].trade].id),
                    result->suggestion[i].chance);
        else
            fputs(",,", out);
}

static void print_flags(FILE *out, const QuizResult *result) {
    const char *between = "";
    for (int flag = 0; flag < FLAG_COUNT; flag++)
        if (result->flags >> flag & 1) {
            fprintf(out, "%s%s", between, FLAGS[flag]);
            between = " ";
        }
    if (KINDS[result->kind])
        fprintf(out, "%s%s", between, KINDS[result->kind]);
}

static void print_row(FILE *out, int row, const Quiz *quiz, const QuizBank *bank,
                      const Pack *pack) {
    QuizResult result;
    result_five(quiz, bank, &result);
    fprintf(out, "%d,%d,", row, quiz->asked);
    print_order(out, quiz, pack);
    for (int d = 0; d < QUIZ_DIMENSIONS_MAX; d++)
        if (bank->asked[d])
            fprintf(out, ",%.4f", bank_raw(bank, d, quiz->belief.mean[d]));
    print_trades(out, &result, pack);
    putc(',', out);
    print_flags(out, &result);
    putc('\n', out);
}

void run_begin(Quiz *quiz, const QuizBank *bank, uint64_t seed, RunLength length) {
    if (length.fixed)
        quiz_begin_fixed(quiz, bank, seed, length.items);
    else if (length.items)
        quiz_begin_length(quiz, bank, seed, length.items);
    else
        quiz_begin(quiz, bank, seed);
}

bool run_all(const Answers *answers, const Pack *pack, const QuizBank *bank, RunLength length,
             FILE *out) {
    Quiz quiz;
    print_head(out, bank, pack);
    for (int i = 0; i < answers->rows && !ferror(out); i++) {
        run_begin(&quiz, bank, (uint64_t)answers->row[i], length);
        run_one(&quiz, bank, answers->at + (long)i * answers->columns);
        print_row(out, answers->row[i], &quiz, bank, pack);
    }
    return fflush(out) == 0 && !ferror(out);
}
