/* For the files that make up the game for two: the questions, and the team they end in. */
#pragma once

#include "quiz/duel.h"
#include "screens/common/common.h"

/* The questions and the team share it. */
typedef struct DuelState {
    Duel duel;
    int rounds;      /* how often it was begun: again means with other questions */
    bool confirming; /* both have answered, the next question follows by itself */
    Millis both_at;
} DuelState;

/* A box for each side, one left and one right whatever way the language runs, under a band with the
   side's name, its sign and its colour; `says` stands at the band's end. */
Node *duel_row(Page *page, Node *parent);
Node *duel_half(Page *page, Node *row, int side, Slice says);

/* "À gauche : oui" */
Slice duel_says(const Page *page, int side, Slice what);
