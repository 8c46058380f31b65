/* Signs that a result should be read with care. They never block and are never shown as a fault: counselors see how often they
   occur, and two of them change what the visitor is told. Pure.
   Thresholds: 985 ordinary, 59 hurried and 400 random respondents to public inventories. */
#pragma once

#include "quiz/quiz.h"

typedef enum QuizFlag {
    FLAG_HURRIED,   /* median below 1.3 s a question, or more than a quarter of them below 0.8 s */
    FLAG_SAME,      /* ten or more identical answers in a row among the first 24 */
    FLAG_SCATTERED, /* answers to alike questions differ as those of somebody who answers at random: W above 1.18 */
    FLAG_FLAT,      /* letters and facets both differ less than their own uncertainty: no preference to be seen */
    FLAG_UNKNOWN,   /* more than 40 % "je ne sais pas" */
    FLAG_COUNT
} QuizFlag;

unsigned flags_of(const Quiz *quiz, const QuizBank *bank); /* bit 1 << QuizFlag for each */

/* W: pooled variance, within each dimension asked at least twice, of the answers in units of what is usual for the item. About
   .4 for somebody consistent, 1.4 at random. -1 while there are too few answers to say. */
double flags_scatter(const Quiz *quiz, const QuizBank *bank);
