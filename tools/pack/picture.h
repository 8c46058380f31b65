/* Looks at a picture with the kiosk's own rules and limits (content/image.h,
   platform/paint/easel.h) and names what would come out wrong. */
#pragma once

#include "content/pack.h"
#include "tools/pack/yaml_schema.h"

/* Must be taken by the kiosk and drawn by it in time; of an SVG, names what nanosvg leaves out or
   draws wrong, with its line. Fills kind, width and height. */
bool picture_check(Report *report, Slice file, Slice bytes, Picture *picture);
