/* The campus map: where one is, where one wants to go, and the way there, floor by floor. What
 * touches do; map_page.c shows. */
#include "screens/common/printed.h"
#include "screens/map/map_state.h"

#include <math.h>

int map_start_level(const MapState *s, const Kiosk *k) {
    int from = s->space == PLAN_NONE ? PLAN_NONE : map_leg(s).from;
    if (from != PLAN_NONE)
        return k->plan->space[from].level;
    if (k->here != PLAN_NONE)
        return k->plan->kiosk[k->here].level;
    return s->space == PLAN_NONE ? 0 : k->plan->space[s->space].level;
}

/* As it is seen first: all of it, from where it begins. */
static void begin_way(MapState *s, const Kiosk *k) {
    s->began = 0;
    s->level = map_start_level(s, k);
    s->step = PLAN_NONE;
    s->page = 0;
    s->panel = PANEL_STEPS;
    s->pose = (MapPose){0};
}

static void enter(void *state, const Kiosk *k, int arg) {
    MapState *s = state;
    if (s->pick != PICK_GOAL && arg) {
        map_trip_chosen(s, arg - 1);
        begin_way(s, k);
        s->panel = PANEL_TRIP;
        return;
    }
    *s = (MapState){.space = PLAN_NONE};
    map_trip_begin(s, arg - 1);
    begin_way(s, k);
}

/* ---- the view -------------------------------------------------------------------------------- */

static Itinerary find_way(const MapState *s, const Kiosk *k, Arena *arena) {
    return itinerary_find(k, map_leg(s), map_stop(k, s->when), arena);
}

/* The same, when no page is at hand: acting needs the frame of a step too. */
static MapView view_for_acting(const MapState *s, const Kiosk *k, Arena *arena) {
    if (s->step == PLAN_NONE || s->space == PLAN_NONE)
        return map_view(s, k, NULL);
    Itinerary way = find_way(s, k, arena);
    return map_view(s, k, &way);
}

static void zoom(MapState *s, const Kiosk *k, double doublings, Pixel about, double w, double h) {
    Arena arena = {0};
    MapView view = view_for_acting(s, k, &arena);
    CameraBounds bounds = view_bounds(&view, w, h);
    s->pose =
        view_pose(&view, camera_zoom(view_camera(&view, w, h), exp2(doublings), about, &bounds));
    arena_free(&arena);
}

/* ---- acting ---------------------------------------------------------------------------------- */

static Step go_to_place(MapState *s, const Kiosk *k, int space) {
    s->chosen_here = s->chosen_here || s->space == PLAN_NONE;
    s->lit = SPACE_OTHER;
    map_trip_begin(s, space);
    begin_way(s, k);
    return (Step){.fact = {{FACT_PLACE_SOUGHT, space}}};
}

/* A place was touched on the map or taken from the panel. */
static Step take_place(MapState *s, const Kiosk *k, int space) {
    if (s->pick == PICK_GOAL)
        return go_to_place(s, k, space);
    map_trip_chosen(s, space);
    begin_way(s, k);
    s->panel = PANEL_TRIP;
    return (Step){0};
}

static void let_go(MapState *s, const Kiosk *k) {
    s->chosen_here = false;
    s->lit = SPACE_OTHER;
    map_trip_begin(s, PLAN_NONE);
    begin_way(s, k);
}

/* Lights all of a kind and leads to the nearest; touched again, it lets go. */
static Step light(MapState *s, const Kiosk *k, SpaceKind kind) {
    int nearest = itinerary_nearest(k, kind);
    if (s->lit == kind || nearest == PLAN_NONE) {
        let_go(s, k);
        return (Step){0};
    }
    s->pick = PICK_GOAL;
    Step step = go_to_place(s, k, nearest);
    s->lit = kind;
    return step;
}

/* The level of a step, so that it is seen. */
static void show_step(MapState *s, const Kiosk *k, int step) {
    Arena arena = {0};
    Itinerary way = find_way(s, k, &arena);
    if (step < way.decisions.count)
        s->level = way.decisions.decision[step].level;
    arena_free(&arena);
    s->step = step;
    s->began = 0;
    s->pose = (MapPose){0};
}

/* By itself where things may move, else picture by picture. */
static void walk(MapState *s, const Kiosk *k) {
    s->panel = PANEL_WALK;
    show_step(s, k, 0);
    s->began = k->settings.still ? 0 : k->now + 1;
}

static void show_start(MapState *s, const Kiosk *k) {
    s->pose = (MapPose){0};
    s->step = PLAN_NONE;
    s->north_up = false;
    s->level = map_start_level(s, k);
}

static Step act_on_view(MapState *s, const Kiosk *k, Action action) {
    Pixel middle = {NOMINAL_W / 2.0, NOMINAL_H / 2.0};
    switch (action.token) {
    case MAP_FLOOR:
        s->level = action.arg;
        break;
    case MAP_CLOSER:
        zoom(s, k, ZOOM_STEP, middle, NOMINAL_W, NOMINAL_H);
        break;
    case MAP_FARTHER:
        zoom(s, k, -ZOOM_STEP, middle, NOMINAL_W, NOMINAL_H);
        break;
    case MAP_START:
        show_start(s, k);
        break;
    case MAP_NORTH:
        s->north_up = action.arg;
        s->pose.turned_deg = 0;
        break;
    default:
        break;
    }
    return (Step){0};
}

static Step set_step_free(MapState *s, const Kiosk *k, bool step_free) {
    Step step = {.sets = true, .settings = k->settings};
    step.settings.step_free = step_free;
    begin_way(s, k);
    return step;
}

static void show_panel(MapState *s, const Kiosk *k, MapPanel panel) {
    begin_way(s, k);
    s->panel = panel;
}

static Step act_on_way(MapState *s, const Kiosk *k, Action action) {
    switch (action.token) {
    case MAP_STEP:
        show_step(s, k, action.arg);
        return (Step){0};
    case MAP_WALK:
        walk(s, k);
        return (Step){0};
    case MAP_PICTURE:
        show_step(s, k, action.arg);
        return (Step){0};
    case MAP_PANEL:
        show_panel(s, k, (MapPanel)action.arg);
        return (Step){0};
    case MAP_PRINT:
        return print_step();
    case MAP_ABOUT:
        return (Step){.go = SCREEN_place, .arg = s->space};
    default:
        return act_on_view(s, k, action);
    }
}

static Step act(void *state, const Kiosk *k, Action action) {
    MapState *s = state;
    if (map_trip_act(s, action)) {
        MapPanel panel = s->panel;
        show_panel(s, k, panel);
        return (Step){0};
    }
    switch (action.token) {
    case MAP_STEP_FREE:
        return set_step_free(s, k, action.arg);
    case MAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case MAP_WHEN:
        s->when = action.arg;
        s->began = 0;
        return (Step){0};
    case MAP_GO:
        return take_place(s, k, action.arg);
    case MAP_KIND:
        return light(s, k, (SpaceKind)action.arg);
    case MAP_FIND:
        return (Step){.go = SCREEN_find, .arg = FIND_PLACES};
    case MAP_LIST:
        return (Step){.go = SCREEN_places, .arg = action.arg};
    default:
        return act_on_way(s, k, action);
    }
}

static Step gesture(void *state, const Kiosk *k, Gesture g) {
    MapState *s = state;
    Arena arena = {0};
    MapView view = view_for_acting(s, k, &arena);
    Camera camera = view_camera(&view, g.box.w, g.box.h);
    CameraBounds bounds = view_bounds(&view, g.box.w, g.box.h);
    Pixel at = {g.at.x, g.at.y};
    int space = g.kind == GESTURE_TAP ? view_pick(&view, &camera, at) : PLAN_NONE;
    s->moving = g.kind == GESTURE_MOVE;
    if (g.kind == GESTURE_MOVE) {
        camera = camera_pan(camera, g.dx, g.dy, &bounds);
        camera = camera_zoom(camera, g.stretch, at, &bounds);
        s->pose = view_pose(&view, camera_turn(camera, g.turn_deg, at, &bounds));
    }
    arena_free(&arena);
    return space != PLAN_NONE && space != s->space ? take_place(s, k, space) : (Step){0};
}

/* From the innermost outwards: a place being picked, a panel, the place touched on the map. */
static bool back(void *state, const Kiosk *k) {
    MapState *s = state;
    if (s->pick != PICK_GOAL) {
        s->pick = PICK_GOAL;
        return true;
    }
    if (s->panel != PANEL_STEPS) {
        begin_way(s, k);
        return true;
    }
    if (!s->chosen_here)
        return false;
    let_go(s, k);
    return true;
}

/* The walk goes on: the step it has come to is the one that is lit. */
static Step tick(void *state, const Kiosk *k) {
    MapState *s = state;
    if (!s->began)
        return (Step){0};
    Arena arena = {0};
    Itinerary way = find_way(s, k, &arena);
    Walk now = walk_at(&way.path, &way.decisions, k->now - s->began);
    if (now.done)
        s->began = 0;
    if (way.decisions.count) {
        s->step = now.step;
        s->level = now.level;
    }
    arena_free(&arena);
    return (Step){0};
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const MapState *s = state;
    Itinerary way;
    if (s->space != PLAN_NONE)
        way = find_way(s, k, page->arena);
    map_page(s, k, page, s->space != PLAN_NONE ? &way : NULL);
}

static void sheet(const void *state, const Kiosk *k, Page *page) {
    Itinerary way = find_way(state, k, page->arena);
    map_printed(state, k, page, &way);
}

const Screen screen_map = {
    .name = "map",
    .state_size = sizeof(MapState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .gesture = gesture,
    .tick = tick,
    .back = back,
    .view = view,
    .sheet = sheet,
};
