/* Imagined pupils, for judging the quiz; never norms. Two kinds answer in earnest: those the
   bank itself expects, and those whose items behave as real ones do, which the bank knows
   nothing of. */
#pragma once

#include "quiz/bank.h"

#include <stdint.h>

typedef enum CrowdKind {
    CROWD_MODEL, /* the bank's own loadings, means and variances */
    /* items of very different worth and popularity, answers crowded at the ends, people more
       or less steady */
    CROWD_REAL,
    CROWD_CARELESS, /* each answer as likely as the next */
    CROWD_KINDS
} CrowdKind;

enum {
    HELD_OUT = 24 /* items of letters that no bank has, four of each */,
    CROWD_ITEMS = QUIZ_ITEMS_MAX + HELD_OUT
};

/* answer = round(middle + stretch * (loading * interest + sqrt(1 - loading^2) * unsteadiness *
   e)), cut to 0..4 */
typedef struct Habit {
    int dimension;
    double loading, middle, stretch;
} Habit;

typedef struct Crowd {
    const QuizBank *bank;
    CrowdKind kind;
    uint64_t seed;
    double root[QUIZ_DIMENSIONS_MAX][QUIZ_DIMENSIONS_MAX];
    Habit habit[CROWD_ITEMS]; /* the bank's items, then those held out */
} Crowd;

typedef struct Pupil {
    double interest[QUIZ_DIMENSIONS_MAX];
    signed char answer[QUIZ_ITEMS_MAX]; /* to every item, 0 to 4 */
    double letter[QUIZ_LETTERS];        /* mean answer to the items held out */
} Pupil;

void crowd_gather(Crowd *crowd, const QuizBank *bank, CrowdKind kind, uint64_t seed);

/* Pupil `number` of a crowd: the same whenever asked for. */
void pupil_draw(const Crowd *crowd, int number, Pupil *pupil);

/* The trades nearest to what the pupil likes in truth, best first. Returns how many. */
int pupil_nearest(const QuizBank *bank, const Pupil *pupil, int places, int *trade);

int pupil_letter(const Pupil *pupil); /* the letter that leads among the items held out */
