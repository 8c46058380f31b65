/* What a visitor takes home on paper: the button that asks for it, and what every sheet has around
   it. */
#pragma once

#include "screens/common/common.h"

/* A printer is there, and this visitor may still print. */
bool print_is_offered(const Kiosk *k);

/* What becomes of the sheet, said aloud when it changes; NULL: there is none. */
Node *print_said(Page *page, Node *parent, const Kiosk *k);

/* Beside the code to take home: the button, or in its place what becomes of the sheet. NULL:
   neither. */
Node *print_button(Page *page, Node *parent, const Kiosk *k, int token);

Step print_step(void);

/* Campus, day, what it is about; answers a column for what the sheet says. */
Node *printed_begin(Page *page, const Kiosk *k, Slice about, Slice title);

void printed_heading(Page *page, Node *body, StringId words);

/* "Diplôme : CAP", one below the other; nothing where nothing is to be said. */
void printed_line(Page *page, Node *body, StringId name, Slice words);

/* The code, how it is read, that nothing was kept; `example`: something on it was invented. */
void printed_end(Page *page, Node *body, Slice code, bool example);
