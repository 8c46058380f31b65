/* Parts that several screens show the same way. */
#pragma once

#include "screens/screen.h"

Frame common_frame(Page *page, const Kiosk *k, Slice crumb);

/* The same of a page with something on it that was invented, when it has. */
Frame common_frame_of(Page *page, const Kiosk *k, Slice crumb, Examples examples);

FrameLogo common_logo(const Kiosk *k);   /* the campus's, if it has one */
Icon common_trade_icon(const Kiosk *k);  /* the sign of its trades, */
Slice common_trade_sign(const Kiosk *k); /* by its name */

/* A card for a trade: its drawing, its name and what one does there. */
Node *common_trade_card(Page *page, Node *parent, const Kiosk *k, int trade, Action action);

/* "• text" as one readable line, with the mark of an example where it is one. */
Node *common_point(Page *page, Node *parent, Slice text, bool illustrative);

/* The first place of the plan where the trade is learnt; PLAN_NONE without one. */
int common_place_of_trade(const Kiosk *k, int trade);
/* Upright, where there is room above the reach line: a drawing of the pack, the poster of a clip.
 */
void common_scene(Page *page, const Kiosk *k, Node *show);
/* Of a page called so; NULL where the screen lies. */
Node *common_scene_of(Page *page, const Kiosk *k, Node *show, Slice name);
Node *common_scene_of_trade(Page *page, const Kiosk *k, Node *show,
                            int trade); /* -1: bare ground */
/* Of a card: it stands above the words and takes the room there is, or small beside them. */
void common_size_picture(Node *picture, bool above);

void common_poster(Page *page, const Kiosk *k, Node *show, int clip); /* -1: none */

/* A card for a clip: its poster, its title, whose gesture it is and how long it takes. */
Node *common_clip_card(Page *page, Node *parent, const Kiosk *k, int clip, Action action);
Slice common_clock(Page *page, Millis time);           /* "1:05" */
int common_clip_of_trade(const Pack *pack, int trade); /* its first clip, or -1 */
Step common_play(int clip);

/* The sheet of a trade, opened where it says in which courses one learns it here. As an argument of
   the screen "trade" it is this, and the trade itself opens at its beginning. */
Step common_learn(int trade);
enum { LEARN_FIRST = -1 }; /* the argument of the first trade; the others go on below it */

/* Where one can talk to somebody about what to learn; PLAN_NONE if the plan has no such place. */
int common_place_of_advice(const Kiosk *k);

/* Where a button of the pack leads, and what is counted of going there. Nowhere if it is no page of
   its own. */
Step common_follow(Target target);
Fact common_fact(Target target); /* FACT_NONE: going there is not counted */

/* Likewise, of anything; from what has no page to the desk where it is asked for, or its place. */
Step common_open(const Kiosk *k, Target target);

/* The first topic with a button that leads to such a thing; -1: none. */
int common_topic_leading(const Kiosk *k, TargetKind kind);

/* The argument of the screen "find": everything, or places first, as from the map. */
enum { FIND_ALL, FIND_PLACES };

/* The argument of the screen "languages": the visit goes on where it was, or begins at home. */
enum { LANGUAGES_ON, LANGUAGES_FIRST };

/* What a list of trades is narrowed to. */
typedef enum TradesBy { TRADES_ALL, TRADES_BY_FAMILY, TRADES_BY_LEVEL, TRADES_BY_COUNT } TradesBy;

typedef struct TradeFilter {
    TradesBy by;
    int which; /* family of the pack, or level */
} TradeFilter;

int common_trades(TradeFilter filter); /* in the argument of the screen "trades", */
TradeFilter common_trades_of(int arg); /* and out of it */
bool common_trade_listed(const Pack *pack, int trade, TradeFilter filter);

/* A page about one thing: what is read of it, on as many pages as it takes, and what is done about
   it beside that or, where the screen stands, below. */
typedef struct Sheet {
    Node *title, *reading;
    Node *seen, *side; /* beside: what is only seen, and what is touched */
} Sheet;

Sheet common_sheet(Page *page, Frame frame, int wish, int token);

/* What shows it: a drawing of its own or, without one (-1), that of the first trade it is about. */
typedef struct Sight {
    int picture;
    Slice icon, alt; /* icon: where there is none of either */
} Sight;

Sight common_sight_of(const Page *page, const Kiosk *k, Sight own, const Indices *trades);

/* It, or its sign on a ground: as high as there is room. */
Node *common_sight(Page *page, Node *parent, Sight sight);

/* A sign and what it stands for: "on peut y demander", "à apporter". */
Node *common_signed_line(Page *page, Node *parent, Slice icon, Slice text);
