/* Puts a table of answers through the quiz as it stands in the kiosk and prints what each respondent would have seen. */
#pragma once

#include "answers.h"
#include "quiz/quiz.h"

#include <stdio.h>

/* CSV: row, asked, order (ids of items), R to C and the ten facets (2 is neutral, 0 to 4 is what an answer can say), the
   five trades with the probability of being among the five nearest, flags. `fixed` 0: the adaptive quiz; else so many
   questions in a fixed balanced order. The seed of a respondent is the row's number. False when it cannot be written. */
bool run_all(const Answers *answers, const Pack *pack, const QuizBank *bank, int fixed, FILE *out);

/* The quiz of one respondent, to its end. */
void run_one(Quiz *quiz, const QuizBank *bank, const signed char *answer);
