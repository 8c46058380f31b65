/* Imagined pupils: interests drawn from the bank's own covariance, answers drawn from its own items. Good for judging the
   quiz against itself, never as norms. */
#pragma once

#include "quiz/bank.h"

#include <stdint.h>

typedef struct Pupil {
    double interest[QUIZ_DIMENSIONS];
    signed char answer[QUIZ_ITEMS_MAX]; /* to every item, 0 to 4 */
} Pupil;

/* Pupil `number` of a seed: the same whenever asked for. */
void pupil_draw(const QuizBank *bank, uint64_t seed, int number, Pupil *pupil);
void pupil_draw_careless(const QuizBank *bank, uint64_t seed, int number, Pupil *pupil); /* each answer as likely */

/* The trades nearest to what the pupil likes in truth, best first. Answers how many. */
int pupil_nearest(const QuizBank *bank, const Pupil *pupil, int places, int *trade);
