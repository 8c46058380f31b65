#include "support/sketch_way.h"

#include "map/directions_text.h"
#include "support/languages.h"
#include "support/sketch.h"
#include "support/test.h"
#include "support/walked.h"

#include <string.h>

static Arena arena;

int sketch_way_teardown(void **state) {
    arena_free(&arena);
    return sketch_teardown(state);
}

SketchWay sketch_way(const char *id, bool step_free) {
    const Plan *p = &sketch.plan;
    int space = sketch_space(id);
    RouteAsk ask = {p->kiosk[0].node, p->space[space].node, {step_free}, 0};
    Router *router = router_new(p, &arena);
    SketchWay w = {.why = route_why(router, ask), .told = ""};
    w.route = route_find(router, ask);
    w.path = path_of(p, &w.route, ask.from, &arena);
    Decisions d = directions_decide(p, &w.route, &w.path, 0, space, &arena);
    for (int i = 0; i < d.count; i++) {
        Slice step = text_of_decision(p, &d.decision[i], space, LANG_FR, &arena);
        w.told = arena_printf(&arena, "%s" SLICE_FMT "\n", w.told, SLICE_ARG(step)).at;
    }
    return w;
}

bool sketch_way_says(const SketchWay *way, const char *words) {
    return strstr(way->told, words) != NULL;
}

void sketch_expect_told_as_walked(void) {
    assert_int_equal(walked_faults_of_plan(&sketch.plan, 0, "sketch"), 0);
}
