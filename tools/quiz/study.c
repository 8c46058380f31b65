#include "study.h"

#include "pupils.h"
#include "quiz/flags.h"
#include "quiz/rank.h"
#include "quiz/result.h"
#include "run.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- what is found ------------------------------------------------------------------------------------------------------------------ */

static int common(const int *a, int a_count, const int *b, int b_count) {
    int count = 0;
    for (int i = 0; i < a_count; i++)
        for (int j = 0; j < b_count; j++)
            count += a[i] == b[j];
    return count;
}

static void compare(const QuizBank *bank, const Pupil *pupil, const Quiz *quiz, Study *study) {
    int truth[LIKELY_TOP], found[LIKELY_TOP];
    double score[QUIZ_TRADES_MAX];
    int places = pupil_nearest(bank, pupil, LIKELY_TOP, truth);
    rank_scores(&quiz->belief, bank, score);
    rank_best(score, bank->trade_count, LIKELY_TOP, found);
    study->hits += (double)common(truth, places, found, places) / places / study->pupils;
    study->first_hits += (truth[0] == found[0]) / (double)study->pupils;
}

static void note(const QuizBank *bank, const Quiz *quiz, Study *study) {
    QuizResult result;
    result_of(quiz, bank, &result);
    study->first[result.suggestion[0].trade]++;
    for (int i = 0; i < result.suggestion_count; i++)
        study->shown[result.suggestion[i].trade]++;
    for (int i = 0; i < quiz->asked; i++)
        study->asked[quiz_item(quiz, i)]++;
    study->length += (double)quiz->asked / study->pupils;
    if (!study->shortest || quiz->asked < study->shortest)
        study->shortest = quiz->asked;
    if (quiz->asked > study->longest)
        study->longest = quiz->asked;
}

static void find_fairness(const QuizBank *bank, Study *study) {
    int best[3];
    double share[QUIZ_TRADES_MAX];
    for (int t = 0; t < bank->trade_count; t++) {
        share[t] = (double)study->first[t] / study->pupils;
        if (study->first[t])
            study->entropy -= share[t] * log2(share[t]);
    }
    for (int i = rank_best(share, bank->trade_count, 3, best); i > 0; i--)
        study->top_three += share[best[i - 1]];
}

void study_quiz(const QuizBank *bank, int pupils, uint64_t seed, int fixed, Study *study) {
    Pupil pupil;
    Quiz quiz;
    *study = (Study){.pupils = pupils};
    for (int i = 0; i < pupils; i++) {
        pupil_draw(bank, seed, i, &pupil);
        quiz_begin_fixed(&quiz, bank, (uint64_t)i, fixed);
        run_one(&quiz, bank, pupil.answer);
        compare(bank, &pupil, &quiz, study);
        note(bank, &quiz, study);
    }
    find_fairness(bank, study);
}

/* ---- what is noticed ----------------------------------------------------------------------------------------------------------------- */

static int falling(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

static double *scatters(const QuizBank *bank, int pupils, uint64_t seed, bool careless) {
    double *w = calloc((size_t)pupils, sizeof *w);
    Pupil pupil;
    Quiz quiz;
    for (int i = 0; w && i < pupils; i++) {
        (careless ? pupil_draw_careless : pupil_draw)(bank, seed + careless, i, &pupil);
        quiz_begin(&quiz, bank, (uint64_t)i);
        run_one(&quiz, bank, pupil.answer);
        w[i] = flags_scatter(&quiz, bank);
    }
    if (!w)
        abort();
    qsort(w, (size_t)pupils, sizeof *w, falling);
    return w;
}

/* The share of pairs, one honest and one careless, in which the careless one scatters more; ties count half. */
static double area(const double *honest, const double *careless, int pupils) {
    double sum = 0;
    for (int i = 0; i < pupils; i++)
        for (int j = 0; j < pupils; j++)
            sum += careless[i] > honest[j] ? 1 : careless[i] == honest[j] ? 0.5 : 0;
    return sum / pupils / pupils;
}

double study_scatter(const QuizBank *bank, int pupils, uint64_t seed, Roc roc[ROC_POINTS]) {
    static const double HONEST[ROC_POINTS] = {0.01, 0.05, 0.10, 0.20};
    double *honest = scatters(bank, pupils, seed, false), *careless = scatters(bank, pupils, seed, true);
    for (int i = 0; i < ROC_POINTS; i++) {
        int above = 0;
        roc[i] = (Roc){.honest = HONEST[i], .threshold = honest[(int)(HONEST[i] * pupils)]};
        while (above < pupils && careless[above] > roc[i].threshold)
            above++;
        roc[i].careless = (double)above / pupils;
    }
    double all = area(honest, careless, pupils);
    free(honest);
    free(careless);
    return all;
}
