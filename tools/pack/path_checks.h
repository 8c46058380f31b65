/* Whether the questions of "back to school" are a tree of at most three, with cards at every end.
 */
#pragma once

#include "content/record.h"
#include "tools/pack/record_draft.h"

void path_checks(const Pack *pack, const RecordDrafts *drafts); /* `drafts` by RecordId */
