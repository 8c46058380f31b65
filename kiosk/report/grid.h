/* A graph as rows and columns of text: the table of the page and the CSV file are this, so that they cannot differ. */
#pragma once

#include "report/graph.h"

typedef struct Grid {
    Slice *cell; /* rows * columns, the first row is the heading */
    int rows, columns;
} Grid;

/* `plain`: numbers in bare digits, for a machine. */
Grid grid_of(const Graph *graph, Lang lang, bool plain, Arena *arena);
