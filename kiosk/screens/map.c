/* The campus map: where one is, where one wants to go, and the way there, floor by floor. */
#include "screens/map_state.h"
#include "screens/place_list.h"

#include <math.h>

#define ZOOM_STEP 0.75 /* doublings */
#define NOMINAL_W 1240 /* how large the map is about, for the limits of + and - */
#define NOMINAL_H 780
#define CONTROLS_STANDING 7 /* one below the other beside the map */
#define CONTROLS_SEATED 4
#define PANEL_WIDTH 540
#define PANEL_WIDER 60 /* for each step of larger text */

static int start_level(const Kiosk *k) {
    return k->here == PLAN_NONE ? 0 : k->plan->kiosk[k->here].level;
}

/* Draws the way anew; without motion it stands there at once. */
static void begin_way(MapState *s, const Kiosk *k) {
    s->began = s->space == PLAN_NONE || k->settings.still ? 0 : k->now + 1;
    s->level = start_level(k);
    s->step = PLAN_NONE;
    s->page = 0;
    s->phone = false;
    s->pose = (MapPose){0};
}

static void enter(void *state, const Kiosk *k, int arg) {
    MapState *s = state;
    bool step_free = s->known ? s->step_free : k->settings.seated;
    *s = (MapState){.known = true, .step_free = step_free, .space = arg - 1};
    begin_way(s, k);
    if (s->space != PLAN_NONE && k->here == PLAN_NONE)
        s->level = k->plan->space[s->space].level;
}

/* ---- the view ---------------------------------------------------------------------------------------------------------------- */

static PlanBox frame_of(const MapState *s, const Kiosk *k, const Itinerary *way) {
    if (s->step == PLAN_NONE || !way || s->step >= way->decisions.count)
        return k->plan->box;
    const Decision *d = &way->decisions.decision[s->step];
    PlanPoint first = path_at(&way->path, d->along_mm).at;
    PlanBox box = {first, first};
    for (int i = 0; i < way->path.count; i++) {
        const PathPoint *p = &way->path.point[i];
        if (p->along_mm < d->along_mm || p->along_mm > d->until_mm || p->level != s->level)
            continue;
        box.min = (PlanPoint){p->at.x < box.min.x ? p->at.x : box.min.x, p->at.y < box.min.y ? p->at.y : box.min.y};
        box.max = (PlanPoint){p->at.x > box.max.x ? p->at.x : box.max.x, p->at.y > box.max.y ? p->at.y : box.max.y};
    }
    return box;
}

static MapView view_of(const MapState *s, const Kiosk *k, const Itinerary *way) {
    return (MapView){.plan = k->plan, .level = s->level, .when = map_stop(k, s->when), .kiosk = k->here, .chosen = s->space,
                     .frame = frame_of(s, k, way), .north_up = s->north_up, .pose = s->pose, .moving = s->moving,
                     .lang = k->settings.lang, .here = word_in(k->settings.lang, WORD_HERE)};
}

/* The same, when no page is at hand: acting needs the frame of a step too. */
static MapView view_for_acting(const MapState *s, const Kiosk *k, Arena *arena) {
    if (s->step == PLAN_NONE || s->space == PLAN_NONE)
        return view_of(s, k, NULL);
    Itinerary way = itinerary_find(k, s->space, s->step_free, map_stop(k, s->when), arena);
    return view_of(s, k, &way);
}

static void zoom(MapState *s, const Kiosk *k, double doublings, Pixel about, double w, double h) {
    Arena arena = {0};
    MapView view = view_for_acting(s, k, &arena);
    CameraBounds bounds = view_bounds(&view, w, h);
    s->pose = view_pose(&view, camera_zoom(view_camera(&view, w, h), exp2(doublings), about, &bounds));
    arena_free(&arena);
}

static bool can_zoom(const MapState *s, const Kiosk *k, const Itinerary *way, double doublings) {
    MapView view = view_of(s, k, way);
    CameraBounds bounds = view_bounds(&view, NOMINAL_W, NOMINAL_H);
    double scale = view_camera(&view, NOMINAL_W, NOMINAL_H).scale;
    return doublings > 0 ? scale < bounds.most_scale * 0.99 : scale > bounds.least_scale * 1.01;
}

/* ---- acting ------------------------------------------------------------------------------------------------------------------- */

static Step go_to_place(MapState *s, const Kiosk *k, int space) {
    s->chosen_here = s->chosen_here || s->space == PLAN_NONE;
    s->space = space;
    begin_way(s, k);
    return (Step){.fact = {{FACT_PLACE_SOUGHT, space}}};
}

static void show_step(MapState *s, const Kiosk *k, int step) {
    Arena arena = {0};
    Itinerary way = itinerary_find(k, s->space, s->step_free, map_stop(k, s->when), &arena);
    if (step < way.decisions.count)
        s->level = way.decisions.decision[step].level;
    arena_free(&arena);
    s->step = step;
    s->began = 0;
    s->pose = (MapPose){0};
}

static void show_start(MapState *s, const Kiosk *k) {
    s->pose = (MapPose){0};
    s->step = PLAN_NONE;
    s->north_up = false;
    s->began = 0;
    s->level = start_level(k);
}

static Step act_on_view(MapState *s, const Kiosk *k, Action action) {
    Pixel middle = {NOMINAL_W / 2.0, NOMINAL_H / 2.0};
    switch (action.token) {
    case MAP_FLOOR:
        s->level = action.arg;
        s->began = 0;
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

static Step act(void *state, const Kiosk *k, Action action) {
    MapState *s = state;
    switch (action.token) {
    case MAP_STEP_FREE:
        s->step_free = action.arg;
        begin_way(s, k);
        return (Step){0};
    case MAP_STEP:
        show_step(s, k, action.arg);
        return (Step){0};
    case MAP_PAGE:
        s->page = action.arg;
        return (Step){0};
    case MAP_PHONE:
        s->phone = action.arg;
        return (Step){0};
    case MAP_WHEN:
        s->when = action.arg;
        s->began = 0;
        return (Step){0};
    case MAP_GO:
        return go_to_place(s, k, action.arg);
    case MAP_ABOUT:
        return (Step){.go = SCREEN_place, .arg = s->space};
    case MAP_FIND:
        return (Step){.go = SCREEN_find};
    case MAP_LIST:
        return (Step){.go = SCREEN_places, .arg = action.arg};
    default:
        return act_on_view(s, k, action);
    }
}

static Step grip(void *state, const Kiosk *k, Grip g) {
    MapState *s = state;
    Arena arena = {0};
    MapView view = view_for_acting(s, k, &arena);
    Camera camera = view_camera(&view, g.box.w, g.box.h);
    CameraBounds bounds = view_bounds(&view, g.box.w, g.box.h);
    Pixel at = {g.at.x, g.at.y};
    int space = g.kind == GRIP_TAP ? view_pick(&view, &camera, at) : PLAN_NONE;
    s->moving = g.kind == GRIP_MOVE;
    if (g.kind == GRIP_MOVE) {
        camera = camera_pan(camera, g.dx, g.dy, &bounds);
        camera = camera_zoom(camera, g.stretch, at, &bounds);
        s->pose = view_pose(&view, camera_turn(camera, g.turn_deg, at, &bounds));
    }
    arena_free(&arena);
    return space != PLAN_NONE && space != s->space ? go_to_place(s, k, space) : (Step){0};
}

static bool back(void *state, const Kiosk *k) {
    (void)k;
    MapState *s = state;
    if (!s->chosen_here)
        return false;
    s->space = s->step = PLAN_NONE;
    s->chosen_here = s->phone = false;
    s->began = 0;
    s->pose = (MapPose){0};
    s->page = 0;
    return true;
}

static Ribbon ribbon_now(const MapState *s, const Kiosk *k, const Itinerary *way) {
    if (!s->began)
        return (Ribbon){way->path.length_mm, s->level, false, true};
    return ribbon_at(&way->path, k->now - s->began);
}

static Step tick(void *state, const Kiosk *k) {
    MapState *s = state;
    if (!s->began || s->space == PLAN_NONE)
        return (Step){0};
    Arena arena = {0};
    Itinerary way = itinerary_find(k, s->space, s->step_free, map_stop(k, s->when), &arena);
    Ribbon ribbon = ribbon_now(s, k, &way);
    if (way.route.found)
        s->level = ribbon.level;
    if (ribbon.done || !way.route.found)
        s->began = 0;
    arena_free(&arena);
    return (Step){0};
}

/* ---- the page ------------------------------------------------------------------------------------------------------------------ */

static Slice map_spoken(const Kiosk *k, Page *page, int level) {
    return arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(widget_say(page, WORD_MAP_SPOKEN)),
                        SLICE_ARG(widget_pick(page, k->plan->level[level].name.plain)));
}

static Node *add_map(const MapState *s, const Kiosk *k, Page *page, Node *parent, const Itinerary *way) {
    MapView *view = arena_new(page->arena, MapView);
    *view = view_of(s, k, way);
    view->icon = place_signs(k, page->arena);
    if (way && way->route.found) {
        Ribbon ribbon = ribbon_now(s, k, way);
        Path *path = arena_new(page->arena, Path);
        *path = way->path;
        view->path = path;
        view->reached_mm = ribbon.reached_mm;
        view->level = ribbon.level;
        if (s->began && !ribbon.done)
            page_wake(page, k->now + MOTION_FRAME_MS);
        else if (s->began)
            page_wake(page, k->now + 1);
    } else if (s->began) {
        page_wake(page, k->now + 1);
    }
    return page_add(page, parent, (Node){.role = ROLE_IMAGE, .graphic = GRAPHIC_MAP, .map = view, .grips = true,
                                         .fill = PAINT_BG, .border = PAINT_LINE, .grow = 1,
                                         .spoken = map_spoken(k, page, view->level)});
}

static Node *control(Page *page, Node *grid, Icon icon, Word word, Action action, bool chosen) {
    Node *button = widget_button(page, grid, chosen ? BUTTON_CHOSEN : BUTTON_PLAIN, icon, (Slice){0}, action);
    button->spoken = widget_say(page, word);
    return button;
}

static bool at_start(const MapState *s, const Kiosk *k) {
    const MapPose *p = &s->pose;
    bool moved = p->east_mm != 0 || p->north_mm != 0 || p->closer != 0 || p->turned_deg != 0;
    return !moved && s->step == PLAN_NONE && !s->north_up && !s->began && s->level == start_level(k);
}

/* Floors from the top down as the building stands, then the eye's own controls. */
static void add_controls(const MapState *s, const Kiosk *k, Page *page, Node *grid, const Itinerary *way, int shown_level) {
    for (int level = k->plan->level_count - 1; level >= 0; level--) {
        const PlanLevel *floor = &k->plan->level[level];
        Node *button = widget_button(page, grid, level == shown_level ? BUTTON_CHOSEN : BUTTON_PLAIN, ICON_NONE,
                                     widget_pick(page, floor->ref), (Action){MAP_FLOOR, level});
        button->pad_x = SPACE_8;
        button->spoken = widget_pick(page, floor->name.plain);
    }
    control(page, grid, ICON_add, WORD_CLOSER, (Action){MAP_CLOSER, 0}, false)->disabled = !can_zoom(s, k, way, ZOOM_STEP);
    control(page, grid, ICON_remove, WORD_FARTHER, (Action){MAP_FARTHER, 0}, false)->disabled = !can_zoom(s, k, way, -ZOOM_STEP);
    control(page, grid, ICON_my_location, WORD_START_VIEW, (Action){MAP_START, 0}, false)->disabled = at_start(s, k);
    control(page, grid, ICON_explore, s->north_up ? WORD_HEADS_UP : WORD_NORTH_UP, (Action){MAP_NORTH, !s->north_up}, s->north_up);
}

static int control_columns(const Kiosk *k, const Page *page) {
    int count = k->plan->level_count + 4;
    if (page->tall)
        return count <= 8 ? count : (count + 1) / 2;
    int rows = page->settings.seated ? CONTROLS_SEATED : CONTROLS_STANDING;
    return (count + rows - 1) / rows;
}

static void add_panel(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way, Node *above, Node *below) {
    if (s->space == PLAN_NONE)
        map_panel_choose(s, k, page, above, below);
    else
        map_panel_way(s, k, page, way, above, below);
}

/* Controls, map and panel side by side; seated, what is touched comes down below the reach line. */
static void view_wide(const MapState *s, const Kiosk *k, Page *page, Frame frame, const Itinerary *way) {
    int above_line = page->settings.seated ? REACH_LANDSCAPE_SEATED - REACH_LANDSCAPE : 0;
    frame.show->min_h = REACH_LANDSCAPE - 104;
    frame.hand->pad_y = 0;
    Node *row = page_add(page, frame.hand, (Node){.flow = FLOW_ROW, .gap = GUTTER, .grow = 1});
    Node *left = page_add(page, row, (Node){.justify = ALIGN_END});
    Node *grid = page_add(page, left, (Node){.flow = FLOW_GRID, .columns = control_columns(k, page), .gap = TARGET_GAP});
    Node *map = add_map(s, k, page, row, way);
    add_controls(s, k, page, grid, way, map->map->level);
    Node *panel = page_add(page, row, (Node){.width = PANEL_WIDTH + PANEL_WIDER * (int)page->settings.step, .gap = SPACE_12});
    Node *above = page_add(page, panel, (Node){.gap = SPACE_4, .min_h = above_line});
    Node *below = page_add(page, panel, (Node){.gap = TARGET_GAP, .grow = 1});
    add_panel(s, k, page, way, above, below);
    page_add(page, frame.hand, (Node){.height = SPACE_4});
}

/* The map above the reach line, everything that is touched below it. */
static void view_tall(const MapState *s, const Kiosk *k, Page *page, Frame frame, const Itinerary *way) {
    Node *map = add_map(s, k, page, frame.show, way);
    Node *above = page_add(page, frame.show, (Node){.gap = SPACE_4});
    Node *grid = page_add(page, frame.hand, (Node){.flow = FLOW_GRID, .columns = control_columns(k, page), .gap = TARGET_GAP});
    add_controls(s, k, page, grid, way, map->map->level);
    Node *below = page_add(page, frame.hand, (Node){.gap = TARGET_GAP, .grow = 1});
    add_panel(s, k, page, way, above, below);
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const MapState *s = state;
    Itinerary way;
    if (s->space != PLAN_NONE)
        way = itinerary_find(k, s->space, s->step_free, map_stop(k, s->when), page->arena);
    Frame frame = part_frame(page, k, widget_say(page, WORD_MAP));
    (page->tall ? view_tall : view_wide)(s, k, page, frame, s->space != PLAN_NONE ? &way : NULL);
}

const Screen screen_map = {
    .name = "map",
    .state_size = sizeof(MapState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .grip = grip,
    .tick = tick,
    .back = back,
    .view = view,
};
