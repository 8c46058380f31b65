/* Walking within a space: straight lines between what is seen from one another, around corners at a
   hand's breadth from the wall. Shortest paths over these edges are the shortest on the floor, to
   within the width of a person. Visibility graph: M. de Berg et al., Computational Geometry,
   chapter 15. */
#pragma once

#include "tools/import/draft.h"

/* Adds a node for every place that can be led to, then the edges within every space. Where the
   author drew ways, nothing is added between nodes that these already join. */
void walks_find(PlanDraft *draft);
