/* Learns a bank from answers: loadings, means, variances and how interests go together, from a
   table with gaps. It knows no files and no words. Expectation and maximisation (Dempster, Laird
   and Rubin 1977) for factor analysis with a known simple structure (Rubin and Thayer 1982):
   what each respondent likes is believed as in the kiosk (quiz/belief.h), gaps and all. */
#pragma once

#include "base/slice.h"
#include "quiz/bank.h"

enum {
    FIT_LEAST = 50,   /* respondents, below which nothing is learnt */
    FIT_ENOUGH = 300, /* below, the numbers still move a good deal */
    FIT_ROUNDS = 400,
};

typedef struct FitTable {
    int rows, columns;
    const signed char *at; /* rows * columns: 0 to 4, or below 0 */
    int dimension[QUIZ_ITEMS_MAX];
    Slice facet[QUIZ_FACETS_MAX]; /* their names, in order */
    int facet_count;
    bool listed; /* by the campus: there are no others */
} FitTable;

typedef enum FitFaultKind {
    FIT_GOOD,
    FIT_TOO_FEW,   /* fewer than FIT_LEAST rows */
    FIT_UNASKED,   /* nobody answered column `index` */
    FIT_CONSTANT,  /* everybody answered column `index` alike */
    FIT_NO_COLUMN, /* letter `index` has none */
} FitFaultKind;

typedef struct FitFault {
    FitFaultKind kind;
    int index;
} FitFault;

typedef struct Fit {
    Measure item[QUIZ_ITEMS_MAX];
    int answers[QUIZ_ITEMS_MAX]; /* how many had to be gone by */
    /* who likes its letter does not like it more than others: kept at the least loading */
    bool against[QUIZ_ITEMS_MAX];
    Covariance correlation; /* 1 on the diagonal; of what is not asked, 0 */
    int rounds;
} Fit;

/* Ridge: ten respondents of the usual kind are added to those there are (correlations 0, loading
   .68 of the spread of the item), so that what few answers say is not taken for more. */
FitFault fit_bank(const FitTable *table, Fit *fit);
