/* Prints, in French, what a trainer or a counselor should know of the quiz of a pack before
   pupils take it. */
#pragma once

#include "content/pack.h"
#include "quiz/bank.h"

#include <stdbool.h>

/* On so many imagined pupils of each kind (pupils.h). False when something should be mended: a
   trade that nobody gets first, three trades that take too much of the first places beside what
   so many trades allow, a question that is never asked, a card or a title that says more than
   the answers do. */
bool audit_print(const Pack *pack, const QuizBank *bank, int pupils);
