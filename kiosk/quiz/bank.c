#include "quiz/bank.h"

#include "quiz/match.h"

#include <math.h>

static bool is_asked(const QuizBank *bank, int dimension) {
    for (int i = 0; i < bank->item_count; i++)
        if (bank->item[i].dimension == dimension)
            return true;
    return false;
}

static bool measures(Measure item) {
    return isfinite(item.loading) && isfinite(item.mean) && isfinite(item.variance) && item.loading > 0 && item.variance > 0 &&
           item.dimension >= 0 && item.dimension < QUIZ_DIMENSIONS;
}

static bool is_flat(const double *weight, int count) {
    for (int i = 1; i < count; i++)
        if (weight[i] != weight[0])
            return false;
    return true;
}

BankFault bank_finish(QuizBank *bank) {
    double root[QUIZ_DIMENSIONS][QUIZ_DIMENSIONS];
    for (int i = 0; i < bank->item_count; i++)
        if (!measures(bank->item[i]))
            return (BankFault){BANK_BAD_ITEM, i};
    for (int d = 0; d < QUIZ_DIMENSIONS; d++)
        if (!is_asked(bank, d))
            return (BankFault){BANK_NO_ITEM, d};
    if (!belief_root(&bank->prior, root))
        return (BankFault){BANK_PRIOR_UNSOUND, 0};
    for (int t = 0; t < bank->trade_count; t++) {
        if (is_flat(bank->weight[t] + QUIZ_LETTERS, QUIZ_FACETS))
            return (BankFault){BANK_TRADE_FLAT, t};
        match_profile(bank->weight[t], bank->profile[t]);
    }
    return (BankFault){BANK_GOOD, 0};
}
