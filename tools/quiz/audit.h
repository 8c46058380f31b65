/* Prints, in French, what a trainer or a counselor should know of the quiz of a pack before pupils take it. */
#pragma once

#include "pack/pack.h"
#include "quiz/bank.h"

#include <stdbool.h>

/* On so many imagined pupils. False when something should be mended: a trade that nobody gets first, three trades that take more
   than 40 % of the first places, a question that is never asked. */
bool audit_print(const Pack *pack, const QuizBank *bank, int pupils);
