#include "map/walk.h"

/* One goes four fifths of a step's time and stands for the rest: so long the next sentence is being
 * read. */
#define GOES 0.8

static double eased(double t) {
    return t >= 1 ? 1 : t * t * (3 - 2 * t);
}

static Millis step_ms(const Decisions *steps) {
    Millis each = WALK_MOST_MS / steps->count;
    return each < WALK_STEP_MS ? each : WALK_STEP_MS;
}

static double between(double from, double to, double share) {
    return from + (to - from) * share;
}

/* How far along one leaves the floor, or has come up to it, within a step. */
static double end_on(const Path *path, const Decision *d, int level, bool last) {
    double found = last ? d->along_mm : d->until_mm;
    for (int i = 0; i < path->count; i++) {
        const PathPoint *p = &path->point[i];
        bool within = p->along_mm >= d->along_mm && p->along_mm <= d->until_mm && p->level == level;
        if (within && (p->along_mm > found) == last)
            found = p->along_mm;
    }
    return found;
}

/* The first half of the time on the floor that is left, the second on the other: what lies between
 * is not seen. */
static double climbed(const Path *path, const Decision *d, double share) {
    if (share < 0.5)
        return between(d->along_mm, end_on(path, d, d->level, true), 2 * share);
    return between(end_on(path, d, d->to_level, false), d->until_mm, 2 * share - 1);
}

static Walk on_step(const Path *path, const Decisions *steps, int step, double share) {
    const Decision *d = &steps->decision[step];
    bool climbs = d->to_level != d->level;
    return (Walk){.step = step,
                  .level = d->level,
                  .beside = climbs ? d->to_level : PLAN_NONE,
                  .reached_mm =
                      climbs ? climbed(path, d, share) : between(d->along_mm, d->until_mm, share)};
}

Walk walk_picture(const Path *path, const Decisions *steps, int step) {
    if (!path->count || !steps->count)
        return (Walk){.beside = PLAN_NONE, .done = true};
    return on_step(path, steps, step < steps->count ? step : steps->count - 1, 1);
}

Walk walk_at(const Path *path, const Decisions *steps, Millis age) {
    Walk end = walk_picture(path, steps, steps->count);
    end.done = true;
    if (!path->count || !steps->count || age < 0)
        return end;
    Millis each = step_ms(steps);
    if (age >= each * steps->count)
        return end;
    double share = (double)(age % each) / ((double)each * GOES);
    return on_step(path, steps, (int)(age / each), eased(share));
}
