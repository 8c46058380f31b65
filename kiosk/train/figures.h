/* What is known of those before: which figure is told, and how hard it is to get in. */
#pragma once

#include "train/dates.h"

/* The school's own, else the region's, else the country's; NULL when none may be shown. */
const CourseFigure *course_figure(const Course *course, FigureKind what);

/* Are they about the same people, said by the same source? */
bool figures_agree(const CourseFigure *a, const CourseFigure *b);

/* How many wish for one place. */
typedef enum Pressure {
    PRESSURE_UNKNOWN,
    PRESSURE_NONE, /* a place for every wish */
    PRESSURE_LOW,  /* a few wishes more than places */
    PRESSURE_HIGH, /* so many wishes a place: see pressure_wishes */
} Pressure;

Pressure course_pressure(const Course *course);
int pressure_wishes(const Course *course); /* for one place, the nearest whole number */
