/* Which courses are offered to whom asks: narrowed, those that begin next first. Knows no clock, no
   page and no words. */
#pragma once

#include "train/dates.h"

/* What a list of courses is narrowed to; of each, OFFER_ANY leaves it open. */
enum { OFFER_ANY = -1, OFFER_MONTHS_MAX = 36 };

typedef struct OfferFilter {
    int catalogue; /* a CatalogueKind */
    int level;     /* of the certification */
    int mode;      /* a CourseMode */
    int family;    /* index in Pack.family */
    Millis before; /* the next session begins before; 0: whenever */
} OfferFilter;

int course_family(const Pack *pack, int course); /* of the first of its trades, or OFFER_ANY */

/* One whose every session is past hides; one that never had any is for whoever asks. */
bool course_is_past(const Course *course, Millis now);

bool course_offered(const Pack *pack, int course, OfferFilter filter, Millis now);

/* Indices of the courses, by their next start; those without one come last. Lives in the arena. */
int offers_list(const Pack *pack, OfferFilter filter, Millis now, Arena *arena, int **list);

int offers_count(const Pack *pack, OfferFilter filter, Millis now);

int months_between(Millis now, Millis then);

/* How many of the listed begin next in each of so many months, the first being that of `now`. */
void offers_by_month(const Pack *pack, const int *list, int count, Millis now, int *month,
                     int months);

/* What companies share: every session that can still be joined, in the order of time. */
typedef struct SharedSession {
    int course, session;
} SharedSession;

int offers_shared(const Pack *pack, Millis now, Arena *arena, SharedSession **list);

/* The courses in which a trade is learnt: those that end in a diploma, then what else is about it;
   then those of many trades at once (a restart, days of discovery), and last those with their own
   catalogue. Of each by their next start. */
int offers_of_trade(const Pack *pack, int trade, Millis now, Arena *arena, int **list);

/* Is that block taught in the course: because it says so, or because it says none of the blocks of
   its certification? */
bool course_teaches(const Pack *pack, int course, int block);
