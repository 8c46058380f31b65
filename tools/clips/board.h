/* A storyboard as it stands in its file: lines of words, with the blocks found. Knows neither time
 * nor drawing. */
#pragma once

#include "base/arena.h"

typedef struct Line {
    const char *file;
    int number;  /* in the file, from 1 */
    int count;   /* of words */
    char **word; /* the first is the verb; a word that follows "let NAME =" is the whole rest of the
                    line */
    int end;     /* for a verb that opens a block: the index of its "end" */
} Line;

typedef struct Board {
    const char *file;
    Line *line;
    int count;
} Board;

/* Reads it and the files that it includes, or says on stderr what is wrong, where and how to mend
   it, and ends the program. Lives as long as the arena. */
Board board_read(Arena *arena, const char *file);

/* Says "FILE:LINE: message" and ends the program. */
_Noreturn void board_fault(const Board *board, const Line *line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The index of the block "part NAME", or -1. */
int board_part(const Board *board, const char *name);
