/* A span of the released figures as the staff area shows it: its dates, notes and charts in words
   of one language. */
#pragma once

#include "base/arena.h"
#include "base/staff_view.h"
#include "report/figures.h"

/* What it points to lives as long as the arena and the figures. */
void staff_span_fill(StaffSpan *to, const Figures *figures, const Span *span, Lang lang,
                     Arena *arena);
