/* A building drawn in a test, in metres, as an author would draw it in JOSM: the text of an OSM
 * file, then the plan built from it. */
#pragma once

#include "tools/import/import.h"

enum { SKETCH_BYTES = 1 << 20 };

typedef struct Sketch {
    Arena arena;
    Report report;
    Plan plan;
    bool good;       /* what import_plan answered */
    double lat, lon; /* where x = 0, y = 0 lies: 45, 3 unless set after sketch_begin */
    int next_id;
    char nodes[SKETCH_BYTES], ways[SKETCH_BYTES];
    size_t nodes_len, ways_len;
} Sketch;

extern Sketch sketch; /* of the test program */

void sketch_begin(void);
int sketch_teardown(void **state);

/* Tags are written "indoor=room|level=0|name:fr=Atelier". Points of the same place are one node, so
   that outlines share them. Each answers the id of its object. */
int sketch_node(const char *tags, double x, double y);
int sketch_rect(const char *tags, double x0, double y0, double x1, double y1);
int sketch_ring(const char *tags, const double (*xy)[2], int count); /* closed */
int sketch_line(const char *tags, const double (*xy)[2], int count); /* open */
void sketch_hole(const char *tags, int outer, int inner); /* a multipolygon; inner 0: of one way */

const char *sketch_text(void); /* the file */
void sketch_import(void);      /* builds the plan from what was drawn */
void sketch_import_with(const char *overlay, TradeIds trades);

bool sketch_says(const char *words);   /* is it in any message? */
void sketch_expect(const char *words); /* the test fails if not, and shows what is said */
int sketch_space(const char *id);      /* index; the test fails if there is none */
int sketch_door(int from, int to);     /* the first EDGE_DOOR between two spaces, -1 if none */

const PlanEdge *
sketch_edge_of_kind(PlanEdgeKind kind);    /* the first; the test fails if there is none */
double sketch_metres_between_kiosks(void); /* the first two; -1: there is no way */
