/* How a map looks: floors, walls, the way, where one is, and the names. Software rendering must
   keep up with a finger, so everything but words is plain triangles. */
#pragma once

#include "map/view.h"
#include "platform/paint/plates.h"
#include "platform/paint/texts.h"
#include "ui/page.h"

typedef struct MapPainter MapPainter;

MapPainter *map_painter_open(const Ground *ground, Fonts *fonts, Texts *texts, Plates *plates);
void map_painter_close(MapPainter *painter);

/* Draws what the node's `map` shows into the box, within the clip that is set. */
void map_painter_draw(MapPainter *painter, const Page *page, const Node *node, Box box);
