/* Takes the words of one line of a storyboard from left to right, as numbers or as words. Knows no
 * drawing. */
#pragma once

#include "tools/clips/board.h"
#include "tools/clips/sum.h"

#include <stdbool.h>

typedef struct StageWords {
    const Board *board;
    const Line *line;
    const Names *names;
    int at; /* the next word */
} StageWords;

typedef struct StagePoint {
    double x, y;
} StagePoint;

bool words_left(const StageWords *words);
double words_number(StageWords *words);               /* ends the program when it is none */
StagePoint words_point(StageWords *words);            /* two numbers */
const char *words_next(StageWords *words);            /* ends the program when there is none */
bool words_take(StageWords *words, const char *word); /* true, and past it, if it is the next one */
_Noreturn void words_unknown(const StageWords *words); /* "ce mot n'est pas connu ici" */
