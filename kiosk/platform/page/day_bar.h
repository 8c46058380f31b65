/* The hours of a day as a rule: what is open is filled, and a cursor stands where it is now. */
#pragma once

#include "platform/paint/ground.h"
#include "platform/paint/texts.h"
#include "ui/page.h"

/* What it is drawn with. */
typedef struct DayInk {
    const Ground *ground;
    Texts *texts;
} DayInk;

void day_bar_draw(DayInk ink, const Page *page, const Node *node, Box box);
uint64_t day_bar_look(uint64_t look, const DayBar *day);
