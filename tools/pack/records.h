/* What one can learn, do and meet at a campus, from the lists of a content folder: certifications,
   courses, desks, labs… as content.def has them. */
#pragma once

#include "content/pack.h"
#include "tools/sources/report.h"

/* Each list is FOLDER/courses.yaml, or a file each in FOLDER/courses/, or both; any may be missing.
   Trades, pictures, clips and the plan must be known already.
   `now`: warns of what ends soon after it; 0: of nothing. */
void records_gather(Pack *pack, Arena *arena, Report *report, Slice folder, Millis now);
