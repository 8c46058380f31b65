/* What the files of a result share: what is worked out once and asked of many times. Nobody else's
   business. */
#pragma once

#include "quiz/match.h"
#include "quiz/result.h"

#define NEUTRAL 2

enum { NEAREST = RESULT_TRADES - 1 }; /* then the surprise */

typedef struct ResultReading {
    const Quiz *quiz;
    const QuizBank *bank;
    MatchScale scale, plain_scale;
    double raw[QUIZ_DIMENSIONS_MAX];
    double score[QUIZ_TRADES_MAX], chance[QUIZ_TRADES_MAX];
    /* one trade a family: somebody who likes a bit of everything is shown a bit of everything */
    bool varied;
} ResultReading;

/* ---- interests.c: how much each dimension attracts, and what there is to say ----------------- */

bool result_likes(const QuizResult *result, int dimension);
bool result_likes_among(const QuizResult *result, int first, int end);
void result_read_interests(const Quiz *quiz, const QuizBank *bank, QuizResult *result);

/* ---- suggest.c: which trades, and how sure that is ------------------------------------------- */

void result_suggest(const ResultReading *r, QuizResult *result);
void result_suggest_bridges(const ResultReading *r, QuizResult *result);

/* ---- reasons.c: why a trade, in the visitor's own answers ------------------------------------ */

void result_find_reasons(const ResultReading *r, const QuizResult *result, Suggestion *s);

/* Gives each card one of its reasons that no other card says: the nearest its strongest, and as
   many of the others as can have one. */
void result_share_reasons(QuizResult *result);
