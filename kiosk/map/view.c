#include "map/view.h"

#include <math.h>
#include <string.h>

#define MARGIN_SHARE 0.04    /* of the shorter side, bare around the start view */
#define CLOSEST_MM 12000.0   /* the shorter side never shows less than a classroom */
#define FARTHEST 0.8         /* of the scale at which the whole plan fits */
#define FRAME_LEAST_MM 20000 /* a part of the way is shown with that much around it */

double view_up_deg(const MapView *view) {
    if (view->north_up || view->kiosk == PLAN_NONE)
        return 0;
    return view->plan->kiosk[view->kiosk].bearing_cdeg / 100.0 +
           180; /* the screen faces the visitor */
}

static Camera fitted(const MapView *view, PlanBox box, double w, double h) {
    Spot low = {box.min.x, box.min.y}, high = {box.max.x, box.max.y};
    double grow_x = fmax(0, FRAME_LEAST_MM - (high.x - low.x)) / 2,
           grow_y = fmax(0, FRAME_LEAST_MM - (high.y - low.y)) / 2;
    low = (Spot){low.x - grow_x, low.y - grow_y};
    high = (Spot){high.x + grow_x, high.y + grow_y};
    return camera_fit(low, high, view_up_deg(view), w, h, MARGIN_SHARE * fmin(w, h));
}

Camera view_camera(const MapView *view, double w, double h) {
    Camera c = fitted(view, view->frame, w, h);
    c.at.x += view->pose.east_mm;
    c.at.y += view->pose.north_mm;
    c.scale *= exp2(view->pose.closer);
    c.up_deg = camera_angle_deg(c.up_deg - view->pose.turned_deg);
    c.up_deg += c.up_deg < 0 ? 360 : 0;
    return c;
}

MapPose view_pose(const MapView *view, Camera camera) {
    Camera start = fitted(view, view->frame, camera.w, camera.h);
    return (MapPose){camera.at.x - start.at.x, camera.at.y - start.at.y,
                     log2(camera.scale / start.scale),
                     camera_angle_deg(start.up_deg - camera.up_deg)};
}

CameraBounds view_bounds(const MapView *view, double w, double h) {
    PlanBox box = view->plan->box;
    Camera whole = fitted(view, box, w, h);
    whole.scale *= FARTHEST;
    return camera_bounds((Spot){box.min.x, box.min.y}, (Spot){box.max.x, box.max.y}, whole,
                         CLOSEST_MM);
}

/* ---- picking --------------------------------------------------------------------------------- */

/* Even and odd crossings of a ray to the east: holes come out right by themselves. */
static bool holds(const Plan *plan, const PlanSpace *s, Spot p) {
    bool inside = false;
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++) {
        const PlanPoint *point = plan->point + plan->ring[r].first_point;
        int count = plan->ring[r].point_count;
        for (int i = 0, j = count - 1; i < count; j = i++) {
            bool above = point[i].y > p.y, before = point[j].y > p.y;
            if (above != before && p.x < (point[j].x - point[i].x) * (p.y - point[i].y) /
                                                 ((double)point[j].y - point[i].y) +
                                             point[i].x)
                inside = !inside;
        }
    }
    return inside;
}

int view_pick(const MapView *view, const Camera *camera, Pixel at) {
    Spot spot = camera_unproject(camera, at);
    int smallest = PLAN_NONE;
    for (int i = 0; i < view->plan->space_count; i++) {
        const PlanSpace *s = &view->plan->space[i];
        if (s->level != view->level || !s->place || !holds(view->plan, s, spot))
            continue;
        if (smallest == PLAN_NONE || s->area_dm2 < view->plan->space[smallest].area_dm2)
            smallest = i;
    }
    return smallest;
}

/* ---- comparing ------------------------------------------------------------------------------- */

static uint64_t mix(uint64_t look, const void *bytes, size_t size) {
    return slice_hash((Slice){bytes, (int)size}, look);
}

uint64_t view_look(const MapView *v) {
    const double numbers[] = {v->pose.east_mm,
                              v->pose.north_mm,
                              v->pose.closer,
                              v->pose.turned_deg,
                              v->path ? v->reached_mm : -1,
                              v->path ? v->path->length_mm : -1};
    const int64_t whole[] = {v->level,       v->when,
                             v->kiosk,       v->chosen,
                             v->frame.min.x, v->frame.min.y,
                             v->frame.max.x, v->frame.max.y,
                             v->north_up,    v->moving,
                             v->lang,        v->walks,
                             v->lit,         v->path ? v->path->count : 0};
    uint64_t look = mix(mix(7, numbers, sizeof numbers), whole, sizeof whole);
    if (v->path &&
        v->path->count) /* two ways of one length end at different places or pass others */
        for (int i = 0; i < v->path->count; i++)
            look = mix(look, &v->path->point[i].at, sizeof v->path->point[i].at);
    for (int i = 0; i < v->barriers; i++)
        look = mix(look, &v->barrier[i], sizeof v->barrier[i]);
    if (v->zone)
        look = mix(look, v->zone, (size_t)v->plan->zone_count);
    return slice_hash(v->here, look);
}
