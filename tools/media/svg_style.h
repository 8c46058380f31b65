/* Style sheets and style="…" of a drawing, brought onto the attributes of its elements. */
#pragma once

#include "tools/media/svg_tree.h"

/* After this an attribute says what counts. Selectors are those that drawing programs write:
   element, .class, #id, joined, one inside another; a rule with any other is named when it
   matters. */
void svg_apply_styles(const SvgSource *source, SvgElement *root);
