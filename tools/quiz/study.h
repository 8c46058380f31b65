/* What a quiz is worth, measured on imagined pupils: how long it is, whether it finds what they
   like in truth, whether what it says is so, whether every trade can come first, and whether
   careless answers are noticed. */
#pragma once

#include "tools/quiz/pupils.h"
#include "quiz/quiz.h"
#include "tools/quiz/run.h"

typedef struct Study {
    int pupils;
    double length;        /* mean number of questions, */
    double letters_asked; /* of which about letters */
    int shortest, longest;
    /* of the five truly nearest trades, the share that is among the five nearest by the
       answers */
    double hits;
    double first_hits; /* share of pupils whose truly nearest trade comes first */
    /* share of pupils whose leading letter, among answers never seen, leads in the result */
    double letter_hits;
    double thin;      /* share in whose two leading letters one rests on fewer than two answers */
    double very_near; /* share who are told "very near" at least once */
    double scattered; /* share whose answers are flagged as scattered */
    /* chances said between .925 and .975; how many of those trades truly are among the five */
    long sure, sure_true;
    /* cards "near", "very near" or "surprise" for a trade with a score of 0 or below */
    int refused;
    int rising;                 /* lists in which a later card is nearer than an earlier one */
    int belittled;              /* named letters that the profile does not call liked */
    int kinds[8];               /* how many results of each ResultKind */
    int first[QUIZ_TRADES_MAX]; /* for how many the trade came first, */
    int shown[QUIZ_TRADES_MAX]; /* and was among the five suggested */
    int asked[QUIZ_ITEMS_MAX];  /* how often each item was asked */
    double entropy;             /* of the first places, in bits */
    double top_three;           /* share of all first places taken by the three most frequent */
} Study;

/* The same crowd draws the same pupils. */
void study_quiz(const Crowd *crowd, const QuizBank *bank, int pupils, RunLength length,
                Study *study);

/* The mean of several studies; what is counted is added up. */
void study_average(const Study *study, int count, Study *mean);

/* Of the five trades of a pupil, how many are there again after a second round with other
   questions; a share. */
double study_again(const Crowd *crowd, const QuizBank *bank, int pupils);

/* How even the first places are, beside what so many trades allow: 0 when every trade is as
   frequent as the next, 1 when three trades take them all (0 where there are no more than
   three). */
double study_unevenness(const Study *study, int trades);

/* The bank that `pupils` others of the crowd would teach: see fit.h. False when they cannot. */
bool study_learnt(const Crowd *crowd, const QuizBank *bank, int pupils, QuizBank *learnt);

/* Of the scatter (quiz/flags.h): what share of careless respondents is above the value that
   `honest` of the honest are. */
typedef struct Roc {
    double honest, careless, threshold;
} Roc;

enum { ROC_POINTS = 4 };

/* At 1, 5, 10 and 20 % of honest pupils flagged. Returns the area under the curve. */
double study_scatter(const Crowd *honest, const Crowd *careless, const QuizBank *bank, int pupils,
                     Roc roc[ROC_POINTS]);
