/* What is drawn as lines: façade, walls with their doors left open, edges of areas, steps. */
#pragma once

#include "tools/import/doors.h"

void strokes_draw(PlanDraft *draft, const Gaps *gaps); /* fills the plan's lines, floor by floor */
