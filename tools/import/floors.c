#include "tools/import/floors.h"

#include "tools/import/levels.h"
#include "tools/import/describe.h"
#include "tools/sources/typography.h"

#include <math.h>
#include <stdlib.h>

#define WGS84_A 6378137.0
#define WGS84_E2 0.00669437999014
#define SITE_DEGREES_MAX 0.05 /* some 5 km: what is further away is a slip of the pen */
#define STOREY_MM 3000        /* when no height is given */
#define HEIGHT_MM_MAX 500000

/* ---- the site -------------------------------------------------------------------------------- */

bool floors_is_space(const OsmObject *o) {
    static const char *const INDOOR[] = {"room", "corridor", "area", "yes", NULL};
    bool closed = o->kind == OSM_RELATION || (o->kind == OSM_WAY && o->ref_count > 3 &&
                                              o->ref[0].id == o->ref[o->ref_count - 1].id);
    if (!closed)
        return false;
    for (int i = 0; INDOOR[i]; i++)
        if (osm_is(o, "indoor", INDOOR[i]))
            return true;
    return osm_is(o, "highway", "elevator") || osm_is(o, "buildingpart", "room") ||
           osm_is(o, "buildingpart", "corridor");
}

typedef struct Extent {
    double first_lon; /* others are counted from it, so that the antimeridian is no border */
    double south, north, west, east;
    bool any;
} Extent;

static void extend(Extent *e, const OsmObject *node) {
    if (!e->any)
        *e = (Extent){node->lon, node->lat, node->lat, 0, 0, true};
    double east = remainder(node->lon - e->first_lon, 360.0);
    e->south = fmin(e->south, node->lat);
    e->north = fmax(e->north, node->lat);
    e->west = fmin(e->west, east);
    e->east = fmax(e->east, east);
}

static void extend_by(const PlanDraft *d, Extent *e, const OsmObject *o) {
    for (int i = 0; i < o->ref_count; i++) {
        const OsmObject *node =
            osm_find(d->osm, o->kind == OSM_WAY ? OSM_NODE : OSM_WAY, o->ref[i].id);
        if (node && node->kind == OSM_WAY)
            extend_by(d, e, node);
        else if (node && node->placed)
            extend(e, node);
    }
}

/* Radii of curvature of the ellipsoid at that latitude, along the meridian and across it. */
static void set_origin(PlanDraft *d, const Extent *e) {
    d->site.lat = (e->south + e->north) / 2;
    d->site.lon = remainder(e->first_lon + (e->west + e->east) / 2, 360.0);
    double radians = d->site.lat * M_PI / 180, s = sin(radians), w = 1 - WGS84_E2 * s * s;
    d->site.mm_per_lat = WGS84_A * (1 - WGS84_E2) / (w * sqrt(w)) * 1000 * M_PI / 180;
    d->site.mm_per_lon = WGS84_A / sqrt(w) * cos(radians) * 1000 * M_PI / 180;
}

/* ---- what lies too far away ------------------------------------------------------------------ */

typedef struct Whereabouts {
    const OsmObject *object;
    double north, east;
} Whereabouts;

static int by_north(const void *a, const void *b) {
    double x = ((const Whereabouts *)a)->north, y = ((const Whereabouts *)b)->north;
    return x < y ? -1 : x > y;
}

static int by_east(const void *a, const void *b) {
    double x = ((const Whereabouts *)a)->east, y = ((const Whereabouts *)b)->east;
    return x < y ? -1 : x > y;
}

/* The space that lies farthest from where half of them lie. */
static const OsmObject *farthest(const PlanDraft *d, const Extent *all) {
    Whereabouts *list = NULL;
    int count = 0;
    for (int kind = OSM_WAY; kind <= OSM_RELATION; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++) {
            const OsmObject *o = &d->osm->object[kind][i];
            Extent own = {.first_lon = all->first_lon};
            if (floors_is_space(o))
                extend_by(d, &own, o);
            if (own.any)
                *LIST_ADD(d->arena, list, count) =
                    (Whereabouts){o, own.north, remainder(own.first_lon - all->first_lon, 360.0)};
        }
    if (!list)
        return NULL; /* then there was no extent either */
    qsort(list, (size_t)count, sizeof *list, by_north);
    double north = list[count / 2].north, most = -1;
    qsort(list, (size_t)count, sizeof *list, by_east);
    double east = list[count / 2].east, narrower = cos(north * M_PI / 180);
    const OsmObject *far = NULL;
    for (int i = 0; i < count; i++) {
        double away = hypot(list[i].north - north, (list[i].east - east) * narrower);
        far = away > most ? list[i].object : far;
        most = fmax(most, away);
    }
    return far;
}

static void place_site(PlanDraft *d) {
    Extent e = {0};
    for (int kind = OSM_WAY; kind <= OSM_RELATION; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++)
            if (floors_is_space(&d->osm->object[kind][i]))
                extend_by(d, &e, &d->osm->object[kind][i]);
    if (!e.any) {
        report_fault(d->report, d->osm->file[0], 1,
                     "aucun espace dans ce fichier : un plan a des tracés fermés avec indoor=room, "
                     "corridor ou area");
        return;
    }
    set_origin(d, &e);
    if (e.north - e.south > SITE_DEGREES_MAX ||
        (e.east - e.west) * cos(d->site.lat * M_PI / 180) > SITE_DEGREES_MAX)
        osm_fault(
            d->osm, farthest(d, &e),
            "les espaces s’étendent sur plus de 5 km, et celui-ci est le plus loin des autres :"
            " un point est mal placé, ou le"
            " fichier contient plusieurs sites");
}

/* ---- levels ---------------------------------------------------------------------------------- */

static void add_level(PlanDraft *d, int hundredths) {
    if (draft_level(d, hundredths) != PLAN_NONE)
        return;
    PlanLevel level = {.hundredths = hundredths,
                       .ref = naming_level_ref(d->arena, hundredths),
                       .height_mm = hundredths * (STOREY_MM / 100)};
    naming_forms(d->arena,
                 (Naming){.plain = naming_level(d->arena, hundredths), .where = NAMING_ON},
                 &level.name);
    *LIST_ADD(d->arena, d->plan.level, d->plan.level_count) = level;
}

static int by_number(const void *a, const void *b) {
    return ((const PlanLevel *)a)->hundredths - ((const PlanLevel *)b)->hundredths;
}

static int height_of(const PlanDraft *d, const OsmObject *o, int otherwise) {
    Slice text = osm_tag(o, "kiosk:floor_height");
    if (!text.len)
        return otherwise;
    char *end;
    double metres = strtod(text.at, &end);
    if (end != text.at && fabs(metres * 1000) <= HEIGHT_MM_MAX)
        return (int)lround(metres * 1000);
    osm_warn(d->osm, o,
             "kiosk:floor_height=« " SLICE_FMT
             " » n’est pas une hauteur ; écrire des mètres, comme 4.5",
             SLICE_ARG(text));
    return otherwise;
}

static void describe_level(PlanDraft *d, const OsmObject *o) {
    int levels[LEVELS_MAX], count = draft_levels_of(d, o, levels);
    if (count > 1)
        osm_warn(d->osm, o,
                 "indoor=level décrit un seul niveau ; level=« " SLICE_FMT " » en nomme %d",
                 SLICE_ARG(osm_tag(o, "level")), count);
    if (count != 1)
        return;
    PlanLevel *level = &d->plan.level[levels[0]];
    LocalText ref = draft_words(d, o, "level:ref"), name = draft_words(d, o, "name");
    if (ref.in[LANG_FIRST].len)
        level->ref = ref;
    if (name.in[LANG_FIRST].len)
        describe_articles(d, o, (Naming){.plain = name, .where = NAMING_ON}, &level->name);
    level->height_mm = height_of(d, o, level->height_mm);
}

/* Levels in file order must also rise in height, or stairs would lead the wrong way. */
static void check_heights(PlanDraft *d) {
    for (int i = 1; i < d->plan.level_count; i++)
        if (d->plan.level[i].height_mm <= d->plan.level[i - 1].height_mm)
            report_fault(d->report, d->osm->file[0], 1,
                         "le niveau « " SLICE_FMT
                         " » n’est pas plus haut que le niveau « " SLICE_FMT
                         " » : corriger kiosk:floor_height (indoor=level)",
                         SLICE_ARG(d->plan.level[i].ref.in[LANG_FIRST]),
                         SLICE_ARG(d->plan.level[i - 1].ref.in[LANG_FIRST]));
}

void floors_read(PlanDraft *d) {
    place_site(d);
    for (int kind = OSM_WAY; kind <= OSM_RELATION; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++) {
            const OsmObject *o = &d->osm->object[kind][i];
            int hundredths[LEVELS_MAX],
                count = floors_is_space(o) ? draft_hundredths_of(d, o, hundredths) : 0;
            for (int t = 0; t < count; t++)
                add_level(d, hundredths[t]);
        }
    if (d->plan.level_count)
        qsort(d->plan.level, (size_t)d->plan.level_count, sizeof *d->plan.level, by_number);
    for (int kind = OSM_WAY; kind <= OSM_RELATION; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++)
            if (osm_is(&d->osm->object[kind][i], "indoor", "level"))
                describe_level(d, &d->osm->object[kind][i]);
    check_heights(d);
}

/* ---- zones ----------------------------------------------------------------------------------- */

static int find_zone(const PlanDraft *d, Slice id) {
    for (int i = 0; i < d->plan.zone_count; i++)
        if (slice_equal(d->plan.zone[i].id, id))
            return i;
    return PLAN_NONE;
}

static void read_zone(PlanDraft *d, const OsmObject *o) {
    Slice id = osm_tag(o, "kiosk:zone");
    if (!id.len || (!osm_has(o, "zone:opens") && !osm_has(o, "zone:closes")))
        return;
    if (find_zone(d, id) != PLAN_NONE) {
        osm_warn(d->osm, o,
                 "la zone « " SLICE_FMT
                 " » est déjà définie ailleurs ; n’écrire zone:opens qu’à un endroit",
                 SLICE_ARG(id));
        return;
    }
    LocalText name = draft_words(d, o, "zone:name");
    if (!name.in[LANG_FIRST].len)
        name = draft_words(d, o, "name");
    PlanZone zone = {id, name, draft_day(d, o, "zone:opens", PLAN_ALWAYS),
                     draft_day(d, o, "zone:closes", PLAN_NEVER)};
    if (zone.opens >= zone.closes)
        osm_fault(d->osm, o, "la zone « " SLICE_FMT " » ferme avant d’ouvrir", SLICE_ARG(id));
    *LIST_ADD(d->arena, d->plan.zone, d->plan.zone_count) = zone;
}

typedef struct Unknown {
    Slice *id;
    int count;
} Unknown;

/* A zone that nothing defines is said once, where it is first met. */
static void check_zone(PlanDraft *d, const OsmObject *o, Unknown *unknown) {
    Slice id = osm_tag(o, "kiosk:zone");
    if (!id.len || find_zone(d, id) != PLAN_NONE)
        return;
    for (int i = 0; i < unknown->count; i++)
        if (slice_equal(unknown->id[i], id))
            return;
    *LIST_ADD(d->arena, unknown->id, unknown->count) = id;
    osm_warn(d->osm, o,
             "la zone « " SLICE_FMT
             " » n’est définie nulle part ; l’écrire sur un point avec zone:opens=2018-09-03",
             SLICE_ARG(id));
}

void zones_read(PlanDraft *d) {
    Unknown unknown = {0};
    for (int kind = 0; kind < OSM_KIND_COUNT; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++)
            read_zone(d, &d->osm->object[kind][i]);
    for (int kind = 0; kind < OSM_KIND_COUNT; kind++)
        for (int i = 0; i < d->osm->count[kind]; i++)
            check_zone(d, &d->osm->object[kind][i], &unknown);
}

int zone_of(const PlanDraft *d, const OsmObject *o) {
    Slice id = osm_tag(o, "kiosk:zone");
    return id.len ? find_zone(d, id) : PLAN_NONE;
}
