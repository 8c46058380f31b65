/* What the pages about learning share: rows of bricks, lines with a sign, the code to take home. */
#pragma once

#include "screens/common/code_text.h"
#include "screens/common/courses.h"

/* So many bricks in a row that no row is nearly empty. */
int brick_columns(const Page *page, int count);

/* Touching one answers {token, index of the block}. */
Node *add_block_brick(Page *page, Node *row, const SkillBlock *block, BrickSpec spec,
                      Action action);

/* What a list is narrowed by: its name and its value; touched, it opens its choices. */
typedef struct ChipSpec {
    StringId name;
    Slice value;
    bool set, open;
} ChipSpec;

Node *add_chip(Page *page, Node *grid, ChipSpec chip, Action action);

/* One of its choices, and how many it leaves. */
Node *add_chip_choice(Page *page, Node *grid, Slice words, int count, bool chosen, Action action);

/* The grid that they stand in, in pages. */
Node *add_chip_choices(Page *page, Node *parent, int wish);

/* Upright, where there is the room to read it: how many begin in each month from this one on. */
enum { MONTHS_SHOWN = 12 };

void add_months(Page *page, Node *show, const Kiosk *k, Slice title, const int *month);

/* A title and what is said of it: beside it where the page is wide, else below. */
void add_title_line(Page *page, Node *show, Slice title, Slice lead);

/* A sign and what it is about: a quiet name, and the words below or beside it. */
Node *add_told(Page *page, Node *parent, Icon icon, Slice name, Slice words);

/* A plate that leads on, with a sign. */
Node *add_way_on(Page *page, Node *parent, Icon icon, Slice words, Action action);

/* The code, or choices, lie over a list or a page, from their first page on. */
void train_take(bool *over, int *page);

/* "Retour" takes away what lies over a list or a page, the code or choices, and begins the page
   anew; false when nothing did. */
bool train_leave(bool *over, int *page);

/* The code alone, with what it says for those who copy it by hand, on as many pages as it takes;
   the column where more can be done with it. */
Node *add_code_page(Page *page, Frame frame, Slice says, int wish, int token);

/* "Clermont-Ferrand. Espace orientation. Ouvert…": where to go with it. */
void put_desk(CodeText *text, const Page *page, const Kiosk *k, int desk);
