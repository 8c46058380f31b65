/* Shapes that are no boxes: the sign of a level, the joint of two bricks, a broken line, a ring. */
#pragma once

#include "platform/paint/plates.h"
#include "ui/page.h"

typedef struct Shapes Shapes;

Shapes *shapes_open(const Ground *ground, Plates *plates); /* which outlive them */
void shapes_close(Shapes *shapes);

Box shapes_extent(const Page *page, const Node *node, Box box); /* all that it may paint */
void shapes_draw(Shapes *shapes, const Page *page, const Node *node, Box box);
