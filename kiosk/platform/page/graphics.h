/* How each kind of node looks: the one place that turns tokens into strokes. */
#pragma once

#include "platform/video/video_view.h"
#include "platform/paint/fonts.h"
#include "platform/paint/ground.h"
#include "platform/map/map_painter.h"
#include "platform/page/shapes.h"
#include "platform/paint/pictures.h"
#include "platform/paint/plates.h"
#include "platform/paint/texts.h"
#include "ui/page.h"

typedef struct Brush {
    Ground ground;
    Fonts *fonts;
    Texts *texts;
    Plates *plates;
    Pictures *pictures;
    MapPainter *maps;
    Shapes *shapes;
    VideoView *view, *signs;
    int sides; /* of what is drawn now, the sum of its left and right edge: it is turned; 0: not */
} Brush;

bool graphics_paints(const Node *node);                  /* leaves any pixel */
Box graphics_extent(const Page *page, const Node *node); /* its box with edge and focus ring */
uint64_t graphics_look(Brush *brush, const Page *page,
                       const Node *node); /* equal looks paint equal pixels */
void graphics_draw(Brush *brush, const Page *page, const Node *node);
