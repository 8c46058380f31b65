/* The career quiz of one visitor: which question is next and when it is enough. Pure: no screen,
   no clock, no pack, no allocation; the same seed and answers give the same bits everywhere.
   What the answers say is read by result.h. */
#pragma once

#include "quiz/bank.h"
#include "quiz/top_probability.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    QUIZ_LEAST = 18, /* from here on the visitor may ask for the result */
    QUIZ_MOST = 30,
    QUIZ_WARM_UP = 11, /* the first questions do not depend on the answers */
    QUIZ_SKIPPED = -1, /* "je ne sais pas": tells nothing */
    QUIZ_UNANSWERED = -2,
    QUIZ_DROPS_MAX = 24,
    QUIZ_COARSE_STEP = 2, /* between the three answers of an easy language: 0, 2, 4 */
    /* Between the two answers beside a film, "pas trop" and "oui": 1, 4. */
    QUIZ_PAIR_LEAST = 1,
    QUIZ_PAIR_STEP = 3,
};

/* One respondent. Plain data: a copy is a snapshot. */
typedef struct Quiz {
    uint64_t seed;
    int length;  /* exactly so many questions, as far as the bank goes; 0: until enough is known */
    bool fixed;  /* in a fixed balanced order; else each is chosen by what the answers leave open */
    int asked;   /* answered or skipped so far */
    bool enough; /* nothing more would be learnt by asking */
    int end;     /* the visitor wanted no more than this many questions; 0: has not said so */
    short item[QUIZ_ITEMS_MAX]; /* by position, up to and with the question that is open */
    /* by position; what was answered before "Retour" stays, for display */
    signed char answer[QUIZ_ITEMS_MAX];
    int took_ms[QUIZ_ITEMS_MAX]; /* by position; 0 when not known */
    bool coarse;                 /* the open question is answered on three plates, not on five */
    uint64_t coarse_at[QUIZ_ITEMS_MAX / 64]; /* those that were, a bit for each position */
    uint64_t pair_at[QUIZ_ITEMS_MAX / 64];   /* those beside a film, answered on two plates */
    Belief belief;                           /* after the first `asked` answers */
    int top[TOP_PLACES], top_count;          /* the nearest trades by now, in the bank's order */
    int steady;                              /* for how many answers they have been the same */
    short dropped[QUIZ_DROPS_MAX];           /* trades the visitor wants replaced */
    int dropped_count;
    uint64_t seen[QUIZ_ITEMS_MAX / 64]; /* items of earlier rounds, a bit each */
} Quiz;

void quiz_begin(Quiz *quiz, const QuizBank *bank, uint64_t seed);

/* Exactly `length` questions (as far as the bank goes), 1 at least: chosen, or in a fixed
   balanced order that never chooses. */
void quiz_begin_length(Quiz *quiz, const QuizBank *bank, uint64_t seed, int length);
void quiz_begin_fixed(Quiz *quiz, const QuizBank *bank, uint64_t seed, int length);

/* That question becomes the open one, to be answered on two plates: it stands beside a film. Only
   where quiz_can_put. */
void quiz_put(Quiz *quiz, int item);
bool quiz_can_put(const Quiz *quiz, int item); /* is a question open, and was this one not asked? */
void quiz_put_back(Quiz *quiz);                /* the open one is answered on five, after all */

/* "Refaire": with other questions than those of `before` and its own earlier rounds, as far as
   the bank has others; trades that were replaced do not come back. */
void quiz_begin_again(Quiz *quiz, const QuizBank *bank, uint64_t seed, const Quiz *before);

/* How the item at a position measured the answer given there. One of three says less than one of
   five, one of two still less: belief_rounding adds 1/4 for three answers, 2/3 for two. */
Measure quiz_measure(const Quiz *quiz, const QuizBank *bank, int position);
/* Between the answers that there were to choose from: 1 of five, QUIZ_COARSE_STEP of three,
   QUIZ_PAIR_STEP of two. */
int quiz_step(const Quiz *quiz, int position);
bool quiz_could_answer(const Quiz *quiz, int position, int answer); /* on the plates it had? */
/* How many times better chance explains the answers so far than the bank does: see scatter.h. */
double quiz_scatter(const Quiz *quiz, const QuizBank *bank);
bool quiz_is_coarse(const Quiz *quiz); /* is any answer so far one of three, or of two? */

int quiz_item(const Quiz *quiz, int position); /* the item asked at a position, 0 to `asked` */
bool quiz_finished(const Quiz *quiz);
/* without the skipped */
int quiz_answers_about(const Quiz *quiz, const QuizBank *bank, int dimension);

/* For the open question: 0 to QUIZ_ANSWER_MAX or QUIZ_SKIPPED, and how long it took. */
void quiz_answer(Quiz *quiz, const QuizBank *bank, int answer, int took_ms);
/* the exact state before the last answer, which is kept for display */
void quiz_undo(Quiz *quiz, const QuizBank *bank);

/* One given answer becomes another, all others stay and nothing more is asked: what "result_change"
   speaks of. */
void quiz_change(Quiz *quiz, const QuizBank *bank, int position, int answer);

bool quiz_has_enough(const Quiz *quiz); /* may it be ended now? */
/* no further question; nothing while there are not enough answers */
void quiz_end(Quiz *quiz);

bool quiz_is_dropped(const Quiz *quiz, int trade);
/* "ce métier ne m'attire pas"; the first ones are forgotten when there are too many */
void quiz_drop(Quiz *quiz, int trade);
