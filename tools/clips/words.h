/* Takes the words of one line of a storyboard from left to right, as numbers or as words. Knows no
 * drawing. */
#pragma once

#include "tools/clips/board.h"
#include "tools/clips/sum.h"

#include <stdbool.h>

typedef struct Words {
    const Board *board;
    const Line *line;
    const Names *names;
    int at; /* the next word */
} Words;

typedef struct Point {
    double x, y;
} Point;

bool words_left(const Words *words);
double words_number(Words *words);                /* ends the program when it is none */
Point words_point(Words *words);                  /* two numbers */
const char *words_next(Words *words);             /* ends the program when there is none */
bool words_take(Words *words, const char *word);  /* true, and past it, if it is the next one */
_Noreturn void words_unknown(const Words *words); /* "ce mot n'est pas connu ici" */
