#include "train/figures.h"

#include <math.h>

const CourseFigure *course_figure(const Course *course, FigureKind what) {
    const CourseFigure *best = NULL;
    for (int i = 0; i < course->figure_count; i++) {
        const CourseFigure *figure = &course->figure[i];
        if (figure->what == (int)what && figure_is_shown(figure) &&
            (!best || figure->scope < best->scope))
            best = figure;
    }
    return best;
}

bool figures_agree(const CourseFigure *a, const CourseFigure *b) {
    return a->scope == b->scope && a->year == b->year && slice_equal(a->source, b->source) &&
           slice_equal(a->cohort, b->cohort);
}

/* Wishes for one place; 0 when that is not known. */
static double wishes_a_place(const Course *course) {
    const CourseFigure *wishes = course_figure(course, FIGURE_WISHES),
                       *places = course_figure(course, FIGURE_PLACES);
    if (!wishes || !places || !figures_agree(wishes, places) || places->value < 1)
        return 0;
    return wishes->value / places->value;
}

Pressure course_pressure(const Course *course) {
    double ratio = wishes_a_place(course);
    if (ratio <= 0)
        return PRESSURE_UNKNOWN;
    if (ratio <= 1)
        return PRESSURE_NONE;
    return ratio < 1.5 ? PRESSURE_LOW : PRESSURE_HIGH;
}

int pressure_wishes(const Course *course) {
    return (int)lround(wishes_a_place(course));
}
