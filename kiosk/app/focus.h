/* Where the keypad stands on a page: among the controls that can be reached, in page order, from 0.
 */
#pragma once

#include "ui/input.h"
#include "ui/page.h"

Node *focus_node(const Page *page, int focus);    /* NULL when the page has no such control */
int focus_of(const Page *page, const Node *node); /* -1: it takes no focus */
/* The control with that action; `otherwise` when there is none or token is 0. */
int focus_wished(const Page *page, Action action, int otherwise);

int focus_walk(const Page *page, int focus,
               KeyName key); /* where the key leads; stays when there is nothing there */
