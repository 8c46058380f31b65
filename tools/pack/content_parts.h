/* What of a content folder has files of its own beside its list: the videos, clips/clips.yaml and,
   for each, a film, a poster, captions and a transcript; the recorded sentences. */
#pragma once

#include "tools/pack/content.h"

/* Reads FOLDER/clips, which may be missing; trades and pictures must be known already. Posters join
 * the pack's pictures. */
void clips_gather(Content *content, Report *report, Slice folder);

/* Takes the sounds of FOLDER/recordings into pack->recording, which is read already, as all words
   are, and names those that nobody would hear. */
void recordings_gather(Content *content, Report *report, Slice folder);
