/* Cuts a line into runs, each of one face and one direction, in the order in which they stand on
   the glass: faces sign by sign, words whole where they can be; directions by the Unicode
   bidirectional algorithm. */
#pragma once

#include "base/slice.h"
#include "platform/paint/faces.h"

enum { RUN_SIGNS = 1024, RUNS_MAX = 256, RUN_BYTES = 4 * RUN_SIGNS + 1 };

/* Which faces have a sign; the fonts answer. */
typedef struct RunFaces {
    void *self;
    bool (*has)(void *self, int face, uint32_t code);
    int list[FACES_ASKED]; /* asked in this order */
    int count;
} RunFaces;

typedef struct RunLine {
    uint32_t code[RUN_SIGNS];
    signed char face[RUN_SIGNS]; /* -1: nothing to be drawn */
    int count;
    bool lacking;  /* a sign of it is a stand-in */
    bool leftward; /* some of it is written from right to left */
} RunLine;

typedef struct Run {
    int begin, end; /* signs of the line */
    int face;
    bool leftward;
} Run;

typedef struct Runs {
    Run run[RUNS_MAX];
    int count;
} Runs;

/* What no face has becomes a stand-in. */
void runs_take(RunLine *line, Slice text, const RunFaces *faces);

/* As wide as they are drawn, but in the order of reading: enough to measure them. */
void runs_in_reading_order(const RunLine *line, Runs *runs);

/* From left to right, in a text that is as a whole written leftward or not. */
void runs_on_glass(const RunLine *line, bool leftward, Runs *runs);

void runs_write(const RunLine *line, const Run *run, char text[RUN_BYTES]); /* zero-terminated */
