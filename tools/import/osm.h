/* OpenStreetMap XML as it stands in the file: nodes, ways, relations and their tags, each with its
   line. Knows nothing of buildings, and trusts nothing: declarations of entities are refused, and
   so is what is too deep, too long or too much. Format:
   https://wiki.openstreetmap.org/wiki/OSM_XML; `action` and negative ids as JOSM writes them. */
#pragma once

#include "tools/sources/report.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct OsmTag {
    Slice key, value;
} OsmTag;

typedef enum OsmKind { OSM_NODE, OSM_WAY, OSM_RELATION, OSM_KIND_COUNT } OsmKind;

/* Of a way: its nodes in order. Of a relation: the ways among its members. */
typedef struct OsmRef {
    int64_t id;
    bool inner; /* role of a member */
} OsmRef;

typedef struct OsmObject {
    OsmKind kind;
    int64_t id;
    int file, line, column; /* file: index in Osm.file */
    bool placed;            /* a node that has coordinates */
    double lat, lon;        /* degrees, WGS 84 */
    OsmTag *tag;
    int tag_count;
    OsmRef *ref;
    int ref_count;
} OsmObject;

enum { OSM_FILES_MAX = 64 };
#define OSM_FILE_SPAN                                                                              \
    ((int64_t)1 << 48) /* between the ids below zero of one file and of the next */

typedef struct Osm {
    Report *report;
    Arena *arena;
    Slice file[OSM_FILES_MAX];
    int file_count;
    OsmObject *object[OSM_KIND_COUNT]; /* sorted by id */
    int count[OSM_KIND_COUNT];
} Osm;

/* Adds a file. In a second file and later ones, an object whose id is known already lays its tags
   over the known one's (an empty value takes a tag away); ids below zero belong to their file
   alone. Faults say where; false after one. */
bool osm_read(Osm *osm, Slice file, Slice bytes);

const OsmObject *osm_find(const Osm *osm, OsmKind kind, int64_t id); /* NULL if there is none */
Slice osm_tag(const OsmObject *object, const char *key);             /* empty if there is none */
bool osm_is(const OsmObject *object, const char *key, const char *value);
bool osm_has(const OsmObject *object, const char *key); /* present and not empty */

/* The sentence is followed by the number of the object, as JOSM shows it. */
void osm_fault(const Osm *osm, const OsmObject *object, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void osm_warn(const Osm *osm, const OsmObject *object, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
