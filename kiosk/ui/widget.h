/* The parts that pages are made of, so that a button is a button on every screen. */
#pragma once

#include "ui/page.h"
#include "ui/strings.h"

/* Bars above an answer's words, beside them; beside a sound; beside a trade's name.
 */
typedef enum BarsSize { BARS_HIGH, BARS_BESIDE, BARS_SOUND, BARS_NEAR } BarsSize;

typedef enum ButtonLook { BUTTON_PLAIN, BUTTON_PRIMARY, BUTTON_ACCENT, BUTTON_CHOSEN } ButtonLook;

Slice tr(const Page *page, StringId word); /* in the visitor's language */
Slice tr_number(const Page *page, StringId word,
                int number); /* in the form for it; the number stands where the words have a # */
Slice tr_numbers(const Page *page, StringId word, int first, int second); /* where they have two */
Slice widget_fill(const Page *page, Slice text,
                  Slice value); /* the value stands where the text has its first # */
Slice widget_quote(const Page *page, Slice text);             /* between the language's own marks */
Slice tr_text(const Page *page, LocalText words);             /* likewise */
Slice tr_beside(const Page *page, Slice first, Slice second); /* "first · second", */
Slice tr_aside(const Page *page, Slice first, Slice second);  /* "first (second)", */
Slice tr_list(const Page *page, Slice first,
              Slice second); /* "first, second": one if one is empty */

Node *widget_column(Page *page, Node *parent, int gap);
Node *widget_row(Page *page, Node *parent, int gap);
Node *widget_line(Page *page, Node *parent, int gap);   /* a row whose parts have one middle */
Node *widget_pair(Page *page, Node *parent, int gap);   /* side by side, or one below the other */
Node *widget_halves(Page *page, Node *parent, int gap); /* a row as high as there is room */
Node *widget_share(Page *page, Node *parent, int share, int gap); /* a column that grows by it */
Node *widget_grid(Page *page, Node *parent, int columns, int gap);
Node *widget_stretch(Page *page, Node *parent);         /* bare ground: what is left over */
Node *widget_gap(Page *page, Node *parent, int length); /* bare ground of a given height */

Node *widget_middle(Page *page, Node *parent); /* all the room, and what is in it in its middle */
Node *widget_block(Page *page, Node *parent, int width, int height, Paint paint); /* 0: as wide */

/* Cards in columns on as many pages as it takes. */
typedef struct CardGrid {
    int columns, gap;
    int row;  /* the highest a row grows */
    int rows; /* most of them on a page; 0: as many as fit */
} CardGrid;

Node *widget_cards(Page *page, Node *parent, CardGrid grid, int wish);

/* A column as high as there is room, on as many pages as it takes; `wish` is the page asked for. */
Node *widget_pages(Page *page, Node *parent, int gap, int wish);

Node *widget_heading(Page *page, Node *parent, Type type, Slice text);
Node *widget_text(Page *page, Node *parent, Type type, Slice text);             /* ink */
Node *widget_quiet(Page *page, Node *parent, Type type, Slice text);            /* second ink */
Node *widget_label(Page *page, Node *parent, Type type, Paint ink, Slice text); /* on a plate */
Node *widget_icon(Page *page, Node *parent, Type type, Icon icon, Paint ink);

/* A plate that can be touched: give it a flow and children. */
Node *widget_plate(Page *page, Node *parent, ButtonLook look, Action action);

/* A card whose picture goes to its edges, and what is done at its foot: a touch anywhere on it does
   the same. Answers what it holds, a column; when that is full, widget_frame draws the outline over
   it. */
Node *widget_window(Page *page, Node *parent, Slice spoken, Action action);
/* Its outline in `ink`; PAINT_NONE for `edge`: without a shade. */
void widget_frame(Page *page, const Node *inside, Paint ink, Paint edge);
Node *widget_foot(Page *page, Node *inside, Action action); /* a row, the control itself */
Node *widget_play(Page *page, Node *parent);                /* the sign of a film, on amber */

/* A plate that is a row: a sign or a picture, and what it is beside it. */
typedef enum ItemSize {
    ITEM_CARD,    /* as roomy as the form is */
    ITEM_PICTURE, /* with a picture that is nearly as high */
    ITEM_LINES,   /* with several lines of words */
    ITEM_LIST,    /* low, in a list */
    ITEM_LINE,    /* with one line or two */
    ITEM_LOW,
} ItemSize;

Node *widget_item(Page *page, Node *parent, ButtonLook look, ItemSize size, Action action);
Node *widget_sign(Page *page, Node *item, Icon icon, Paint ink); /* it shrinks, then leaves */

ButtonLook widget_look(bool chosen);

/* One of several views of the same thing; without a sign where words need the room. */
typedef struct TabName {
    StringId label;
    Icon icon;
} TabName;

Node *widget_tab(Page *page, Node *row, TabName name, bool sign, bool chosen, Action action);

/* Icon and label in a row; either may be left out (ICON_NONE, empty label): then give the node a
 * `spoken`. */
Node *widget_button(Page *page, Node *parent, ButtonLook look, Icon icon, Slice label,
                    Action action);

/* One choice of several, ticked when chosen. */
Node *widget_choice(Page *page, Node *parent, Slice label, bool chosen, Action action);

/* Growing bars, so many of them lit. */
Node *widget_bars(Page *page, Node *parent, BarsSize size, Bars bars, Paint ink);

/* A bar filled to a value; `spoken` where the words beside it do not say it. */
Node *widget_meter(Page *page, Node *parent, Meter meter, Paint tone, Slice spoken);

/* A steel rule: how far one has come. */
Node *widget_rule(Page *page, Node *parent, Rule rule, Slice spoken);

/* A bar to touch anywhere along it. */
Node *widget_track(Page *page, Node *parent, Track track, Action action);

/* A knob that lies left or right; the plate it lies on is touched. */
void widget_switch(Page *page, Node *plate, bool on);
Node *widget_disc(Page *page, Node *parent, int side, Paint paint);

/* The sign of a diploma's level: its shape, with the digit on it. */
Node *widget_level(Page *page, Node *parent, LevelShape shape, int level);

/* A brick of a row: what is marked of it, what the one before it looks like. */
typedef enum BrickLook { BRICK_OPEN, BRICK_OWNED, BRICK_WISHED } BrickLook;

typedef struct BrickSpec {
    BrickLook look, before;
    bool first;   /* of its row: it has no socket */
    bool bench;   /* they lie on a rail */
    bool touched; /* only in part: its hours are not said */
} BrickSpec;

Node *widget_brick(Page *page, Node *parent, BrickSpec spec, Action action);

Node *widget_layers(Page *page, Node *parent,
                    int share); /* what is in it lies one over the other */

/* The back of a card that lies on its face, over all of `layer`; touched, it does what a touch on
   anything does then. */
Node *widget_back(Page *page, Node *layer, CardBack back, Slice says, Action action);

/* A quiet box with a broken line around it: what is missing, or only an example. */
Node *widget_dashed(Page *page, Node *parent);

/* The hours of a day. */
Node *widget_day(Page *page, Node *parent, const DayBar *day, Slice spoken);

/* A tool to mark with; a ring, and the hint, say that it is in the hand. */
typedef struct Stamp {
    Icon icon;
    Slice label, hint;
    bool in_hand;
} Stamp;

Node *widget_stamp(Page *page, Node *parent, BrickLook look, Stamp stamp, Action action);

/* A picture of the pack, covering its box or, as a drawing, whole on a ground of its own. */
Node *widget_picture(Page *page, Node *parent, int picture, Slice alt);
Node *widget_drawing(Page *page, Node *parent, int picture, Slice alt);
Node *widget_emblem(Page *page, Node *parent); /* the kiosk's own */

Node *widget_map(Page *page, Node *parent, const MapView *view, Slice spoken);
Node *widget_video(Page *page, Node *parent, Video video, Slice alt);

/* A QR code on a square of that side. */
Node *widget_code(Page *page, Node *parent, Slice says, int side, Slice spoken);

/* All of the page as one thing to touch: what is built on it is only seen. */
Node *widget_cover(Page *page, Slice spoken, Action action);

/* A cross on the page that is to be touched exactly; the screen hears as a gesture where it was. */
Node *widget_aim(Page *page, Aim aim, Slice spoken);

/* A quiet box that only holds. */
Node *widget_panel(Page *page, Node *parent);

/* What is typed stands in it. */
Node *widget_field(Page *page, Node *parent, Icon icon);

Node *widget_countdown(Page *page, Node *parent, int seconds);

Node *widget_square(Page *page, Node *parent, Paint paint, int side, int least);
/* With a number in it. */
Node *widget_number(Page *page, Node *parent, Paint paint, Paint ink, int number);

/* What touching a card does, as an icon on a disc at its end; the first thing to leave it. */
Node *widget_does(Page *page, Node *parent, Icon icon);

/* An icon on a square of colour; it shrinks before it is left out. */
Node *widget_badge(Page *page, Node *parent, Icon icon, Paint tone, int side);

/* "‹ 2 / 3 ›" for a paged node; invisible while one page is enough. `token` comes back with the
 * page to go to. */
Node *widget_pager(Page *page, Node *parent, Node *of, int token);

/* The same, in a line of its own. */
void widget_pager_line(Page *page, Node *parent, Align side, Node *of, int token);

/* The discreet mark of a record that was invented for demonstration. */
Node *widget_example(Page *page, Node *parent);
