/* The parts that pages are made of, so that a button is a button on every screen. */
#pragma once

#include "ui/page.h"
#include "ui/words.h"

typedef enum ButtonLook { BUTTON_PLAIN, BUTTON_PRIMARY, BUTTON_ACCENT, BUTTON_CHOSEN } ButtonLook;

Slice widget_say(const Page *page, Word word);     /* in the visitor's language */
Slice widget_say_number(const Page *page, Word word, int number); /* the number stands where the words have a # */
Slice widget_say_numbers(const Page *page, Word word, int first, int second); /* where they have two */
Slice widget_fill(const Page *page, Slice text, Slice value);     /* the value stands where the text has its first # */
Slice widget_quote(const Page *page, Slice text);                 /* between the language's own marks */
Slice widget_pick(const Page *page, Words words); /* likewise */

Node *widget_column(Page *page, Node *parent, int gap);
Node *widget_row(Page *page, Node *parent, int gap);
Node *widget_heading(Page *page, Node *parent, Type type, Slice text);
Node *widget_text(Page *page, Node *parent, Type type, Slice text);  /* ink */
Node *widget_quiet(Page *page, Node *parent, Type type, Slice text); /* second ink */
Node *widget_icon(Page *page, Node *parent, Type type, Icon icon, Paint ink);

/* A plate that can be touched: give it a flow and children. */
Node *widget_plate(Page *page, Node *parent, ButtonLook look, Action action);

/* Icon and label in a row; either may be left out (ICON_NONE, empty label): then give the node a `spoken`. */
Node *widget_button(Page *page, Node *parent, ButtonLook look, Icon icon, Slice label, Action action);

/* One choice of several, ticked when chosen. */
Node *widget_choice(Page *page, Node *parent, Slice label, bool chosen, Action action);

/* A quiet box that only holds. */
Node *widget_panel(Page *page, Node *parent);

/* An icon on a square of colour; it shrinks before it is left out. */
Node *widget_badge(Page *page, Node *parent, Icon icon, Paint tone, int side);

/* "‹ 2 / 3 ›" for a paged node; invisible while one page is enough. `token` comes back with the page to go to. */
Node *widget_pager(Page *page, Node *parent, Node *of, int token);

/* The discreet mark of a record that was invented for demonstration. */
Node *widget_example(Page *page, Node *parent);
