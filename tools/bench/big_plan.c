#include "tools/bench/big_plan.h"

#include <math.h>
#include <stdlib.h>

#define PER_SIDE 15 /* rooms along one side of a corridor */
#define ROOM_W 6000
#define ROOM_H 8000
#define CORRIDOR_H 3000
#define SPINE_W 3000
#define STOREY 4000
#define STRIP (2 * ROOM_H + CORRIDOR_H)

typedef struct Builder {
    Plan plan;
    Arena *arena;
    int rooms, corridors;
} Builder;

static int add_node(Builder *b, PlanNodeKind kind, int space, int level, int x, int y) {
    b->plan.node[b->plan.node_count] = (PlanNode){kind, level, space, {x, y}};
    return b->plan.node_count++;
}

static PlanEdge *add_edge(Builder *b, PlanEdgeKind kind, int from, int to) {
    PlanPoint p = b->plan.node[from].at, q = b->plan.node[to].at;
    PlanEdge *edge = &b->plan.edge[b->plan.edge_count++];
    *edge = (PlanEdge){.kind = kind,
                       .a = from,
                       .b = to,
                       .space = PLAN_NONE,
                       .connector = PLAN_NONE,
                       .length_mm = (int)hypot(q.x - p.x, q.y - p.y)};
    return edge;
}

static void draw_rect(Builder *b, PlanLevel *level, PlanSpace *s, PlanBox box) {
    Plan *p = &b->plan;
    PlanPoint corner[4] = {box.min, {box.max.x, box.min.y}, box.max, {box.min.x, box.max.y}};
    static const int TURN[6] = {0, 1, 2, 0, 2, 3};
    s->box = box;
    s->anchor = (PlanPoint){(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2};
    s->radius_mm = (box.max.x - box.min.x < box.max.y - box.min.y ? box.max.x - box.min.x
                                                                  : box.max.y - box.min.y) /
                   2;
    s->first_ring = p->ring_count;
    s->ring_count = 1;
    p->ring[p->ring_count++] = (PlanRing){false, p->point_count, 4};
    s->first_corner = level->corner_count;
    s->corner_count = 6;
    for (int i = 0; i < 6; i++)
        level->corner[level->corner_count++] = level->vertex_count + TURN[i];
    for (int i = 0; i < 4; i++) {
        p->point[p->point_count++] = corner[i];
        level->vertex[level->vertex_count++] = corner[i];
        p->line[p->line_count++] = (PlanLine){LINE_WALL, corner[i], corner[(i + 1) % 4]};
        level->line_count++;
    }
}

static int add_space(Builder *b, int level, SpaceKind kind, PlanBox box, const char *name) {
    int index = b->plan.space_count++;
    PlanSpace *s = &b->plan.space[index];
    Slice text = arena_printf(b->arena, "%s %d", name, index),
          ref = arena_printf(b->arena, "%d", index);
    *s = (PlanSpace){.id = ref,
                     .ref = ref,
                     .name = {.plain = {{text, text}}},
                     .kind = kind,
                     .level = level,
                     .zone = PLAN_NONE,
                     .connector = PLAN_NONE,
                     .node = PLAN_NONE,
                     .place = kind == SPACE_CLASSROOM,
                     .priority = 1 + index % 5};
    draw_rect(b, &b->plan.level[level], s, box);
    return index;
}

/* Everything one may stand at in a corridor sees everything else in it. */
static void join_all(Builder *b, const int *node, int count, int space) {
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++)
            add_edge(b, EDGE_WALK, node[i], node[j])->space = space;
}

static int add_door(Builder *b, int from, int to, int level, int x, int y) {
    int near = add_node(b, NODE_DOOR, from, level, x, y),
        far = add_node(b, NODE_DOOR, to, level, x, y);
    add_edge(b, EDGE_DOOR, near, far)->fixed_ms = 2000;
    return near;
}

static int add_room(Builder *b, int level, int corridor, int x, int y, int door_y) {
    int room =
        add_space(b, level, SPACE_CLASSROOM, (PlanBox){{x, y}, {x + ROOM_W, y + ROOM_H}}, "Salle");
    PlanSpace *s = &b->plan.space[room];
    int near = add_door(b, corridor, room, level, x + ROOM_W / 2, door_y);
    s->node = add_node(b, NODE_PLACE, room, level, s->anchor.x, s->anchor.y);
    add_edge(b, EDGE_WALK, near + 1, s->node)->space = room;
    return near;
}

/* Answers the node where the corridor meets the spine. */
static int add_corridor(Builder *b, int level, int spine, int number, int rooms) {
    int y = number * STRIP, seen[2 * PER_SIDE + 1], count = 0;
    int corridor = add_space(
        b, level, SPACE_CORRIDOR,
        (PlanBox){{0, y + ROOM_H}, {PER_SIDE * ROOM_W, y + ROOM_H + CORRIDOR_H}}, "Couloir");
    for (int i = 0; i < rooms; i++) {
        bool above = i >= PER_SIDE;
        int x = i % PER_SIDE * ROOM_W;
        seen[count++] = add_room(b, level, corridor, x, above ? y + ROOM_H + CORRIDOR_H : y,
                                 above ? y + ROOM_H + CORRIDOR_H : y + ROOM_H);
    }
    seen[count] = add_door(b, corridor, spine, level, 0, y + ROOM_H + CORRIDOR_H / 2);
    join_all(b, seen, count + 1, corridor);
    return seen[count] + 1;
}

static void add_floor(Builder *b, int level) {
    PlanLevel *l = &b->plan.level[level];
    int spaces = b->rooms + b->corridors + 1;
    PlanBox box = {{-SPINE_W, 0}, {PER_SIDE * ROOM_W, b->corridors * STRIP}};
    *l = (PlanLevel){.hundredths = level * 100,
                     .height_mm = level * STOREY,
                     .box = box,
                     .first_line = b->plan.line_count,
                     .vertex = arena_array(b->arena, PlanPoint, spaces * 4),
                     .corner = arena_array(b->arena, int32_t, spaces * 6)};
    int spine = add_space(b, level, SPACE_CORRIDOR,
                          (PlanBox){{-SPINE_W, 0}, {0, b->corridors * STRIP}}, "Galerie");
    int *seen = arena_array(b->arena, int, b->corridors + 1);
    for (int i = 0; i < b->corridors; i++) {
        int left = b->rooms - i * 2 * PER_SIDE;
        seen[i] = add_corridor(b, level, spine, i, left < 2 * PER_SIDE ? left : 2 * PER_SIDE);
    }
    seen[b->corridors] =
        add_node(b, NODE_PORT, spine, level, -SPINE_W / 2, b->corridors * STRIP / 2);
    join_all(b, seen, b->corridors + 1, spine);
    if (level == 0)
        return;
    int below = 0;
    for (int n = 0; n < b->plan.node_count; n++)
        if (b->plan.node[n].kind == NODE_PORT && b->plan.node[n].level == level - 1)
            below = n;
    add_edge(b, EDGE_LIFT, below, seen[b->corridors])->fixed_ms = 35000;
    PlanEdge *stairs = add_edge(b, EDGE_STAIRS, below, seen[b->corridors]);
    stairs->length_mm = 8400;
    stairs->up_mm = STOREY;
}

Plan big_plan(int rooms, int floors, Arena *arena) {
    Builder b = {
        .arena = arena, .rooms = rooms, .corridors = (rooms + 2 * PER_SIDE - 1) / (2 * PER_SIDE)};
    int spaces = floors * (rooms + b.corridors + 1), most = 2 * PER_SIDE + 1;
    int edges =
        floors * (b.corridors * most * most / 2 + b.corridors * b.corridors + rooms * 2 + 8);
    Plan *p = &b.plan;
    p->level = arena_array(arena, PlanLevel, floors);
    p->space = arena_array(arena, PlanSpace, spaces);
    p->ring = arena_array(arena, PlanRing, spaces);
    p->point = arena_array(arena, PlanPoint, spaces * 4);
    p->line = arena_array(arena, PlanLine, spaces * 4);
    p->node = arena_array(arena, PlanNode, spaces * 4 + floors);
    p->edge = arena_array(arena, PlanEdge, edges);
    p->level_count = floors;
    for (int level = 0; level < floors; level++)
        add_floor(&b, level);
    p->box = p->level[0].box;
    p->kiosk = arena_array(arena, PlanKiosk, 1);
    p->kiosk[0] =
        (PlanKiosk){.node = p->space[1].node, .at = p->space[1].anchor, .bearing_cdeg = 18000};
    p->kiosk_count = 1;
    return b.plan;
}
