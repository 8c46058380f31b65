/* The ways that the author drew: highway=steps, footway, corridor, elevator as lines. Their edges
   lead between doors or points of their own, and come before what the builder would find for
   itself. */
#pragma once

#include "tools/import/draft.h"

void ways_read(PlanDraft *draft);
