/* A campus as plain data: floors, places, ways between them, and what changes with the calendar.
   Knows no file, no clock, no screen; tools/import makes it, the pack carries it,
   route, words and camera read it.

   Lengths are whole millimetres in a local frame: x to the east, y to the NORTH (a screen turns it
   over), the origin somewhere on the site; equirectangular around the origin, which on a site of
   500 m errs by less than a millimetre. Never Web Mercator, which at 45.8 degrees north makes every
   way 1.43 times too long.

   Heights are above the site's ground, bearings hundredths of a degree clockwise from north,
   inclines per mille. Times are civil and local: Millis since 1970-01-01T00:00 of the wall clock.
   Every index counts from 0 within its array in Plan; PLAN_NONE where nothing is meant. All memory
   is borrowed. */
#pragma once

#include "base/civil.h"
#include "base/lang.h"

#include <stdbool.h>
#include <stdint.h>

enum { PLAN_NONE = -1 };

#define PLAN_ALWAYS INT64_MIN /* since ever */
#define PLAN_NEVER INT64_MAX  /* no end */

typedef struct PlanPoint {
    int32_t x, y;
} PlanPoint;

/* Both corners belong to it. */
typedef struct PlanBox {
    PlanPoint min, max;
} PlanBox;

/* A name in every form that a sentence needs; nothing is glued together at run time, so elision and
   gender are right. */
typedef struct PlanName {
    LocalText plain; /* "Atelier soudage", "Welding workshop": on labels and in lists */
    LocalText the;   /* "l’atelier soudage", "the welding workshop" */
    LocalText of;    /* "de l’atelier soudage", "of the welding workshop" */
    LocalText to;    /* "à l’atelier soudage", "to the welding workshop": where one goes */
    LocalText at; /* "à l’atelier soudage", "at the welding workshop": where one is; of a floor "au
                 1er étage", "on the first floor" */
} PlanName;

/* ---- floors ---------------------------------------------------------------------------------- */

/* A floor. They are sorted from the lowest to the highest. */
typedef struct PlanLevel {
    /* of a storey, as in level=*: 0 ground floor, 100 first floor, -50 half a storey down */
    int hundredths;
    LocalText ref;     /* as it stands on the lift's button: "RDC", "1" */
    PlanName name;     /* "Rez-de-chaussée", "Ground floor" */
    int height_mm;     /* of the floor one walks on, above the site's ground */
    PlanBox box;       /* of all that is drawn on it */
    PlanPoint *vertex; /* of the ground and of every space on it */
    int vertex_count;
    int32_t *corner; /* three a triangle: indices in `vertex`, counter-clockwise seen from above */
    int corner_count;
    int ground_corners; /* the first so many corners are the floor's own outline, under everything
                           else */
    int first_line, line_count; /* in Plan.line */
} PlanLevel;

typedef enum PlanLineKind {
    LINE_OUTER, /* façade */
    LINE_WALL,
    LINE_LOW,   /* the edge of an area without a wall */
    LINE_TREAD, /* a step of stairs, a slat of an escalator */
    LINE_KIND_COUNT
} PlanLineKind;

/* A straight stroke to draw; doors are left open already. */
typedef struct PlanLine {
    PlanLineKind kind;
    PlanPoint a, b;
} PlanLine;

/* ---- places ---------------------------------------------------------------------------------- */

/* A part of the building that opens, and may close, as a whole. */
typedef struct PlanZone {
    Slice id;
    LocalText name;       /* "Aile est" */
    Millis opens, closes; /* PLAN_ALWAYS, PLAN_NEVER; `opens` counts, `closes` no longer */
} PlanZone;

typedef enum SpaceKind {
#define SPACE(name, ...) SPACE_##name,
#include "map/kinds.def"
#undef SPACE
    SPACE_KIND_COUNT
} SpaceKind;

typedef enum PlanAccess {
    ACCESS_PUBLIC,
    ACCESS_PERMIT,  /* accompanied, or with a badge: shown, found, and led to */
    ACCESS_PRIVATE, /* drawn, but never a destination and never walked through */
    ACCESS_COUNT
} PlanAccess;

/* One room, corridor or area on one floor. A lift shaft over three floors is three spaces of one
   connector. */
typedef struct PlanSpace {
    Slice id;  /* stable, for links and the command line: the author's kiosk:ref, else its ref, else
                  "w" and the way's number */
    Slice ref; /* on the door: "B112"; empty if none */
    PlanName name; /* empty if it has none: then it is neither listed nor labelled. Of a shaft: its
                      connector's */
    SpaceKind kind;
    PlanAccess access;
    int level, zone;  /* zone: PLAN_NONE for what is always open */
    int connector;    /* of a stairs, lift or escalator space; else PLAN_NONE */
    bool step_free;   /* wheelchair=yes: fitted for wheelchairs, as accessible toilets are. Says
                         nothing about the way there */
    bool place;       /* may be searched for and led to */
    int priority;     /* of its label: 1 first, 5 last */
    int area_dm2;     /* of the floor */
    PlanPoint anchor; /* centre of the largest circle inside */
    int radius_mm;    /* of that circle */
    PlanBox box;
    int node; /* where a way to it ends: stands at the anchor; PLAN_NONE for a space without any
                 node */
    int first_ring, ring_count;     /* in Plan.ring: outlines and holes */
    int first_corner, corner_count; /* in its level's `corner` */
    LocalText hours;                /* "du lundi au vendredi, 9 h – 17 h"; empty if not said */
} PlanSpace;

/* A closed outline; the first point is not repeated. Outlines run counter-clockwise, holes
   clockwise. */
typedef struct PlanRing {
    bool hole;
    int first_point, point_count; /* in Plan.point */
} PlanRing;

/* ---- ways ------------------------------------------------------------------------------------ */

typedef enum PlanNodeKind {
    NODE_DOOR, /* one side of a door, a step inside `space` (in a corridor at most its middle); the
                  other is across an EDGE_DOOR */
    NODE_CORNER, /* beside a corner of the walls, to be walked around */
    NODE_PORT,   /* where a connector is entered, one a floor */
    NODE_PLACE,  /* the anchor of a space */
    NODE_KIOSK,
    NODE_WAY, /* of a way that the author drew */
    NODE_KIND_COUNT
} PlanNodeKind;

typedef struct PlanNode {
    PlanNodeKind kind;
    int level, space; /* space: PLAN_NONE outdoors */
    PlanPoint at;
} PlanNode;

typedef enum PlanEdgeKind {
    EDGE_WALK,
    EDGE_DOOR, /* from one side of a door to the other; its one bend, if it has one, is the door
                  itself, in the wall */
    EDGE_STAIRS,
    EDGE_LIFT, /* between any two floors that it serves: the wait is paid once */
    EDGE_ESCALATOR,
    EDGE_RAMP,
    EDGE_KIND_COUNT
} PlanEdgeKind;

enum {
    EDGE_ONEWAY = 1,        /* from a to b only */
    EDGE_NO_WHEELCHAIR = 2, /* wheelchair=no */
    EDGE_ESCAPE = 4,        /* emergency exit: opening it sounds the alarm */
    EDGE_AUTOMATIC = 8,     /* opens by itself */
    EDGE_ASSUMED = 16,      /* no door was drawn; taken for granted under kiosk:assume_openings */
    EDGE_OPENING = 32,      /* an open passage: no leaf to push */
    EDGE_MAIN = 64,         /* the main entrance */
    /* nobody passes: the author's wall cuts the space in two, and this edge is there to say so */
    EDGE_WALL = 128,
    /* a passage of an open border, where nothing is drawn to be seen: its points are not bends, but
       the border as long as it is; one crosses it anywhere (straight.h) */
    EDGE_BORDER = 256,
    EDGE_FLAGS = 511
};

/* Walked both ways unless EDGE_ONEWAY. */
typedef struct PlanEdge {
    PlanEdgeKind kind;
    int a, b;       /* nodes */
    int length_mm;  /* walked, on the flat; of a lift 0 */
    int up_mm;      /* from a to b: negative when b is lower; 0 when level, or nobody says */
    int width_mm;   /* clear width; 0 when not known */
    int incline_pm; /* from a to b */
    int fixed_ms;   /* added to the walking: opening a door, waiting for a lift and riding it */
    int flags;
    int space;                    /* walked through; PLAN_NONE across a door */
    int connector;                /* PLAN_NONE if none */
    int first_point, point_count; /* bends between a and b, in Plan.point */
} PlanEdge;

/* A lift, a flight of stairs, an escalator, a ramp: what joins floors, under one name. */
typedef struct PlanConnector {
    Slice id;
    PlanEdgeKind kind;
    PlanName name; /* "Ascenseur A" */
} PlanConnector;

typedef enum PlanTarget {
    TARGET_OF_EDGE,
    TARGET_OF_SPACE,
    TARGET_OF_ZONE,
    TARGET_OF_CONNECTOR,
    PLAN_TARGET_COUNT
} PlanTarget;

/* Out of use for a time. */
typedef struct PlanClosure {
    PlanTarget target;
    int index;        /* of what is closed */
    Millis from, to;  /* `from` counts, `to` no longer */
    LocalText reason; /* "en panne", "out of service": stands after the name and a colon */
} PlanClosure;

/* Something to steer by. */
typedef struct PlanLandmark {
    PlanPoint at;
    int level, space; /* space: PLAN_NONE if it is none itself */
    int salience;     /* 1 seen by everybody, 5 only when looked for */
    PlanName name;
} PlanLandmark;

typedef struct PlanKiosk {
    Slice id;
    int level, node;
    PlanPoint at;
    int bearing_cdeg; /* of the screen's normal, out of the screen: a visitor looks the opposite way
                       */
} PlanKiosk;

/* ---- what hangs on places -------------------------------------------------------------------- */

typedef struct PlanEvent {
    Slice id;
    int space;
    Millis from, to;
    LocalText title;
    LocalText note; /* "sur inscription à l’accueil"; may be empty */
    int capacity;   /* 0 when not said */
} PlanEvent;

/* When a place is open, from OSM's opening_hours: one span of time on some days. Rows of a place
   stand in the author's order; see hours.h for how they are read together. */
typedef struct PlanHours {
    int space;
    /* beside the rows before it, instead of in place of them, on the days that it speaks of */
    bool adds;
    int days; /* HOURS_MONDAY << 0 to 6, and HOURS_HOLIDAY */
    /* dates that it speaks of, yyyymmdd, both counted; 0: all. Year 0: each year, and to < from
       goes around it */
    int from, to;
    /* since midnight; closes_min may lie in the next day, up to 48 h; both 0: shut all day */
    int opens_min, closes_min;
} PlanHours;

enum { HOURS_MONDAY = 1, HOURS_WEEK = 127, HOURS_HOLIDAY = 128, HOURS_DAYS = 255 };

/* Another word for a kind of place, or for one place: "WC" for toilets. Names and refs are searched
   without it. */
typedef struct PlanTerm {
    LocalText word;
    bool of_kind;
    int index; /* a SpaceKind or a space */
} PlanTerm;

typedef struct PlanLink {
    int space;
    int trade; /* index in Pack.trade: shown on its sheet as "where it is learnt" */
} PlanLink;

typedef struct PlanMachine {
    int space;
    LocalText name; /* "Tour à commande numérique" */
} PlanMachine;

/* What the builder could not make sense of or the audit found, for those who look after the campus;
   in French. */
typedef struct PlanFinding {
    Slice subject, message;
} PlanFinding;

typedef struct Plan {
    LocalText name; /* of the building; empty when the plan says none */
    bool illustrative;
    PlanBox
        box; /* of all floors: they are drawn in one frame, so that floors lie over one another */
    PlanLevel *level;
    PlanLine *line; /* floor by floor */
    PlanZone *zone;
    PlanSpace *space; /* floor by floor */
    PlanRing *ring;   /* space by space */
    PlanPoint *point;
    PlanNode *node;
    PlanEdge *edge;
    PlanConnector *connector;
    PlanClosure *closure;
    PlanLandmark *landmark;
    PlanKiosk *kiosk; /* the first is this one unless the installer says otherwise */
    PlanEvent *event; /* by time */
    PlanHours *hours; /* space by space */
    PlanTerm *term;
    PlanLink *link;
    PlanMachine *machine; /* space by space */
    PlanFinding *finding;
    int level_count, line_count, zone_count, space_count, ring_count, point_count, node_count,
        edge_count, connector_count;
    int closure_count, landmark_count, kiosk_count, event_count, hours_count, term_count,
        link_count, machine_count, finding_count;
} Plan;

/* ---- what may be passed, and in what time ---------------------------------------------------- */

enum {
    PLAN_WIDTH_MIN_MM = 770,  /* clear width that a wheelchair needs: arrêté du 20 avril 2017 (ERP
                                 neufs), art. 10, doors of 0.80 m */
    PLAN_INCLINE_MAX_PM = 60, /* any length */
    PLAN_INCLINE_SHORT_PM = 80, /* up to PLAN_SHORT_MM: the same, art. 2 */
    PLAN_SHORT_MM = 2000
};

typedef struct PlanTraveller {
    bool step_free; /* cannot take steps, escalators, narrow doors or steep ramps: a filter, never a
                       penalty */
} PlanTraveller;

/* Why an edge cannot be passed. */
typedef enum ObstacleKind {
    BAR_NONE,
    BAR_ONEWAY,
    BAR_ESCAPE,
    BAR_PRIVATE,
    BAR_STEPS, /* from here to BAR_WHEELCHAIR: only for a step-free traveller */
    BAR_ESCALATOR,
    BAR_NARROW,
    BAR_STEEP,
    BAR_WHEELCHAIR,
    BAR_ZONE, /* not open yet, or no longer: see PlanObstacle.index */
    BAR_CLOSED,
    BAR_WALL,     /* EDGE_WALL */
    BAR_UNJOINED, /* nothing leads there at all: no edge has it */
    BAR_COUNT
} ObstacleKind;

typedef struct PlanObstacle {
    ObstacleKind bar;
    int index; /* BAR_ZONE: the zone; BAR_CLOSED: the closure; else PLAN_NONE */
} PlanObstacle;

/* Is there a zone or closure that shuts the space at that time? BAR_NONE, BAR_ZONE
   or BAR_CLOSED. */
PlanObstacle plan_space_shut(const Plan *plan, int space, Millis when);

/* Of a zone that is closed for good: a stand of an open day that is over. */
bool plan_space_is_over(const Plan *plan, int space, Millis when);

/* May the edge be passed, from its a to its b (forward) or back? The router and the audit ask
   nobody else. Opening dates and closures are those of the edge, its connector, its space and the
   spaces of both its ends. */
PlanObstacle plan_edge_passable(const Plan *plan, int edge, bool forward, PlanTraveller who,
                                Millis when);

/* How long it takes: walking at 1.2 m/s (step-free 0.8), stairs 0.6 up and 0.7 down over their
   length on the flat, escalators 0.6, plus `fixed_ms`. A ramp takes a tenth longer for each 2 %
   upwards. The same both ways except on stairs and ramps. */
int plan_edge_ms(const Plan *plan, int edge, bool forward, PlanTraveller who);

int plan_find_space(const Plan *plan, Slice id); /* PLAN_NONE if there is none */
int plan_find_kiosk(const Plan *plan, Slice id);
const char *plan_kind_tag(SpaceKind kind); /* "workshop" */
