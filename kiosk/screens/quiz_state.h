/* The state that the question and its result share. */
#pragma once

#include "screens/screen.h"

typedef struct QuizState {
    Quiz quiz;
    bool begun;
    bool confirming;  /* an answer is shown as chosen, the next question follows by itself */
    int chosen;       /* 0 to QUIZ_ANSWER_MAX or QUIZ_SKIPPED, while confirming */
    Millis chosen_at;
    int result_page;
} QuizState;
