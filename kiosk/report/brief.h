/* The first page in sentences: what a counselor should remember of a span. Every sentence says only
   what stands out of the noise, or that nothing does. */
#pragma once

#include "report/graph.h"

enum { BRIEF_LINES = 10 };

typedef struct BriefBlock {
    Slice title;
    Slice lead[BRIEF_LINES]; /* a word in front of the line; may be empty */
    Slice line[BRIEF_LINES];
    int count; /* 0: the block is not shown */
} BriefBlock;

typedef struct Brief {
    BriefBlock three;    /* three things to remember */
    BriefBlock seek;     /* what visitors look for */
    BriefBlock unopened; /* trades that nobody opens */
    BriefBlock stop;     /* where the quiz ends before its end */
    BriefBlock days;     /* days of events beside ordinary ones */
    BriefBlock changes;  /* since the span before */
    BriefBlock talk;     /* to prepare for a conversation */
    BriefBlock notes;    /* what happened meanwhile, as people wrote it down */
} Brief;

/* `graph`: those of the span as graphs_between gave them. */
Brief brief_of(const Figures *figures, const Span *span, const Graph *graph, int count, Lang lang,
               Arena *arena);
