#include "campus/ribbon.h"

static double eased(double t) {
    return t * t * (3 - 2 * t);
}

Ribbon ribbon_at(const Path *t, Millis age) {
    double from = 0;
    for (int first = 0; first < t->count;) {
        int last = first;
        while (last + 1 < t->count && t->point[last + 1].level == t->point[first].level)
            last++;
        double to = t->point[last].along_mm;
        int level = t->point[first].level;
        if (age < RIBBON_FLOOR_MS)
            return (Ribbon){from + (to - from) * eased((double)age / RIBBON_FLOOR_MS), level, false, false};
        age -= RIBBON_FLOOR_MS;
        if (last + 1 == t->count)
            return (Ribbon){to, level, false, true};
        if (age < RIBBON_REST_MS)
            return (Ribbon){to, level, true, false};
        age -= RIBBON_REST_MS;
        first = last + 1;
        from = t->point[first].along_mm;
    }
    return (Ribbon){.done = true};
}
