/* Looks at a picture with the kiosk's own rules and limits (pack/image.h, platform/easel.h) and
   names what would come out wrong. */
#pragma once

#include "pack/pack.h"
#include "shape.h"

/* Must be taken by the kiosk and drawn by it in time; of an SVG, names what nanosvg leaves out or
   draws wrong, with its line. Fills width and height. */
bool picture_check(Report *report, Slice file, Slice bytes, Picture *picture);

/* Index of the picture that the key "picture" of a map names. */
int picture_refer(const Shape *shape, const YamlNode *map, const Pack *pack);
