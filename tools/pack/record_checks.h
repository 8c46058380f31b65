/* Whether the records of a campus fit together: what no field alone can say. */
#pragma once

#include "content/record.h"
#include "tools/pack/record_draft.h"

/* Faults for ids that are there twice, sessions that end before they begin, blocks of another
   certification, circles of modules and of questions… `drafts` by RecordId. */
void record_checks(const Pack *pack, const RecordDrafts *drafts);
