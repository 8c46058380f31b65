/* What no visitor could reach, from any kiosk, on foot or without steps, and the sentence that an
   author needs to mend it. */
#pragma once

#include "tools/import/draft.h"

/* Calls `say` for every finding, in French; `space` is PLAN_NONE for what concerns the whole
   building, `wall` the edge of the wall that is in the way, or PLAN_NONE. Looks at the building as
   it is once every zone is open, without passing closures; what is there for a time only is looked
   at on its first day. */
typedef void (*AuditSay)(void *self, int space, int wall, Slice message);
void audit_plan(const Plan *plan, Arena *arena, AuditSay say, void *self);

/* The same for a draft: findings become warnings beside the author's line, and findings of the
   plan. */
void audit_draft(PlanDraft *draft);
