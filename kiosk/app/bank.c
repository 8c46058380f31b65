#include "app/bank.h"

#include <string.h>

static void fill(const Pack *pack, QuizBank *bank) {
    bank->item_count = pack->item_count;
    bank->trade_count = pack->trade_count;
    memcpy(bank->prior.at, pack->correlation, sizeof bank->prior.at);
    for (int i = 0; i < bank->item_count; i++) {
        const Question *item = &pack->item[i];
        bank->item[i] = (Measure){item->dimension, item->loading, item->mean, item->variance};
    }
    for (int t = 0; t < bank->trade_count; t++) {
        memcpy(bank->weight[t], pack->trade[t].weight, sizeof bank->weight[t]);
        bank->family[t] = pack->trade[t].family;
    }
}

static bool name_fault(const Pack *pack, BankError found, Error *error) {
    switch (found.kind) {
    case BANK_NO_ITEM:
        return error_set(error, "table item: the letter %c has no question",
                         PACK_RIASEC[found.index]);
    case BANK_BAD_ITEM:
        return error_set(error, "table item: " SLICE_FMT " does not measure anything",
                         SLICE_ARG(pack->item[found.index].id));
    case BANK_TRADE_FLAT:
        return error_set(error, "table trade_weight: the facets of " SLICE_FMT " are all alike",
                         SLICE_ARG(pack->trade[found.index].id));
    case BANK_PRIOR_UNSOUND:
        return error_set(error, "table correlation: not positive definite");
    case BANK_GOOD:
        break;
    }
    return true;
}

bool bank_from(const Pack *pack, QuizBank *bank, Error *error) {
    memset(bank, 0, sizeof *bank);
    if (!pack->item_count)
        return true;
    if (pack->item_count > QUIZ_ITEMS_MAX || pack->trade_count > QUIZ_TRADES_MAX)
        return error_set(error, "more than %d questions or %d trades", QUIZ_ITEMS_MAX,
                         QUIZ_TRADES_MAX);
    fill(pack, bank);
    return name_fault(pack, bank_finish(bank), error);
}
