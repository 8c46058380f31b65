/* What the files that draw a node share. */
#pragma once

#include "platform/page/graphics.h"

#define RULE_CURSOR 14 /* half its width */

uint32_t graphics_colour(const Page *page, Paint paint);
/* Where a part of that width lies, reckoned from the left, on a page that may be turned. */
int graphics_side(const Brush *brush, int x, int w);
void graphics_fill(Brush *brush, uint32_t argb, int x, int y, int w, int h);
void graphics_focus(Brush *brush, const Page *page, const Node *node, Box box);

bool graphics_is_picture(const Node *node);
Drawn *graphics_picture(Brush *brush, const Page *page, const Node *node); /* NULL: not yet */

/* ---- graphics_gauges.c ---- */
void graphics_bars(Brush *brush, const Page *page, const Node *node, Box box);
void graphics_rule(Brush *brush, const Page *page, const Node *node, Box box);
void graphics_meter(Brush *brush, const Page *page, const Node *node, Box box);
void graphics_track(Brush *brush, const Page *page, Track track, Box box);

/* ---- graphics_text.c ---- */
void graphics_lines(Brush *brush, const Page *page, const Node *node, Box box);
/* Around the lines of the sentence that is being said; of what is no text, around all of it. */
void graphics_sentence(Brush *brush, const Page *page, const Node *node, Box box);
