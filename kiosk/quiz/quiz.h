/* The career quiz: which question next, and which trades the answers speak for. Pure: no screen, no clock, no pack.
   Questions come in a fixed balanced order; what the answers say is reckoned by belief.h and match.h. */
#pragma once

#include "quiz/belief.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    QUIZ_RIASEC = 6,
    QUIZ_DIMENSIONS = 16, /* six RIASEC letters, then ten workshop facets */
    QUIZ_ITEMS_MAX = 128,
    QUIZ_TRADES_MAX = 512,
    QUIZ_LENGTH = 24,    /* questions asked when the bank has that many */
    QUIZ_ENOUGH = 18,        /* from here on the visitor may ask for the result */
    QUIZ_SKIPPED = -1,   /* "je ne sais pas": tells nothing */
    QUIZ_ANSWER_MAX = 4, /* answers go from 0 "pas du tout" to 4 "beaucoup" */
    QUIZ_SUGGESTIONS = 5,
};

/* What the quiz must know of a campus; borrowed, must outlive the quiz. */
typedef struct QuizBank {
    int item_count;
    Measure item[QUIZ_ITEMS_MAX];
    int trade_count;
    const double *weight; /* trade_count rows of QUIZ_DIMENSIONS */
    const int *family;    /* of each trade */
} QuizBank;

/* One respondent. Plain data: a copy is a snapshot. */
typedef struct Quiz {
    int order[QUIZ_ITEMS_MAX]; /* items in the order they are asked */
    int length;                /* questions in all */
    int asked;                 /* answered or skipped so far */
    signed char answer[QUIZ_ITEMS_MAX]; /* by position in `order` */
} Quiz;

/* How likely a trade is among the five nearest: below .40, below .75, above. Words, never a percentage. */
typedef enum Closeness { QUIZ_TO_DISCOVER, QUIZ_CLOSE, QUIZ_VERY_CLOSE } Closeness;

typedef struct Suggestion {
    int trade;
    Closeness closeness;
    double score;         /* -1 to 1; for ordering, never shown */
    int because[2];       /* positions of the two liked answers that counted most for it, -1 if none did */
} Suggestion;

typedef struct QuizResult {
    double mean[QUIZ_DIMENSIONS]; /* how much it attracts, 0 to 4: 2 plus the belief's mean */
    int first, second;            /* leading RIASEC letters */
    Suggestion suggestion[QUIZ_SUGGESTIONS];
    int suggestion_count;
    int answered; /* without the skipped */
} QuizResult;

void quiz_begin(Quiz *quiz, const QuizBank *bank, uint64_t seed);
int quiz_item(const Quiz *quiz, int position); /* item asked at a position */
bool quiz_finished(const Quiz *quiz);
void quiz_answer(Quiz *quiz, int answer); /* 0 to QUIZ_ANSWER_MAX or QUIZ_SKIPPED, for the current question */
bool quiz_has_enough(const Quiz *quiz);   /* may it be ended now? */
void quiz_end(Quiz *quiz);                /* no further question; nothing while there are not enough answers */
void quiz_undo(Quiz *quiz);               /* back to the question before, its answer kept for display */
void quiz_result(const Quiz *quiz, const QuizBank *bank, QuizResult *result);
