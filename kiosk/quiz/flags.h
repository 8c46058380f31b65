/* Signs that a result should be read with care. They never block and are never shown as a fault:
   counselors see how often they occur, and two of them change what the visitor is told. Pure.
   Thresholds: 985 ordinary, 59 hurried and 400 random respondents to public inventories. */
#pragma once

#include "quiz/quiz.h"

typedef enum QuizFlag {
#define QUIZ_FLAG(name, key) FLAG_##name,
#include "base/flags.def"
#undef QUIZ_FLAG
    FLAG_COUNT
} QuizFlag;

unsigned flags_of(const Quiz *quiz, const QuizBank *bank); /* bit 1 << QuizFlag for each */

/* How much better the answers are explained by somebody who answers at random than by the model,
   per answer: the difference of the log likelihoods, each answer foretold from those before it.
   About -.13 for somebody consistent, .17 at random; 0 while there are too few answers to say.
   On imagined pupils it finds at .09 six of ten random respondents, and flags 1 to 4 % of honest
   ones once the items are known (tools/quiz fit). The variance of answers to alike items alone
   finds a third. */
double flags_scatter(const Quiz *quiz, const QuizBank *bank);
