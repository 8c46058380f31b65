#include "map/labels.h"

#include <math.h>
#include <stddef.h>

#define AIR_PX 6 /* between two names, and between a name and its walls */
#define APART 2  /* sides of a sign that lie between it and the next of its kind */

typedef struct Placing {
    const Plan *plan;
    const Camera *camera;
    const Box *taken;
    int taken_count;
    LabelSpot *spot;
    int spots;
} Placing;

static Pixel project(const Camera *camera, PlanPoint p) {
    return camera_project(camera, (Spot){p.x, p.y});
}

/* Does the line from a to b pass through the rectangle of half sizes w, h around the origin? (Liang
 * and Barsky 1984) */
static bool crosses(Pixel a, Pixel b, double w, double h) {
    double enter = 0, leave = 1, dx = b.x - a.x, dy = b.y - a.y;
    const double step[4] = {-dx, dx, -dy, dy}, room[4] = {a.x + w, w - a.x, a.y + h, h - a.y};
    for (int i = 0; i < 4; i++) {
        if (step[i] == 0) {
            if (room[i] < 0)
                return false;
            continue;
        }
        double at = room[i] / step[i];
        if (step[i] < 0 && at > enter)
            enter = at;
        else if (step[i] > 0 && at < leave)
            leave = at;
    }
    return enter <= leave;
}

static bool walls_cross(const Plan *plan, const Camera *camera, const PlanSpace *s, Pixel middle,
                        double w, double h) {
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++) {
        const PlanPoint *point = plan->point + plan->ring[r].first_point;
        int count = plan->ring[r].point_count;
        Pixel a = project(camera, point[count - 1]);
        for (int i = 0; i < count; i++) {
            Pixel b = project(camera, point[i]);
            if (crosses((Pixel){a.x - middle.x, a.y - middle.y},
                        (Pixel){b.x - middle.x, b.y - middle.y}, w, h))
                return true;
            a = b;
        }
    }
    return false;
}

bool labels_fits(const Plan *plan, const Camera *camera, int space, int w, int h) {
    const PlanSpace *s = &plan->space[space];
    double radius = s->radius_mm * camera->scale, half_w = w / 2.0 + AIR_PX,
           half_h = h / 2.0 + AIR_PX;
    if (hypot(half_w, half_h) <= radius)
        return true;
    if (fmin(half_w, half_h) > radius) /* no circle of that size fits into the room */
        return false;
    return !walls_cross(plan, camera, s, project(camera, s->anchor), half_w, half_h);
}

static bool is_free(const Placing *p, Box box) {
    Box airy = box_grow(box, AIR_PX);
    for (int i = 0; i < p->taken_count; i++)
        if (box_overlap(airy, p->taken[i]))
            return false;
    for (int i = 0; i < p->spots; i++)
        if (box_overlap(airy, p->spot[i].box))
            return false;
    return true;
}

/* Does another sign of its kind stand beside it already? */
static bool has_its_like(const Placing *p, int apart, Box box) {
    for (int i = 0; i < p->spots && apart; i++)
        if (p->spot[i].apart == apart && box_overlap(box_grow(box, APART * box.w), p->spot[i].box))
            return true;
    return false;
}

static bool try_at(Placing *p, const LabelWish *wish, int form, Pixel middle) {
    int w = wish->form[form].w, h = wish->form[form].h;
    Box box = {(int)floor(middle.x - w / 2.0 + 0.5), (int)floor(middle.y - h / 2.0 + 0.5), w, h};
    Box view = {0, 0, (int)p->camera->w, (int)p->camera->h};
    if (!box_within(box, view) || !is_free(p, box) || has_its_like(p, wish->apart, box))
        return false;
    if (!wish->form[form].over_walls && !labels_fits(p->plan, p->camera, wish->space, w, h))
        return false;
    p->spot[p->spots++] = (LabelSpot){wish->space, form, wish->apart, box};
    return true;
}

/* A sign, which is square, may stand beside what it is the sign of; words on a plate a little above
 * or below. */
static bool try_form(Placing *p, const LabelWish *wish, int form) {
    static const double AWAY[][2] = {{0, 0},  {0, -0.6}, {0, 0.6}, {-0.6, 0}, {0.6, 0},
                                     {0, -1}, {0, 1},    {-1, 0},  {1, 0}};
    enum { SIGN_TRIES = sizeof AWAY / sizeof *AWAY, PLATE_TRIES = 3 };
    int w = wish->form[form].w, h = wish->form[form].h, tries = 1;
    if (wish->form[form].over_walls)
        tries = w == h ? SIGN_TRIES : PLATE_TRIES;
    Pixel middle = project(p->camera, p->plan->space[wish->space].anchor);
    for (int i = 0; i < tries && w > 0; i++)
        if (try_at(p, wish, form, (Pixel){middle.x + AWAY[i][0] * w, middle.y + AWAY[i][1] * h}))
            return true;
    return false;
}

static const LabelSpot *placed(const LabelSpot *spot, int count, int space) {
    for (int i = 0; i < count; i++)
        if (spot[i].space == space)
            return &spot[i];
    return NULL;
}

int labels_place(const Plan *plan, const Camera *camera, const LabelWish *wish, int count,
                 const Box *taken, int taken_count, const LabelSpot *before, int before_count,
                 LabelSpot *spot) {
    Placing p = {plan, camera, taken, taken_count, spot, 0};
    for (int i = 0; i < count && before_count; i++) {
        const LabelSpot *last = placed(before, before_count, wish[i].space);
        if (last)
            try_form(&p, &wish[i], last->form);
    }
    int kept = p.spots;
    for (int i = 0; i < count; i++) {
        bool done = placed(spot, kept, wish[i].space);
        for (int form = 0; form < LABEL_FORMS && !done; form++)
            done = try_form(&p, &wish[i], form);
    }
    return p.spots;
}
