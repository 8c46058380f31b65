#include "support/hand_plan.h"

#include <math.h>
#include <string.h>

#define W(fr, en)                                                                                  \
    {                                                                                              \
        {                                                                                          \
            {fr, (int)sizeof(fr) - 1}, {                                                           \
                en, (int)sizeof(en) - 1                                                            \
            }                                                                                      \
        }                                                                                          \
    }
#define S(text)                                                                                    \
    { text, (int)sizeof(text) - 1 }

/* A French name with its article forms; in English the plain form follows the word before it. */
#define NAME(plain, the, of, to, en, en_the, en_at)                                                \
    { W(plain, en), W(the, en_the), W(of, "of " en_the), W(to, "to " en_the), W(to, en_at) }

#define SECOND 1000
#define STOREY_MM 4000

/* ---- floors, zone, connectors ---------------------------------------------------------------- */

static const PlanLevel LEVEL[] = {
    {.hundredths = 0,
     .ref = W("RDC", "G"),
     .height_mm = 0,
     .name = NAME("Rez-de-chaussée", "le rez-de-chaussée", "du rez-de-chaussée",
                  "au rez-de-chaussée", "Ground floor", "the ground floor", "on the ground floor")},
    {.hundredths = 100,
     .ref = W("1", "1"),
     .height_mm = STOREY_MM,
     .name = NAME("1er étage", "le 1er étage", "du 1er étage", "au 1er étage", "First floor",
                  "the first floor", "on the first floor")},
};

static const PlanConnector CONNECTOR[HAND_CONNECTORS] = {
    [HAND_LIFT] = {S("A"), EDGE_LIFT,
                   NAME("Ascenseur A", "l’ascenseur A", "de l’ascenseur A", "à l’ascenseur A",
                        "Lift A", "lift A", "at lift A")},
    [HAND_STAIRS] = {S("B"), EDGE_STAIRS,
                     NAME("Escalier B", "l’escalier B", "de l’escalier B", "à l’escalier B",
                          "Staircase B", "staircase B", "at staircase B")},
    [HAND_ESCALATOR] = {S("C"), EDGE_ESCALATOR,
                        NAME("Escalator C", "l’escalator C", "de l’escalator C", "à l’escalator C",
                             "Escalator C", "escalator C", "at escalator C")},
    [HAND_RAMP] = {S("D"), EDGE_RAMP,
                   NAME("Rampe", "la rampe", "de la rampe", "à la rampe", "Ramp", "the ramp",
                        "at the ramp")},
};

/* ---- spaces: rectangles ---------------------------------------------------------------------- */

typedef struct Rect {
    PlanSpace space;
    int32_t x0, y0, x1, y1;
} Rect;

#define PLACE_IN(level_)                                                                           \
    .level = (level_), .zone = PLAN_NONE, .connector = PLAN_NONE, .node = PLAN_NONE,               \
    .priority = 3, .place = true
#define SHAFT(level_, which)                                                                       \
    .level = (level_), .zone = PLAN_NONE, .connector = (which), .node = PLAN_NONE, .priority = 2

static const Rect RECT[HAND_SPACES] = {
    [HAND_HALL] = {{.id = S("hall"),
                    .kind = SPACE_HALL,
                    PLACE_IN(0),
                    .name = NAME("Hall d’accueil", "le hall d’accueil", "du hall d’accueil",
                                 "au hall d’accueil", "Entrance hall", "the entrance hall",
                                 "in the entrance hall")},
                   0,
                   0,
                   10000,
                   8000},
    [HAND_CORRIDOR] =
        {{.id = S("couloir"), .kind = SPACE_CORRIDOR, PLACE_IN(0)}, 10000, 0, 30000, 4000},
    [HAND_LEG] =
        {{.id = S("aile"), .kind = SPACE_CORRIDOR, PLACE_IN(0)}, 26000, 4000, 30000, 16000},
    [HAND_WORKSHOP] = {{.id = S("A1"),
                        .ref = S("A1"),
                        .kind = SPACE_WORKSHOP,
                        PLACE_IN(0),
                        .name = NAME("Atelier soudage", "l’atelier soudage", "de l’atelier soudage",
                                     "à l’atelier soudage", "Welding workshop",
                                     "the welding workshop", "at the welding workshop")},
                       12000,
                       -12000,
                       24000,
                       0},
    [HAND_STORE] = {{.id = S("A2"),
                     .ref = S("A2"),
                     .kind = SPACE_STORAGE,
                     PLACE_IN(0),
                     .name = NAME("Magasin", "le magasin", "du magasin", "au magasin", "Store",
                                  "the store", "at the store")},
                    26000,
                    16000,
                    30000,
                    20000},
    [HAND_LIFT_0] = {{.id = S("ascenseur-0"), .kind = SPACE_LIFT, SHAFT(0, HAND_LIFT)},
                     20000,
                     4000,
                     22000,
                     6000},
    [HAND_STAIRS_0] = {{.id = S("escalier-0"), .kind = SPACE_STAIRS, SHAFT(0, HAND_STAIRS)},
                       14000,
                       4000,
                       18000,
                       10000},
    [HAND_ESCALATOR_0] = {{.id = S("escalator-0"),
                           .kind = SPACE_ESCALATOR,
                           SHAFT(0, HAND_ESCALATOR)},
                          11000,
                          4000,
                          13000,
                          12000},
    [HAND_LANDING] =
        {{.id = S("palier"), .kind = SPACE_CORRIDOR, PLACE_IN(1)}, 10000, 0, 30000, 4000},
    [HAND_ROOM] = {{.id = S("S101"),
                    .ref = S("S101"),
                    .kind = SPACE_CLASSROOM,
                    PLACE_IN(1),
                    .name = NAME("Salle S101", "la salle S101", "de la salle S101",
                                 "à la salle S101", "Room S101", "room S101", "in room S101")},
                   12000,
                   -8000,
                   24000,
                   0},
    [HAND_EAST] = {{.id = S("E102"),
                    .ref = S("E102"),
                    .kind = SPACE_PROJECT,
                    PLACE_IN(1),
                    .name = NAME("Salle de projet E102", "la salle de projet E102",
                                 "de la salle de projet E102", "à la salle de projet E102",
                                 "Project room E102", "project room E102", "in project room E102")},
                   30000,
                   0,
                   38000,
                   8000},
    [HAND_LIFT_1] = {{.id = S("ascenseur-1"), .kind = SPACE_LIFT, SHAFT(1, HAND_LIFT)},
                     20000,
                     4000,
                     22000,
                     6000},
    [HAND_STAIRS_1] = {{.id = S("escalier-1"), .kind = SPACE_STAIRS, SHAFT(1, HAND_STAIRS)},
                       14000,
                       4000,
                       18000,
                       10000},
    [HAND_ESCALATOR_1] = {{.id = S("escalator-1"),
                           .kind = SPACE_ESCALATOR,
                           SHAFT(1, HAND_ESCALATOR)},
                          11000,
                          4000,
                          13000,
                          12000},
};

/* ---- nodes ----------------------------------------------------------------------------------- */

/* Doors: where, and from which space to which. */
static const struct {
    int32_t x, y;
    int from, to, width_mm, fixed_ms, flags;
} DOOR[] = {
    {10000, 2000, HAND_HALL, HAND_CORRIDOR, 3000, 0, EDGE_OPENING},
    {28000, 4000, HAND_CORRIDOR, HAND_LEG, 4000, 0, EDGE_OPENING},
    {18000, 0, HAND_CORRIDOR, HAND_WORKSHOP, 1600, 2 * SECOND, 0},
    {28000, 16000, HAND_LEG, HAND_STORE, 700, 2 * SECOND, 0},
    {21000, 4000, HAND_CORRIDOR, HAND_LIFT_0, 900, 0, EDGE_AUTOMATIC},
    {16000, 4000, HAND_CORRIDOR, HAND_STAIRS_0, 1600, 0, EDGE_OPENING},
    {12000, 4000, HAND_CORRIDOR, HAND_ESCALATOR_0, 1000, 0, EDGE_OPENING},
    {21000, 4000, HAND_LANDING, HAND_LIFT_1, 900, 0, EDGE_AUTOMATIC},
    {16000, 4000, HAND_LANDING, HAND_STAIRS_1, 1600, 0, EDGE_OPENING},
    {12000, 4000, HAND_LANDING, HAND_ESCALATOR_1, 1000, 0, EDGE_OPENING},
    {18000, 0, HAND_LANDING, HAND_ROOM, 900, 2 * SECOND, 0},
    {30000, 2000, HAND_LANDING, HAND_EAST, 900, 2 * SECOND, 0},
};
enum { DOOR_COUNT = sizeof DOOR / sizeof *DOOR, EDGES_MAX = 128 };

static struct Memory {
    PlanLevel level[2];
    PlanConnector connector[HAND_CONNECTORS];
    PlanZone zone[1];
    PlanSpace space[HAND_SPACES];
    PlanRing ring[HAND_SPACES];
    PlanPoint point[HAND_SPACES * 4], vertex[2][HAND_SPACES * 4];
    int32_t corner[2][HAND_SPACES * 6];
    PlanLine line[HAND_SPACES * 4];
    PlanNode node[64];
    PlanEdge edge[EDGES_MAX];
    PlanKiosk kiosk[1];
    PlanLandmark landmark[1];
    PlanClosure closure[4];
    PlanTerm term[2];
} m;

static int add_node(Plan *p, PlanNodeKind kind, int space, PlanPoint at) {
    m.node[p->node_count] = (PlanNode){kind, m.space[space].level, space, at};
    return p->node_count++;
}

static PlanEdge *add_edge(Plan *p, PlanEdgeKind kind, int a, int b) {
    PlanPoint from = m.node[a].at, to = m.node[b].at;
    m.edge[p->edge_count] =
        (PlanEdge){.kind = kind,
                   .a = a,
                   .b = b,
                   .space = PLAN_NONE,
                   .connector = PLAN_NONE,
                   .length_mm = (int)lround(hypot(to.x - from.x, to.y - from.y))};
    return &m.edge[p->edge_count++];
}

/* ---- drawing --------------------------------------------------------------------------------- */

static void add_rect(Plan *p, int index) {
    const Rect *r = &RECT[index];
    PlanSpace *s = &m.space[index];
    PlanLevel *level = &m.level[r->space.level];
    PlanPoint corner[4] = {{r->x0, r->y0}, {r->x1, r->y0}, {r->x1, r->y1}, {r->x0, r->y1}};
    *s = r->space;
    s->box = (PlanBox){corner[0], corner[2]};
    s->anchor = (PlanPoint){(r->x0 + r->x1) / 2, (r->y0 + r->y1) / 2};
    s->radius_mm = (r->x1 - r->x0 < r->y1 - r->y0 ? r->x1 - r->x0 : r->y1 - r->y0) / 2;
    s->area_dm2 = (r->x1 - r->x0) / 100 * ((r->y1 - r->y0) / 100);
    s->first_ring = p->ring_count;
    s->ring_count = 1;
    m.ring[p->ring_count++] = (PlanRing){false, p->point_count, 4};
    memcpy(m.point + p->point_count, corner, sizeof corner);
    p->point_count += 4;
    s->first_corner = level->corner_count;
    s->corner_count = 6;
    static const int TURN[6] = {0, 1, 2, 0, 2, 3};
    for (int i = 0; i < 6; i++)
        level->corner[level->corner_count++] = level->vertex_count + TURN[i];
    memcpy(level->vertex + level->vertex_count, corner, sizeof corner);
    level->vertex_count += 4;
    for (int i = 0; i < 4; i++, level->line_count++)
        m.line[p->line_count++] = (PlanLine){LINE_WALL, corner[i], corner[(i + 1) % 4]};
}

static void draw(Plan *p) {
    for (int i = 0; i < 2; i++) {
        m.level[i] = LEVEL[i];
        m.level[i].vertex = m.vertex[i];
        m.level[i].corner = m.corner[i];
        m.level[i].box = (PlanBox){{0, -12000}, {38000, 20000}};
    }
    for (int i = 0; i < HAND_SPACES; i++) {
        if (i == HAND_LANDING)
            m.level[1].first_line = p->line_count;
        add_rect(p, i);
    }
    p->box = m.level[0].box;
    m.space[HAND_EAST].zone = 0;
}

/* ---- ways ------------------------------------------------------------------------------------ */

static void add_places(Plan *p) {
    for (int i = 0; i < HAND_SPACES; i++) {
        PlanSpace *s = &m.space[i];
        PlanPoint at = s->connector == PLAN_NONE ? s->anchor : (PlanPoint){s->anchor.x, 5000};
        s->node = add_node(p, s->connector == PLAN_NONE ? NODE_PLACE : NODE_PORT, i, at);
    }
}

static void add_doors(Plan *p) {
    for (int i = 0; i < DOOR_COUNT; i++) {
        PlanPoint at = {DOOR[i].x, DOOR[i].y};
        int a = add_node(p, NODE_DOOR, DOOR[i].from, at),
            b = add_node(p, NODE_DOOR, DOOR[i].to, at);
        PlanEdge *edge = add_edge(p, EDGE_DOOR, a, b);
        edge->width_mm = DOOR[i].width_mm;
        edge->fixed_ms = DOOR[i].fixed_ms;
        edge->flags = DOOR[i].flags;
    }
}

/* Every rectangle is convex: a straight line joins any two nodes in it. The workshop has its ramp
   instead. */
static void walk_straight(Plan *p) {
    for (int a = 0; a < p->node_count; a++)
        for (int b = a + 1; b < p->node_count; b++)
            if (m.node[a].space == m.node[b].space && m.node[a].space != HAND_WORKSHOP)
                add_edge(p, EDGE_WALK, a, b)->space = m.node[a].space;
}

static int door_of(const Plan *p, int space) {
    for (int i = 0; i < p->node_count; i++)
        if (m.node[i].kind == NODE_DOOR && m.node[i].space == space)
            return i;
    return PLAN_NONE;
}

/* Five metres long, 0.25 m high, from the workshop's door; a metre more to its middle. */
static void add_ramp(Plan *p) {
    int top = add_node(p, NODE_CORNER, HAND_WORKSHOP, (PlanPoint){18000, -5000});
    PlanEdge *ramp = add_edge(p, EDGE_RAMP, door_of(p, HAND_WORKSHOP), top);
    ramp->up_mm = 250;
    ramp->incline_pm = 50;
    ramp->width_mm = 1600;
    ramp->connector = HAND_RAMP;
    ramp->space = HAND_WORKSHOP;
    add_edge(p, EDGE_WALK, top, m.space[HAND_WORKSHOP].node)->space = HAND_WORKSHOP;
}

static void add_connector(Plan *p, int which, int lower, int upper, int length_mm, int fixed_ms,
                          int flags) {
    PlanEdge *edge = add_edge(p, CONNECTOR[which].kind, m.space[lower].node, m.space[upper].node);
    edge->connector = which;
    edge->length_mm = length_mm;
    edge->up_mm = STOREY_MM;
    edge->fixed_ms = fixed_ms;
    edge->flags = flags;
}

static void connect(Plan *p) {
    add_places(p);
    PlanPoint kiosk = {5000, 6000};
    m.kiosk[0] = (PlanKiosk){S("hall"), 0, add_node(p, NODE_KIOSK, HAND_HALL, kiosk), kiosk, 18000};
    add_doors(p);
    walk_straight(p);
    add_ramp(p);
    add_connector(p, HAND_LIFT, HAND_LIFT_0, HAND_LIFT_1, 0, 35 * SECOND, 0);
    add_connector(p, HAND_STAIRS, HAND_STAIRS_0, HAND_STAIRS_1, 8400, 0, 0);
    add_connector(p, HAND_ESCALATOR, HAND_ESCALATOR_0, HAND_ESCALATOR_1, 8400, 0, EDGE_ONEWAY);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static Millis day(const char *date) {
    Millis when = 0;
    civil_parse(date, &when);
    return when;
}

Plan hand_plan(void) {
    static const PlanTerm TERMS[2] = {{W("cours", "lesson"), true, SPACE_CLASSROOM},
                                      {W("MIG", "MIG"), false, HAND_WORKSHOP}};
    memset(&m, 0, sizeof m);
    Plan p = {.name = W("Bâtiment d’essai", "Test building"),
              .illustrative = true,
              .level = m.level,
              .line = m.line,
              .zone = m.zone,
              .space = m.space,
              .ring = m.ring,
              .point = m.point,
              .node = m.node,
              .edge = m.edge,
              .connector = m.connector,
              .closure = m.closure,
              .landmark = m.landmark,
              .kiosk = m.kiosk,
              .term = m.term,
              .level_count = 2,
              .zone_count = 1,
              .space_count = HAND_SPACES,
              .connector_count = HAND_CONNECTORS,
              .kiosk_count = 1,
              .landmark_count = 1,
              .term_count = 2};
    memcpy(m.connector, CONNECTOR, sizeof CONNECTOR);
    memcpy(m.term, TERMS, sizeof TERMS);
    m.zone[0] = (PlanZone){S("est"), W("Aile est", "East wing"), day("2018-09-03"), PLAN_NEVER};
    draw(&p);
    connect(&p);
    m.landmark[0] = (PlanLandmark){{10000, 6000},
                                   0,
                                   PLAN_NONE,
                                   1,
                                   NAME("Accueil", "l’accueil", "de l’accueil", "à l’accueil",
                                        "Reception", "reception", "at reception")};
    return p;
}

void hand_close_lift(Plan *plan) {
    plan->closure[plan->closure_count++] = (PlanClosure){
        TARGET_OF_CONNECTOR, HAND_LIFT, PLAN_ALWAYS, PLAN_NEVER, W("en panne", "out of service")};
}
