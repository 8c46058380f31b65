/* Which names stand on a map, and where: upright whatever the map's turn, each inside its room,
   none over another. Greedy by priority, as Gemsa, Nöllenburg and Rutter (2011) propose for turning
   maps: a few names less buy stillness. Pure: sizes come in as pixels, nothing is drawn. */
#pragma once

#include "map/camera.h"
#include "map/plan.h"

enum { LABEL_FORMS = 5 };

/* The ways in which a name can be written, the best first; without a width above 0 there is none.
 */
typedef struct LabelWish {
    int space;
    int priority; /* 1 first */
    int area_dm2; /* of its room */
    int apart;    /* signs of one such number, unless 0, keep a distance from each other: one stands
                     for its neighbours */
    struct {
        int w, h;
        bool over_walls; /* a sign, or a name on a plate of its own: need not lie inside its room */
    } form[LABEL_FORMS];
} LabelWish;

typedef struct LabelSpot {
    int space, form, apart;
    Box box; /* pixels of the view */
} LabelSpot;

/* What was placed before goes first and keeps its form while that fits: hysteresis. Boxes in
   `taken` stay free. Wishes come sorted by priority. Answers how many spots were written; room for
   `count` is needed. */
int labels_place(const Plan *plan, const Camera *camera, const LabelWish *wish, int count,
                 const Box *taken, int taken_count, const LabelSpot *before, int before_count,
                 LabelSpot *spot);

/* Does a box of that size, upright around the space's anchor, lie inside its walls? */
bool labels_fits(const Plan *plan, const Camera *camera, int space, int w, int h);
