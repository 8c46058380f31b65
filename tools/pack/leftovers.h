/* What an author has written or drawn and nobody will come upon, and what looks forgotten. */
#pragma once

#include "content/pack.h"
#include "tools/sources/report.h"

/* Warns, once all is read and unless files are missing from it: of pictures and films that nothing
   shows, trades that no room of the plan leads to, facts without a source. */
void leftovers_warn(Report *report, Arena *arena, Slice folder, const Pack *pack);
