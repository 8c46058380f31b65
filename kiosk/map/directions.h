/* A route told as a person would: one step a decision, by what one sees on the way. Decides what is
   worth saying; phrases.h says it. Pure: knows no clock and no screen. */
#pragma once

#include "map/path.h"

/* |angle| up to 20 degrees is straight on, up to 75 a slight turn, above that a turn (thresholds of
   c3nav, in use at the Chaos Communication Congress). Right is positive. */
typedef enum TurnClass {
    TURN_STRAIGHT,
    TURN_SLIGHT_LEFT,
    TURN_SLIGHT_RIGHT,
    TURN_LEFT,
    TURN_RIGHT,
    TURN_BACK
} TurnClass;

TurnClass turn_of(double deg); /* TURN_BACK from 150 degrees on */

typedef enum DecisionKind {
    /* deg: against the screen's normal; turn: of who faces the screen, straight for who turns
       around */
    DECIDE_START,
    DECIDE_TURN,   /* edge: the door right before it, if one is gone through there */
    DECIDE_DOOR,   /* turn: the side on which it lies */
    DECIDE_CLIMB,  /* a lift, stairs, an escalator to `to_level`, or a ramp on the same floor; turn:
                      the side */
    DECIDE_LEAVE,  /* out of the lift or the stairs: what was left and right before says nothing any
                      more */
    DECIDE_ARRIVE, /* turn: the side of its door, or of the place itself where there is none */
    DECISION_KIND_COUNT
} DecisionKind;

typedef enum Relation { RELATION_NONE, RELATION_AFTER, RELATION_AT, RELATION_BEFORE } Relation;

typedef struct Decision {
    DecisionKind kind;
    TurnClass turn;
    double deg;
    double along_mm, until_mm; /* on the path: from here to the next decision */
    int level, to_level;
    int edge; /* the door gone through or the connector taken; PLAN_NONE */
    int nth;  /* of the doors on that side, 1 to 3; 0 for the only one, or too many to count */
    /* the space behind the door; of a start without a kiosk the space that is left; PLAN_NONE */
    int into;
    /* how many doors with a leaf are gone through straight on before the next decision */
    int passes;
    bool up;                  /* of a climb */
    Relation relation;        /* to `landmark` */
    const PlanName *landmark; /* NULL if none */
} Decision;

typedef struct Decisions {
    Decision *decision;
    int count;
} Decisions;

/* From the kiosk to the space, along the route and its path. Lives in the arena. */
Decisions directions_decide(const Plan *plan, const Route *route, const Path *path, int kiosk,
                            int space, Arena *arena);
