/* Where one gets from one space into another on the same floor: two nodes, a step inside on either
   side, and an edge between them; and the gap that it leaves in a wall. */
#pragma once

#include "tools/import/draft.h"

enum {
    PASSAGE_SIDES_MAX = 8,
    PASSAGE_DOOR_MS = 2000 /* opening a door by hand; one that is taken for granted, too */
};

typedef struct Passage {
    const OsmObject *object;
    PlanPoint at;
    int level, width_mm, fixed_ms, flags;
} Passage;

/* Where the walls are left open when they are drawn. */
typedef struct Gap {
    int level, width_mm;
    PlanPoint at;
} Gap;

typedef struct Gaps {
    Gap *gap;
    int count;
} Gaps;

/* Joins every two of the spaces, PASSAGE_SIDES_MAX at most; PLAN_NONE among them is the
   open air. */
void passage_add(PlanDraft *draft, Gaps *gaps, const Passage *passage, const int *space, int count);

/* Between two spaces whose floors lie less than a storey apart; answers the edge, whose kind,
   length and rise the caller knows. */
int passage_add_between(PlanDraft *draft, Gaps *gaps, const Passage *passage, int low, int high);

/* Through a wall that stands in one space; false when one side of it is no floor. `a` and `b` are
   the ends of its stroke. */
bool passage_add_in_wall(PlanDraft *draft, Gaps *gaps, const Passage *passage, int space,
                         PlanPoint a, PlanPoint b);

/* One of the passages that an open border of a given length stands for; its points are `count` from
   `first` on. */
typedef struct PassageBorder {
    int first, count, width_mm;
} PassageBorder;
void passage_add_border(PlanDraft *draft, const PassageBorder *border, int level, PlanPoint at,
                        PlanPoint towards, const int space[2]);

/* Only the gap; a width of 0 is drawn as that of a usual door. */
void passage_gap(const PlanDraft *draft, Gaps *gaps, int level, int width_mm, PlanPoint at);

/* The stroke of a space's outlines that is nearest to a point. */
typedef struct PassageWall {
    PlanPoint at, a, b;
    double distance;
} PassageWall;
PassageWall passage_wall(const PlanDraft *draft, int space, PlanPoint at);
bool passage_wall_is_near(const PlanDraft *draft, int space,
                          PlanPoint at); /* as near as outlines that meet */
