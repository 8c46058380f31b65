/* What a map shows at one moment: a page declares it, the painter draws it, a finger is understood
 * through it. Pure. */
#pragma once

#include "map/camera.h"
#include "map/path.h"

/* How far a visitor has moved the picture away from its start. All zero: not at all. */
typedef struct MapPose {
    double east_mm, north_mm; /* of the middle */
    double closer;            /* doublings: 0 as at the start, 1 twice as large */
    double turned_deg;        /* of the picture, clockwise */
} MapPose;

/* Where a closure bars what would be the better way. */
typedef struct MapBarrier {
    PlanPoint at;
    int level;
} MapBarrier;

/* How a zone stands, whatever its dates say. */
typedef enum ZoneLook { ZONE_BY_DATE, ZONE_SHUT, ZONE_OPEN, ZONE_OPENS } ZoneLook;

typedef struct MapView {
    const Plan *plan;
    int level;
    Millis when;   /* what is not open then stands there like a ghost */
    int kiosk;     /* where the visitor stands; PLAN_NONE if nowhere here */
    int chosen;    /* the space looked for, or PLAN_NONE */
    PlanBox frame; /* what the start shows: the whole plan, or a part of the way */
    bool north_up; /* else up is what lies ahead of somebody who faces the screen */
    MapPose pose;
    const Path *path;          /* the way; NULL for none */
    double reached_mm;         /* how much of it is drawn */
    bool walks;                /* a dot stands where it ends */
    SpaceKind lit;             /* the signs of all of this kind are lit; SPACE_OTHER: none */
    const MapBarrier *barrier; /* closures that change the way */
    int barriers;
    bool moving; /* a finger has it: names that stand keep standing */
    Lang lang;
    Slice here;                /* "Vous êtes ici" */
    const unsigned char *zone; /* a ZoneLook for each; NULL: all by their dates */
    const uint16_t *icon; /* of each space, what stands above its code or alone; 0 for none. NULL:
                             nothing does */
} MapView;

double view_up_deg(const MapView *view);

/* The camera of a view on a part of the glass of that size. */
Camera view_camera(const MapView *view, double w, double h);

/* The pose that gives that camera, within what may be seen. */
MapPose view_pose(const MapView *view, Camera camera);
CameraBounds view_bounds(const MapView *view, double w, double h);

/* The place under the pixel, on the view's floor; PLAN_NONE if there is none. */
int view_pick(const MapView *view, const Camera *camera, Pixel at);

/* Equal looks paint equal pixels. */
uint64_t view_look(const MapView *view);
