/* Where a page about one thing leads on to: a few large buttons below each other. */
#pragma once

#include "screens/common/common.h"

enum { LINKS_MAX = 4 };

/* What can be followed from a page, by its place in this list. */
typedef struct Links {
    Target target[LINKS_MAX];
    int count;
    bool beside; /* they share the height with a code: two of them, or one; */
    bool above;  /* they stand above one: all of them, or two */
} Links;

void links_add(Links *links, Target target); /* one that leads nowhere is left out */
void links_add_trades(Links *links, const Indices *trades, int most);

/* As many as there is height for, the first ones. `token` comes back with the place in the list. */
void links_show(Page *page, Node *parent, const Kiosk *k, const Links *links, int token);
Step links_follow(const Kiosk *k, const Links *links, int at);
