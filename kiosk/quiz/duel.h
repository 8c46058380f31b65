/* Two people and ten questions: what either likes, what both do, which trades have something of it.
   A game beside the quiz, and as plain: two questions about each of five dimensions, the same for
   both, none chosen by the answers. Nothing is said that two answers do not carry. It knows no
   words. Pure: the same bank, seed and answers give the same team. */
#pragma once

#include "quiz/result.h"

enum {
    DUEL_SIDES = 2,
    DUEL_DIMENSIONS = 5,
    DUEL_EACH = QUIZ_CARRIED, /* questions about each of them */
    DUEL_QUESTIONS = DUEL_DIMENSIONS * DUEL_EACH,
    DUEL_SHARED = 2,
    DUEL_TRADES = 2,
};

/* Plain data: a copy is a snapshot. */
typedef struct Duel {
    int length;                 /* 0: this bank has no two questions about anything */
    int at;                     /* the open question; it stays the last one when all is answered */
    short item[DUEL_QUESTIONS]; /* by position */
    /* of each side by position: 0, 2, 4 as in an easy language, QUIZ_SKIPPED or QUIZ_UNANSWERED */
    signed char answer[DUEL_SIDES][DUEL_QUESTIONS];
} Duel;

/* One facet of each kind of work first, then other facets, then letters, each with two questions
   at least; the first question about each in turn, then the second. Facets are what trades of one
   campus differ in. */
void duel_begin(Duel *duel, const QuizBank *bank, uint64_t seed);

/* To the open question; another answer takes its place. */
void duel_answer(Duel *duel, int side, int answer);
bool duel_answered(const Duel *duel, int side); /* the open question, or passed it over */
bool duel_both_answered(const Duel *duel);
bool duel_is_last(const Duel *duel); /* the open question */
void duel_next(Duel *duel);
bool duel_back(Duel *duel); /* to be answered anew by both; false: this is the first */

/* What there is to say of one side. */
typedef enum DuelLiking {
    DUEL_TOO_FEW, /* answers */
    DUEL_NOTHING, /* stands out */
    DUEL_LIKES
} DuelLiking;

typedef enum DuelKind {
    DUEL_NONE,  /* nothing stands out on either side */
    DUEL_ONE,   /* something does on one side */
    DUEL_ALIKE, /* the same leads on both */
    DUEL_TEAM,  /* one thing leads on this side, another on that */
} DuelKind;

typedef struct DuelTeam {
    DuelKind kind;
    DuelLiking liking[DUEL_SIDES];
    int most[DUEL_SIDES]; /* the dimension that leads, -1 where none is liked */
    /* liked on both sides, the strongest first, without what leads on both */
    int shared[DUEL_SHARED], shared_count;
    /* trades that have more than the usual one of what leads on either side: alike, by who likes
       them less; of a team, by what there is less of */
    int trade[DUEL_TRADES], trade_count;
} DuelTeam;

void duel_team(const Duel *duel, const QuizBank *bank, DuelTeam *team);
