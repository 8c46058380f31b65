#include "app/bank.h"

#include <string.h>

/* Facets of one word are of one kind; one without a word is a kind by itself. */
static int kind_of(const Pack *pack, const QuizBank *bank, int facet) {
    int kinds = 0;
    for (int f = 0; f < facet; f++) {
        bool same =
            pack->facet[f].kind.len && slice_equal(pack->facet[f].kind, pack->facet[facet].kind);
        if (same)
            return bank->kind[f];
        kinds = bank->kind[f] >= kinds ? bank->kind[f] + 1 : kinds;
    }
    return kinds;
}

static void fill(const Pack *pack, QuizBank *bank) {
    bank->item_count = pack->item_count;
    bank->trade_count = pack->trade_count;
    bank->facet_count = pack->facet_count;
    for (int f = 0; f < bank->facet_count; f++)
        bank->kind[f] = kind_of(pack, bank, f);
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
    case BANK_BAD_FACETS:
        return error_set(error, "table facet: %d of them; a quiz has from %d to %d", found.index,
                         QUIZ_FACETS_LEAST, QUIZ_FACETS_MAX);
    case BANK_NO_ITEM:
        return error_set(error, "table item: the letter %c has no question",
                         QUIZ_RIASEC[found.index]);
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
