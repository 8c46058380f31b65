/* The captions of a clip, in WebVTT: read, and held against the charter of French television
 * (Arcom, 2011). */
#pragma once

#include "base/cue.h"
#include "tools/pack/yaml_schema.h"

enum { CAPTION_LINE_MAX = 40, CAPTION_CUES_MAX = 2000 };

/* Reads the cues of one language. Faults with their line: what is no WebVTT, cues out of order or
   overlapping, more than two lines, lines too long, too short a time to read, words behind the end
   of the clip. Marks of style and place are dropped. */
int captions_read(const YamlSchema *schema, Slice bytes, Lang lang, Millis duration, Cue **cues);
