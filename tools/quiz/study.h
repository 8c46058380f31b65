/* What a quiz is worth, measured on imagined pupils: how long it is, whether every trade can come first, whether it finds what
   they like in truth, and whether careless answers are noticed. */
#pragma once

#include "quiz/quiz.h"

typedef struct Study {
    int pupils;
    double length;     /* mean number of questions */
    int shortest, longest;
    double hits;       /* of the five truly nearest trades, the share that is among the five nearest by the answers */
    double first_hits; /* share of pupils whose truly nearest trade comes first */
    int first[QUIZ_TRADES_MAX]; /* for how many the trade came first, */
    int shown[QUIZ_TRADES_MAX]; /* and was among the five suggested */
    int asked[QUIZ_ITEMS_MAX];  /* how often each item was asked */
    double entropy;             /* of the first places, in bits */
    double top_three;           /* share of all first places taken by the three most frequent */
} Study;

/* `fixed` as in quiz_begin_fixed; the same seed draws the same pupils. */
void study_quiz(const QuizBank *bank, int pupils, uint64_t seed, int fixed, Study *study);

/* Of the scatter W (quiz/flags.h): what share of careless respondents is above the value that `honest` of the honest are. */
typedef struct Roc {
    double honest, careless, threshold;
} Roc;

enum { ROC_POINTS = 4 };

/* At 1, 5, 10 and 20 % of honest pupils flagged. Answers the area under the curve. */
double study_scatter(const QuizBank *bank, int pupils, uint64_t seed, Roc roc[ROC_POINTS]);
