/* Puts a table of answers through the quiz as it stands in the kiosk and prints what the quiz
   makes of each respondent. */
#pragma once

#include "tools/quiz/answers.h"
#include "quiz/quiz.h"

#include <stdio.h>

/* items 0: until enough is known; else exactly so many, chosen, or in a fixed balanced order. */
typedef struct RunLength {
    int items;
    bool fixed;
} RunLength;

/* CSV: row, asked, order (ids of items), R to C and the facets of the bank (what people of this
   interest answer on average, 0 to 4; see bank_raw), the five trades with the probability of
   being among the five nearest, and flags, among them what the page would say instead of five
   trades: many, elsewhere, nothing, few. The seed of a respondent is its row's number. False
   when it cannot be written. */
bool run_all(const Answers *answers, const Pack *pack, const QuizBank *bank, RunLength length,
             FILE *out);

void run_begin(Quiz *quiz, const QuizBank *bank, uint64_t seed, RunLength length);

/* The quiz of one respondent, to its end. */
void run_one(Quiz *quiz, const QuizBank *bank, const signed char *answer);
