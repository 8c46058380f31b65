/* How well a word that is typed stands for one that is known. */
#pragma once

#include "search/sound.h"

enum {
    WORTH_WORD = 100,
    WORTH_FRONT = 80,
    WORTH_SOUND = 65, /* it is said alike */
    WORTH_KIN = 60,
    WORTH_SLIP = 75,     /* less what was typed wrong, in proportion to its length */
    WORTH_SLIP_MOST = 62 /* of a long word */
};

/* The whole word, or its beginning: a word need not be typed to its end. */
int worth_as_typed(Slice typed, Slice word);

/* Is it a part of it, of four letters at least? */
bool is_inside(Slice typed, Slice word);

enum { WORD_LETTERS = 24 };

typedef struct Letters {
    int count;
    uint32_t at[WORD_LETTERS];
} Letters;

/* A word that was typed, made ready to be held against many. */
typedef struct Misspelt {
    Slice typed;
    bool open;                      /* more letters may follow */
    Letters letters, sounds, front; /* how it sounds, how what is typed of it sounds */
} Misspelt;

void misspelt_read(Misspelt *m, Slice typed, bool open);

/* With slips of the finger, one in four letters; written as it sounds in French. 0: it is another
   word. */
int worth_misspelt(const Misspelt *m, Slice word);
int worth_said(const Misspelt *m, Slice word);

/* How many letters are wrong, missing, too many or swapped with their neighbour. */
int slips_between(Slice typed, Slice word);
