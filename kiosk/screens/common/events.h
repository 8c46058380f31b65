/* What is going on: the plan's events, those that an author wrote down among them, by time. */
#pragma once

#include "screens/common/common.h"

/* Index of the first event that is not over at that time; the number of events when all are. */
int events_from(const Plan *plan, Millis when);
bool event_on_day(const PlanEvent *event, Millis day); /* later that day, or now */

/* "En ce moment, jusqu’à 16 h", "Dans 40 minutes", "Aujourd’hui à 14 h", "Demain à 14 h", "Dans 11
   jours"; its date while the clock is not believed. */
Slice event_soon(Page *page, const Kiosk *k, const PlanEvent *event);

/* "9 décembre 2026, 14 h 00 – 16 h 00"; today's without its date. */
Slice event_time(Page *page, const Kiosk *k, const PlanEvent *event);

/* The same with its date, whatever day it is: for who reads it later. */
Slice event_dated(Page *page, const Kiosk *k, const PlanEvent *event);

/* Its own sheet or, of one that only the plan has, its place. */
Target event_target(const Kiosk *k, const PlanEvent *event);
