/* The film of a clip: looked at once. */
#pragma once

#include "content/pack.h"
#include "tools/pack/meter.h"
#include "tools/pack/film_source.h"
#include "tools/pack/verdicts.h"

/* Plays the film in `file` from end to end, unless it is known what comes of that, and names what
   would go wrong (probe.h). Fills the clip and where its bytes are. The meter stands at it already.
 */
void film_look(Verdicts *verdicts, MeterLine *meter, Report *report, Arena *arena, Slice file,
               Clip *clip, FilmSource *source);
