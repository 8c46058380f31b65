/* The videos of a content folder: clips/clips.yaml and, for each, a film, a poster, captions and a
 * transcript. */
#pragma once

#include "tools/pack/content.h"

/* Reads FOLDER/clips, which may be missing; trades and pictures must be known already. Posters join
 * the pack's pictures. */
void clips_gather(Content *content, Report *report, Slice folder);
