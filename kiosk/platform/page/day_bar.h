/* The hours of a day as a rule: what is open is filled, and a cursor stands where it is now. */
#pragma once

#include "platform/page/graphics.h"

void day_bar_draw(Brush *brush, const Page *page, const Node *node, Box box);
uint64_t day_bar_look(uint64_t look, const DayBar *day);
