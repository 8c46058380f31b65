/* For the files that make up the page that looks for anything: what was found, which of it is
   shown, and how. */
#pragma once

#include "screens/search/find_state.h"
#include "screens/search/hit_card.h"

enum { TAP_KEY = 1, TAP_ERASE, TAP_CLEAR, TAP_HIT, TAP_ALL, TAP_PAGE, TAP_NEAREST, TAP_OTHER };

enum { HITS_MAX = 400, CELLS = 4, TRADES_OFFERED = 3 };

typedef struct Found {
    SearchHit hit[HITS_MAX];
    int count, of_kind[TARGET_KIND_COUNT];
} Found;

/* Without what is past its end. */
Found *found_of(const FindState *s, const Kiosk *k, Page *page);

typedef struct Cells {
    Target cell[CELLS + 1];
    int count, room;
    bool places; /* they go first */
    bool narrow; /* they have half of the page */
} Cells;

void cells_choose(Cells *c, const Found *f);

/* Before anything is typed: one of each that many look for. */
void cells_take_ideas(Cells *c, const Kiosk *k);

/* Where nothing was found: somebody to ask, and trades of different families. */
void cells_take_ways_out(Cells *c, const Kiosk *k);

bool cells_have_example(const Cells *c, const Kiosk *k);

Slice find_typed(const FindState *s);

/* Low, there is room below the reach line for one row of suggestions and the keyboard, and a screen
   that stands has room above it: the field goes there, where it is only read. */
bool find_field_is_above(const Page *page);

Node *find_grid(Page *page, Node *parent);

/* The cell `at`; with the number of all of its kind, where there are more than are shown. */
void find_cell(Page *page, Node *grid, const Kiosk *k, const Cells *c, int at, const Found *f);

/* Never a place that was not meant: the nearest word, and the ways out. */
void find_ways_out(const FindState *s, const Kiosk *k, Page *page, Node *parent, const Cells *c);
