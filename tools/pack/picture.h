/* Looks at a picture as the kiosk will draw it and names what would come out wrong. */
#pragma once

#include "pack/pack.h"
#include "shape.h"

/* SVG: what nanosvg leaves out or draws wrong, with its line. PNG and JPEG: must decode. Fills width and height. */
bool picture_check(Report *report, Slice file, Slice bytes, Picture *picture);

/* Index of the picture that the key "picture" of a map names. */
int picture_refer(const Shape *shape, const YamlNode *map, const Pack *pack);
