#include "tools/import/outlines.h"

#include <string.h>

/* Ways of one role, joined end to end until the ring is closed. */
typedef struct Chain {
    const PlanDraft *draft;
    const OsmObject *relation;
    bool inner;
    bool *used;  /* of each member */
    OsmRef *ref; /* the points so far */
    int count;
} Chain;

static const OsmObject *member_of(const Chain *c, int i) {
    return osm_find(c->draft->osm, OSM_WAY, c->relation->ref[i].id);
}

static bool is_free(const Chain *c, int i) {
    const OsmObject *way = member_of(c, i);
    return !c->used[i] && way && way->ref_count > 1 && c->relation->ref[i].inner == c->inner;
}

static bool is_closed(const Chain *c) {
    return c->count > 3 && c->ref[0].id == c->ref[c->count - 1].id;
}

/* The points of a way behind those of the chain, without the one that they share. */
static void append(Chain *c, const OsmObject *way, bool backwards) {
    OsmRef *all = arena_array(c->draft->arena, OsmRef, c->count + way->ref_count);
    int skip = c->count > 0;
    if (c->count)
        memcpy(all, c->ref, sizeof *all * (size_t)c->count);
    for (int i = skip; i < way->ref_count; i++)
        all[c->count++] = way->ref[backwards ? way->ref_count - 1 - i : i];
    c->ref = all;
}

/* Finds a way that goes on where the chain ends. */
static bool go_on(Chain *c) {
    for (int i = 0; i < c->relation->ref_count; i++) {
        const OsmObject *way = is_free(c, i) ? member_of(c, i) : NULL;
        int64_t end = c->count ? c->ref[c->count - 1].id : 0;
        bool forwards = way && (!c->count || way->ref[0].id == end);
        if (!way || (!forwards && way->ref[way->ref_count - 1].id != end))
            continue;
        c->used[i] = true;
        append(c, way, !forwards);
        return true;
    }
    return false;
}

static void take_rings(Outlines *all, Chain *c) {
    for (;;) {
        c->count = 0;
        while (!is_closed(c) && go_on(c))
            ;
        if (!c->count)
            return;
        OsmObject ring = *c->relation;
        ring.kind = OSM_WAY;
        ring.ref = c->ref;
        ring.ref_count = c->count;
        if (!is_closed(c))
            osm_warn(
                c->draft->osm, c->relation,
                "un contour de cette relation n’est pas fermé ; joindre ses tracés bout à bout");
        else if (draft_outline(c->draft, &ring, &all->ring[all->count]))
            all->ring[all->count++].hole = c->inner;
    }
}

static Outlines outlines_of_relation(const PlanDraft *d, const OsmObject *o) {
    Outlines all = {arena_array(d->arena, AreaOutline, o->ref_count + 1), 0};
    bool *used = arena_array(d->arena, bool, o->ref_count + 1);
    for (int i = 0; i < o->ref_count; i++)
        if (!osm_find(d->osm, OSM_WAY, o->ref[i].id))
            osm_warn(d->osm, o, "le tracé %lld de cette relation manque dans le fichier",
                     (long long)o->ref[i].id);
    for (int inner = 0; inner < 2; inner++)
        take_rings(&all, &(Chain){.draft = d, .relation = o, .inner = inner, .used = used});
    return all;
}

Outlines outlines_of(const PlanDraft *d, const OsmObject *o) {
    if (o->kind == OSM_RELATION)
        return outlines_of_relation(d, o);
    Outlines one = {arena_array(d->arena, AreaOutline, 1), 0};
    one.count = draft_outline(d, o, &one.ring[0]);
    return one;
}
