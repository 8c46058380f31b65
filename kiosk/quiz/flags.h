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
