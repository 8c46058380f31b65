#include "train/expiry.h"

#include <stdlib.h>

typedef struct Found {
    Expiring *list;
    int count;
    Millis today;
} Found;

static void look(Found *found, RecordId of, int index, Millis last) {
    int days = (int)((civil_midnight(last) - found->today) / CIVIL_DAY);
    int soon = of == RECORD_certification ? EXPIRY_CERTIFICATION_DAYS : EXPIRY_DAYS;
    if (last && days <= soon)
        found->list[found->count++] = (Expiring){of, index, civil_midnight(last), days};
}

/* The last day on which somebody can sign up; 0 without any session. */
static Millis last_start(const Course *course) {
    Millis last = 0;
    for (int i = 0; i < course->session_count; i++) {
        const CourseSession *session = &course->session[i];
        Millis until = session->open_until ? session->open_until : session->begins;
        last = until > last ? until : last;
    }
    return last;
}

static int by_day(const void *a, const void *b) {
    const Expiring *x = a, *y = b;
    if (x->last != y->last)
        return x->last < y->last ? -1 : 1;
    return x->of != y->of ? (int)x->of - (int)y->of : x->index - y->index;
}

int expiry_of(const Pack *pack, Millis now, Arena *arena, Expiring **list) {
    int room = pack->certification_count + pack->course_count + pack->internship_count +
               pack->campus_event_count;
    Found found = {arena_array(arena, Expiring, room + 1), 0, civil_midnight(now)};
    for (int i = 0; i < pack->certification_count; i++)
        look(&found, RECORD_certification, i, pack->certification[i].until);
    for (int i = 0; i < pack->course_count; i++)
        look(&found, RECORD_course, i, last_start(&pack->course[i]));
    for (int i = 0; i < pack->internship_count; i++)
        look(&found, RECORD_internship, i, pack->internship[i].expires);
    for (int i = 0; i < pack->campus_event_count; i++)
        if (pack->campus_event[i].ends)
            look(&found, RECORD_campus_event, i, pack->campus_event[i].ends - 1);
    if (found.count)
        qsort(found.list, (size_t)found.count, sizeof *found.list, by_day);
    *list = found.list;
    return found.count;
}
