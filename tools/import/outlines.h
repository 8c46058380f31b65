/* The rings of a space as they were drawn: a closed way, or a relation whose rings may be cut into
 * several ways. */
#pragma once

#include "tools/import/draft.h"

/* What is missing or not closed is said and left out. */
Outlines outlines_of(const PlanDraft *draft, const OsmObject *object);
