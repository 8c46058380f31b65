#include "quiz/bank.h"

#include "quiz/match.h"

#include <math.h>

static void read_scales(QuizBank *bank) {
    int count[QUIZ_DIMENSIONS_MAX] = {0};
    for (int d = 0; d < QUIZ_DIMENSIONS_MAX; d++)
        bank->base[d] = bank->pull[d] = 0;
    for (int i = 0; i < bank->item_count; i++) {
        Measure item = bank->item[i];
        count[item.dimension]++;
        bank->base[item.dimension] += item.mean;
        bank->pull[item.dimension] += item.loading;
    }
    for (int d = 0; d < QUIZ_DIMENSIONS_MAX; d++) {
        bank->asked[d] = count[d] > 0;
        bank->base[d] /= count[d] ? count[d] : 1;
        bank->pull[d] /= count[d] ? count[d] : 1;
    }
}

double bank_raw(const QuizBank *bank, int dimension, double theta) {
    return bank->base[dimension] + bank->pull[dimension] * theta;
}

static bool measures(const QuizBank *bank, Measure item) {
    return isfinite(item.loading) && isfinite(item.mean) && isfinite(item.variance) &&
           item.loading > 0 && item.variance > 0 && item.dimension >= 0 &&
           item.dimension < QUIZ_LETTERS + bank->facet_count;
}

static bool is_flat(const double *weight, int count) {
    for (int i = 1; i < count; i++)
        if (weight[i] != weight[0])
            return false;
    return true;
}

/* What they have in common tells none from another. A trade that stands alone has nothing to be
   compared with. */
static void average_trade(const QuizBank *bank, double usual[QUIZ_DIMENSIONS_MAX]) {
    for (int d = 0; d < QUIZ_DIMENSIONS_MAX; d++) {
        usual[d] = 0;
        for (int t = 0; t < bank->trade_count && bank->trade_count > 1; t++)
            usual[d] += bank->weight[t][d] / bank->trade_count;
    }
}

BankError bank_finish(QuizBank *bank) {
    static const double NOTHING[QUIZ_DIMENSIONS_MAX] = {0};
    double root[QUIZ_DIMENSIONS_MAX][QUIZ_DIMENSIONS_MAX], usual[QUIZ_DIMENSIONS_MAX];
    if (bank->facet_count < QUIZ_FACETS_LEAST || bank->facet_count > QUIZ_FACETS_MAX)
        return (BankError){BANK_BAD_FACETS, bank->facet_count};
    for (int i = 0; i < bank->item_count; i++)
        if (!measures(bank, bank->item[i]))
            return (BankError){BANK_BAD_ITEM, i};
    read_scales(bank);
    for (int d = 0; d < QUIZ_LETTERS; d++)
        if (!bank->asked[d])
            return (BankError){BANK_NO_ITEM, d};
    if (!belief_root(&bank->prior, root))
        return (BankError){BANK_PRIOR_UNSOUND, 0};
    average_trade(bank, usual);
    for (int t = 0; t < bank->trade_count; t++) {
        if (is_flat(bank->weight[t] + QUIZ_LETTERS, bank->facet_count))
            return (BankError){BANK_TRADE_FLAT, t};
        match_profile(bank->weight[t], usual, bank->asked, bank->profile[t]);
        match_profile(bank->weight[t], NOTHING, bank->asked, bank->plain[t]);
    }
    return (BankError){BANK_GOOD, 0};
}
