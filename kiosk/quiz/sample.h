/* One thing drawn from a finished quiz for a campus that calibrates its questions: one answer,
   or whether two answers of different dimensions go together. It knows nothing of statistics; it
   numbers what may be counted. Pure. Only the first questions are drawn from, which everybody is
   asked whatever they answer: means of the later ones would be means of those who like them. */
#pragma once

#include "quiz/quiz.h"

enum { SAMPLE_ANSWERS = QUIZ_ANSWER_MAX + 1 };

/* So much there is to draw from. */
typedef struct SampleShape {
    int items, dimensions;
} SampleShape;

/* Cells: item 0's answers 0 to 4, item 1's…; then for each pair of dimensions a < b, in order,
   "against" and "together". */
int sample_cells(SampleShape shape);
int sample_of_answer(int item, int answer);
int sample_of_pair(SampleShape shape, int a, int b, bool together);
SampleShape sample_shape(const QuizBank *bank);

/* The cell this quiz counts in, -1 when nothing was answered. Half of the quizzes give an
   answer; the other half a pair, said to go together with the probability (4 + (y - 2)(z - 2)) /
   8, so that the share tells the mean product without a word about either answer. The draw
   follows from the quiz's seed. */
int sample_draw(const Quiz *quiz, const QuizBank *bank);
