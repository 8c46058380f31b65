/* The further languages of a content folder, lang/LANG.po each. */
#pragma once

#include "tools/pack/catalogue.h"

/* Adds the languages of the folder to the pack; warns of what waits for a translator. */
void translate_read(Catalogue *catalogue, Report *report, Slice folder);

/* Writes lang/LANG.po, or brings it up to date: what was translated stays, fuzzy where the French
   text is now another. */
bool translate_write(Catalogue *catalogue, const char *folder, const char *lang, Fault *fault);
