#include "screens/common/way.h"

#define AROUND_MM 8000 /* of the building, around a way */

/* ---- steps ----------------------------------------------------------------------------------- */

static Icon turn_icon(TurnClass turn) {
    static const Icon ICONS[] = {ICON_straight,  ICON_turn_slight_left, ICON_turn_slight_right,
                                 ICON_turn_left, ICON_turn_right,       ICON_u_turn_left};
    return ICONS[turn];
}

Icon way_icon(const Plan *plan, const Decision *d) {
    if (d->kind == DECIDE_ARRIVE)
        return ICON_place;
    if (d->kind == DECIDE_START && way_passes_kiosk(d))
        return d->deg > 0 ? ICON_turn_slight_left : ICON_turn_slight_right;
    if (d->kind != DECIDE_CLIMB)
        return turn_icon(d->turn);
    switch (plan->edge[d->edge].kind) {
    case EDGE_LIFT:
        return ICON_elevator;
    case EDGE_ESCALATOR:
        return ICON_escalator;
    case EDGE_RAMP:
        return ICON_trending_up;
    default:
        return ICON_stairs;
    }
}

/* ---- the way --------------------------------------------------------------------------------- */

static void find_way(const Kiosk *k, Way *way, Arena *arena) {
    int from = k->plan->kiosk[k->here].node, to = k->plan->space[way->space].node;
    if (from == PLAN_NONE || to == PLAN_NONE)
        return;
    RouteAsk ask = {from, to, {k->settings.step_free}, k->today};
    Route route = route_find(k->router, ask);
    way->found = route.found;
    if (!route.found)
        return;
    way->ms = route.ms;
    way->path = path_of(k->plan, &route, from, arena);
    way->decisions = directions_decide(k->plan, &route, &way->path, k->here, way->space, arena);
}

const Way *way_to(const Kiosk *k, int space, Arena *arena) {
    Way *way = arena_new(arena, Way);
    *way = (Way){.space = k->plan ? space : PLAN_NONE};
    if (way->space != PLAN_NONE && k->here != PLAN_NONE)
        find_way(k, way, arena);
    return way;
}

Slice way_where(const Kiosk *k, const Way *way, Arena *arena) {
    if (way->space == PLAN_NONE)
        return LIT("");
    Slice name = text_of_place(k->plan, way->space, k->settings.lang, arena),
          floor = text_of_where(k->plan, way->space, k->settings.lang);
    return string_beside(k->settings.lang, name, floor, arena);
}

Slice way_how_far(const Kiosk *k, const Way *way, Arena *arena) {
    if (way->space == PLAN_NONE)
        return LIT("");
    Slice floor = text_of_where(k->plan, way->space, k->settings.lang);
    if (!way->found)
        return floor;
    return string_beside(k->settings.lang, floor, text_of_time(way->ms, k->settings.lang, arena),
                         arena);
}

/* ---- the map --------------------------------------------------------------------------------- */

static void include(PlanBox *box, PlanPoint p) {
    box->min.x = p.x < box->min.x ? p.x : box->min.x;
    box->min.y = p.y < box->min.y ? p.y : box->min.y;
    box->max.x = p.x > box->max.x ? p.x : box->max.x;
    box->max.y = p.y > box->max.y ? p.y : box->max.y;
}

/* The place and what lies before it on its floor. */
static PlanBox frame_of(const Kiosk *k, const Way *way) {
    const PlanSpace *space = &k->plan->space[way->space];
    PlanBox box = space->box;
    for (int i = 0; i < way->path.count; i++)
        if (way->path.point[i].level == space->level)
            include(&box, way->path.point[i].at);
    include(&box, (PlanPoint){box.min.x - AROUND_MM, box.min.y - AROUND_MM});
    include(&box, (PlanPoint){box.max.x + AROUND_MM, box.max.y + AROUND_MM});
    return box;
}

Node *way_map(Page *page, Node *parent, const Kiosk *k, const Way *way) {
    if (way->space == PLAN_NONE)
        return NULL;
    MapView *view = arena_new(page->arena, MapView);
    *view = (MapView){.plan = k->plan,
                      .level = k->plan->space[way->space].level,
                      .when = k->today,
                      .kiosk = k->here,
                      .chosen = way->space,
                      .frame = frame_of(k, way),
                      .path = way->found ? &way->path : NULL,
                      .reached_mm = way->path.length_mm,
                      .lang = k->settings.lang,
                      .here = tr(page, STR_HERE)};
    Node *map =
        widget_map(page, parent, view, text_of_where(k->plan, way->space, k->settings.lang));
    map->min_h = page->form.largest ? MAP_LEAST : MAP_LOW;
    map->drop_rank = 1;
    return map;
}

Node *way_overview(Page *page, Node *parent, const Kiosk *k) {
    int level = k->here == PLAN_NONE ? 0 : k->plan->kiosk[k->here].level;
    MapView *view = arena_new(page->arena, MapView);
    *view = (MapView){.plan = k->plan,
                      .level = level,
                      .when = k->today,
                      .kiosk = k->here,
                      .chosen = PLAN_NONE,
                      .frame = k->plan->level[level].box,
                      .lang = k->settings.lang,
                      .here = tr(page, STR_HERE)};
    return widget_map(page, parent, view, tr(page, STR_MAP));
}

/* ---- beside it ------------------------------------------------------------------------------- */

void way_first_step(Page *page, Node *parent, const Kiosk *k, const Way *way) {
    if (!way->found || !way->decisions.count)
        return;
    const Decision *first = &way->decisions.decision[0];
    Node *row = widget_line(page, parent, SPACE_20);
    row->drop_rank = 2;
    Node *badge = widget_square(page, row, PAINT_PRIMARY, STEP_BADGE, STEP_BADGE_LEAST);
    widget_icon(page, badge, TYPE_ICON, way_icon(k->plan, first), PAINT_ON_PRIMARY)->least =
        ICON_LEAST;
    Slice words = text_of_decision(k->plan, first, way->space, k->settings.lang, page->arena);
    widget_text(page, widget_share(page, row, 1, 0), TYPE_SMALL,
                arena_printf(page->arena, SLICE_FMT ".", SLICE_ARG(words)));
}

Node *way_button(Page *page, Node *parent, const Way *way, int token) {
    if (way->space == PLAN_NONE)
        return NULL;
    Slice words = tr(page, STR_GO_THERE);
    if (way->found)
        words = tr_beside(page, words, text_of_time(way->ms, page->settings.lang, page->arena));
    Node *go = widget_button(page, parent, BUTTON_PRIMARY, ICON_directions_walk, words,
                             (Action){token, way->space});
    go->min_h = TARGET_BUTTON;
    return go;
}
