/* What the answers of a quiz speak for: how much each dimension attracts, which trades, and for
   each the arithmetic behind it in the visitor's own answers. Title, profile, code and what is
   counted all read the same few fields here. It knows no words. Pure: the same quiz gives the
   same result.
   Two readings of a belief: "likes" is what people of this interest answer (bank_raw), and
   everything that is said about a letter or a facet is said by it; "likes more than others do"
   is theta, and orders the trades. A trade is called close only where both agree. */
#pragma once

#include "quiz/quiz.h"

enum { RESULT_TRADES = 5, RESULT_BRIDGES = 3, RESULT_NAMED = 2, RESULT_REASONS = 3 };

/* What there is to say. */
typedef enum ResultKind {
    RESULT_FIVE, /* five trades */
    /* three quarters of everything is liked: five trades of as many families as there are */
    RESULT_MANY,
    /* creating or helping is liked, nothing of the workshop nor what hands do elsewhere: trades
       that have something of it, as bridges */
    RESULT_ELSEWHERE,
    RESULT_NOTHING, /* nothing is liked so far, but for one answer perhaps: no trade */
    RESULT_TOO_FEW, /* two thirds were skipped: neither trades nor profile */
    RESULT_KIND_COUNT
} ResultKind;

/* How much something attracts, by its mean of 0 to 4: below 1.5, to 2, below 2.75, above. What
   is above the middle by the model but not in the visitor's own answers is no more than
   middling. */
typedef enum Level { LEVEL_UNKNOWN, LEVEL_LITTLE, LEVEL_MIDDLING, LEVEL_RATHER, LEVEL_MUCH } Level;

/* How likely a trade is among the nearest: below .40, below .75, above. Words, never a
   percentage. Nearer than "to discover" needs that the score is above 0 in both readings, "very
   near" also that what the trade is made of is liked; and where neither a letter nor a facet is
   liked, nothing is near. Scattered answers lower each by a step; a later trade is never called
   nearer than an earlier one. */
typedef enum Closeness { CLOSE_TO_DISCOVER, CLOSE_NEAR, CLOSE_VERY_NEAR } Closeness;

typedef struct Suggestion {
    int trade;
    Closeness closeness;
    double chance, score; /* for ordering and for judging the model, never shown */
    /* from a family that the others are not of, for what its workshop is like */
    bool surprise;
    /* positions of the liked workshop answers that counted most for it, then -1 */
    int because[RESULT_REASONS];
    /* the one of them that its card says: no two cards say the same; -1: others say all of them */
    int said;
    /* without those: the liked letter that counted most for it, -1 if none did */
    int because_letter;
    /* position of the disliked answer that counted for it more than any other, -1 if none did */
    int unchosen;
    /* position of the disliked workshop answer that counted most against it, -1 if none did */
    int despite;
} Suggestion;

typedef struct QuizResult {
    ResultKind kind;
    double mean[QUIZ_DIMENSIONS_MAX];   /* how much it attracts, 0 to 4 */
    double spread[QUIZ_DIMENSIONS_MAX]; /* how unsure that is: standard deviation */
    Level level[QUIZ_DIMENSIONS_MAX];
    /* two answers at least carry it, and it lies on its side of the middle by more than it is
       unsure */
    bool sure[QUIZ_DIMENSIONS_MAX];
    /* the leading letters, each liked and carried by two answers at least; as many as the title
       of this kind names */
    int named[RESULT_NAMED], named_count;
    int facet;        /* the leading facet, from 0, of five trades; -1: none is liked */
    bool facet_named; /* carried by two answers, so that a title may say it */
    Suggestion suggestion[RESULT_TRADES]; /* nearest first, the surprise last; or bridges */
    int suggestion_count;
    int neck_and_neck; /* so many leading trades of one band cannot be told apart; 1: the first
                          alone */
    int answered;      /* without the skipped */
    unsigned flags;    /* see flags.h */
} QuizResult;

void result_of(const Quiz *quiz, const QuizBank *bank, QuizResult *result);

/* The same with the five trades whatever the kind: for judging the model, not for visitors. */
void result_five(const Quiz *quiz, const QuizBank *bank, QuizResult *result);

/* The smallest change of one answer that would put a trade among the nearest, or out of them,
   all other answers being the same. Whoever really goes back is asked other questions after it:
   of that it says nothing. */
typedef struct Change {
    int position; /* -1: no single answer would */
    int answer;   /* what would have had to be answered there */
} Change;

Change result_change(const Quiz *quiz, const QuizBank *bank, int trade);

/* The dimensions that attract most, each liked: the strongest first. Answers how many there are. */
int result_strongest(const QuizResult *result, const QuizBank *bank, int *dimension, int most);

/* Position of the answer that says most about a dimension: the highest, of equal ones the last; -1
   without one. */
int result_answer_about(const Quiz *quiz, const QuizBank *bank, int dimension);
