/* The state that the question and its result share. */
#pragma once

#include "screens/screen.h"

typedef struct QuizState {
    Quiz quiz;
    bool begun;
    int film;                    /* the clip after which it is asked, see video/video_end.c */
    int rounds;                  /* how often it was begun: again means with other questions */
    short before[RESULT_TRADES]; /* the trades of the round before, */
    int before_count;            /* 0: there was none, or it had none */
    bool confirming; /* an answer is shown as chosen, the next question follows by itself */
    int chosen;      /* 0 to QUIZ_ANSWER_MAX or QUIZ_SKIPPED, while confirming */
    Millis chosen_at;
    Millis shown_at;              /* the question; 0 when it was answered from elsewhere */
    int result_side, result_page; /* see screens/quiz/result_sides.h */
    int result_trade;             /* the suggestion that is looked at, from 0 */
    bool changed;                 /* an answer, after the result was seen, to see what it does */
    Millis revealed_at;           /* when its cards began to turn over; 0: they lie open */
    int gesture_shown;            /* 1 + the clip that has been shown on its first card; 0 */
} QuizState;

/* Questions of the first round; the first one can be shown before anybody is here. */
void quiz_state_begin(QuizState *state, const Kiosk *k);

/* The argument of the screen "quiz": the answer that a question had beside a film, "pas trop" or
   "oui"; 0: none. */
int quiz_state_first(int item, int answer);
int quiz_state_first_answer(int first);
bool quiz_state_asks(const QuizState *state, int item); /* would an answer to it count now? */
bool quiz_state_put(QuizState *state, int first); /* its question is the open one; else false */

/* "Refaire": another round with other questions; what was suggested is remembered for
   comparison. */
void quiz_state_again(QuizState *state, const Kiosk *k);
