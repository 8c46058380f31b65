#include "run.h"

#include "quiz/flags.h"
#include "quiz/result.h"

static const char *const FLAGS[FLAG_COUNT] = {"hurried", "same", "scattered", "flat", "unknown"};

void run_one(Quiz *quiz, const QuizBank *bank, const signed char *answer) {
    while (!quiz_finished(quiz))
        quiz_answer(quiz, bank, answer[quiz_item(quiz, quiz->asked)], 0);
}

static void print_head(FILE *out) {
    fputs("row,asked,order", out);
    for (int i = 0; PACK_RIASEC[i]; i++)
        fprintf(out, ",%c", PACK_RIASEC[i]);
    for (int i = 0; PACK_FACETS[i]; i++)
        fprintf(out, ",f%c", PACK_FACETS[i]);
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
            fprintf(out, "," SLICE_FMT ",%.4f", SLICE_ARG(pack->trade[result->suggestion[i].trade].id), result->suggestion[i].chance);
        else
            fputs(",,", out);
}

static void print_flags(FILE *out, unsigned flags) {
    const char *between = "";
    for (int flag = 0; flag < FLAG_COUNT; flag++)
        if (flags >> flag & 1) {
            fprintf(out, "%s%s", between, FLAGS[flag]);
            between = " ";
        }
}

static void print_row(FILE *out, int row, const Quiz *quiz, const QuizBank *bank, const Pack *pack) {
    QuizResult result;
    result_of(quiz, bank, &result);
    fprintf(out, "%d,%d,", row, quiz->asked);
    print_order(out, quiz, pack);
    for (int d = 0; d < QUIZ_DIMENSIONS; d++)
        fprintf(out, ",%.4f", 2 + quiz->belief.mean[d]);
    print_trades(out, &result, pack);
    putc(',', out);
    print_flags(out, result.flags);
    putc('\n', out);
}

bool run_all(const Answers *answers, const Pack *pack, const QuizBank *bank, int fixed, FILE *out) {
    Quiz quiz;
    print_head(out);
    for (int row = 1; row <= answers->rows && !ferror(out); row++) {
        quiz_begin_fixed(&quiz, bank, (uint64_t)row, fixed);
        run_one(&quiz, bank, answers->at + (long)(row - 1) * answers->columns);
        print_row(out, row, &quiz, bank, pack);
    }
    return fflush(out) == 0 && !ferror(out);
}
