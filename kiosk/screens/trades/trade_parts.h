/* What makes up the sheet of a trade: trade.c has its tabs, trade_brief.c the first of them,
   trade_lists.c what is read on the others. */
#pragma once

#include "screens/common/courses.h"
#include "train/offers.h"

enum { TAP_TAB = 1, TAP_PAGE, TAP_RELATED, TAP_CLIP, TAP_DAY, TAP_PLACE, TAP_COURSE };

typedef enum TradeTab {
    TAB_SHORT,
    TAB_GESTURES,
    TAB_FEELINGS,
    TAB_WAYS,
    TAB_RELATED,
    TAB_HERE, /* where there are courses */
    TAB_COUNT
} TradeTab;

typedef struct TradeState {
    int trade, tab, page;
} TradeState;

/* The film of its gesture where it has one, else its drawing; touched, the film plays. */
Node *trade_sight(Page *page, Node *parent, const Kiosk *k, int trade);

/* What plays a film, with its name and how long it takes: beside others, or on its picture. */
Node *trade_play(Page *page, Node *parent, const Kiosk *k, int clip);
void trade_play_on(Page *page, Node *sight, const Kiosk *k, int clip);

/* What a family asks: where one gets in, where and when it is done, and what it is like there; to
   be read, never scored. */
void trade_facts(Page *page, Node *parent, const Trade *trade, bool mark);

/* Two trades that are like it, each with its drawing. */
void trade_neighbours(Page *page, Node *parent, const Kiosk *k, int trade);

/* "Et ici ?": the next course, when it begins, where; and the way there. */
void trade_here(Page *page, Node *parent, const Kiosk *k, const TradeState *s);

/* That so many lines of a tab are examples is said once: beside the one, else on the rule. */
int trade_examples(const Trade *trade, int tab);

void trade_short(Page *page, Node *body, const Trade *trade);

/* Each tab of lists has two of them: side by side where there is room, else one after the other. */
void trade_first_list(Page *page, Node *body, const Trade *trade, int tab);
void trade_second_list(Page *page, Node *body, const Trade *trade, int tab);
