#include "train/dates.h"

#define PEOPLE_LEAST 20

/* ---- over ------------------------------------------------------------------------------------ */

/* A day that is not said has no end. */
static bool is_after_day(Millis day, Millis now) {
    return day && now >= day + CIVIL_DAY;
}

bool certification_is_over(const Certification *certification, Millis now) {
    return is_after_day(certification->until, now);
}

bool session_is_over(const CourseSession *session, Millis now) {
    return is_after_day(session->ends, now);
}

bool internship_is_over(const Internship *internship, Millis now) {
    return is_after_day(internship->expires, now);
}

bool event_is_over(const CampusEvent *event, Millis now) {
    return now >= event->ends;
}

/* ---- next ------------------------------------------------------------------------------------ */

bool session_is_open(const CourseSession *session, Millis now) {
    Millis last = session->open_until ? session->open_until : session->begins;
    return !is_after_day(last, now) && !session_is_over(session, now);
}

int course_next_session(const Course *course, Millis now) {
    int next = -1;
    for (int i = 0; i < course->session_count; i++)
        if (session_is_open(&course->session[i], now) &&
            (next < 0 || course->session[i].begins < course->session[next].begins))
            next = i;
    return next;
}

bool course_starts_before(const Course *course, Millis now, Millis before) {
    int next = course_next_session(course, now);
    return next >= 0 && course->session[next].begins < before;
}

/* ---- now ------------------------------------------------------------------------------------- */

HoursNow opening_now(const OpeningHours *hours, Millis now) {
    return hours_of_rows(hours->row, hours->count, now);
}

bool figure_is_shown(const CourseFigure *figure) {
    switch ((FigureKind)figure->what) {
    case FIGURE_WISHES:
    case FIGURE_FIRST_WISHES:
    case FIGURE_PLACES:
    case FIGURE_ENROLLED:
    case FIGURE_PAY_OF_LEVEL:
        return true;
    default:
        return figure->people >= PEOPLE_LEAST;
    }
}
