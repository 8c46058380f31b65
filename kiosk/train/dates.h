/* What is over, what can still be joined, what begins next, who is there now: the records of a pack
   beside a local time. Knows no clock, no page and no words. */
#pragma once

#include "content/pack.h"
#include "map/hours.h"

bool certification_is_over(const Certification *certification, Millis now);
bool session_is_over(const CourseSession *session, Millis now);
bool internship_is_over(const Internship *internship, Millis now);
bool event_is_over(const CampusEvent *event, Millis now);

/* Can one still sign up? Until the day that says so or, without one, the first day. */
bool session_is_open(const CourseSession *session, Millis now);

/* The first to begin of those that can still be joined: an index, or -1. */
int course_next_session(const Course *course, Millis now);

/* Does it take people in before that day? True of none when `before` is 0. */
bool course_starts_before(const Course *course, Millis now, Millis before);

HoursNow opening_now(const OpeningHours *hours, Millis now);

/* Figures of people are shown from twenty people up; those of wishes and places always. */
bool figure_is_shown(const CourseFigure *figure);
