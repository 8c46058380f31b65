/* What the answers of a quiz speak for: how much each dimension attracts, five trades, and for each the arithmetic behind it in
   the visitor's own answers. Pure: the same quiz gives the same result. */
#pragma once

#include "quiz/quiz.h"

enum { RESULT_TRADES = 5 };

/* How likely a trade is among the five nearest: below .40, below .75, above. Words, never a percentage. */
typedef enum Closeness { CLOSE_TO_DISCOVER, CLOSE_NEAR, CLOSE_VERY_NEAR } Closeness;

typedef struct Suggestion {
    int trade;
    Closeness closeness;
    double chance, score; /* for ordering and for judging the model, never shown */
    bool surprise;        /* from a family that the others are not of, for what its workshop is like */
    int because[2];       /* positions of the two liked answers that counted most for it, -1 if none did */
    int despite;          /* position of the disliked answer that counted most against it, -1 if none did */
} Suggestion;

typedef struct QuizResult {
    double mean[QUIZ_DIMENSIONS];   /* how much it attracts, 0 to 4: 2 plus the belief's mean */
    double spread[QUIZ_DIMENSIONS]; /* how unsure that is: standard deviation */
    int first, second;              /* leading letters */
    int facet;                      /* leading facet, 0 to 9 */
    Suggestion suggestion[RESULT_TRADES]; /* nearest first, the surprise last */
    int suggestion_count;
    int neck_and_neck; /* so many leading trades cannot be told apart; 1: the first is clear */
    int answered;      /* without the skipped */
    unsigned flags;    /* see flags.h */
} QuizResult;

void result_of(const Quiz *quiz, const QuizBank *bank, QuizResult *result);

/* The smallest change of one answer that would put a trade among the five nearest, or out of them. */
typedef struct Turn {
    int position; /* -1: no single answer would */
    int answer;   /* what would have had to be answered there */
} Turn;

Turn result_turn(const Quiz *quiz, const QuizBank *bank, int trade);
