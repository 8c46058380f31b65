/* The words by which every record of a pack is found, in all its languages, as the kiosk's search
   reads them (kiosk/search/search.h). */
#pragma once

#include "content/pack.h"

/* Fills pack->search_record and pack->search_word from all else; they live in the arena. */
void search_index_make(Pack *pack, Arena *arena);
