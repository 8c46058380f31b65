/* What one can learn, do and meet at a campus, from the lists of a content folder: certifications,
   courses, desks, labs… as content.def has them. */
#pragma once

#include "content/record.h"
#include "tools/pack/record_draft.h"

/* Each list is FOLDER/courses.yaml, or a file each in FOLDER/courses/, or both; any may be missing.
   Trades, pictures, clips and the plan must be known already.
   `now`: warns of what ends soon after it; 0: of nothing. */
void records_gather(Pack *pack, Arena *arena, Report *report, Slice folder, Millis now);

/* The records of one list as the folder has them, with nothing checked or said. */
RecordDrafts records_written(Arena *arena, Slice folder, RecordId id);

/* The list that stands within records of another under a key; RECORD_COUNT: none. */
RecordId records_within(RecordId owner, Slice key);
