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
