/* The further languages of a content folder, lang/LANG.po each. */
#pragma once

#include "content/pack.h"
#include "tools/sources/report.h"

/* Adds the languages of the folder to the pack; warns of what waits for a translator. */
void translate_read(Pack *pack, Arena *arena, Report *report, Slice folder);

/* Writes lang/LANG.po, or brings it up to date: what was translated stays, fuzzy where the French
   text is now another. */
bool translate_write(Pack *pack, Arena *arena, const char *folder, const char *lang, Error *error);
