/* The page of the map: keys for what everybody looks for, the map with its floors, and a panel
 * beside or below. */
#include "screens/map/map_state.h"
#include "screens/map/place_list.h"

#define CONTROLS_A_ROW 9
#define AROUND_MM 5000 /* of the building, around a change of floors */

/* ---- the view -------------------------------------------------------------------------------- */

static void include(PlanBox *box, PlanPoint p) {
    box->min =
        (PlanPoint){p.x < box->min.x ? p.x : box->min.x, p.y < box->min.y ? p.y : box->min.y};
    box->max =
        (PlanPoint){p.x > box->max.x ? p.x : box->max.x, p.y > box->max.y ? p.y : box->max.y};
}

/* Around the part of the way between two lengths of it, on one floor or, with PLAN_NONE, on all. */
static PlanBox box_of(const Path *path, double from_mm, double to_mm, int level) {
    PlanPoint first = path_at(path, from_mm).at;
    PlanBox box = {first, first};
    for (int i = 0; i < path->count; i++) {
        const PathPoint *p = &path->point[i];
        if (p->along_mm >= from_mm && p->along_mm <= to_mm &&
            (level == PLAN_NONE || p->level == level))
            include(&box, p->at);
    }
    return box;
}

/* A step that was touched is seen from near; a walk that plays by itself, from where all can be
 * followed. */
static PlanBox frame_of(const MapState *s, const Kiosk *k, const Itinerary *way) {
    if (s->step == PLAN_NONE || s->began || !way || s->step >= way->decisions.count)
        return k->plan->box;
    const Decision *d = &way->decisions.decision[s->step];
    return box_of(&way->path, d->along_mm, d->until_mm, s->level);
}

MapView map_view(const MapState *s, const Kiosk *k, const Itinerary *way) {
    int chosen = s->space == PLAN_NONE ? PLAN_NONE : map_leg(s).to;
    return (MapView){.plan = k->plan,
                     .level = s->level,
                     .when = map_stop(k, s->when),
                     .kiosk = k->here,
                     .chosen = chosen,
                     .frame = frame_of(s, k, way),
                     .north_up = s->north_up,
                     .pose = s->pose,
                     .moving = s->moving,
                     .lang = k->settings.lang,
                     .here = string_in(k->settings.lang, STR_HERE),
                     .lit = s->lit};
}

bool map_can_zoom(const MapState *s, const Kiosk *k, const Itinerary *way, double doublings) {
    MapView view = map_view(s, k, way);
    CameraBounds bounds = view_bounds(&view, NOMINAL_W, NOMINAL_H);
    double scale = view_camera(&view, NOMINAL_W, NOMINAL_H).scale;
    return doublings > 0 ? scale < bounds.most_scale * 0.99 : scale > bounds.least_scale * 1.01;
}

/* ---- the map --------------------------------------------------------------------------------- */

static Slice map_spoken(const Kiosk *k, Page *page, int level) {
    return arena_printf(page->arena, SLICE_FMT " " SLICE_FMT, SLICE_ARG(tr(page, STR_MAP_SPOKEN)),
                        SLICE_ARG(tr_text(page, k->plan->level[level].name.plain)));
}

static MapView *new_view(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way) {
    MapView *view = arena_new(page->arena, MapView);
    *view = map_view(s, k, way);
    view->icon = place_signs(k, page->arena);
    if (!way || !way->route.found)
        return view;
    Itinerary *kept = arena_new(page->arena, Itinerary);
    *kept = *way;
    view->path = &kept->path;
    view->reached_mm = kept->path.length_mm;
    view->barrier = kept->barrier;
    view->barriers = kept->barriers;
    return view;
}

static Node *add_view(const Kiosk *k, Page *page, Node *parent, const MapView *view) {
    return widget_map(page, parent, view, map_spoken(k, page, view->level));
}

Node *map_of_start(const MapState *s, const Kiosk *k, Page *page, Node *parent,
                   const Itinerary *way) {
    MapState begins = *s;
    begins.level = map_start_level(s, k);
    begins.step = PLAN_NONE;
    begins.pose = (MapPose){0};
    begins.moving = begins.north_up = false;
    return add_view(k, page, parent, new_view(&begins, k, page, way));
}

/* One of the two floors of a change, under its name; both show the same part of the building. */
static void add_floor(const Kiosk *k, Page *page, Node *row, const MapView *like, int level,
                      PlanBox frame) {
    MapView *view = arena_new(page->arena, MapView);
    *view = *like;
    view->level = level;
    view->frame = frame;
    view->pose = (MapPose){0};
    Node *column = widget_share(page, row, 1, SPACE_4);
    widget_text(page, column, TYPE_LABEL, tr_text(page, k->plan->level[level].name.plain))->align =
        ALIGN_CENTER;
    add_view(k, page, column, view);
}

/* What is around the change: from the step before it to the end of the one after. */
static PlanBox change_box(const Itinerary *way, int step) {
    const Decisions *all = &way->decisions;
    const Decision *before = &all->decision[step ? step - 1 : 0],
                   *after = &all->decision[step + 1 < all->count ? step + 1 : step];
    PlanBox box = box_of(&way->path, before->along_mm, after->until_mm, PLAN_NONE);
    include(&box, (PlanPoint){box.min.x - AROUND_MM, box.min.y - AROUND_MM});
    include(&box, (PlanPoint){box.max.x + AROUND_MM, box.max.y + AROUND_MM});
    return box;
}

static int add_two_floors(const Kiosk *k, Page *page, Node *parent, const Itinerary *way,
                          const MapView *view, const Walk *walk) {
    Node *row = widget_halves(page, parent, TARGET_GAP);
    PlanBox frame = change_box(way, walk->step);
    add_floor(k, page, row, view, walk->level, frame);
    add_floor(k, page, row, view, walk->beside, frame);
    return path_at(&way->path, walk->reached_mm).level;
}

static Walk walk_now(const MapState *s, const Kiosk *k, const Itinerary *way) {
    if (s->began)
        return walk_at(&way->path, &way->decisions, k->now - s->began);
    return walk_picture(&way->path, &way->decisions, s->step);
}

/* Answers the floor that is shown. */
static int add_walk(const MapState *s, const Kiosk *k, Page *page, Node *parent,
                    const Itinerary *way) {
    Walk walk = walk_now(s, k, way);
    MapView *view = new_view(s, k, page, way);
    view->walks = true;
    view->reached_mm = walk.reached_mm;
    view->level = walk.level;
    if (s->began)
        page_wake(page, walk.done ? k->now + 1 : k->now + MOTION_FRAME_MS);
    if (walk.beside != PLAN_NONE)
        return add_two_floors(k, page, parent, way, view, &walk);
    add_view(k, page, parent, view);
    return view->level;
}

static int add_map(const MapState *s, const Kiosk *k, Page *page, Node *parent,
                   const Itinerary *way) {
    if (way && way->route.found && s->panel == PANEL_WALK && way->decisions.count)
        return add_walk(s, k, page, parent, way);
    const MapView *view = new_view(s, k, page, way);
    add_view(k, page, parent, view)->draggable = true;
    return view->level;
}

/* ---- controls -------------------------------------------------------------------------------- */

static Node *control(Page *page, Node *grid, Icon icon, StringId word, Action action, bool chosen) {
    Node *button =
        widget_button(page, grid, chosen ? BUTTON_CHOSEN : BUTTON_PLAIN, icon, (Slice){0}, action);
    button->spoken = tr(page, word);
    return button;
}

static bool at_start(const MapState *s, const Kiosk *k) {
    const MapPose *p = &s->pose;
    bool moved = p->east_mm != 0 || p->north_mm != 0 || p->closer != 0 || p->turned_deg != 0;
    return !moved && s->step == PLAN_NONE && !s->north_up && s->level == map_start_level(s, k);
}

/* Floors from the top down as the building stands, then the eye's own controls. A walk shows what
 * it shows. */
static void add_controls(const MapState *s, const Kiosk *k, Page *page, Node *grid,
                         const Itinerary *way, int shown_level) {
    bool walks = s->panel == PANEL_WALK;
    for (int level = k->plan->level_count - 1; level >= 0; level--) {
        const PlanLevel *floor = &k->plan->level[level];
        Node *button =
            widget_button(page, grid, level == shown_level ? BUTTON_CHOSEN : BUTTON_PLAIN,
                          ICON_NONE, tr_text(page, floor->ref), (Action){MAP_FLOOR, level});
        button->pad_x = SPACE_8;
        button->spoken = tr_text(page, floor->name.plain);
        button->disabled = walks;
    }
    control(page, grid, ICON_add, STR_CLOSER, (Action){MAP_CLOSER, 0}, false)->disabled =
        walks || !map_can_zoom(s, k, way, ZOOM_STEP);
    control(page, grid, ICON_remove, STR_FARTHER, (Action){MAP_FARTHER, 0}, false)->disabled =
        walks || !map_can_zoom(s, k, way, -ZOOM_STEP);
    control(page, grid, ICON_my_location, STR_START_VIEW, (Action){MAP_START, 0}, false)->disabled =
        walks || at_start(s, k);
    control(page, grid, ICON_explore, s->north_up ? STR_HEADS_UP : STR_NORTH_UP,
            (Action){MAP_NORTH, !s->north_up}, s->north_up)
        ->disabled = walks;
}

static int control_columns(const Kiosk *k, const Page *page) {
    int count = k->plan->level_count + 4;
    bool narrow = page->form.shallowest;
    return count <= CONTROLS_A_ROW && !narrow ? count : (count + 1) / 2;
}

/* ---- the four keys --------------------------------------------------------------------------- */

static const struct {
    SpaceKind kind;
    Icon icon;
    StringId name;
    Paint tone;
} KEYS[] = {
    {SPACE_TOILETS, ICON_wc, STR_KINDS_TOILETS, PAINT_PRIMARY},
    {SPACE_LIFT, ICON_elevator, STR_KEY_LIFTS, PAINT_INK},
    {SPACE_STAIRS, ICON_stairs, STR_KEY_STAIRS, PAINT_INK},
    {SPACE_ENTRANCE, ICON_exit_to_app, STR_KEY_EXITS, PAINT_TEAL},
};

enum { KEY_COUNT = sizeof KEYS / sizeof *KEYS };

/* The word goes where there is no room for it: the sign stays. */
static Node *add_key(const MapState *s, Page *page, Node *parent, int i) {
    bool lit = s->lit == KEYS[i].kind, sign_only = page->form.signs_only;
    Node *key = widget_plate(page, parent, lit ? BUTTON_ACCENT : BUTTON_PLAIN,
                             (Action){MAP_KIND, (int)KEYS[i].kind});
    key->role = ROLE_CHOICE;
    key->selected = lit;
    key->align = key->justify = ALIGN_CENTER;
    key->pad_x = SPACE_4;
    key->pad_y = SPACE_8;
    key->gap = SPACE_4;
    key->min_w = 0;
    key->min_h = sign_only ? TARGET_BUTTON : MAP_KEY_HIGH;
    key->spoken = tr(page, KEYS[i].name);
    widget_icon(page, key, TYPE_ICON_LARGE, KEYS[i].icon, lit ? key->ink : KEYS[i].tone);
    if (sign_only)
        return key;
    Node *name = widget_label(page, key, TYPE_LABEL, key->ink, tr(page, KEYS[i].name));
    name->align = ALIGN_CENTER;
    name->drop_rank = 1;
    return key;
}

static bool has_kind(const Plan *plan, SpaceKind kind) {
    for (int i = 0; i < plan->space_count; i++)
        if (plan->space[i].kind == kind && plan->space[i].place && plan->space[i].node != PLAN_NONE)
            return true;
    return false;
}

/* One or two by themselves in a column are no taller for it. */
static void add_keys(const MapState *s, const Kiosk *k, Page *page, Node *parent) {
    int count = 0;
    for (int i = 0; i < KEY_COUNT; i++)
        count += has_kind(k->plan, KEYS[i].kind);
    for (int i = 0; i < KEY_COUNT; i++)
        if (has_kind(k->plan, KEYS[i].kind))
            add_key(s, page, parent, i)->grow = !page->form.side_by_side || count > 2;
}

/* ---- the page -------------------------------------------------------------------------------- */

static void add_panel(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way,
                      Node *above, Node *below) {
    if (!way || s->pick != PICK_GOAL)
        map_panel_choose(s, k, page, above, below);
    else
        map_panel_way(s, k, page, way, above, below);
}

/* Keys, map and panel side by side; seated, what is touched comes down below the reach line. */
static void page_wide(const MapState *s, const Kiosk *k, Page *page, Frame frame,
                      const Itinerary *way) {
    int above_line = page->form.lowered;
    frame.reading->min_h = page->form.reach - above_line - FRAME_HEADER;
    frame.controls->pad_y = 0;
    Node *row = widget_halves(page, frame.controls, GUTTER);
    Node *left = widget_column(page, row, TARGET_GAP);
    left->width = page->form.keys;
    if (above_line)
        widget_gap(page, left, above_line - TARGET_GAP);
    add_keys(s, k, page, left);
    Node *middle = widget_share(page, row, 1, TARGET_GAP);
    int shown = add_map(s, k, page, middle, way);
    add_controls(s, k, page, widget_grid(page, middle, control_columns(k, page), TARGET_GAP), way,
                 shown);
    Node *panel = widget_column(page, row, SPACE_12);
    panel->width = page->form.panel;
    Node *above = widget_column(page, panel, SPACE_4);
    above->min_h = above_line;
    Node *below = widget_share(page, panel, 1, TARGET_GAP);
    add_panel(s, k, page, way, above, below);
    widget_gap(page, frame.controls, SPACE_4);
}

/* Seated, the code needs the room; enlarged as well, the sentences do. */
static bool has_room_for_keys(const MapState *s, const Page *page, const Itinerary *way) {
    bool leads = way && s->pick == PICK_GOAL;
    return !(page->form.low && s->panel == PANEL_PHONE) && !(leads && page->form.tight);
}

/* The map above the reach line, everything that is touched below it. */
static void page_tall(const MapState *s, const Kiosk *k, Page *page, Frame frame,
                      const Itinerary *way) {
    int shown = add_map(s, k, page, frame.reading, way);
    Node *above = widget_column(page, frame.reading, SPACE_4);
    frame.controls->gap = TARGET_GAP;
    if (has_room_for_keys(s, page, way))
        add_keys(s, k, page, widget_row(page, frame.controls, TARGET_GAP));
    Node *grid = widget_grid(page, frame.controls, control_columns(k, page), TARGET_GAP);
    add_controls(s, k, page, grid, way, shown);
    Node *below = widget_share(page, frame.controls, 1, TARGET_GAP);
    add_panel(s, k, page, way, above, below);
}

void map_page(const MapState *s, const Kiosk *k, Page *page, const Itinerary *way) {
    Frame frame = common_frame(page, k, tr(page, STR_MAP));
    (page->form.side_by_side ? page_wide : page_tall)(s, k, page, frame, way);
}
