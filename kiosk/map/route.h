/* The quickest way between two nodes of a plan at a given time, or what stands in the way. Plain
   numbers: no words, no drawing, no clock; what may be passed is asked of plan.h alone. After
   router_new nothing is allocated. */
#pragma once

#include "base/arena.h"
#include "map/plan.h"

typedef struct Router Router;

typedef struct RouteAsk {
    int from, to; /* nodes */
    PlanTraveller who;
    Millis when;
} RouteAsk;

typedef struct RouteLeg {
    int edge;
    bool forward; /* from the edge's a to its b */
} RouteLeg;

/* `leg` belongs to the router and holds until it is asked again. */
typedef struct Route {
    bool found;
    int ms, length_mm;
    const RouteLeg *leg;
    int leg_count;
    int settled; /* nodes looked at: for the benchmark */
} Route;

/* What bars the way where it is barred least. */
enum { ROUTE_BARS_MAX = 4 };

typedef struct Obstacle {
    int edge;
    PlanObstacle obstacle;
} Obstacle;

typedef struct RouteWhy {
    /* false: no way at all was drawn, open or not; then the one bar is BAR_UNJOINED and has
       no edge */
    bool joined;
    int count;
    Obstacle
        bar[ROUTE_BARS_MAX]; /* in walking order; what is said by one is not repeated by the next */
} RouteWhy;

/* Borrows the plan; everything else lives in the arena. */
Router *router_new(const Plan *plan, Arena *arena);

/* Without the bounds that make single ways quick: ready at once, for whoever asks for all places.
   Same answers. */
Router *router_for_all(const Plan *plan, Arena *arena);

/* The least time, and among equal ones the shortest. A* (Hart, Nilsson, Raphael 1968) under lower
   bounds from landmarks (Goldberg, Harrelson 2005): the same answer as route_plainly in a fraction
   of its time. */
Route route_find(Router *router, RouteAsk ask);

/* Dijkstra (1959): the yardstick of the tests. */
Route route_plainly(Router *router, RouteAsk ask);

/* Time to every node, -1 where there is no way; `ask.to` is not read. The array is the router's, as
   above. */
const int *route_reach(Router *router, RouteAsk ask);
int route_reached_mm(const Router *router,
                     int node); /* of the way that route_reach found to a node that it reached */

/* Asked when route_find found nothing; there is always a bar. */
RouteWhy route_why(Router *router, RouteAsk ask);

/* The same for many nodes: route_pass_bars searches once from `ask.from`, route_barred_at asks
   about one node. */
void route_pass_bars(Router *router, RouteAsk ask);
RouteWhy route_barred_at(Router *router, RouteAsk ask);

/* Closures without which the way would be quicker, in walking order; none when it is not changed by
   any. */
RouteWhy route_missed(Router *router, RouteAsk ask);

/* The place of the same kind that can be reached soonest, other than `space`; PLAN_NONE if there is
   none. */
int route_alternative(Router *router, RouteAsk ask, int space);

/* What crossing the edge costs here: its time, and two seconds for every corner turned on it, half
   of them at each end. */
int route_edge_ms(const Plan *plan, int edge, bool forward, PlanTraveller who);
