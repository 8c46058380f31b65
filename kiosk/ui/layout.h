/* What the parts of the layout share: how far a page yields, and the walk over what is laid.
   Other files have no use for it. */
#pragma once

#include "ui/page.h"

#define SQUEEZE_MOST 8 /* at this everything has its least size */
#define ROWS_ALL 99

/* How far one layer of a page yields to find its place. */
typedef struct Lay {
    Page *page;
    int squeeze;  /* 0: all parts at their full size, to SQUEEZE_MOST */
    int finer;    /* per cent by which letters are smaller than they should be: the last resort */
    int rows;     /* of a paged grid: as many it insists on */
    uint64_t out; /* kinds of spare nodes left out, a bit each: see NodeWork.kind */
} Lay;

int layout_px(const Lay *lay, int length);
int layout_larger(int a, int b);
int layout_smaller(int a, int b);

/* `length` as far shrunk as the layer is squeezed; `least` 0: not at all. Drawing pixels. */
int layout_shrunk(const Lay *lay, int length, int least);

Node *layout_next(const Lay *lay, Node *node); /* this one, or the first after it that is laid */

#define EACH_CHILD(lay, node, child)                                                               \
    for (Node *child = layout_next((lay), (node)->first); child;                                   \
         child = layout_next((lay), child->next))

int layout_count(const Lay *lay, const Node *node); /* of children that are laid */
int layout_gaps(const Lay *lay, const Node *node, int count);

/* Breaks the node's text into lines no wider than `width`. */
void layout_break_text(const Lay *lay, Node *node, int width);

/* Widths from the outside in, heights from the inside out: the node's own width is in its box. */
void layout_widths(Lay *lay, Node *node, int inner); /* of the children */
void layout_measure(Lay *lay, Node *node);
int layout_tallest(const Lay *lay, const Node *node); /* child */
/* Height that a child of a paged column needs together with what must follow it on its page. */
int layout_kept(const Lay *lay, const Node *column, const Node *child);
int layout_grid_rows(const Lay *lay, const Node *grid);

/* Gives the node this box and all below it their places in it. */
void layout_place(Lay *lay, Node *node, Box box);
void layout_place_layer(Lay *lay, const Node *node, Node *child, Box inner);
