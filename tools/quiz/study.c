/* Imagined pupils take the quiz; what they were told is held against what they like. */
#include "tools/quiz/study.h"

#include "tools/quiz/fit.h"
#include "quiz/flags.h"
#include "quiz/rank.h"
#include "quiz/result.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- what is found --------------------------------------------------------------------------- */

static int common(const int *a, int a_count, const int *b, int b_count) {
    int count = 0;
    for (int i = 0; i < a_count; i++)
        for (int j = 0; j < b_count; j++)
            count += a[i] == b[j];
    return count;
}

static bool is_among(int trade, const int *trades, int count) {
    return common(&trade, 1, trades, count) > 0;
}

static void compare_trades(const QuizBank *bank, const Pupil *pupil, const Quiz *quiz,
                           Study *study) {
    int truth[TOP_PLACES], found[TOP_PLACES], wanted = top_places(bank->trade_count);
    double score[QUIZ_TRADES_MAX], chance[QUIZ_TRADES_MAX];
    int places = pupil_nearest(bank, pupil, wanted, truth);
    rank_scores(&quiz->belief, bank, score);
    rank_best(score, bank->trade_count, wanted, found);
    study->hits += (double)common(truth, places, found, places) / places / study->pupils;
    study->first_hits += (truth[0] == found[0]) / (double)study->pupils;
    top_probability(&quiz->belief, bank, chance);
    for (int t = 0; t < bank->trade_count; t++)
        if (chance[t] >= 0.925 && chance[t] <= 0.975) {
            study->sure++;
            study->sure_true += is_among(t, truth, places);
        }
}

static void compare_letters(const QuizBank *bank, const Pupil *pupil, const Quiz *quiz,
                            Study *study) {
    double raw[QUIZ_LETTERS];
    int leader[2], thin = 0;
    for (int d = 0; d < QUIZ_LETTERS; d++)
        raw[d] = bank_raw(bank, d, quiz->belief.mean[d]);
    rank_best(raw, QUIZ_LETTERS, 2, leader);
    study->letter_hits += (leader[0] == pupil_letter(pupil)) / (double)study->pupils;
    for (int i = 0; i < 2; i++)
        thin += quiz_answers_about(quiz, bank, leader[i]) < QUIZ_CARRIED;
    study->thin += (thin > 0) / (double)study->pupils;
}

/* ---- what is said ---------------------------------------------------------------------------- */

static void note_cards(const QuizResult *result, Study *study) {
    bool very_near = false, rising = false;
    for (int i = 0; i < result->suggestion_count; i++) {
        const Suggestion *s = &result->suggestion[i];
        very_near |= s->closeness == CLOSE_VERY_NEAR;
        rising |= i > 0 && s->closeness > result->suggestion[i - 1].closeness;
        study->refused += s->score <= 0 && (s->closeness > CLOSE_TO_DISCOVER || s->surprise);
        study->shown[s->trade]++;
    }
    study->rising += rising;
    study->very_near += very_near / (double)study->pupils;
}

static void note_result(const QuizBank *bank, const Quiz *quiz, Study *study) {
    QuizResult said, five;
    result_of(quiz, bank, &said);
    result_five(quiz, bank, &five);
    study->kinds[said.kind]++;
    study->first[five.suggestion[0].trade]++;
    study->scattered += (said.flags >> FLAG_SCATTERED & 1) / (double)study->pupils;
    for (int i = 0; i < said.named_count; i++)
        study->belittled += said.level[said.named[i]] < LEVEL_RATHER;
    note_cards(&said, study);
}

static void note_questions(const QuizBank *bank, const Quiz *quiz, Study *study) {
    for (int i = 0; i < quiz->asked; i++) {
        int item = quiz_item(quiz, i);
        study->asked[item]++;
        study->letters_asked += (bank->item[item].dimension < QUIZ_LETTERS) / (double)study->pupils;
    }
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

double study_unevenness(const Study *study, int trades) {
    double even = 3.0 / trades;
    return even < 1 ? (study->top_three - even) / (1 - even) : 0;
}

void study_quiz(const Crowd *crowd, const QuizBank *bank, int pupils, RunLength length,
                Study *study) {
    Pupil pupil;
    Quiz quiz;
    *study = (Study){.pupils = pupils};
    for (int i = 0; i < pupils; i++) {
        pupil_draw(crowd, i, &pupil);
        run_begin(&quiz, bank, (uint64_t)i, length);
        run_one(&quiz, bank, pupil.answer);
        compare_trades(bank, &pupil, &quiz, study);
        compare_letters(bank, &pupil, &quiz, study);
        note_questions(bank, &quiz, study);
        note_result(bank, &quiz, study);
    }
    find_fairness(bank, study);
}

static void add_share(double share, int count, double *mean) {
    *mean += share / count;
}

static void add_counts(const Study *one, Study *sum) {
    sum->pupils += one->pupils;
    sum->sure += one->sure;
    sum->sure_true += one->sure_true;
    sum->refused += one->refused;
    sum->rising += one->rising;
    sum->belittled += one->belittled;
    for (int i = 0; i < RESULT_KIND_COUNT; i++)
        sum->kinds[i] += one->kinds[i];
    for (int t = 0; t < QUIZ_TRADES_MAX; t++) {
        sum->first[t] += one->first[t];
        sum->shown[t] += one->shown[t];
    }
    for (int i = 0; i < QUIZ_ITEMS_MAX; i++)
        sum->asked[i] += one->asked[i];
}

void study_average(const Study *study, int count, Study *mean) {
    *mean = (Study){.shortest = study->shortest, .longest = study->longest};
    for (const Study *s = study; s < study + count; s++) {
        add_counts(s, mean);
        mean->shortest = s->shortest < mean->shortest ? s->shortest : mean->shortest;
        mean->longest = s->longest > mean->longest ? s->longest : mean->longest;
        add_share(s->length, count, &mean->length);
        add_share(s->letters_asked, count, &mean->letters_asked);
        add_share(s->hits, count, &mean->hits);
        add_share(s->first_hits, count, &mean->first_hits);
        add_share(s->letter_hits, count, &mean->letter_hits);
        add_share(s->thin, count, &mean->thin);
        add_share(s->very_near, count, &mean->very_near);
        add_share(s->scattered, count, &mean->scattered);
        add_share(s->entropy, count, &mean->entropy);
        add_share(s->top_three, count, &mean->top_three);
    }
}

/* ---- once more ------------------------------------------------------------------------------- */

static int stayed(const QuizResult *a, const QuizResult *b) {
    int count = 0;
    for (int i = 0; i < a->suggestion_count; i++)
        for (int j = 0; j < b->suggestion_count; j++)
            count += a->suggestion[i].trade == b->suggestion[j].trade;
    return count;
}

double study_again(const Crowd *crowd, const QuizBank *bank, int pupils) {
    double share = 0;
    for (int i = 0; i < pupils; i++) {
        Pupil pupil;
        Quiz first, second;
        QuizResult before, after;
        pupil_draw(crowd, i, &pupil);
        quiz_begin(&first, bank, (uint64_t)i);
        run_one(&first, bank, pupil.answer);
        quiz_begin_again(&second, bank, (uint64_t)i + 1, &first);
        run_one(&second, bank, pupil.answer);
        result_five(&first, bank, &before);
        result_five(&second, bank, &after);
        share += (double)stayed(&before, &after) / before.suggestion_count / pupils;
    }
    return share;
}

/* ---- what others teach ----------------------------------------------------------------------- */

bool study_learnt(const Crowd *crowd, const QuizBank *bank, int pupils, QuizBank *learnt) {
    static FitTable table;
    static Fit fit;
    signed char *answers = calloc((size_t)pupils * QUIZ_ITEMS_MAX, 1);
    table = (FitTable){.rows = pupils, .columns = bank->item_count, .at = answers};
    for (int i = 0; answers && i < pupils; i++) {
        Pupil pupil;
        pupil_draw(crowd, 1000000 + i, &pupil); /* none of those it will be judged on */
        memcpy(answers + (long)i * table.columns, pupil.answer, (size_t)table.columns);
    }
    for (int c = 0; c < table.columns; c++)
        table.dimension[c] = bank->item[c].dimension;
    bool good = answers && fit_bank(&table, &fit).kind == FIT_GOOD;
    free(answers);
    *learnt = *bank;
    memcpy(learnt->item, fit.item, sizeof *fit.item * (size_t)table.columns);
    learnt->prior = fit.correlation;
    return good && bank_finish(learnt).kind == BANK_GOOD;
}

/* ---- what is noticed ------------------------------------------------------------------------- */

static int falling(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

static double *scatters(const Crowd *crowd, const QuizBank *bank, int pupils) {
    double *w = calloc((size_t)pupils, sizeof *w);
    Pupil pupil;
    Quiz quiz;
    if (!w)
        abort();
    for (int i = 0; i < pupils; i++) {
        pupil_draw(crowd, i, &pupil);
        quiz_begin(&quiz, bank, (uint64_t)i);
        run_one(&quiz, bank, pupil.answer);
        w[i] = quiz_scatter(&quiz, bank);
    }
    qsort(w, (size_t)pupils, sizeof *w, falling);
    return w;
}

/* The share of pairs, one honest and one careless, in which the careless one scatters more; ties
   count half. */
static double area(const double *honest, const double *careless, int pupils) {
    double sum = 0;
    for (int i = 0; i < pupils; i++)
        for (int j = 0; j < pupils; j++)
            sum += 0.5 * ((careless[i] > honest[j]) + (careless[i] >= honest[j]));
    return sum / pupils / pupils;
}

double study_scatter(const Crowd *crowd, const Crowd *wild, const QuizBank *bank, int pupils,
                     Roc roc[ROC_POINTS]) {
    static const double HONEST[ROC_POINTS] = {0.01, 0.05, 0.10, 0.20};
    double *honest = scatters(crowd, bank, pupils), *careless = scatters(wild, bank, pupils);
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
