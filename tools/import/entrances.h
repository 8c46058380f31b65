/* The ways in and out of the building as places that one can look for and be led to. They have no
   walls of their own: each is a small square just inside its door. */
#pragma once

#include "tools/import/draft.h"

/* When all the rest of the plan is there. Emergency exits and private doors are no places. */
void entrances_add(PlanDraft *draft);
