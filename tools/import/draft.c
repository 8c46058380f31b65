#include "tools/import/draft.h"

#include "base/message.h"
#include "tools/import/levels.h"
#include "tools/import/naming.h"
#include "tools/sources/typography.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH_MM_MAX 100000
#define WIDTH_MM_MIN 400   /* narrower than any door */
#define INCLINE_PM_MAX 350 /* steeper than any street that is walked */

/* ---- places ---------------------------------------------------------------------------------- */

PlanPoint draft_point(const PlanDraft *d, const OsmObject *node) {
    double east = remainder(node->lon - d->site.lon, 360.0);
    return (PlanPoint){(int32_t)lround(east * d->site.mm_per_lon),
                       (int32_t)lround((node->lat - d->site.lat) * d->site.mm_per_lat)};
}

bool draft_outline(const PlanDraft *d, const OsmObject *way, AreaOutline *outline) {
    *outline = (AreaOutline){.point = arena_array(d->arena, PlanPoint, way->ref_count + 1)};
    for (int i = 0; i < way->ref_count; i++) {
        const OsmObject *node = osm_find(d->osm, OSM_NODE, way->ref[i].id);
        if (!node || !node->placed) {
            osm_warn(
                d->osm, way,
                "le point %lld de ce tracé manque dans le fichier ; le tracé est laissé de côté",
                (long long)way->ref[i].id);
            return false;
        }
        PlanPoint at = draft_point(d, node);
        if (!i || at.x != outline->point[outline->count - 1].x ||
            at.y != outline->point[outline->count - 1].y)
            outline->point[outline->count++] = at;
    }
    return true;
}

double draft_tolerance(const PlanDraft *d) {
    return d->border_mm > 0 ? d->border_mm : 50;
}

static bool in_box(PlanBox box, PlanPoint at) {
    return at.x >= box.min.x && at.x <= box.max.x && at.y >= box.min.y && at.y <= box.max.y;
}

int draft_space_at(const PlanDraft *d, int level, PlanPoint at) {
    int best = PLAN_NONE;
    GEOSGeometry *point = geometry_point(at);
    for (int i = 0; i < d->plan.space_count; i++) {
        const PlanSpace *s = &d->plan.space[i],
                        *held = best == PLAN_NONE ? NULL : &d->plan.space[best];
        if (s->level != level || !in_box(s->box, at) ||
            GEOSPreparedCovers(d->room[i].prepared, point) != 1)
            continue;
        bool walled = held && d->room[i].walled && !d->room[best].walled;
        bool same = held && d->room[i].walled == d->room[best].walled;
        if (!held || walled || (same && s->area_dm2 < held->area_dm2))
            best = i;
    }
    GEOSGeom_destroy(point);
    return best;
}

Slice draft_title(const PlanDraft *d, int space) {
    const PlanSpace *s = &d->plan.space[space];
    Slice name = s->name.plain.in[langs_or_first(messages_code())];
    if (name.len)
        return name;
    return arena_printf(d->arena,
                        s->kind == SPACE_CORRIDOR ? message("couloir " SLICE_FMT)
                                                  : message("espace " SLICE_FMT),
                        SLICE_ARG(s->id));
}

Slice draft_metres(const PlanDraft *d, double mm) {
    int tenths = (int)lround(mm / 100);
    return arena_printf(d->arena, message("%d,%d"), tenths / 10, tenths % 10);
}

/* ---- levels ---------------------------------------------------------------------------------- */

int draft_level(const PlanDraft *d, int hundredths) {
    for (int i = 0; i < d->plan.level_count; i++)
        if (d->plan.level[i].hundredths == hundredths)
            return i;
    return PLAN_NONE;
}

static int by_number(const void *a, const void *b) {
    return *(const int *)a - *(const int *)b;
}

int draft_hundredths_of(const PlanDraft *d, const OsmObject *object, int *hundredths) {
    static const char *const KEYS[] = {"level", "repeat_on"};
    int count = 0;
    for (int k = 0; k < 2; k++) {
        int some[LEVELS_MAX], found;
        Slice text = osm_tag(object, KEYS[k]);
        if (!text.len)
            continue;
        found = levels_parse(text, some);
        if (found < 0)
            osm_warn(d->osm, object,
                     "%s=« " SLICE_FMT
                     " » n’est pas compris ; écrire par exemple 0, -1, 0;1 ou 0-2",
                     KEYS[k], SLICE_ARG(text));
        for (int i = 0; i < found; i++) {
            bool known = false;
            for (int j = 0; j < count; j++)
                known |= hundredths[j] == some[i];
            if (!known && count < LEVELS_MAX)
                hundredths[count++] = some[i];
        }
    }
    qsort(hundredths, (size_t)count, sizeof *hundredths, by_number);
    return count;
}

int draft_levels_of(const PlanDraft *d, const OsmObject *object, int *levels) {
    int hundredths[LEVELS_MAX], count = 0, all = draft_hundredths_of(d, object, hundredths);
    for (int i = 0; i < all; i++) {
        int level = draft_level(d, hundredths[i]);
        if (level != PLAN_NONE)
            levels[count++] = level;
    }
    return count;
}

void draft_say_missing_levels(const PlanDraft *d, const OsmObject *o) {
    int hundredths[LEVELS_MAX], all = draft_hundredths_of(d, o, hundredths);
    for (int i = 0; i < all; i++)
        if (draft_level(d, hundredths[i]) == PLAN_NONE)
            osm_warn(d->osm, o,
                     "aucun espace n’est dessiné au niveau « " SLICE_FMT
                     " », où ceci mène ; l’y dessiner, ou corriger level",
                     SLICE_ARG(naming_level_ref(d->arena, hundredths[i]).in[LANG_FIRST]));
}

/* ---- nodes and edges ------------------------------------------------------------------------- */

int draft_add_node(PlanDraft *d, PlanNodeKind kind, int level, int space, PlanPoint at) {
    *LIST_ADD(d->arena, d->plan.node, d->plan.node_count) = (PlanNode){kind, level, space, at};
    return d->plan.node_count - 1;
}

PlanEdge *draft_add_edge(PlanDraft *d, PlanEdgeKind kind, int a, int b, const OsmObject *object) {
    d->edge_object =
        list_grown(d->arena, d->edge_object, d->plan.edge_count, sizeof *d->edge_object);
    d->edge_object[d->plan.edge_count] = object;
    PlanEdge *edge = LIST_ADD(d->arena, d->plan.edge, d->plan.edge_count);
    *edge = (PlanEdge){.kind = kind, .a = a, .b = b, .space = PLAN_NONE, .connector = PLAN_NONE};
    edge->length_mm = (int)lround(geometry_distance(d->plan.node[a].at, d->plan.node[b].at));
    return edge;
}

/* ---- values ---------------------------------------------------------------------------------- */

/* A number with a point or a comma; `rest` is what follows it, without blanks. */
static bool read_number(Slice text, double *value, Slice *rest) {
    char copy[32];
    char *end;
    snprintf(copy, sizeof copy, SLICE_FMT, SLICE_ARG(text));
    for (char *c = copy; *c; c++)
        *c = *c == ',' ? '.' : *c;
    *value = strtod(copy, &end);
    int used = (int)(end - copy);
    if (!used || !isfinite(*value) || used > text.len)
        return false;
    *rest = slice_trim(slice_cut(text, used, text.len));
    return true;
}

int draft_length(const PlanDraft *d, const OsmObject *object, const char *key) {
    Slice text = osm_tag(object, key), unit;
    double value;
    if (!text.len)
        return 0;
    bool good = read_number(text, &value, &unit);
    double mm = !good                  ? 0
                : slice_is(unit, "cm") ? value * 10
                : slice_is(unit, "mm") ? value
                                       : value * 1000;
    good =
        good && (!unit.len || slice_is(unit, "m") || slice_is(unit, "cm") || slice_is(unit, "mm"));
    if (good && mm > 0 && mm <= LENGTH_MM_MAX)
        return (int)lround(mm);
    osm_warn(d->osm, object,
             "%s=« " SLICE_FMT " » n’est pas une longueur ; écrire des mètres, comme 0.9", key,
             SLICE_ARG(text));
    return 0;
}

/* "90", "900": nobody builds a door of so many metres; what is meant, in millimetres, else 0. */
static int width_meant(Slice text) {
    enum { METRES_MOST = 12, CENTIMETRES_MOST = 400, MILLIMETRES_MOST = 4000 };
    Slice unit;
    double value;
    if (!read_number(text, &value, &unit) || unit.len || value <= METRES_MOST ||
        value > MILLIMETRES_MOST)
        return 0;
    return (int)lround(value <= CENTIMETRES_MOST ? value * 10 : value);
}

int draft_width(const PlanDraft *d, const OsmObject *o) {
    int meant = width_meant(osm_tag(o, "width")), mm = meant ? meant : draft_length(d, o, "width");
    if (meant)
        osm_warn(d->osm, o, "width=« " SLICE_FMT " » : tant de mètres ? lu comme %d cm ; écrire %g",
                 SLICE_ARG(osm_tag(o, "width")), meant / 10, meant / 1000.0);
    if (mm && mm < WIDTH_MM_MIN)
        osm_warn(d->osm, o,
                 "width=« " SLICE_FMT
                 " » : personne ne passe par là ; écrire des mètres, comme 0.9",
                 SLICE_ARG(osm_tag(o, "width")));
    return mm;
}

int draft_incline(const PlanDraft *d, const OsmObject *object) {
    Slice text = osm_tag(object, "incline"), unit;
    double value;
    if (!text.len || slice_is(text, "up") || slice_is(text, "down"))
        return 0;
    bool number = read_number(text, &value, &unit);
    if (number && !unit.len && value && fabs(value) < 1) {
        osm_warn(d->osm, object,
                 "incline=« " SLICE_FMT " » : si peu pour cent ? lu comme %g %% ; écrire %g%%",
                 SLICE_ARG(text), value * 100, value * 100);
        return (int)lround(value * 1000);
    }
    if (number && (!unit.len || slice_is(unit, "%")) && fabs(value) <= 100) {
        if (fabs(value) * 10 > INCLINE_PM_MAX && !osm_is(object, "highway", "steps"))
            osm_warn(d->osm, object,
                     "incline=« " SLICE_FMT
                     " » : personne ne monte cela à pied ; est-ce un escalier (highway=steps) ?",
                     SLICE_ARG(text));
        return (int)lround(value * 10);
    }
    osm_warn(d->osm, object,
             "incline=« " SLICE_FMT
             " » n’est pas une pente ; écrire par exemple 5%%, -5%%, up ou down",
             SLICE_ARG(text));
    return 0;
}

int draft_seconds(const PlanDraft *d, const OsmObject *object, const char *key, int otherwise) {
    Slice text = osm_tag(object, key), unit;
    double value;
    if (!text.len)
        return otherwise;
    if (read_number(text, &value, &unit) && (!unit.len || slice_is(unit, "s")) && value >= 0 &&
        value <= 3600)
        return (int)lround(value);
    osm_warn(d->osm, object,
             "%s=« " SLICE_FMT " » n’est pas une durée ; écrire des secondes, de 0 à 3600", key,
             SLICE_ARG(text));
    return otherwise;
}

Millis draft_day(const PlanDraft *d, const OsmObject *object, const char *key, Millis otherwise) {
    Slice text = osm_tag(object, key);
    char copy[32];
    Millis when;
    if (!text.len)
        return otherwise;
    snprintf(copy, sizeof copy, SLICE_FMT, SLICE_ARG(text));
    if (civil_parse(copy, &when))
        return when;
    osm_warn(d->osm, object,
             "%s=« " SLICE_FMT " » n’est pas une date ; écrire 2018-09-03 ou 2018-09-03T14:00", key,
             SLICE_ARG(text));
    return otherwise;
}

static Slice told_in(const OsmObject *object, const char *key, Lang lang) {
    char own[64];
    snprintf(own, sizeof own, "%s:%s", key, langs()->code[lang]);
    return osm_tag(object, own);
}

/* One language stands in for another that is missing. */
static Slice told_in_any(const OsmObject *object, const char *key) {
    Slice text = osm_tag(object, key);
    for (int lang = 0; lang < langs()->written && !text.len; lang++)
        text = told_in(object, key, lang);
    return text;
}

LocalText draft_words(const PlanDraft *d, const OsmObject *object, const char *key) {
    LocalText words = {{LIT("")}};
    Slice any = told_in_any(object, key);
    for (int lang = 0; lang < langs()->count; lang++) {
        Slice told = told_in(object, key, lang);
        if (!told.len && lang < langs()->written)
            told = any;
        if (told.len || lang < langs()->written)
            words.in[lang] = typography_set(d->arena, told, lang);
    }
    return words;
}

LocalText draft_articles(const OsmObject *object) {
    LocalText articles = {{LIT("")}};
    for (int lang = 0; lang < langs()->count; lang++)
        articles.in[lang] = told_in(object, "kiosk:article", lang);
    return articles;
}
