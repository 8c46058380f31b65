/* The sides of a result, one file each; result.c puts them together. The first has the cards, the
   others are one touch deeper. */
#pragma once

#include "screens/common/common.h"
#include "screens/common/quiz_state.h"

typedef enum ResultSide { SIDE_CARDS, SIDE_WHY, SIDE_PROFILE, SIDE_TAKE, SIDE_TALK } ResultSide;

enum {
    TAP_TRADE = 1,
    TAP_PAGE,
    TAP_AGAIN,
    TAP_SIDE,
    TAP_WHY,
    TAP_REPLACE,
    TAP_CHANGE,
    TAP_CLIP,
    TAP_PLACE,
    TAP_LEARN,
    TAP_OPEN, /* all cards at once */
    TAP_GO,
    TAP_PRINT,
};

typedef struct ResultView {
    const QuizState *s;
    const Kiosk *k;
    Page *page;
    Frame frame;
    const QuizResult *r;
} ResultView;

/* Each fills what is read and what is touched, and answers the node that a pager turns, or NULL. */
Node *result_cards(ResultView v);
Node *result_why(ResultView v);
Node *result_profile(ResultView v);
Node *result_take(ResultView v);
Node *result_talk(ResultView v);

void result_printed(ResultView v);
void result_none(ResultView v); /* in place of cards: what else there is */

Millis result_age(const QuizState *s, const Kiosk *k); /* of the reveal: see reveal.h */

/* One line each, the same wherever it is said: what attracts; the name of a letter. */
Slice result_title(const Page *page, const Pack *pack, const QuizResult *r);
Slice result_letter(const Page *page, int letter);
Slice result_dimension(const Page *page, const Pack *pack, int dimension); /* or of a facet */
Slice result_liked(ResultView v, int dimension); /* "Le concret · beaucoup" */

/* How to take it: as wishes; and what is uncertain is said, not hidden. */
Slice result_advice(ResultView v);

/* "Proche", or "Un pont"; and on a card also that it is the surprise, or new. */
Slice result_closeness(const Page *page, const QuizResult *r, const Suggestion *s);
Slice result_card_closeness(ResultView v, const Suggestion *s);

Slice result_quoted(ResultView v, int position); /* what was asked there */

/* What its card says: an answer that no other card says; where others say all of its own, what the
   trade is. */
Slice result_reason(ResultView v, int index);

/* Position of one more for the large card, which has nothing in common with its first; -1: none. */
int result_second_reason(ResultView v);

/* Where the trades of this campus are done, in its own words; where it has none, the program's. */
Slice result_work(const Page *page, LocalText own, StringId otherwise);

/* A sentence with {of workplace} or {work} in it. */
Slice result_about(ResultView v, StringId sentence);

bool result_was_before(const QuizState *state, int trade); /* suggested in the round before? */

Node *result_reading(ResultView v); /* a body in pages, above what is touched */

/* Where one goes on from a trade: the film of a gesture first, or its sheet; why it is there, where
   there is more of it than is said here; where it is learnt; the way to it. */
void result_acts(ResultView v, Node *grid, int index);

/* A liking as a sheet that is only read: a drawing, what it is, what was answered, how sure that
   is. */
void result_liking(ResultView v, Node *parent, int dimension, int position);

/* The plain text that the visitor takes home, within CODE_BYTES_MAX bytes: scores, trades, where
   to talk. */
Slice result_text(ResultView v);
Slice result_short_text(ResultView v); /* for a small code: without the scores */

/* ---- result_code.c: the code to take home, and the ways on ------------------------------------
 */

void result_code_column(ResultView v, Node *row); /* beside the cards */
void result_code_row(ResultView v, Node *parent); /* below them */
void result_code_above(ResultView v);             /* only seen, out of a low hand's reach */
