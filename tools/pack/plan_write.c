#include "tools/pack/plan_write.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct Blob {
    unsigned char *byte;
    int len;
} Blob;

/* ---- values ---------------------------------------------------------------------------------- */

static Blob blob_of(int numbers) {
    Blob blob = {malloc((size_t)numbers * 4 + 1), 0};
    if (!blob.byte)
        abort();
    return blob;
}

/* The lowest byte first, whatever machine builds the pack. */
static void put(Blob *blob, int32_t number) {
    for (int shift = 0; shift < 32; shift += 8)
        blob->byte[blob->len++] = (unsigned char)((uint32_t)number >> shift);
}

static void put_point(Blob *blob, PlanPoint p) {
    put(blob, p.x);
    put(blob, p.y);
}

static Slice slice_of(const Blob *blob) {
    return (Slice){(const char *)blob->byte, blob->len};
}

static Blob points_blob(const PlanPoint *point, int count) {
    Blob blob = blob_of(count * 2);
    for (int i = 0; i < count; i++)
        put_point(&blob, point[i]);
    return blob;
}

typedef struct PlanMoment {
    char text[32];
} PlanMoment;

/* ISO 8601; the empty text for always and never. */
static Slice moment(PlanMoment *memory, Millis when) {
    if (when == PLAN_ALWAYS || when == PLAN_NEVER)
        return LIT("");
    Civil c = civil_from(when);
    snprintf(memory->text, sizeof memory->text, "%04d-%02d-%02dT%02d:%02d:%02d", c.year % 10000,
             c.month, c.day, c.hour, c.minute, c.second);
    return slice_from(memory->text);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void write_whole(Writer *w, const Plan *p) {
    Blob points = points_blob(p->point, p->point_count), lines = blob_of(p->line_count * 5);
    for (int i = 0; i < p->line_count; i++) {
        put(&lines, p->line[i].kind);
        put_point(&lines, p->line[i].a);
        put_point(&lines, p->line[i].b);
    }
    insert_words(w, "plan", 0, "name", &p->name);
    insert(w, "plan", "iiiiiibb", 0, (int)p->illustrative, p->box.min.x, p->box.min.y, p->box.max.x,
           p->box.max.y, slice_of(&points), slice_of(&lines));
    free(points.byte);
    free(lines.byte);
}

static void write_level(Writer *w, const PlanLevel *l, int ord) {
    Blob vertices = points_blob(l->vertex, l->vertex_count), corners = blob_of(l->corner_count);
    for (int i = 0; i < l->corner_count; i++)
        put(&corners, l->corner[i]);
    insert_words(w, "level", ord, "ref", &l->ref);
    insert_name(w, "level", ord, &l->name);
    insert(w, "level", "iiiiiiibbiii", ord, l->hundredths, l->height_mm, l->box.min.x, l->box.min.y,
           l->box.max.x, l->box.max.y, slice_of(&vertices), slice_of(&corners), l->ground_corners,
           l->first_line, l->line_count);
    free(vertices.byte);
    free(corners.byte);
}

static void write_space(Writer *w, const PlanSpace *s, int ord) {
    insert_name(w, "space", ord, &s->name);
    insert_words(w, "space", ord, "hours", &s->hours);
    insert(w, "space", "itttiiiiiiiiiiiiiiiiii", ord, s->id, s->ref,
           slice_from(plan_kind_tag(s->kind)), (int)s->access, s->level, s->zone, s->connector,
           (int)s->step_free, (int)s->place, s->priority, s->area_dm2, s->anchor.x, s->anchor.y,
           s->radius_mm, s->box.min.x, s->box.min.y, s->box.max.x, s->box.max.y, s->node,
           s->first_corner, s->corner_count);
}

static void write_rings(Writer *w, const Plan *p) {
    for (int s = 0; s < p->space_count; s++)
        for (int i = p->space[s].first_ring; i < p->space[s].first_ring + p->space[s].ring_count;
             i++)
            insert(w, "ring", "iiiii", i, s, (int)p->ring[i].hole, p->ring[i].first_point,
                   p->ring[i].point_count);
}

static void write_ways(Writer *w, const Plan *p) {
    for (int i = 0; i < p->node_count; i++) {
        const PlanNode *n = &p->node[i];
        insert(w, "node", "iiiiii", i, (int)n->kind, n->level, n->space, n->at.x, n->at.y);
    }
    for (int i = 0; i < p->edge_count; i++) {
        const PlanEdge *e = &p->edge[i];
        insert(w, "edge", "iiiiiiiiiiiiii", i, (int)e->kind, e->a, e->b, e->length_mm, e->up_mm,
               e->width_mm, e->incline_pm, e->fixed_ms, e->flags, e->space, e->connector,
               e->first_point, e->point_count);
    }
}

static void write_calendar(Writer *w, const Plan *p) {
    PlanMoment from, to;
    for (int i = 0; i < p->zone_count; i++) {
        insert_words(w, "zone", i, "name", &p->zone[i].name);
        insert(w, "zone", "ittt", i, p->zone[i].id, moment(&from, p->zone[i].opens),
               moment(&to, p->zone[i].closes));
    }
    for (int i = 0; i < p->closure_count; i++) {
        const PlanClosure *c = &p->closure[i];
        insert_words(w, "closure", i, "reason", &c->reason);
        insert(w, "closure", "iiitt", i, (int)c->target, c->index, moment(&from, c->from),
               moment(&to, c->to));
    }
    for (int i = 0; i < p->hours_count; i++) {
        const PlanHours *h = &p->hours[i];
        insert(w, "hours", "iiiiiiii", i, h->space, (int)h->adds, h->days, h->from, h->to,
               h->opens_min, h->closes_min);
    }
    for (int i = 0; i < p->event_count; i++) {
        const PlanEvent *e = &p->event[i];
        insert_words(w, "event", i, "title", &e->title);
        insert_words(w, "event", i, "note", &e->note);
        insert(w, "event", "ititti", i, e->id, e->space, moment(&from, e->from), moment(&to, e->to),
               e->capacity);
    }
}

static void write_things(Writer *w, const Plan *p) {
    for (int i = 0; i < p->landmark_count; i++) {
        const PlanLandmark *l = &p->landmark[i];
        insert_name(w, "landmark", i, &l->name);
        insert(w, "landmark", "iiiiii", i, l->at.x, l->at.y, l->level, l->space, l->salience);
    }
    for (int i = 0; i < p->kiosk_count; i++) {
        const PlanKiosk *k = &p->kiosk[i];
        insert(w, "kiosk", "itiiiii", i, k->id, k->level, k->node, k->at.x, k->at.y,
               k->bearing_cdeg);
    }
    for (int i = 0; i < p->machine_count; i++) {
        insert_words(w, "machine", i, "name", &p->machine[i].name);
        insert(w, "machine", "ii", i, p->machine[i].space);
    }
    for (int i = 0; i < p->finding_count; i++)
        insert(w, "finding", "itt", i, p->finding[i].subject, p->finding[i].message);
}

static void write_words(Writer *w, const Pack *pack) {
    const Plan *p = &pack->plan;
    for (int i = 0; i < p->term_count; i++) {
        const PlanTerm *t = &p->term[i];
        Slice kind = t->of_kind ? slice_from(plan_kind_tag((SpaceKind)t->index)) : LIT("");
        insert_words(w, "term", i, "word", &t->word);
        insert(w, "term", "iti", i, kind, t->of_kind ? PLAN_NONE : t->index);
    }
    for (int i = 0; i < p->link_count; i++)
        insert(w, "space_trade", "iit", i, p->link[i].space, pack->trade[p->link[i].trade].id);
}

void plan_write(Writer *w, const Pack *pack) {
    const Plan *p = &pack->plan;
    if (!p->space_count)
        return;
    write_whole(w, p);
    for (int i = 0; i < p->level_count; i++)
        write_level(w, &p->level[i], i);
    for (int i = 0; i < p->connector_count; i++) {
        insert_name(w, "connector", i, &p->connector[i].name);
        insert(w, "connector", "iti", i, p->connector[i].id, (int)p->connector[i].kind);
    }
    for (int i = 0; i < p->space_count; i++)
        write_space(w, &p->space[i], i);
    write_rings(w, p);
    write_ways(w, p);
    write_calendar(w, p);
    write_things(w, p);
    write_words(w, pack);
}
