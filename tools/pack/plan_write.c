#include "tools/pack/plan_write.h"

#include "content/plan_columns.h"

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

static void row_point(Writer *w, int column, PlanPoint p) {
    row_int(w, column, p.x);
    row_int(w, column + 1, p.y);
}

static void row_box(Writer *w, int column, const PlanBox *box) {
    row_point(w, column, box->min);
    row_point(w, column + 2, box->max);
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
    row_begin(w, "plan", COLUMNS_plan, 0);
    row_int(w, COL_plan_illustrative, (int)p->illustrative);
    row_box(w, COL_plan_x0, &p->box);
    row_blob(w, COL_plan_points, slice_of(&points));
    row_blob(w, COL_plan_lines, slice_of(&lines));
    row_end(w);
    free(points.byte);
    free(lines.byte);
}

static void write_level(Writer *w, const PlanLevel *l, int ord) {
    Blob vertices = points_blob(l->vertex, l->vertex_count), corners = blob_of(l->corner_count);
    for (int i = 0; i < l->corner_count; i++)
        put(&corners, l->corner[i]);
    insert_words(w, "level", ord, "ref", &l->ref);
    insert_name(w, "level", ord, &l->name);
    row_begin(w, "level", COLUMNS_level, ord);
    row_int(w, COL_level_hundredths, l->hundredths);
    row_int(w, COL_level_height_mm, l->height_mm);
    row_box(w, COL_level_x0, &l->box);
    row_blob(w, COL_level_vertices, slice_of(&vertices));
    row_blob(w, COL_level_corners, slice_of(&corners));
    row_int(w, COL_level_ground_corners, l->ground_corners);
    row_int(w, COL_level_first_line, l->first_line);
    row_int(w, COL_level_line_count, l->line_count);
    row_end(w);
    free(vertices.byte);
    free(corners.byte);
}

static void write_space(Writer *w, const PlanSpace *s, int ord) {
    insert_name(w, "space", ord, &s->name);
    insert_words(w, "space", ord, "hours", &s->hours);
    row_begin(w, "space", COLUMNS_space, ord);
    row_text(w, COL_space_id, s->id);
    row_text(w, COL_space_ref, s->ref);
    row_text(w, COL_space_kind, slice_from(plan_kind_tag(s->kind)));
    row_int(w, COL_space_access, (int)s->access);
    row_int(w, COL_space_level, s->level);
    row_int(w, COL_space_zone, s->zone);
    row_int(w, COL_space_connector, s->connector);
    row_int(w, COL_space_step_free, (int)s->step_free);
    row_int(w, COL_space_place, (int)s->place);
    row_int(w, COL_space_priority, s->priority);
    row_int(w, COL_space_area_dm2, s->area_dm2);
    row_point(w, COL_space_x, s->anchor);
    row_int(w, COL_space_radius_mm, s->radius_mm);
    row_box(w, COL_space_x0, &s->box);
    row_int(w, COL_space_node, s->node);
    row_int(w, COL_space_first_corner, s->first_corner);
    row_int(w, COL_space_corner_count, s->corner_count);
    row_end(w);
}

static void write_rings(Writer *w, const Plan *p) {
    for (int s = 0; s < p->space_count; s++)
        for (int i = p->space[s].first_ring; i < p->space[s].first_ring + p->space[s].ring_count;
             i++) {
            row_begin(w, "ring", COLUMNS_ring, i);
            row_int(w, COL_ring_space, s);
            row_int(w, COL_ring_hole, (int)p->ring[i].hole);
            row_int(w, COL_ring_first_point, p->ring[i].first_point);
            row_int(w, COL_ring_point_count, p->ring[i].point_count);
            row_end(w);
        }
}

static void write_ways(Writer *w, const Plan *p) {
    for (int i = 0; i < p->node_count; i++) {
        const PlanNode *n = &p->node[i];
        row_begin(w, "node", COLUMNS_node, i);
        row_int(w, COL_node_kind, (int)n->kind);
        row_int(w, COL_node_level, n->level);
        row_int(w, COL_node_space, n->space);
        row_point(w, COL_node_x, n->at);
        row_end(w);
    }
    for (int i = 0; i < p->edge_count; i++) {
        const PlanEdge *e = &p->edge[i];
        row_begin(w, "edge", COLUMNS_edge, i);
        row_int(w, COL_edge_kind, (int)e->kind);
        row_int(w, COL_edge_a, e->a);
        row_int(w, COL_edge_b, e->b);
        row_int(w, COL_edge_length_mm, e->length_mm);
        row_int(w, COL_edge_up_mm, e->up_mm);
        row_int(w, COL_edge_width_mm, e->width_mm);
        row_int(w, COL_edge_incline_pm, e->incline_pm);
        row_int(w, COL_edge_fixed_ms, e->fixed_ms);
        row_int(w, COL_edge_flags, e->flags);
        row_int(w, COL_edge_space, e->space);
        row_int(w, COL_edge_connector, e->connector);
        row_int(w, COL_edge_first_point, e->first_point);
        row_int(w, COL_edge_point_count, e->point_count);
        row_end(w);
    }
}

static void write_calendar(Writer *w, const Plan *p) {
    PlanMoment from, to;
    for (int i = 0; i < p->zone_count; i++) {
        insert_words(w, "zone", i, "name", &p->zone[i].name);
        row_begin(w, "zone", COLUMNS_zone, i);
        row_text(w, COL_zone_id, p->zone[i].id);
        row_text(w, COL_zone_opens, moment(&from, p->zone[i].opens));
        row_text(w, COL_zone_closes, moment(&to, p->zone[i].closes));
        row_end(w);
    }
    for (int i = 0; i < p->closure_count; i++) {
        const PlanClosure *c = &p->closure[i];
        insert_words(w, "closure", i, "reason", &c->reason);
        row_begin(w, "closure", COLUMNS_closure, i);
        row_int(w, COL_closure_target, (int)c->target);
        row_int(w, COL_closure_what, c->index);
        row_text(w, COL_closure_begins, moment(&from, c->from));
        row_text(w, COL_closure_ends, moment(&to, c->to));
        row_end(w);
    }
    for (int i = 0; i < p->hours_count; i++) {
        const PlanHours *h = &p->hours[i];
        row_begin(w, "hours", COLUMNS_hours, i);
        row_int(w, COL_hours_space, h->space);
        row_int(w, COL_hours_adds, (int)h->adds);
        row_int(w, COL_hours_days, h->days);
        row_int(w, COL_hours_first, h->from);
        row_int(w, COL_hours_last, h->to);
        row_int(w, COL_hours_opens_min, h->opens_min);
        row_int(w, COL_hours_closes_min, h->closes_min);
        row_end(w);
    }
    for (int i = 0; i < p->event_count; i++) {
        const PlanEvent *e = &p->event[i];
        insert_words(w, "event", i, "title", &e->title);
        insert_words(w, "event", i, "note", &e->note);
        row_begin(w, "event", COLUMNS_event, i);
        row_text(w, COL_event_id, e->id);
        row_int(w, COL_event_space, e->space);
        row_text(w, COL_event_begins, moment(&from, e->from));
        row_text(w, COL_event_ends, moment(&to, e->to));
        row_int(w, COL_event_capacity, e->capacity);
        row_end(w);
    }
}

static void write_things(Writer *w, const Plan *p) {
    for (int i = 0; i < p->landmark_count; i++) {
        const PlanLandmark *l = &p->landmark[i];
        insert_name(w, "landmark", i, &l->name);
        row_begin(w, "landmark", COLUMNS_landmark, i);
        row_point(w, COL_landmark_x, l->at);
        row_int(w, COL_landmark_level, l->level);
        row_int(w, COL_landmark_space, l->space);
        row_int(w, COL_landmark_salience, l->salience);
        row_end(w);
    }
    for (int i = 0; i < p->kiosk_count; i++) {
        const PlanKiosk *k = &p->kiosk[i];
        row_begin(w, "kiosk", COLUMNS_kiosk, i);
        row_text(w, COL_kiosk_id, k->id);
        row_int(w, COL_kiosk_level, k->level);
        row_int(w, COL_kiosk_node, k->node);
        row_point(w, COL_kiosk_x, k->at);
        row_int(w, COL_kiosk_bearing_cdeg, k->bearing_cdeg);
        row_end(w);
    }
    for (int i = 0; i < p->machine_count; i++) {
        insert_words(w, "machine", i, "name", &p->machine[i].name);
        row_begin(w, "machine", COLUMNS_machine, i);
        row_int(w, COL_machine_space, p->machine[i].space);
        row_end(w);
    }
    for (int i = 0; i < p->finding_count; i++) {
        row_begin(w, "finding", COLUMNS_finding, i);
        row_text(w, COL_finding_subject, p->finding[i].subject);
        row_text(w, COL_finding_message, p->finding[i].message);
        row_end(w);
    }
}

static void write_words(Writer *w, const Pack *pack) {
    const Plan *p = &pack->plan;
    for (int i = 0; i < p->term_count; i++) {
        const PlanTerm *t = &p->term[i];
        Slice kind = t->of_kind ? slice_from(plan_kind_tag((SpaceKind)t->index)) : LIT("");
        insert_words(w, "term", i, "word", &t->word);
        row_begin(w, "term", COLUMNS_term, i);
        row_text(w, COL_term_kind, kind);
        row_int(w, COL_term_space, t->of_kind ? PLAN_NONE : t->index);
        row_end(w);
    }
    for (int i = 0; i < p->link_count; i++) {
        row_begin(w, "space_trade", COLUMNS_space_trade, i);
        row_int(w, COL_space_trade_space, p->link[i].space);
        row_text(w, COL_space_trade_trade, pack->trade[p->link[i].trade].id);
        row_end(w);
    }
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
        row_begin(w, "connector", COLUMNS_connector, i);
        row_text(w, COL_connector_id, p->connector[i].id);
        row_int(w, COL_connector_kind, (int)p->connector[i].kind);
        row_end(w);
    }
    for (int i = 0; i < p->space_count; i++)
        write_space(w, &p->space[i], i);
    write_rings(w, p);
    write_ways(w, p);
    write_calendar(w, p);
    write_things(w, p);
    write_words(w, pack);
}
