/* Writes what was learnt as a quiz.yaml: into one that is there, whose texts stay as they are,
   or a new one without texts. */
#pragma once

#include "tools/quiz/answers.h"
#include "tools/quiz/fit.h"

#include <stdio.h>

/* What the columns are about: said by the items of the quiz.yaml at `path`; where there is no
   such file by the names themselves, a letter and a number (r1, S12) or f, a facet and a number
   (fm3). False names the column. */
bool fit_columns(const char *path, const Answers *answers, Arena *arena, FitTable *table,
                 Error *error);

/* Replaces the numbers of the file, or makes it; whole or not at all. */
bool fit_write(const char *path, const Answers *answers, const FitTable *table, const Fit *fit,
               Arena *arena, Error *error);

/* In French: how many respondents there were, whether that is enough, what the numbers are like
   and which items do not fit. */
void fit_print(const Answers *answers, const FitTable *table, const Fit *fit, FILE *out);
