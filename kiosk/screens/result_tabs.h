/* The four sides of a result, one file each; result.c puts them together. */
#pragma once

#include "screens/part.h"
#include "screens/quiz_state.h"

enum { TAP_TRADE = 1, TAP_PAGE, TAP_AGAIN, TAP_TAB, TAP_LOOK, TAP_REPLACE, TAP_PLACE };

typedef struct ResultView {
    const QuizState *s;
    const Kiosk *k;
    Page *page;
    Frame frame;
    const QuizResult *r;
} ResultView;

/* Each fills what is read and what is touched above the tabs, and answers the node that a pager turns, or NULL. */
Node *result_trades(ResultView v);
Node *result_profile(ResultView v);
Node *result_take(ResultView v);
Node *result_talk(ResultView v);

/* Room for everything at once: the normal size, within a standing visitor's reach. */
bool result_is_roomy(Settings settings);

Node *result_reading(ResultView v, int rows); /* what is read, a paged column, above so many rows of buttons */

/* The six letters as bars, into a panel. */
void result_letters(ResultView v, Node *panel, int columns);

/* The plain text that the visitor takes home, within CODE_BYTES_MAX bytes: scores, trades, where to talk. */
Slice result_text(ResultView v);
