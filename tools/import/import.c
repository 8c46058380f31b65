#include "tools/import/import.h"

#include "tools/import/audit.h"
#include "tools/import/borders.h"
#include "tools/import/connectors.h"
#include "tools/import/doors.h"
#include "tools/import/entrances.h"
#include "tools/import/floors.h"
#include "tools/import/outlines.h"
#include "tools/import/rooms.h"
#include "tools/import/strokes.h"
#include "tools/import/walks.h"
#include "tools/import/walls.h"
#include "tools/import/ways.h"

static void read_building(PlanDraft *d) {
    for (int kind = 0; kind < OSM_KIND_COUNT; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++) {
            const OsmObject *o = &d->osm->object[kind][i];
            d->assume_openings |= osm_is(o, "kiosk:assume_openings", "yes");
            d->plan.illustrative |= osm_is(o, "kiosk:illustrative", "yes");
            borders_tolerance(d, o);
        }
}

/* How many spaces stand in it. */
static int spaces_in(const PlanDraft *d, const OsmObject *building) {
    RingFlaw flaw;
    Outlines rings = building->kind == OSM_NODE ? (Outlines){0} : outlines_of(d, building);
    GEOSGeometry *area = rings.count ? geometry_area(rings, &flaw) : NULL;
    const GEOSPreparedGeometry *prepared = area ? GEOSPrepare(area) : NULL;
    int count = 0;
    for (int i = 0; i < d->plan.space_count && prepared; i++) {
        GEOSGeometry *point = geometry_point(d->plan.space[i].anchor);
        count += GEOSPreparedCovers(prepared, point) == 1;
        GEOSGeom_destroy(point);
    }
    if (prepared)
        GEOSPreparedGeom_destroy(prepared);
    if (area)
        GEOSGeom_destroy(area);
    return count;
}

/* After the building that holds most of the plan; the first with a name, if none holds anything. */
static void name_plan(PlanDraft *d) {
    int most = -1;
    for (int kind = 0; kind < OSM_KIND_COUNT; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++) {
            const OsmObject *o = &d->osm->object[kind][i];
            LocalText name =
                osm_has(o, "building") ? draft_words(d, o, "name") : (LocalText){{LIT("")}};
            int held = name.in[LANG_FIRST].len ? spaces_in(d, o) : -1;
            if (held <= most)
                continue;
            most = held;
            d->plan.name = name;
        }
}

static void build(PlanDraft *d, TradeIds trades) {
    Gaps gaps = {0};
    rooms_read(d);
    name_plan(d);
    if (!d->plan.space_count)
        report_fault(d->report, d->osm->file[0], 1,
                     "aucun espace n’a pu être lu ; corriger les tracés nommés ici");
    walls_read(d);
    doors_read(d, &gaps);
    connectors_read(d);
    furnish_kiosks(d);
    ways_read(d);
    borders_open(d); /* when it is known where the author drew how one passes */
    borders_assume(d, &gaps);
    walks_find(d);
    borders_say_missed(d);
    strokes_draw(d, &gaps);
    furnish_rest(d, trades);
    entrances_add(d); /* last: they lie in spaces that are something else to all the rest */
    audit_draft(d);
    walls_free(d);
    rooms_free(d);
}

bool import_plan(const ImportFile *file, int count, TradeIds trades, Report *report, Arena *arena,
                 Plan *plan) {
    Osm osm = {.report = report, .arena = arena};
    PlanDraft d = {.osm = &osm, .arena = arena, .report = report};
    int before = report->faults;
    for (int i = 0; i < count; i++)
        osm_read(&osm, file[i].name, file[i].bytes);
    if (report->faults == before) {
        zones_read(&d);
        read_building(&d);
        floors_read(&d);
    }
    if (report->faults == before) {
        geometry_begin();
        build(&d, trades);
        geometry_end();
    }
    *plan = d.plan;
    return report->faults == before;
}
