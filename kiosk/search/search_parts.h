/* For the files that make up the search: what it goes by, what was typed. */
#pragma once

#include "search/search.h"

#define QUERY_BYTES 128
#define QUERY_WORDS 8
#define QUERY_TYPED 24 /* of them, with what is said around */

enum {
    NAME_LETTERS = 3,  /* of a name that alone says what is meant */
    TEXT_LETTERS = 4,  /* fewer are not looked for in a text */
    SLIPS_WEIGHT = 75, /* what weighs less is not guessed at, */
    STRONG_WORTH = 72, /* the beginning of another word for a thing */
    SURE_WEIGHT = 90   /* and with little to go by only what it is called */
};

typedef struct Candidate {
    int record, worth, score, turn, priority;
} Candidate;

typedef struct NearWords NearWords;

struct Search {
    const Pack *pack;
    NearWords *near;
    int level;                     /* where the asker stands */
    unsigned char *best;           /* worth of each word typed in each record, record by record */
    int *most;                     /* of each word typed, what it is worth where it is worth most */
    Candidate *found;              /* room for all of them */
    int *name_words;               /* of the shortest name of each */
    int of_kind[SPACE_KIND_COUNT]; /* the record of what places of a kind share; -1: none */
};

/* What was typed. A copy goes on pointing into the memory of the first. */
typedef struct Query {
    Slice typed, light, bare; /* folded: all of it, as said_light and said_bare have it */
    Slice word[QUERY_TYPED];
    int count;
    unsigned langs;              /* in which it is looked for, bit 1 << lang for each */
    bool to_the_letter;          /* in a language that the page is not in nothing is guessed */
    char memory[4][QUERY_BYTES]; /* of those three; of what was put together */
} Query;

/* The languages that the program speaks by itself: what is typed is mostly in one of them. */
unsigned query_usual_langs(void);

void query_read(Query *q, Slice typed, unsigned langs);
bool query_is_door(const Query *q, int w);      /* a letter before a number */
void query_drop_anything(Query *q);             /* what nearly every record is */
void query_keep(Query *q, unsigned kept);       /* as if no more were typed; bit 1 << w for each */
void query_join(const Query *q, Query *joined); /* a blank too many: "par coursup" */
bool query_is_year(Slice word);                 /* of this century */
/* Can a thing be found by that word alone, which is worth as much in it? */
bool query_goes_by(const Query *q, int w, int worth);

/* One way in which what was typed may be found, from the strictest to the loosest. */
typedef enum Strictness { AS_TYPED, WITH_SLIPS } Strictness;

/* Notes in s->best what the word `w` of a query is worth in each record. */
void match_word(const Search *s, const Query *q, int w, Strictness how);

typedef enum Nearness { NEAR_INSIDE, NEAR_MISSPELT, NEAR_SAID } Nearness;

/* A word of the pack, and what the one that was typed is worth for it. */
typedef struct NearWord {
    int word, worth;
} NearWord;

NearWords *near_new(Arena *arena);
void near_forget(NearWords *near);

/* Those near a folded word, after which more letters may follow if it is `open`; in their order,
   there until others are asked for. Answers how many. */
int near_find(const Search *s, Slice typed, Nearness how, bool open, const NearWord **word);

/* Has the pack a word that begins so, in any language? */
bool match_begins(const Pack *pack, Slice typed);

/* See SEARCH_HIT_BYTES. */
int hit_record(const unsigned char *at);
bool hit_is_in(const unsigned char *at, unsigned langs);
