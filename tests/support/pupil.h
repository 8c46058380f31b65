/* Finished quizzes of imagined pupils, the same for the same seed. */
#pragma once

#include "tools/quiz/pupils.h"
#include "quiz/quiz.h"

/* Answers drawn at random from the pupil's own interests. */
Quiz pupil_answers(const QuizBank *bank, uint64_t seed);

/* The same of another kind of crowd. */
Quiz pupil_of(CrowdKind kind, const QuizBank *bank, uint64_t seed);

/* The same answer to everything. */
Quiz pupil_always(const QuizBank *bank, uint64_t seed, int answer);

/* Answers as the model expects, but skips so many of a hundred questions. */
Quiz pupil_skipping(const QuizBank *bank, uint64_t seed, int percent);

/* Pupils of all kinds: many drawn from the model, and the stubborn ones who always say the same. */
Quiz pupil_number(const QuizBank *bank, int number);

/* What the trade's facets are to somebody who likes each so much, weighed by them: 2 is neither
   liked nor disliked. */
double pupil_likes_facets(const QuizBank *bank, int dimensions, const double *mean, int trade);
