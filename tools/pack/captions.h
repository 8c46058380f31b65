/* The captions of a clip, in WebVTT: read, and held against the charter of French television
 * (Arcom, 2011). */
#pragma once

#include "base/cue.h"
#include "content/pack.h"
#include "tools/pack/yaml_schema.h"

enum { CAPTION_LINE_MAX = 40, CAPTION_CUES_MAX = 2000 };

/* Reads the cues of one language, WebVTT or SubRip. Faults with their line: what is neither, a
   missing empty line, cues out of order or overlapping, more than two lines, lines too long, too
   short a time to read, words behind the end of the clip. Marks of style are dropped; of places and
   speakers, which are dropped too, it warns. */
int captions_read(const YamlSchema *schema, Slice bytes, Lang lang, Millis duration, Cue **cues);

/* What is told of the pictures, in the same way; faults besides: what is said over one of `speech`.
 */
int captions_read_told(const YamlSchema *schema, Slice bytes, Lang lang, const Clip *clip,
                       Cue **cues);
