/* What the quiz must know of a campus: its questions, what each trade is made of, and how
   interests go together among people at large. Plain numbers; whoever fills it lets bank_finish
   check it before a quiz begins. */
#pragma once

#include "quiz/belief.h"

#include <stdbool.h>

enum {
    QUIZ_ITEMS_MAX = 128,
    QUIZ_TRADES_MAX = 512,
};

typedef struct QuizBank {
    Covariance prior; /* correlations, 1 on the diagonal */
    int item_count, trade_count;
    int facet_count;
    int kind[QUIZ_FACETS_MAX]; /* of work: facets alike share one; from 0, in order of appearance */
    Measure item[QUIZ_ITEMS_MAX];
    /* of each trade: letters, then facets, each in any unit above 0 */
    double weight[QUIZ_TRADES_MAX][QUIZ_DIMENSIONS_MAX];
    int family[QUIZ_TRADES_MAX];
    /* Filled in by bank_finish: */
    bool asked[QUIZ_DIMENSIONS_MAX];  /* has items: all letters, any of the facets */
    double base[QUIZ_DIMENSIONS_MAX]; /* mean of the means of its items, and */
    double pull[QUIZ_DIMENSIONS_MAX]; /* of their loadings: see bank_raw */
    double profile[QUIZ_TRADES_MAX][QUIZ_DIMENSIONS_MAX]; /* beside the usual trade, see match.h */
    double plain[QUIZ_TRADES_MAX][QUIZ_DIMENSIONS_MAX];   /* by itself */
} QuizBank;

typedef enum BankErrorKind {
    BANK_GOOD,
    BANK_BAD_FACETS,    /* more or fewer of them than a quiz can have */
    BANK_NO_ITEM,       /* nothing asks about letter `index`; a facet may be left out */
    BANK_BAD_ITEM,      /* item `index`: loading or variance not above 0, or not a number */
    BANK_TRADE_FLAT,    /* trade `index`: all its facets alike, so it resembles nothing */
    BANK_PRIOR_UNSOUND, /* the correlations contradict each other: not positive definite */
} BankErrorKind;

typedef struct BankError {
    BankErrorKind kind;
    int index;
} BankError;

/* What a person of this interest answers to the items of a dimension on average, 0 to 4: the
   reading that says "likes", where theta says "likes more than others do". */
double bank_raw(const QuizBank *bank, int dimension, double theta);

/* Works out the profiles; the first fault found, BANK_GOOD if the bank can be asked from. */
BankError bank_finish(QuizBank *bank);
