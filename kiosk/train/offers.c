#include "train/offers.h"

#include <stdlib.h>

/* Of its certification. */
static int course_level(const Pack *pack, int course) {
    int certification = pack->course[course].certification;
    return certification < 0 ? OFFER_ANY : pack->certification[certification].level;
}

int course_family(const Pack *pack, int course) {
    const Indices *trades = &pack->course[course].trades;
    return trades->count ? pack->trade[trades->at[0]].family : OFFER_ANY;
}

static bool agrees(int wish, int with) {
    return wish == OFFER_ANY || wish == with;
}

static int catalogue_of(const Course *course) {
    return course->catalogue < 0 ? CATALOGUE_CAMPUS : course->catalogue;
}

bool course_is_past(const Course *course, Millis now) {
    return course->session_count && course_next_session(course, now) < 0;
}

bool course_offered(const Pack *pack, int course, OfferFilter filter, Millis now) {
    const Course *c = &pack->course[course];
    return !course_is_past(c, now) && agrees(filter.catalogue, catalogue_of(c)) &&
           agrees(filter.level, course_level(pack, course)) && agrees(filter.mode, c->mode) &&
           agrees(filter.family, course_family(pack, course)) &&
           (!filter.before || course_starts_before(c, now, filter.before));
}

/* ---- lists ----------------------------------------------------------------------------------- */

/* How much a course is about one of its trades. */
typedef enum About {
    ABOUT_DIPLOMA, /* of the trade */
    ABOUT_TRADE,
    ABOUT_ALL,      /* a restart, days of discovery: of so many trades that it is of none */
    ABOUT_ELSEWHERE /* in a catalogue of its own */
} About;

enum { TRADES_OF_ALL = 5 };

typedef struct Offer {
    Millis begins;
    About about;
    int course;
} Offer;

static About about_of(const Pack *pack, const Course *course) {
    if (catalogue_of(course) != CATALOGUE_CAMPUS)
        return ABOUT_ELSEWHERE;
    int certification = course->certification;
    if (certification >= 0 && pack->certification[certification].kind != CERTIFICATION_OTHER)
        return ABOUT_DIPLOMA;
    return course->trades.count < TRADES_OF_ALL ? ABOUT_TRADE : ABOUT_ALL;
}

static Offer offer_of(const Pack *pack, int course, Millis now) {
    const Course *c = &pack->course[course];
    int next = course_next_session(c, now);
    return (Offer){next < 0 ? PLAN_NEVER : c->session[next].begins, about_of(pack, c), course};
}

static int by_start(const void *a, const void *b) {
    const Offer *x = a, *y = b;
    if (x->begins != y->begins)
        return x->begins < y->begins ? -1 : 1;
    return x->course - y->course;
}

static int nearest_first(const void *a, const void *b) {
    const Offer *x = a, *y = b;
    return x->about != y->about ? (int)x->about - (int)y->about : by_start(a, b);
}

static int sorted(Offer *offer, int count, int (*order)(const void *, const void *), Arena *arena,
                  int **list) {
    if (count)
        qsort(offer, (size_t)count, sizeof *offer, order);
    *list = arena_array(arena, int, count + 1);
    for (int i = 0; i < count; i++)
        (*list)[i] = offer[i].course;
    return count;
}

int offers_list(const Pack *pack, OfferFilter filter, Millis now, Arena *arena, int **list) {
    Offer *offer = arena_array(arena, Offer, pack->course_count + 1);
    int count = 0;
    for (int c = 0; c < pack->course_count; c++)
        if (course_offered(pack, c, filter, now))
            offer[count++] = offer_of(pack, c, now);
    return sorted(offer, count, by_start, arena, list);
}

int offers_count(const Pack *pack, OfferFilter filter, Millis now) {
    int count = 0;
    for (int c = 0; c < pack->course_count; c++)
        count += course_offered(pack, c, filter, now);
    return count;
}

/* ---- shared between companies ---------------------------------------------------------------- */

typedef struct Shared {
    Millis begins;
    SharedSession session;
} Shared;

static int by_begin(const void *a, const void *b) {
    const Shared *x = a, *y = b;
    if (x->begins != y->begins)
        return x->begins < y->begins ? -1 : 1;
    return x->session.course - y->session.course;
}

static int shared_sessions(const Pack *pack, Millis now, Shared *out) {
    int count = 0;
    for (int c = 0; c < pack->course_count; c++) {
        const Course *course = &pack->course[c];
        for (int i = 0; course->catalogue == CATALOGUE_INTER && i < course->session_count; i++)
            if (session_is_open(&course->session[i], now)) {
                if (out)
                    out[count] = (Shared){course->session[i].begins, {c, i}};
                count++;
            }
    }
    return count;
}

int offers_shared(const Pack *pack, Millis now, Arena *arena, SharedSession **list) {
    int count = shared_sessions(pack, now, NULL);
    Shared *shared = arena_array(arena, Shared, count + 1);
    shared_sessions(pack, now, shared);
    if (count)
        qsort(shared, (size_t)count, sizeof *shared, by_begin);
    *list = arena_array(arena, SharedSession, count + 1);
    for (int i = 0; i < count; i++)
        (*list)[i] = shared[i].session;
    return count;
}

static bool leads_to(const Course *course, int trade) {
    for (int i = 0; i < course->trades.count; i++)
        if (course->trades.at[i] == trade)
            return true;
    return false;
}

int offers_of_trade(const Pack *pack, int trade, Millis now, Arena *arena, int **list) {
    Offer *offer = arena_array(arena, Offer, pack->course_count + 1);
    int count = 0;
    for (int c = 0; c < pack->course_count; c++)
        if (leads_to(&pack->course[c], trade) && !course_is_past(&pack->course[c], now))
            offer[count++] = offer_of(pack, c, now);
    return sorted(offer, count, nearest_first, arena, list);
}

/* ---- months ---------------------------------------------------------------------------------- */

int months_between(Millis now, Millis then) {
    Civil a = civil_from(now), b = civil_from(then);
    return (b.year - a.year) * 12 + b.month - a.month;
}

void offers_by_month(const Pack *pack, const int *list, int count, Millis now, int *month,
                     int months) {
    for (int m = 0; m < months; m++)
        month[m] = 0;
    for (int i = 0; i < count; i++) {
        const Course *course = &pack->course[list[i]];
        int next = course_next_session(course, now);
        int ahead = next < 0 ? months : months_between(now, course->session[next].begins);
        if (ahead >= 0 && ahead < months)
            month[ahead]++;
    }
}

/* ---- blocks ---------------------------------------------------------------------------------- */

bool course_teaches(const Pack *pack, int course, int block) {
    const Course *c = &pack->course[course];
    for (int i = 0; i < c->blocks.count; i++)
        if (c->blocks.at[i] == block)
            return true;
    return !c->blocks.count && c->certification >= 0 &&
           c->certification == pack->skill_block[block].certification;
}
