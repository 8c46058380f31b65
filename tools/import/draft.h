/* A plan while it is being built: the plan's own lists, which grow, and beside each space the
   object of the author's file that it came from and its polygon. */
#pragma once

#include "tools/import/geometry.h"
#include "tools/import/osm.h"

typedef struct Room {
    const OsmObject *object;
    GEOSGeometry *polygon;
    const GEOSPreparedGeometry *prepared;
    /* the polygon without the walls in it; the polygon itself if there are none */
    GEOSGeometry *floor;
    const GEOSPreparedGeometry *seen; /* of the floor */
    /* the polygon and the tolerance of open borders around it; NULL until it is asked for */
    GEOSGeometry *reach;
    /* of the floor, what a person fits through; the floor itself if there are no walls */
    GEOSGeometry *roomy;
    bool cut;    /* are there walls in it? */
    bool walled; /* indoor=room: entered by doors only. Else open to what it borders on that is
                    open, too */
    bool outside;
} Room;

/* A wall, a barrier or a post on one level. */
typedef struct Wall {
    const OsmObject *object;
    int level;
    GEOSGeometry *shape; /* as drawn */
    GEOSGeometry *thick; /* what it takes away, open at its doors */
    PlanBox box;
} Wall;

typedef struct Facade {
    GEOSGeometry *edge;
    const GEOSPreparedGeometry *prepared;
} Facade;

/* Where degrees become millimetres: the middle of the site, on the WGS 84 ellipsoid. */
typedef struct Site {
    double lat, lon;               /* of the origin */
    double mm_per_lat, mm_per_lon; /* of a degree there */
} Site;

typedef struct PlanDraft {
    Osm *osm;
    Arena *arena;
    Report *report;
    Site site;
    Plan plan;
    Room *room; /* of each space of the plan */
    Wall *wall;
    int wall_count;
    Facade *facade; /* of each level, once it was asked for */
    /* outlines so near to each other meet: kiosk:border_tolerance of the building */
    double border_mm;
    const OsmObject **edge_object; /* of each edge of the plan; NULL for what the builder made */
    bool assume_openings;          /* kiosk:assume_openings=yes somewhere */
    bool doorless; /* most rooms have no door: that was said once, for all of them */
} PlanDraft;

PlanPoint draft_point(const PlanDraft *draft, const OsmObject *node);
bool draft_outline(const PlanDraft *draft, const OsmObject *way,
                   AreaOutline *outline); /* false, said, when nodes are missing */

double
draft_tolerance(const PlanDraft *draft); /* millimetres: outlines so near to each other meet */

int draft_level(const PlanDraft *draft,
                int hundredths); /* index of a level of the plan, or PLAN_NONE */

/* The levels of an object, as indices of levels that the plan has; those of level=* and
   repeat_on=*. Says what it does not understand. Without any it answers 0. */
int draft_levels_of(const PlanDraft *draft, const OsmObject *object, int *levels);
/* Says which of its levels no space is drawn on. */
void draft_say_missing_levels(const PlanDraft *draft, const OsmObject *object);
int draft_hundredths_of(const PlanDraft *draft, const OsmObject *object,
                        int *hundredths); /* the same before there are levels */

/* A space on that level that holds the point, walled ones and the smallest first; PLAN_NONE if
   none. */
int draft_space_at(const PlanDraft *draft, int level, PlanPoint at);

LocalText draft_articles(const OsmObject *object); /* kiosk:article:LANG, as they stand */

Slice draft_title(const PlanDraft *draft, int space);  /* its name, or "couloir w5019" */
Slice draft_metres(const PlanDraft *draft, double mm); /* "3,2" */

int draft_add_node(PlanDraft *draft, PlanNodeKind kind, int level, int space, PlanPoint at);
/* An edge whose length is the straight line between its ends; the pointer is good until the next
   one is added. */
PlanEdge *draft_add_edge(PlanDraft *draft, PlanEdgeKind kind, int a, int b,
                         const OsmObject *object);

/* "0.9", "0,9 m", "90 cm": millimetres; 0 when absent, said when not understood. */
/* width=*: as draft_length, and said when nobody fits through. */
int draft_width(const PlanDraft *draft, const OsmObject *object);
int draft_length(const PlanDraft *draft, const OsmObject *object, const char *key);
/* "5 %", "5%", "-5", "0.05" with a percent sign meant: per mille; "up" and "down" give 0. */
int draft_incline(const PlanDraft *draft, const OsmObject *object);
int draft_seconds(const PlanDraft *draft, const OsmObject *object, const char *key, int otherwise);
Millis draft_day(const PlanDraft *draft, const OsmObject *object, const char *key,
                 Millis otherwise);

/* key:fr, key:en and so on, each set with its typography; key alone stands in for each language
   that the author writes, and so does another of them. Empty when there is none; a further language
   has only what is told in it. */
LocalText draft_words(const PlanDraft *draft, const OsmObject *object, const char *key);
