/* What an author has begun and not written yet: places left open in a text, and what a visitor
   would miss of a campus in the making. */
#pragma once

#include "content/pack.h"
#include "tools/sources/report.h"

/* Warns of the files that have "[à écrire]" or "[to be written]" in them, and, while the version of
   the campus is 0, of what it lacks. */
void unwritten_warn(Report *report, Arena *arena, Slice folder, const Pack *pack);
