/* Floors and walls of a map: the building as it stands on a day. */
#include "platform/map/map_floor.h"

#include <math.h>
#include <stdlib.h>

/* Millimetres in the building. */
#define OUTER_WALL 350
#define INNER_WALL 160
#define THIN_LINE 50

/* ---- floors ---------------------------------------------------------------------------------- */

static Paint floor_paint(const MapDraw *d, const PlanSpace *s) {
    if (s == d->plan->space + d->view->chosen && d->view->chosen != PLAN_NONE)
        return PAINT_ACCENT;
    if (map_opens(d, s) && s->access != ACCESS_PRIVATE)
        return PAINT_ACCENT;
    if (map_is_ghost(d, s) || s->kind == SPACE_OUTSIDE)
        return PAINT_BG;
    switch (s->kind) {
    case SPACE_CORRIDOR:
    case SPACE_HALL: /* in the theme of few colours the field is as black as a room */
        return map_is_stark(d) ? PAINT_SOFT : PAINT_FIELD;
    case SPACE_STAIRS:
    case SPACE_LIFT:
    case SPACE_ESCALATOR:
        return PAINT_SOFT;
    default:
        return s->access == ACCESS_PRIVATE ? PAINT_GRID : PAINT_SURFACE;
    }
}

static void project_floor(MapDraw *d, const PlanLevel *level) {
    MapPainter *p = d->p;
    if (p->corners < level->vertex_count) {
        free(p->corner);
        p->corners = level->vertex_count;
        p->corner = calloc((size_t)p->corners, sizeof *p->corner);
        if (!p->corner)
            abort();
    }
    for (int i = 0; i < level->vertex_count; i++)
        p->corner[i] = map_on_display(d, level->vertex[i]);
}

static void add_shape(MapDraw *d, const PlanLevel *level, int first, int count, uint32_t argb) {
    triangles_shape(&d->p->triangles, d->p->corner, level->corner + first, count, argb);
}

static bool in_sight(const MapDraw *d, PlanBox box) {
    double x = ((double)box.min.x + box.max.x) / 2, y = ((double)box.min.y + box.max.y) / 2;
    double reach =
        hypot((double)box.max.x - box.min.x, (double)box.max.y - box.min.y) / 2 * d->camera.scale;
    Pixel middle = camera_project(&d->camera, (Spot){x, y});
    return middle.x + reach >= 0 && middle.y + reach >= 0 && middle.x - reach <= d->camera.w &&
           middle.y - reach <= d->camera.h;
}

void map_draw_floor(MapDraw *d, const PlanLevel *level) {
    project_floor(d, level);
    add_shape(d, level, 0, level->ground_corners, map_colour(d, PAINT_FIELD));
    triangles_draw(&d->p->triangles);
    for (int i = 0; i < d->plan->space_count; i++) {
        const PlanSpace *s = &d->plan->space[i];
        if (s->level == d->view->level && in_sight(d, s->box))
            add_shape(d, level, s->first_corner, s->corner_count, map_colour(d, floor_paint(d, s)));
    }
    triangles_draw(&d->p->triangles);
}

/* ---- walls ----------------------------------------------------------------------------------- */

static const struct {
    int width_mm;
    float least_px;
    Paint paint;
} LINES[LINE_KIND_COUNT] = {
    [LINE_OUTER] = {OUTER_WALL, 3, PAINT_INK},
    [LINE_WALL] = {INNER_WALL, 1.6f, PAINT_INK2},
    [LINE_LOW] = {THIN_LINE, 1, PAINT_LINE},
    [LINE_TREAD] = {THIN_LINE, 1, PAINT_LINE},
};

static bool misses(const MapDraw *d, SDL_FPoint a, SDL_FPoint b) {
    float left = (float)d->box.x, top = (float)d->box.y, right = left + (float)d->box.w,
          bottom = top + (float)d->box.h;
    return (a.x < left && b.x < left) || (a.x > right && b.x > right) || (a.y < top && b.y < top) ||
           (a.y > bottom && b.y > bottom);
}

/* Walls that move are drawn hard: a finger feels a late frame, the eye sees no jagged edge before
 * it rests. */
void map_draw_walls(MapDraw *d, const PlanLevel *level) {
    bool hard = d->view->moving;
    for (int i = level->first_line; i < level->first_line + level->line_count; i++) {
        const PlanLine *line = &d->plan->line[i];
        SDL_FPoint a = map_on_display(d, line->a), b = map_on_display(d, line->b);
        if (misses(d, a, b))
            continue;
        float width = (float)(LINES[line->kind].width_mm * d->camera.scale);
        width = fmaxf(width, map_px(d, LINES[line->kind].least_px));
        (hard ? triangles_hard_line : triangles_line)(&d->p->triangles, a, b, width,
                                                      map_colour(d, LINES[line->kind].paint));
    }
    triangles_draw(&d->p->triangles);
}

/* ---- what is not open yet -------------------------------------------------------------------- */

#define GHOST_SHARE 64 /* of 256: how much of a wall's colour is left where nobody walks */

static void add_outline(MapDraw *d, const PlanSpace *s, float width, uint32_t argb) {
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++) {
        const PlanRing *ring = &d->plan->ring[r];
        const PlanPoint *p = d->plan->point + ring->first_point;
        for (int i = 0; i < ring->point_count; i++)
            triangles_line(&d->p->triangles, map_on_display(d, p[i]),
                           map_on_display(d, p[(i + 1) % ring->point_count]), width, argb);
    }
}

static bool is_shown_ghost(const MapDraw *d, int space) {
    const PlanSpace *s = &d->plan->space[space];
    return s->level == d->view->level && space != d->view->chosen && map_is_ghost(d, s) &&
           in_sight(d, s->box);
}

/* Pale walls on bare ground, in colours that are mixed beforehand: a veil over what is there would
 * be blended point by point. */
void map_draw_ghosts(MapDraw *d, const PlanLevel *level) {
    uint32_t pale = map_mixed(map_colour(d, PAINT_INK2), map_colour(d, PAINT_BG), GHOST_SHARE);
    float width = fmaxf((float)(INNER_WALL * d->camera.scale), map_px(d, 1.6));
    for (int i = 0; i < d->plan->space_count; i++)
        if (is_shown_ghost(d, i))
            add_shape(d, level, d->plan->space[i].first_corner, d->plan->space[i].corner_count,
                      map_colour(d, PAINT_BG));
    triangles_draw(&d->p->triangles);
    for (int i = 0; i < d->plan->space_count; i++)
        if (is_shown_ghost(d, i))
            add_outline(d, &d->plan->space[i], width, pale);
    triangles_draw(&d->p->triangles);
}
