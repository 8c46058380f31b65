#include "tools/import/osm.h"

#include "base/message.h"

#include <stdarg.h>
#include <stdio.h>

/* ---- looking up ------------------------------------------------------------------------------ */

const OsmObject *osm_find(const Osm *osm, OsmKind kind, int64_t id) {
    int low = 0, high = osm->count[kind];
    const OsmObject *object = osm->object[kind];
    while (low < high) {
        int middle = (low + high) / 2;
        if (object[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < osm->count[kind] && object[low].id == id ? &object[low] : NULL;
}

Slice osm_tag(const OsmObject *o, const char *key) {
    for (int i = 0; i < o->tag_count; i++)
        if (slice_is(o->tag[i].key, key))
            return o->tag[i].value;
    return LIT("");
}

bool osm_is(const OsmObject *o, const char *key, const char *value) {
    return slice_is(osm_tag(o, key), value);
}

bool osm_has(const OsmObject *o, const char *key) {
    return osm_tag(o, key).len > 0;
}

/* ---- saying what is wrong -------------------------------------------------------------------- */

/* Authors find an object in JOSM by its number, and in a text editor by its line. */
__attribute__((format(printf, 3, 0))) static Slice sentence(const Osm *osm, const OsmObject *o,
                                                            const char *format, va_list list) {
    static const char *const KIND[OSM_KIND_COUNT] = {MESSAGE("point"), MESSAGE("chemin"),
                                                     MESSAGE("relation")};
    char said[400];
    vsnprintf(said, sizeof said, message(format), list);
    int64_t id = o->id < 0 ? o->id + o->file * OSM_FILE_SPAN : o->id;
    return arena_printf(osm->arena, "%s [%s %lld]", said, message(KIND[o->kind]), (long long)id);
}

void osm_fault(const Osm *osm, const OsmObject *o, const char *format, ...) {
    va_list list;
    va_start(list, format);
    Slice said = sentence(osm, o, format, list);
    va_end(list);
    report_fault_at(osm->report, osm->file[o->file], o->line, o->column, SLICE_FMT,
                    SLICE_ARG(said));
}

void osm_warn(const Osm *osm, const OsmObject *o, const char *format, ...) {
    va_list list;
    va_start(list, format);
    Slice said = sentence(osm, o, format, list);
    va_end(list);
    report_warn(osm->report, osm->file[o->file], o->line, o->column, SLICE_FMT, SLICE_ARG(said));
}
