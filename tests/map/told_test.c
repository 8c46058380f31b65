/* Told against walked: every way of the campus, of the plan made by hand, and of plans drawn at
   random, in both languages. */
#include "support/hand_plan.h"
#include "support/sketch.h"
#include "support/test.h"
#include "support/walked.h"
#include "support/world.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define STREETS 40

static void test_every_way_of_the_campus(void **state) {
    (void)state;
    Millis when = 0;
    assert_true(civil_parse("2026-11-23T10:00", &when));
    assert_int_equal(walked_faults_of_plan(&world.pack.plan, when, "campus"), 0);
}

static void test_every_way_of_the_plan_by_hand(void **state) {
    (void)state;
    Plan plan = hand_plan();
    Millis when = 0;
    assert_true(civil_parse("2019-01-07", &when));
    assert_int_equal(walked_faults_of_plan(&plan, when, "by hand"), 0);
}

/* ---- streets drawn at random ----------------------------------------------------------------- */

/* A corridor that winds eastwards in pieces with borders of any slant, some of them bent, some with
   a gap of a few centimetres; rooms along it, a wall that stands in it, a lift and stairs to the
   same street one floor up. */
enum { JOINTS_MAX = 16, BENT_MAX = 3 };

typedef struct Joint {
    double left[2], right[2], bent[BENT_MAX][2]; /* bent: points of the border between them */
    int bends;
} Joint;

static uint32_t dice_state;

static double dice(double low, double high) {
    dice_state = dice_state * 1664525u + 1013904223u;
    return low + (high - low) * (dice_state >> 8) / 16777216.0;
}

static void bend_border(Joint *j) {
    double bulge = dice(-1.5, 1.5), x = j->left[0] - j->right[0], y = j->left[1] - j->right[1],
           length = hypot(x, y);
    j->bends = dice(0, 3) > 2 ? BENT_MAX : 0;
    for (int i = 0; i < j->bends; i++) {
        double t = (i + 1.0) / (j->bends + 1), off = bulge * sin(t * M_PI);
        j->bent[i][0] = j->right[0] + t * x - off * y / length;
        j->bent[i][1] = j->right[1] + t * y + off * x / length;
    }
}

static int lay_joints(Joint *joint, double width) {
    double x = 0, y = 0, bearing = 0;
    int count = 5 + (int)dice(0, 8);
    for (int i = 0; i < count; i++) {
        double next = i + 1 < count && i % 2 ? dice(-70, 70) : bearing,
               middle = (bearing + next) / 2 * M_PI / 180;
        double wide = width / 2 / cos((next - bearing) / 2 * M_PI / 180),
               slant = i % 2 ? 0 : dice(-1.2, 1.2) * width;
        double nx = -sin(middle), ny = cos(middle), tx = cos(bearing * M_PI / 180),
               ty = sin(bearing * M_PI / 180);
        joint[i] = (Joint){{x + nx * wide + tx * slant, y + ny * wide + ty * slant},
                           {x - nx * wide - tx * slant, y - ny * wide - ty * slant},
                           {{0}},
                           0};
        if (i % 2 == 0)
            bend_border(&joint[i]);
        bearing = next;
        double step = dice(9, 22) + width;
        x += step * cos(bearing * M_PI / 180);
        y += step * sin(bearing * M_PI / 180);
    }
    return count;
}

/* A room on one side of a piece, its door in the middle of the wall between them. */
static void add_room(const double a[2], const double b[2], int level, int number, double ring[][2],
                     int *count) {
    double x = b[0] - a[0], y = b[1] - a[1], length = hypot(x, y), ux = x / length, uy = y / length,
           at = dice(0.35, 0.65) * length;
    double door[2] = {a[0] + ux * at, a[1] + uy * at}, room[5][2];
    char tags[120];
    for (int i = 0; i < 2; i++) {
        double along = i ? 1.8 : -1.8;
        room[i ? 2 : 0][0] = door[0] + ux * along, room[i ? 2 : 0][1] = door[1] + uy * along;
        room[i ? 3 : 4][0] = door[0] + ux * along + uy * 4,
                     room[i ? 3 : 4][1] = door[1] + uy * along - ux * 4;
    }
    room[1][0] = door[0], room[1][1] = door[1];
    snprintf(tags, sizeof tags, "door=hinged|width=0.9|level=%d", level);
    sketch_node(tags, door[0], door[1]);
    snprintf(tags, sizeof tags, "indoor=room|room=office|ref=%d%02d|level=%d", level, number,
             level);
    sketch_ring(tags, (const double(*)[2])room, 5);
    for (int i = 0; i < 3; i++)
        ring[*count][0] = room[i][0], ring[(*count)++][1] = room[i][1];
}

static void add_piece(const Joint *from, const Joint *to, int level, int number) {
    double ring[40][2];
    int count = 0;
    char tags[100];
    ring[count][0] = from->right[0], ring[count++][1] = from->right[1];
    if (hypot(to->right[0] - from->right[0], to->right[1] - from->right[1]) > 6)
        add_room(from->right, to->right, level, 2 * number, ring, &count);
    ring[count][0] = to->right[0], ring[count++][1] = to->right[1];
    for (int i = 0; i < to->bends; i++)
        ring[count][0] = to->bent[i][0], ring[count++][1] = to->bent[i][1];
    ring[count][0] = to->left[0], ring[count++][1] = to->left[1];
    if (hypot(to->left[0] - from->left[0], to->left[1] - from->left[1]) > 6)
        add_room(to->left, from->left, level, 2 * number + 1, ring, &count);
    ring[count][0] = from->left[0], ring[count++][1] = from->left[1];
    for (int i = from->bends - 1; i >= 0; i--)
        ring[count][0] = from->bent[i][0], ring[count++][1] = from->bent[i][1];
    snprintf(tags, sizeof tags, "indoor=%s|level=%d", number % 2 ? "corridor" : "area", level);
    sketch_ring(tags, (const double(*)[2])ring, count);
}

/* Shafts at the west end, with doors into the first piece. */
static void add_shafts(const Joint *first) {
    double x = first->left[0] - first->right[0], y = first->left[1] - first->right[1],
           length = hypot(x, y), ux = x / length, uy = y / length;
    for (int i = 0; i < 2; i++) {
        double from = length * (i ? 0.55 : 0.05), to = length * (i ? 0.95 : 0.45), ring[4][2];
        ring[0][0] = first->right[0] + ux * from, ring[0][1] = first->right[1] + uy * from;
        ring[1][0] = first->right[0] + ux * to, ring[1][1] = first->right[1] + uy * to;
        ring[2][0] = ring[1][0] - uy * 3, ring[2][1] = ring[1][1] + ux * 3;
        ring[3][0] = ring[0][0] - uy * 3, ring[3][1] = ring[0][1] + ux * 3;
        sketch_ring(i ? "indoor=room|room=stairs|ref=S|level=0-1"
                      : "indoor=room|room=elevator|ref=L|level=0-1",
                    (const double(*)[2])ring, 4);
        sketch_node(i ? "door=no|width=1|level=0;1"
                      : "door=sliding|automatic_door=yes|width=0.9|level=0;1",
                    (ring[0][0] + ring[1][0]) / 2, (ring[0][1] + ring[1][1]) / 2);
    }
}

static void draw_streets(uint32_t seed) {
    dice_state = seed * 2654435761u + 1;
    double width = dice(3, 9), at = dice(0.2, 0.8);
    Joint joint[JOINTS_MAX];
    char tags[100];
    sketch_begin();
    int count = lay_joints(joint, width), stand = 1 + (int)dice(0, count - 2);
    joint[0].bends = joint[count - 1].bends = 0;
    for (int level = 0; level < 2; level++)
        for (int i = 1; i < count; i++)
            add_piece(&joint[i - 1], &joint[i], level, i);
    add_shafts(&joint[0]);
    const Joint *a = &joint[stand - 1], *b = &joint[stand];
    double x = (a->left[0] + a->right[0]) / 2 * (1 - at) + (b->left[0] + b->right[0]) / 2 * at;
    double y = (a->left[1] + a->right[1]) / 2 * (1 - at) + (b->left[1] + b->right[1]) / 2 * at;
    snprintf(tags, sizeof tags, "kiosk:id=k|kiosk:bearing=%.0f|level=0", dice(0, 359));
    sketch_node(tags, x, y);
    if (width > 6) { /* a wall across two thirds of the piece before the last */
        const Joint *c = &joint[count - 2], *d = &joint[count - 1];
        double u = (c->left[0] + d->left[0]) / 2, v = (c->left[1] + d->left[1]) / 2;
        double p = (c->right[0] + d->right[0]) / 2, q = (c->right[1] + d->right[1]) / 2;
        sketch_line("indoor=wall|level=0",
                    (const double[][2]){{u, v}, {u + (p - u) * 0.6, v + (q - v) * 0.6}}, 2);
    }
    sketch_import();
}

static int places_reached(void) {
    Arena arena = {0};
    const Plan *p = &sketch.plan;
    const int *ms =
        route_reach(router_for_all(p, &arena), (RouteAsk){p->kiosk[0].node, PLAN_NONE, {true}, 0});
    int missed = 0;
    for (int i = 0; i < p->space_count; i++)
        missed += p->space[i].place && ms[p->space[i].node] < 0;
    arena_free(&arena);
    return missed;
}

static void test_every_way_of_streets_drawn_at_random(void **state) {
    (void)state;
    int faults = 0, first = getenv("STREET") ? atoi(getenv("STREET")) : 0,
        most = getenv("STREETS") ? atoi(getenv("STREETS")) : STREETS;
    for (int i = first; i < first + most; i++) {
        char where[40];
        snprintf(where, sizeof where, "street %d", i);
        draw_streets((uint32_t)i);
        assert_true(sketch.good);
        int missed = places_reached(), wrong = walked_faults_of_plan(&sketch.plan, 0, where);
        if (missed)
            fprintf(stderr, "%s: %d places are not reached\n", where, missed);
        faults += wrong + missed;
    }
    assert_int_equal(faults, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_way_of_the_campus),
        cmocka_unit_test(test_every_way_of_the_plan_by_hand),
        cmocka_unit_test_teardown(test_every_way_of_streets_drawn_at_random, sketch_teardown),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
