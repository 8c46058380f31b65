/* Courses, their levels and the desks where one signs up, as several screens show them. */
#pragma once

#include "screens/common/common.h"
#include "train/dates.h"

Step course_open(int course);

/* "Bac pro"; "Formation courte" of one without a certification. */
Slice course_kind(const Page *page, const Kiosk *k, int course);

/* The sign of its level and what it is; the word alone without a certification. */
Node *course_tag(Page *page, Node *parent, const Kiosk *k, int course);
LevelShape level_shape(int level); /* of its commonest diploma */
Node *certification_tag(Page *page, Node *parent, const Certification *certification);

Icon course_icon(const Kiosk *k, int course); /* of the family of its first trade */

/* Or that none is set, or that nobody knows which is the next: without a clock. */
Slice course_next_start(const Page *page, const Kiosk *k, int course);
bool course_session_told(const Kiosk *k, const CourseSession *session); /* then all are */
Slice course_route(const Page *page, const Course *course);             /* "Par Affelnet" */
Slice course_mode(const Page *page, int mode);                          /* "En alternance" */
Slice course_place(const Page *page, const Kiosk *k, int course);       /* or its desk's name */

typedef struct CourseCard {
    int course;
    bool half; /* two of them share a line of an upright page */
} CourseCard;

/* A card: what it is, its name, when it begins and, where there is the room, where. Upright a row,
   else a column. */
Node *course_card(Page *page, Node *parent, const Kiosk *k, CourseCard card, Action action);

/* A wide plate: when, by which door one enters, at which desk one signs up, in which room. */
Node *course_offer(Page *page, Node *parent, const Kiosk *k, int course, Action action);

/* Its name with a sign, and whether it is open now; as a plate it answers {token, desk}. */
Node *desk_line(Page *page, Node *parent, const Kiosk *k, int desk);
Node *desk_plate(Page *page, Node *parent, const Kiosk *k, int desk, int token);

/* A line that begins with the desk, for the pager to stand beside; seated the desk is read above.
 */
Node *desk_head(Page *page, Frame frame, const Kiosk *k, int desk, int token);

/* "Y aller · 1 min", answering {token, place}; nothing where the desk stands nowhere. */
Node *desk_go(Page *page, Node *parent, const Kiosk *k, int desk, int token);
