/* The four sides of a result, one file each; result.c puts them together. */
#pragma once

#include "screens/common/common.h"
#include "screens/common/quiz_state.h"

enum {
    TAP_TRADE = 1,
    TAP_PAGE,
    TAP_AGAIN,
    TAP_TAB,
    TAP_LOOK,
    TAP_REPLACE,
    TAP_CLIP,
    TAP_PLACE,
    TAP_GO
};

typedef struct ResultView {
    const QuizState *s;
    const Kiosk *k;
    Page *page;
    Frame frame;
    const QuizResult *r;
} ResultView;

/* Each fills what is read and what is touched above the tabs, and answers the node that a pager
   turns, or NULL. */
Node *result_trades(ResultView v);
Node *result_profile(ResultView v);
Node *result_take(ResultView v);
Node *result_talk(ResultView v);

Node *result_none(ResultView v); /* in place of trades: what else there is */

/* One line each, the same wherever it is said: what attracts; the name of a letter. */
Slice result_title(const Page *page, const Pack *pack, const QuizResult *r);
Slice result_letter(const Page *page, int letter);

/* "Proche", or "Un pont". */
Slice result_closeness(const Page *page, const QuizResult *r, const Suggestion *s);

/* Where the trades of this campus are done, in its own words; where it has none, the program's. */
Slice result_work(const Page *page, LocalText own, StringId otherwise);

/* A sentence with {of workplace} or {work} in it. */
Slice result_about(ResultView v, StringId sentence);

bool result_was_before(const QuizState *state, int trade); /* suggested in the round before? */

Node *result_reading(ResultView v); /* a body in pages, above what is touched */

/* The six letters as bars, into a panel. */
void result_letters(ResultView v, Node *panel, int columns);

/* The plain text that the visitor takes home, within CODE_BYTES_MAX bytes: scores, trades, where
   to talk. */
Slice result_text(ResultView v);
