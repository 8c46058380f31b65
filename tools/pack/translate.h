/* The languages of a content folder: those that its authors write side by side, and lang/LANG.po
   for each further one. */
#pragma once

#include "content/pack.h"
#include "tools/pack/verdicts.h"

typedef struct Translations Translations;

/* Adds a language that authors write. False when it is no language, one too many, or there already.
 */
bool translate_written(Pack *pack, Arena *arena, Slice code);

/* Adds the further languages of the folder to those that are written, and takes the words of the
   program from them; the languages are in use from then on. `adding` is one that is being
   translated, and may have no file yet: its missing words are those of the first language
   meanwhile, so that what the words make of a plan is not asked for. NULL: none. `verdicts` may be
   NULL too. */
Translations *translate_begin(Pack *pack, Arena *arena, Report *report, Verdicts *verdicts,
                              Slice folder, const char *adding);

/* Takes what the records say in the further languages; warns of what waits for a translator. */
void translate_read(Translations *translations, Pack *pack);

/* Writes lang/LANG.po of the language that is being added, or brings it up to date: what was
   translated stays, fuzzy where the text of the first language is now another. */
bool translate_write(Translations *translations, Pack *pack, const char *folder, Error *error);
