/* Goes through all pages of the kiosk, out of sight, and stops at the next one that the inspector
   finds something on: home and the lists, whatever content leads to, each question as the first;
   and what touches make of them, 40 states of a page, but for the quiz, the search, the pathway and
   the map. Touches nothing of the page on the glass. */
#pragma once

#include "app/app.h"
#include "ui/inspect.h"

typedef struct Walk Walk;

/* Borrows pack, ways and typeface of the app, and sees pages the way it does. From the first page
   on; ended by walk_end. */
Walk *walk_begin(const App *app);
void walk_end(Walk *walk);

/* Looks at pages for about so many milliseconds (0: at all of them). True: the walk stands on a
   page with a finding, or `over` all. */
bool walk_on(Walk *walk, int ms, bool *over);
int walk_pages(const Walk *walk); /* looked at so far */

/* Puts the app where the walk stands. */
void walk_show(const Walk *walk, App *app);
