/* Squares to be touched all over a part of the page: each answers, and tells that it has. */
#pragma once

#include "ui/widget.h"

typedef struct Squares {
    int across, down, token; /* the action's argument: which one */
    uint32_t touched;        /* a bit for each */
} Squares;

Node *squares_add(Page *page, Node *parent, Squares squares);
