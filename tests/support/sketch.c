#include "support/sketch.h"

#include "map/route.h"
#include "support/test.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define NODES_MAX 5000

Sketch sketch;

static struct {
    int id;
    double x, y;
} node[NODES_MAX];
static int node_count;

void sketch_begin(void) {
    arena_free(&sketch.arena);
    report_free(&sketch.report);
    memset(&sketch, 0, sizeof sketch);
    sketch.lat = 45;
    sketch.lon = 3;
    node_count = 0;
}

int sketch_teardown(void **state) {
    (void)state;
    arena_free(&sketch.arena);
    report_free(&sketch.report);
    return 0;
}

static void put(char *text, size_t *len, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static void put(char *text, size_t *len, const char *format, ...) {
    va_list list;
    va_start(list, format);
    *len += (size_t)vsnprintf(text + *len, SKETCH_BYTES - *len, format, list);
    va_end(list);
    assert_true(*len < SKETCH_BYTES);
}

static void put_tags(char *text, size_t *len, const char *tags) {
    while (*tags) {
        int pair = (int)strcspn(tags, "|"), key = (int)strcspn(tags, "=");
        put(text, len, "<tag k=\"%.*s\" v=\"%.*s\"/>", key, tags, pair - key - 1, tags + key + 1);
        tags += pair + (tags[pair] == '|');
    }
}

/* Radii of the ellipsoid at the place itself: to a millimetre, what the builder does. */
static void put_node(int id, const char *tags, double x, double y) {
    const double A = 6378137.0, E2 = 0.00669437999014;
    double s = sin(sketch.lat * M_PI / 180), w = 1 - E2 * s * s;
    double lat = sketch.lat + y / (A * (1 - E2) / (w * sqrt(w)) * M_PI / 180);
    double lon =
        remainder(sketch.lon + x / (A / sqrt(w) * cos(sketch.lat * M_PI / 180) * M_PI / 180), 360);
    put(sketch.nodes, &sketch.nodes_len, "<node id=\"%d\" lat=\"%.10f\" lon=\"%.10f\">", id, lat,
        lon);
    put_tags(sketch.nodes, &sketch.nodes_len, tags);
    put(sketch.nodes, &sketch.nodes_len, "</node>\n");
}

/* A point of an outline: the node that is there, or a new one. */
static int node_at(double x, double y) {
    for (int i = 0; i < node_count; i++)
        if (fabs(node[i].x - x) < 1e-6 && fabs(node[i].y - y) < 1e-6)
            return node[i].id;
    return sketch_node("", x, y);
}

int sketch_node(const char *tags, double x, double y) {
    int id = ++sketch.next_id;
    assert_true(node_count < NODES_MAX);
    node[node_count].id = id;
    node[node_count].x = x;
    node[node_count++].y = y;
    put_node(id, tags, x, y);
    return id;
}

static int put_way(const char *tags, const double (*xy)[2], int count, bool closed) {
    int refs[256], id = ++sketch.next_id;
    assert_true(count < 256);
    for (int i = 0; i < count; i++)
        refs[i] = node_at(xy[i][0], xy[i][1]);
    put(sketch.ways, &sketch.ways_len, "<way id=\"%d\">", id);
    for (int i = 0; i < count + closed; i++)
        put(sketch.ways, &sketch.ways_len, "<nd ref=\"%d\"/>", refs[i % count]);
    put_tags(sketch.ways, &sketch.ways_len, tags);
    put(sketch.ways, &sketch.ways_len, "</way>\n");
    return id;
}

int sketch_ring(const char *tags, const double (*xy)[2], int count) {
    return put_way(tags, xy, count, true);
}

int sketch_line(const char *tags, const double (*xy)[2], int count) {
    return put_way(tags, xy, count, false);
}

int sketch_rect(const char *tags, double x0, double y0, double x1, double y1) {
    return sketch_ring(tags, (const double[][2]){{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, 4);
}

void sketch_hole(const char *tags, int outer, int inner) {
    put(sketch.ways, &sketch.ways_len,
        "<relation id=\"%d\"><member type=\"way\" ref=\"%d\" role=\"outer\"/>", ++sketch.next_id,
        outer);
    if (inner)
        put(sketch.ways, &sketch.ways_len, "<member type=\"way\" ref=\"%d\" role=\"inner\"/>",
            inner);
    put_tags(sketch.ways, &sketch.ways_len, tags);
    put(sketch.ways, &sketch.ways_len, "</relation>\n");
}

const char *sketch_text(void) {
    return arena_printf(&sketch.arena, "<osm version=\"0.6\">\n%s%s</osm>\n", sketch.nodes,
                        sketch.ways)
        .at;
}

void sketch_import_with(const char *overlay, TradeIds trades) {
    ImportFile file[2] = {{LIT("plan.osm"), slice_from(sketch_text())},
                          {LIT("over.osm"), slice_from(overlay)}};
    sketch.good =
        import_plan(file, overlay ? 2 : 1, trades, &sketch.report, &sketch.arena, &sketch.plan);
}

void sketch_import(void) {
    sketch_import_with(NULL, (TradeIds){0});
}

bool sketch_says(const char *words) {
    for (int i = 0; i < sketch.report.count; i++)
        if (slice_find(sketch.report.entry[i].message, slice_from(words)) >= 0)
            return true;
    return false;
}

void sketch_expect(const char *words) {
    if (sketch_says(words))
        return;
    report_print(&sketch.report, stderr);
    fail_msg("nothing says \"%s\"", words);
}

int sketch_space(const char *id) {
    int space = plan_find_space(&sketch.plan, slice_from(id));
    if (space == PLAN_NONE) {
        report_print(&sketch.report, stderr);
        fail_msg("no space is called %s", id);
    }
    return space;
}

int sketch_door(int from, int to) {
    const Plan *p = &sketch.plan;
    for (int i = 0; i < p->edge_count; i++) {
        int a = p->node[p->edge[i].a].space, b = p->node[p->edge[i].b].space;
        if (p->edge[i].kind == EDGE_DOOR && ((a == from && b == to) || (a == to && b == from)))
            return i;
    }
    return PLAN_NONE;
}

const PlanEdge *sketch_edge_of_kind(PlanEdgeKind kind) {
    for (int i = 0; i < sketch.plan.edge_count; i++)
        if (sketch.plan.edge[i].kind == kind)
            return &sketch.plan.edge[i];
    fail_msg("no edge of kind %d", kind);
    return NULL;
}

double sketch_metres_between_kiosks(void) {
    Arena arena = {0};
    Router *router = router_for_all(&sketch.plan, &arena);
    RouteAsk ask = {sketch.plan.kiosk[0].node, sketch.plan.kiosk[1].node, {false}, 0};
    Route route = route_find(router, ask);
    double metres = route.found ? route.length_mm / 1000.0 : -1;
    arena_free(&arena);
    return metres;
}
