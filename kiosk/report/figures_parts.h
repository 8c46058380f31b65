/* Where the sums of the figures lie; only the two files that make and read them know it. */
#pragma once

#include "report/figures.h"

typedef struct Cell {
    int32_t n;    /* stops at the largest number, whatever a file claims */
    int32_t rows; /* released rows with this key in it */
} Cell;

/* A table in a month; its cells end with the last key that was met. */
struct ReportBlock {
    Cell *cell;
    int count, room;
    int kiosks; /* with rows in it */
};

ReportBlock *block_of(const Figures *figures, int kiosk, int table, int month);
