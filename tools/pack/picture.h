/* Looks at a picture with the kiosk's own rules and limits (content/image.h,
   platform/paint/easel.h) and names what would come out wrong. */
#pragma once

#include "content/pack.h"
#include "tools/pack/meter.h"
#include "tools/pack/verdicts.h"

/* Looks at `data`: it must be taken by the kiosk and drawn by it in time. A drawing becomes what
   tools/media/drawing.h tells of it, a photograph what photo.h does. Fills kind, width and height.
 */
bool picture_look(Report *report, Arena *arena, Slice file, Picture *picture);

/* The same of a file. What is known to be good is not looked at again, nor read when it is the file
   that it was. The meter stands at it already. */
bool picture_read(Verdicts *verdicts, MeterLine *meter, Report *report, Arena *arena, Slice file,
                  Picture *picture);
