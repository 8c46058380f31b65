/* From what an author draws to what the kiosk knows: every case whose answer is known, and every
   slip of the pen. */
#include "support/languages.h"
#include "support/sketch.h"

#include "map/route.h"
#include "support/test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- the two-storey L-shaped building -------------------------------------------------------- */

#define FLOOR_0 "level=0"
#define FLOOR_1 "level=1"

static void draw_ground_floor(void) {
    sketch_rect("indoor=area|room=hall|name:fr=Hall d'accueil|name:en=Entrance "
                "hall|kiosk:ref=hall|" FLOOR_0,
                0, 0, 10, 8);
    sketch_rect("indoor=corridor|kiosk:ref=couloir|" FLOOR_0, 10, 0, 30, 4);
    sketch_rect("indoor=corridor|kiosk:ref=aile|" FLOOR_0, 26, 4, 30, 16);
    sketch_rect("indoor=room|room=workshop|ref=A1|name:fr=Atelier soudage|name:en=Welding "
                "workshop|" FLOOR_0,
                12, -12, 24, 0);
    sketch_rect("indoor=room|room=storage|ref=A2|name:fr=Magasin|name:en=Store|" FLOOR_0, 26, 16,
                30, 20);
    sketch_node("door=hinged|width=1.6|" FLOOR_0, 18, 0);
    sketch_node("door=hinged|width=70 cm|" FLOOR_0, 28, 16);
    sketch_node("kiosk:id=hall|kiosk:bearing=180|" FLOOR_0, 5, 6);
}

static void draw_shafts(void) {
    sketch_rect("indoor=room|room=elevator|ref=A|kiosk:ref=ascenseur|level=0-1", 20, 4, 22, 6);
    sketch_rect("indoor=room|room=stairs|ref=B|kiosk:ref=escalier|level=0-1", 14, 4, 18, 10);
    sketch_rect("indoor=room|room=escalator|ref=C|kiosk:ref=escalator|level=0-1|kiosk:direction=up",
                11, 4, 13, 12);
    sketch_node("door=sliding|automatic_door=yes|width=0.9|level=0;1", 21, 4);
    sketch_node("door=no|width=1,6 m|level=0;1", 16, 4);
    sketch_node("door=no|width=1|level=0;1", 12, 4);
}

static void draw_first_floor(void) {
    sketch_rect("indoor=corridor|kiosk:ref=palier|" FLOOR_1, 10, 0, 30, 4);
    sketch_rect("indoor=room|room=classroom|ref=S101|" FLOOR_1, 12, -8, 24, 0);
    sketch_rect("indoor=room|room=project|ref=E102|kiosk:zone=est|" FLOOR_1, 30, 0, 38, 8);
    sketch_node("door=hinged|width=0.9|" FLOOR_1, 18, 0.00);
    sketch_node("door=hinged|width=0.9|" FLOOR_1, 30, 2);
    sketch_node("kiosk:zone=est|zone:opens=2018-09-03|zone:name:fr=Aile est|zone:name:en=East wing",
                40, 0);
}

static void draw_building(void) {
    sketch_begin();
    draw_ground_floor();
    draw_shafts();
    draw_first_floor();
    sketch_rect("indoor=level|level=0|kiosk:floor_height=0", -1, -12, 38, 20);
    sketch_rect("indoor=level|level=1|kiosk:floor_height=4", -1, -12, 38, 20);
}

static const PlanEdge *edge_of_kind(PlanEdgeKind kind) {
    for (int i = 0; i < sketch.plan.edge_count; i++)
        if (sketch.plan.edge[i].kind == kind)
            return &sketch.plan.edge[i];
    fail_msg("no edge of kind %d", kind);
    return NULL;
}

static void test_the_building_by_hand(void **state) {
    (void)state;
    draw_building();
    sketch_import();
    const Plan *p = &sketch.plan;
    assert_true(sketch.good);
    assert_int_equal(p->level_count, 2);
    assert_int_equal(p->level[1].height_mm, 4000);
    assert_int_equal(p->space_count, 14);
    assert_int_equal(p->connector_count, 3);
    assert_string_equal(p->level[1].name.to.in[LANG_FR].at, "au 1er étage");
    const PlanSpace *workshop = &p->space[sketch_space("A1")];
    assert_int_equal(workshop->kind, SPACE_WORKSHOP);
    assert_string_equal(workshop->name.of.in[LANG_FR].at, "de l’atelier soudage");
    assert_in_range(workshop->area_dm2, 14399, 14401);
    assert_in_range(workshop->radius_mm, 5950, 6001);
    assert_string_equal(p->space[sketch_space("S101")].name.plain.in[LANG_EN].at, "Room S101");
    assert_true(p->space[sketch_space("ascenseur")].place); /* it is looked for like any room */
    assert_string_equal(p->space[sketch_space("ascenseur")].name.plain.in[LANG_FR].at,
                        "Ascenseur A");
    assert_int_equal(p->kiosk[0].bearing_cdeg, 18000);
    assert_int_equal(p->node[p->kiosk[0].node].space, sketch_space("hall"));
}

static void test_what_joins_its_floors(void **state) {
    (void)state;
    const PlanEdge *lift = edge_of_kind(EDGE_LIFT), *stairs = edge_of_kind(EDGE_STAIRS),
                   *escalator = edge_of_kind(EDGE_ESCALATOR);
    assert_int_equal(lift->fixed_ms, 35000); /* 30 s and one storey of 5 s */
    assert_int_equal(lift->length_mm, 0);
    assert_int_equal(lift->up_mm, 4000);
    assert_int_equal(stairs->length_mm, 6800);
    assert_int_equal(stairs->flags & EDGE_ONEWAY, 0);
    assert_int_equal(escalator->flags & EDGE_ONEWAY, EDGE_ONEWAY);
    assert_int_equal(sketch.plan.node[escalator->a].level, 0); /* up */
}

static void test_its_doors(void **state) {
    (void)state;
    const Plan *p = &sketch.plan;
    int narrow = sketch_door(sketch_space("aile"), sketch_space("A2"));
    assert_int_equal(p->edge[narrow].width_mm, 700);
    assert_int_equal(p->edge[narrow].fixed_ms, 2000);
    assert_int_equal(plan_edge_passable(p, narrow, true, (PlanTraveller){true}, 0).bar, BAR_NARROW);
    int lift = sketch_door(sketch_space("couloir"), sketch_space("ascenseur"));
    assert_int_equal(p->edge[lift].flags & EDGE_AUTOMATIC, EDGE_AUTOMATIC);
    assert_int_equal(p->edge[lift].fixed_ms, 0);
    assert_true(sketch_door(sketch_space("palier"), sketch_space("ascenseur-1")) >=
                0); /* the same point on level 0;1 */
    assert_int_equal(
        p->edge[sketch_door(sketch_space("couloir"), sketch_space("escalier"))].width_mm, 1600);
    assert_true(sketch_door(sketch_space("hall"), sketch_space("couloir")) >=
                0); /* no wall between them */
    assert_true(sketch_door(sketch_space("couloir"), sketch_space("A2")) < 0);
}

static void test_its_zone(void **state) {
    (void)state;
    Millis before, after;
    civil_parse("2018-09-02T23:59", &before);
    civil_parse("2018-09-03", &after);
    int room = sketch_space("E102");
    assert_int_equal(plan_space_shut(&sketch.plan, room, before).bar, BAR_ZONE);
    assert_int_equal(plan_space_shut(&sketch.plan, room, after).bar, BAR_NONE);
    assert_string_equal(sketch.plan.zone[0].name.in[LANG_EN].at, "East wing");
}

static void test_a_storeroom_behind_a_narrow_door_is_said(void **state) {
    (void)state;
    sketch_expect("« Magasin » ne peut pas être atteint sans marche depuis la borne « hall »");
    sketch_expect("fait 0,70 m de large, il en faut 0,77");
    assert_int_equal(sketch.plan.finding_count, 1);
}

/* ---- geometry -------------------------------------------------------------------------------- */

static double area_of_triangles(const PlanLevel *level, const PlanSpace *s) {
    double twice = 0;
    for (int i = s->first_corner; i < s->first_corner + s->corner_count; i += 3) {
        PlanPoint a = level->vertex[level->corner[i]], b = level->vertex[level->corner[i + 1]],
                  c = level->vertex[level->corner[i + 2]];
        double triangle = (double)(b.x - a.x) * (c.y - a.y) - (double)(c.x - a.x) * (b.y - a.y);
        assert_true(triangle > 0); /* counter-clockwise */
        twice += triangle;
    }
    return twice / 2;
}

static double area_of_rings(const Plan *p, const PlanSpace *s) {
    double twice = 0;
    for (int r = s->first_ring; r < s->first_ring + s->ring_count; r++)
        for (int i = 0; i < p->ring[r].point_count; i++) {
            const PlanPoint *point = p->point + p->ring[r].first_point;
            PlanPoint a = point[i], b = point[(i + 1) % p->ring[r].point_count];
            twice += (double)a.x * b.y - (double)b.x * a.y;
        }
    return twice / 2;
}

static void test_a_hall_with_a_hole(void **state) {
    (void)state;
    sketch_begin();
    int outer = sketch_rect("", 0, 0, 20, 20), inner = sketch_rect("", 4, 4, 16, 16);
    sketch_hole("type=multipolygon|indoor=corridor|name:fr=Coursive|kiosk:ref=c|level=0", outer,
                inner);
    sketch_node("kiosk:id=k|kiosk:bearing=0|level=0", 2, 10);
    sketch_node("kiosk:id=l|kiosk:bearing=0|level=0", 18, 10);
    sketch_import();
    const PlanSpace *s = &sketch.plan.space[sketch_space("c")];
    assert_int_equal(s->ring_count, 2);
    assert_true(fabs(area_of_rings(&sketch.plan, s) - 256e6) < 1e5);
    assert_true(fabs(area_of_triangles(&sketch.plan.level[0], s) - area_of_rings(&sketch.plan, s)) <
                1);
    assert_true(abs(s->anchor.x) + abs(s->anchor.y) > 6000); /* not in the hole */
    assert_in_range(s->radius_mm, 1900, 2350);
}

/* Rings cut into pieces, and drawn in any direction, as relations have them. */
static void test_a_ring_of_several_ways(void **state) {
    (void)state;
    sketch_begin();
    int south = sketch_line("", (const double[][2]){{0, 10}, {0, 0}, {20, 0}}, 3);
    int north = sketch_line("", (const double[][2]){{0, 10}, {20, 10}, {20, 0}}, 3);
    char over[400];
    snprintf(
        over, sizeof over,
        "<osm><relation id='900'><member type='way' ref='%d' role='outer'/><member type='way' "
        "ref='%d' role='outer'/>"
        "<tag k='indoor' v='area'/><tag k='level' v='0'/><tag k='ref' v='X'/></relation>"
        "<relation id='901'><member type='way' ref='%d' role='outer'/><tag k='indoor' v='area'/>"
        "<tag k='level' v='0'/></relation></osm>",
        south, north, south);
    sketch_line("indoor=room|level=0", (const double[][2]){{40, 0}, {50, 0}, {50, 10}}, 3);
    sketch_import_with(over, (TradeIds){0});
    assert_true(sketch.good);
    assert_int_equal(sketch.plan.space_count, 1);
    assert_in_range(sketch.plan.space[sketch_space("X")].area_dm2, 19990, 20010);
    sketch_expect("un contour de cette relation n’est pas fermé");
    sketch_expect("ce tracé n’est pas fermé");
}

/* Ways between two kiosks: the shortest that a straight edge and a corner allow. */
static double metres_between_kiosks(void) {
    Arena arena = {0};
    Router *router = router_for_all(&sketch.plan, &arena);
    RouteAsk ask = {sketch.plan.kiosk[0].node, sketch.plan.kiosk[1].node, {false}, 0};
    Route route = route_find(router, ask);
    double metres = route.found ? route.length_mm / 1000.0 : -1;
    arena_free(&arena);
    return metres;
}

static void test_ways_are_straight_where_one_can_see(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=area|level=0|kiosk:ref=hall", 0, 0, 40, 30);
    sketch_node("kiosk:id=a|kiosk:bearing=0|level=0", 5, 5);
    sketch_node("kiosk:id=b|kiosk:bearing=0|level=0", 35, 27);
    sketch_import();
    assert_true(fabs(metres_between_kiosks() - hypot(30, 22)) <
                0.01); /* no zig-zag through a hall */
}

static void test_ways_go_around_corners(void **state) {
    (void)state;
    sketch_begin();
    sketch_ring("indoor=corridor|level=0|kiosk:ref=l",
                (const double[][2]){{0, 0}, {20, 0}, {20, 4}, {4, 4}, {4, 20}, {0, 20}}, 6);
    sketch_node("kiosk:id=a|kiosk:bearing=0|level=0", 2, 18);
    sketch_node("kiosk:id=b|kiosk:bearing=0|level=0", 18, 2);
    sketch_import();
    double tight = 2 * hypot(2, 14), walked = metres_between_kiosks();
    assert_true(walked >= tight &&
                walked < tight + 1.2); /* around (4, 4), 0.6 m off the wall on either side */
    /* And around a hole, on the shorter side. */
    sketch_begin();
    int outer = sketch_rect("", 0, 0, 20, 12), inner = sketch_rect("", 4, 2, 16, 8);
    sketch_hole("type=multipolygon|indoor=corridor|kiosk:ref=c|level=0", outer, inner);
    sketch_node("kiosk:id=a|kiosk:bearing=0|level=0", 2, 4);
    sketch_node("kiosk:id=b|kiosk:bearing=0|level=0", 18, 4);
    sketch_import();
    tight = 2 * hypot(2, 2) + 12;
    walked = metres_between_kiosks();
    assert_true(walked >= tight && walked < tight + 2.0);
}

static void test_a_ring_that_crosses_itself(void **state) {
    (void)state;
    sketch_begin();
    sketch_ring("indoor=room|level=0|ref=X",
                (const double[][2]){{0, 0}, {10, 10}, {10, 0}, {0, 10}}, 4);
    sketch_ring("indoor=room|level=0|ref=Y", (const double[][2]){{20, 0}, {30, 0}, {30, 0.0000001}},
                3);
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("ce tracé se croise lui-même");
    sketch_expect("n’enferme aucune surface");
    const PlanSpace *s = &sketch.plan.space[sketch_space("X")];
    assert_int_equal(sketch.plan.space_count, 1);
    assert_true(fabs(area_of_rings(&sketch.plan, s) - 50e6) < 1e5);
    assert_true(fabs(area_of_triangles(&sketch.plan.level[0], s) - area_of_rings(&sketch.plan, s)) <
                1);
}

/* Mending it would take minutes and mean nothing. */
static void test_a_ring_like_a_ball_of_wool(void **state) {
    (void)state;
    double xy[200][2];
    uint32_t random = 7;
    sketch_begin();
    for (int i = 0; i < 200; i++)
        for (int k = 0; k < 2; k++)
            xy[i][k] = (double)((random = random * 1664525u + 1013904223u) >> 16) / 1000.0;
    sketch_ring("indoor=room|level=0|ref=X", (const double(*)[2])xy, 200);
    sketch_rect("indoor=room|level=0|ref=Y", 0, 0, 10, 10);
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("se croise lui-même trop de fois");
    assert_int_equal(sketch.plan.space_count, 1);
}

static void test_at_the_edge_of_the_world(void **state) {
    (void)state;
    sketch_begin();
    sketch.lon = 180;
    sketch.lat = -17;
    sketch_rect("indoor=room|level=0|ref=X", -10, -5, 10, 5);
    sketch_import();
    const PlanSpace *s = &sketch.plan.space[sketch_space("X")];
    assert_in_range(s->area_dm2, 19990, 20010);
    assert_in_range(s->box.max.x - s->box.min.x, 19990, 20010);
}

/* ---- slips of the pen ------------------------------------------------------------------------ */

static void test_doors_that_lead_nowhere(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A|name:fr=Atelier", 0, 0, 10, 10);
    sketch_rect("indoor=corridor|level=1|kiosk:ref=h", 0, 10, 10, 12);
    sketch_node("door=yes|level=0", 50, 50);
    sketch_node("door=yes|level=1", 5, 0);
    sketch_rect("indoor=area|level=0|kiosk:ref=around", -20, -20, 30, 30);
    sketch_node("door=yes|level=0|width=huge", 10, 5);
    sketch_import();
    sketch_expect("cette porte ne touche aucun espace");
    sketch_expect("cette porte est au niveau « 1 », mais l’espace qu’elle touche (Atelier) est au "
                  "niveau « RDC »");
    sketch_expect("cette porte ne touche que « Atelier »");
    sketch_expect("width=« huge » n’est pas une longueur");
}

/* One point for the doors of a lift on two floors, and a lift that is slower than most. */
static void test_a_door_on_two_floors(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=-1|kiosk:ref=cave", 0, 0, 10, 4);
    sketch_rect("indoor=corridor|level=0|kiosk:ref=hall", 0, 0, 10, 4);
    sketch_rect(
        "indoor=room|room=elevator|level=-1;0|kiosk:ref=ascenseur|kiosk:wait=60|kiosk:storey=8 s",
        10, 0, 12, 2);
    sketch_node("door=sliding|level=-1;0", 10, 1);
    sketch_import();
    int below = sketch_door(sketch_space("cave"), sketch_space("ascenseur"));
    int above = sketch_door(sketch_space("hall"), sketch_space("ascenseur-RDC"));
    assert_true(below >= 0 && above >= 0 && below != above);
    assert_int_equal(sketch.plan.node[sketch.plan.edge[below].a].level, 0);
    assert_int_equal(sketch.plan.node[sketch.plan.edge[above].a].level, 1);
    assert_int_equal(edge_of_kind(EDGE_LIFT)->fixed_ms, 68000);
    assert_string_equal(sketch.plan.level[0].name.at.in[LANG_FR].at, "au sous-sol");
}

/* An entrance as maps have it: a point of the building's outline, without a floor. */
static void test_doors_without_a_floor(void **state) {
    (void)state;
    sketch_begin();
    sketch_node("entrance=main", 5, 0);
    sketch_node("door=yes", 5, 10);
    sketch_node("door=yes", 70, 70);
    sketch_ring("indoor=room|level=0|ref=A|room=classroom",
                (const double[][2]){{0, 0}, {5, 0}, {10, 0}, {10, 10}, {5, 10}, {0, 10}}, 6);
    sketch_ring("indoor=corridor|level=0|kiosk:ref=h",
                (const double[][2]){{0, 10}, {5, 10}, {10, 10}, {10, 12}, {0, 12}}, 5);
    sketch_rect("indoor=room|level=1|ref=B|room=classroom", 0, 0, 10, 10);
    sketch_rect("indoor=corridor|level=1|kiosk:ref=i", 0, 10, 10, 12);
    sketch_import();
    assert_true(sketch_door(sketch_space("A"), sketch_space("h")) >= 0);
    assert_true(sketch_door(sketch_space("A"), PLAN_NONE) >= 0);
    assert_true(sketch.plan.edge[sketch_door(sketch_space("A"), PLAN_NONE)].flags & EDGE_MAIN);
    assert_true(sketch_door(sketch_space("B"), PLAN_NONE) < 0); /* nobody steps out of a window */
    assert_true(sketch_door(sketch_space("B"), sketch_space("i")) < 0);
    sketch_expect("cette porte n’a pas de niveau et n’est le point d’aucun tracé");
}

static void test_shafts_that_lead_nowhere(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=h", 0, 0, 10, 10);
    sketch_rect("indoor=room|room=elevator|level=0", 10, 0, 12, 2);
    sketch_rect("indoor=room|room=stairs|level=0", 10, 2, 12, 6);
    sketch_rect("indoor=room|room=elevator", 20, 2, 22, 6);
    sketch_node("highway=elevator", 5, 5);
    sketch_import();
    sketch_expect("cet ascenseur n’est que sur un niveau");
    sketch_expect("cet escalier n’est que sur un niveau");
    sketch_expect("cet espace n’a pas de niveau");
    sketch_expect("cet ascenseur n’a pas de niveaux");
}

static void test_levels_that_are_not_understood(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    sketch_rect("indoor=room|level=rdc|ref=B", 20, 0, 30, 10);
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("level=« rdc » n’est pas compris");
    assert_int_equal(sketch.plan.space_count, 1);
}

static void test_a_room_without_a_way_in(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=h", 0, 0, 10, 2);
    sketch_rect("indoor=room|level=0|ref=12|room=classroom", 0, 2, 10, 8);
    sketch_rect("indoor=room|level=1|ref=13|room=classroom", 0, 2, 10, 8);
    sketch_rect("indoor=corridor|level=1|kiosk:ref=i", 0, 0, 10, 2);
    sketch_node("door=yes|level=1", 5, 2);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", 1, 1);
    sketch_import();
    sketch_expect("« Salle 12 » ne peut pas être atteint depuis la borne « k » : aucune porte ; "
                  "ajouter un point door=yes");
    sketch_expect("rien ne relie le niveau « 1 » aux autres");
}

static void test_two_kiosks_on_one_id(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0", 0, 0, 10, 2);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", 1, 1);
    sketch_node("kiosk:id=k|kiosk:bearing=90|level=0", 2, 1);
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("deux bornes s’appellent « k »");
    sketch_begin();
    sketch_rect("indoor=corridor|level=0", 0, 0, 10, 2);
    sketch_node("kiosk:id=k|kiosk:bearing=north|level=0", 1, 1);
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("kiosk:bearing=« north »");
}

static void test_files_without_a_building(void **state) {
    (void)state;
    sketch_begin();
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("aucun espace dans ce fichier");
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    sketch_rect("indoor=room|level=0|ref=B", 90000, 0, 90010, 10);
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("plus de 5 km");
}

static void test_a_file_whose_spaces_are_all_lines(void **state) {
    (void)state;
    sketch_begin();
    sketch_ring("indoor=room|level=0|ref=Y", (const double[][2]){{20, 0}, {30, 0}, {30, 0.0000001}},
                3);
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("aucun espace n’a pu être lu");
}

static void test_what_is_missing_is_left_aside(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    ImportFile file = {
        LIT("x.osm"),
        LIT("<osm><node id='1' lat='45' lon='3'/><node id='2' lat='45.0001' lon='3'/>"
            "<node id='3' lat='45.0001' lon='3.0001'/><node id='4' lat='45' lon='3.0001'/>"
            "<way id='5'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='1'/><tag k='indoor' "
            "v='room'/>"
            "<tag k='level' v='0'/><tag k='ref' v='A'/></way>"
            "<way id='6'><nd ref='1'/><nd ref='99'/><nd ref='3'/><nd ref='1'/><tag k='indoor' "
            "v='room'/>"
            "<tag k='level' v='0'/></way>"
            "<relation id='7'><member type='way' ref='98' role='outer'/><tag k='indoor' v='area'/>"
            "<tag k='level' v='0'/></relation></osm>")};
    assert_true(import_plan(&file, 1, (TradeIds){0}, &sketch.report, &sketch.arena, &sketch.plan));
    sketch_expect("le point 99 de ce tracé manque");
    sketch_expect("le tracé 98 de cette relation manque");
    assert_int_equal(sketch.plan.space_count, 1);
}

/* ---- files as they are found ----------------------------------------------------------------- */

static void draw_without_doors(const char *building) {
    sketch_begin();
    sketch_rect(building, 0, 0, 30, 14);
    sketch_rect("indoor=corridor|level=0;1|kiosk:ref=h", 0, 6, 30, 8);
    for (int i = 0; i < 5; i++) {
        sketch_rect("indoor=room|level=0", 6.0 * i, 0, 6.0 * i + 6, 6);
        sketch_rect("indoor=room|level=1|name=Bureau", 6.0 * i, 8, 6.0 * i + 6, 14);
    }
    sketch_node("highway=elevator|level=0;1", 15, 7);
}

static void test_a_plan_without_doors(void **state) {
    (void)state;
    draw_without_doors("building=yes");
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("salles sur 12 sans porte");
    assert_true(sketch.plan.finding_count > 0);
    draw_without_doors("building=yes|kiosk:assume_openings=yes");
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("10 salles sans porte : 10 ouvertures supposées");
    assert_int_equal(sketch.plan.finding_count, 0);
    int assumed = 0;
    for (int i = 0; i < sketch.plan.edge_count; i++)
        assumed += (sketch.plan.edge[i].flags & EDGE_ASSUMED) != 0;
    assert_int_equal(assumed, 10);
}

static void test_a_drawn_way_comes_before_a_found_one(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=w", 0, 0, 10, 4);
    sketch_rect("indoor=corridor|level=0|kiosk:ref=ramp", 10, 0, 16, 4);
    sketch_rect("indoor=corridor|level=0|kiosk:ref=e", 16, 0, 30, 4);
    sketch_node("door=no|level=0|width=4", 10, 2);
    sketch_node("door=no|level=0|width=4", 16, 2);
    sketch_line("highway=footway|indoor=yes|level=0|incline=9%|width=1.8",
                (const double[][2]){{10, 2}, {16, 2}}, 2);
    sketch_node("kiosk:id=a|kiosk:bearing=0|level=0", 1, 2);
    sketch_node("kiosk:id=b|kiosk:bearing=0|level=0", 29, 2);
    sketch_import();
    const PlanEdge *ramp = edge_of_kind(EDGE_RAMP);
    assert_int_equal(ramp->incline_pm, 90);
    assert_int_equal(ramp->up_mm, 540);
    assert_int_equal(ramp->space, sketch_space("ramp"));
    for (int i = 0; i < sketch.plan.edge_count; i++) /* nothing leads past it */
        if (sketch.plan.edge[i].kind == EDGE_WALK)
            assert_int_not_equal(sketch.plan.edge[i].space, sketch_space("ramp"));
    assert_true(fabs(metres_between_kiosks() - 28) < 2.5);
}

static void test_steps_between_half_floors(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=low", 0, 0, 10, 4);
    sketch_rect("indoor=corridor|level=0.5|kiosk:ref=high", 14, 0, 24, 4);
    sketch_line("highway=steps|level=0;0.5|incline=up|width=2",
                (const double[][2]){{9, 2}, {15, 2}}, 2);
    sketch_node("kiosk:id=a|kiosk:bearing=0|level=0", 1, 2);
    sketch_node("kiosk:id=b|kiosk:bearing=0|level=0.5", 23, 2);
    sketch_import();
    const PlanEdge *steps = edge_of_kind(EDGE_STAIRS);
    assert_int_equal(steps->length_mm, 6000);
    assert_int_equal(steps->up_mm, 1500);
    assert_true(fabs(metres_between_kiosks() - 22) < 0.1);
    assert_string_equal(sketch.plan.level[1].name.plain.in[LANG_FR].at, "Entresol");
}

/* ---- escape doors, private rooms, storeys without a lift ------------------------------------- */

static void test_the_audit_names_what_is_in_the_way(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=h", 0, 0, 30, 4);
    sketch_rect("indoor=room|level=0|ref=1|room=classroom", 0, 4, 10, 10);
    sketch_rect("indoor=room|level=0|ref=2|room=storage|name:fr=Réserve|access=private", 10, 4, 20,
                10);
    sketch_rect("indoor=room|level=0|ref=3|room=classroom", 10, 10, 20, 14);
    sketch_node("door=yes|entrance=emergency|level=0", 5, 4);
    sketch_node("door=yes|level=0", 15, 4);
    sketch_node("door=yes|level=0", 15, 10);
    sketch_rect("indoor=room|room=elevator|level=0-1", 30, 0, 32, 2);
    sketch_rect("indoor=room|room=stairs|ref=S|level=0-2", 30, 2, 32, 4);
    sketch_node("door=no|level=0-2", 30, 3);
    sketch_node("door=sliding|level=0-1", 30, 1);
    sketch_rect("indoor=corridor|level=1|kiosk:ref=h1", 0, 0, 30, 4);
    sketch_rect("indoor=corridor|level=2|kiosk:ref=h2|name:fr=Palier haut", 0, 0, 30, 4);
    sketch_node("kiosk:id=k|kiosk:bearing=0|level=0", 1, 1);
    sketch_import();
    sketch_expect("« Salle 1 » ne peut pas être atteint depuis la borne « k » : la porte entre");
    sketch_expect("est une issue de secours");
    sketch_expect("il faudrait traverser un espace privé");
    sketch_expect("« Palier haut » ne peut pas être atteint sans marche");
    sketch_expect("seulement par des marches (l’escalier S) ; ajouter un ascenseur ou une rampe");
    sketch_expect("le niveau « 2 » a 1 salle ouverte au public et aucun ascenseur ne le dessert");
}

/* ---- what hangs on places -------------------------------------------------------------------- */

static void test_what_hangs_on_places(void **state) {
    (void)state;
    static const Slice IDS[] = {{"soudage", 7}, {"usinage", 7}};
    sketch_begin();
    int room = sketch_rect("indoor=room|level=0|ref=A|name:fr=Atelier|kiosk:trades=usinage; "
                           "soudage|kiosk:machines:fr=Tour;Étau|"
                           "kiosk:machines:en=Lathe;Vice|alt_name:fr=métal;fer|kiosk:landmark=2",
                           0, 0, 10, 10);
    sketch_rect("indoor=corridor|level=0", 0, 10, 10, 14);
    sketch_node("door=yes|level=0", 5, 10);
    sketch_node("event:from=2018-03-17T10:00|event:to=2018-03-17T11:00|name:fr=Démonstration|"
                "capacity=12|level=0",
                5, 5);
    char over[400];
    snprintf(
        over, sizeof over,
        "<osm><way id='%d'><tag k='closed:from' v='2018-03-18'/><tag k='closed:to' v='2018-03-19'/>"
        "<tag k='closed:reason:fr' v='travaux'/></way></osm>",
        room);
    sketch_import_with(over, (TradeIds){IDS, 2});
    const Plan *p = &sketch.plan;
    assert_true(sketch.good);
    assert_int_equal(p->link_count, 2);
    assert_true(p->link[0].trade == 1 && p->link[1].trade == 0);
    assert_int_equal(p->machine_count, 2);
    assert_string_equal(p->machine[1].name.in[LANG_EN].at, "Vice");
    assert_int_equal(p->term_count, 2);
    assert_int_equal(p->landmark_count, 1);
    assert_int_equal(p->event_count, 1);
    assert_int_equal(p->event[0].space, sketch_space("A"));
    assert_int_equal(p->event[0].capacity, 12);
    assert_int_equal(p->closure_count, 1);
    assert_int_equal(p->closure[0].target, TARGET_OF_SPACE);
    Millis during;
    civil_parse("2018-03-18T12:00", &during);
    assert_int_equal(plan_space_shut(p, sketch_space("A"), during).bar, BAR_CLOSED);
}

static void test_a_point_closes_what_it_stands_in(void **state) {
    (void)state;
    draw_building();
    sketch_node("closed:from=2018-01-01|closed:reason:fr=travaux|level=1", 20, -4);
    sketch_node("closed:from=2018-01-02|closed:reason:fr=en panne|level=0", 21, 5);
    sketch_import();
    const Plan *p = &sketch.plan;
    assert_int_equal(p->closure_count, 2);
    assert_true(p->closure[0].target == TARGET_OF_SPACE &&
                p->closure[0].index == sketch_space("S101"));
    assert_int_equal(p->closure[1].target, TARGET_OF_CONNECTOR);
    assert_int_equal(p->connector[p->closure[1].index].kind, EDGE_LIFT);
}

static void test_what_hangs_wrong(void **state) {
    (void)state;
    static const Slice IDS[] = {{"soudage", 7}};
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A|kiosk:trades=pilotage|kiosk:zone=lune|kiosk:landmark=9|"
                "kiosk:label_priority=x",
                0, 0, 10, 10);
    sketch_node("event:from=2018-03-17T12:00|event:to=2018-03-17T11:00|name:fr=Trop tard|level=0",
                5, 5);
    sketch_node("closed:from=hier|level=0", 50, 60);
    sketch_import_with(NULL, (TradeIds){IDS, 1});
    assert_false(sketch.good);
    sketch_expect("« pilotage » n’est pas un métier de ce campus");
    sketch_expect("la zone « lune » n’est définie nulle part");
    sketch_expect("kiosk:landmark va de 1");
    sketch_expect("kiosk:label_priority va de 1 à 5");
    sketch_expect("un événement a besoin d’un titre, d’un début et d’une fin");
    sketch_expect("closed:from=« hier » n’est pas une date");
    sketch_expect("cette fermeture ne ferme rien");
}

static void test_closing_the_lift(void **state) {
    (void)state;
    draw_building();
    sketch_import_with("<osm><node id='1000'/></osm>", (TradeIds){0});
    Plan *p = &sketch.plan;
    PlanClosure closed = {TARGET_OF_CONNECTOR,
                          PLAN_NONE,
                          PLAN_ALWAYS,
                          PLAN_NEVER,
                          {{LIT("en panne"), LIT("out of service")}}};
    for (int i = 0; i < p->connector_count; i++)
        if (p->connector[i].kind == EDGE_LIFT)
            closed.index = i;
    Arena arena = {0};
    RouteAsk roll = {p->kiosk[0].node, p->space[sketch_space("S101")].node, {true}, 0}, walk = roll;
    walk.who.step_free = false;
    assert_true(route_find(router_for_all(p, &arena), roll).found);
    p->closure = &closed;
    p->closure_count = 1;
    assert_false(route_find(router_for_all(p, &arena), roll).found);
    assert_true(route_find(router_for_all(p, &arena), walk).found);
    arena_free(&arena);
}

/* ---- messages that name the object ----------------------------------------------------------- */

static const char *numbered(const char *kind, int id) {
    static char text[200];
    snprintf(text, sizeof text, "%s %d", kind, id);
    return text;
}

static void test_a_code_given_twice_names_both(void **state) {
    (void)state;
    sketch_begin();
    int first = sketch_rect("indoor=room|level=0|ref=A1|name:fr=Atelier", 0, 0, 10, 10);
    int second = sketch_rect("indoor=room|level=0|ref=A1|name:fr=Bureau", 10, 0, 18, 10);
    sketch_import();
    sketch_expect("le code « A1 » est donné deux fois, ici et à « Atelier »");
    sketch_expect(numbered("(chemin", first));
    sketch_expect(numbered("chemin", second));
}

static void test_ways_to_floors_that_are_not_drawn(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=area|level=0|kiosk:ref=a", 0, 0, 20, 10);
    int steps = sketch_line("highway=steps|level=0;5", (const double[][2]){{5, 5}, {8, 5}}, 2);
    int lift = sketch_node("highway=elevator|level=0-1|ref=A", 2, 2);
    int outside = sketch_node("highway=elevator|level=0|ref=B", 40, 2);
    sketch_rect("indoor=area|level=1|kiosk:ref=b", 10, 0, 20, 10);
    sketch_import();
    sketch_expect("aucun espace n’est dessiné au niveau « 5 », où ceci mène");
    sketch_expect(numbered("chemin", steps));
    sketch_expect("aucun espace n’entoure cet ascenseur au niveau « 1 »");
    sketch_expect(numbered("point", lift));
    sketch_expect("aucun espace n’entoure cet ascenseur au niveau « RDC »");
    sketch_expect(numbered("point", outside));
    assert_false(sketch_says("écrire tous ses niveaux"));
}

static void test_a_door_beside_a_room_of_another_floor(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|name:fr=Couloir", 0, 0, 10, 3);
    sketch_rect("indoor=room|level=1|ref=S", 0, 3, 10, 8);
    sketch_node("door=hinged|level=0", 5, 3);
    sketch_import();
    sketch_expect("cette porte de « Couloir » mène dehors ; « Salle S », de l’autre côté, est au "
                  "niveau « 1 »");
}

static void test_a_plan_that_is_too_wide_names_what_is_far(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    sketch_rect("indoor=room|level=0|ref=B", 10, 0, 20, 10);
    int far = sketch_rect("indoor=room|level=0|ref=C", 9000, 0, 9010, 10);
    sketch_import();
    assert_false(sketch.good);
    sketch_expect("plus de 5 km, et celui-ci est le plus loin");
    sketch_expect(numbered("chemin", far));
}

static void test_a_relation_in_itself(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    sketch_import_with("<osm><relation id='77'><member type='relation' ref='77' role='outer'/><tag "
                       "k='indoor' v='area'/>"
                       "<tag k='level' v='0'/></relation></osm>",
                       (TradeIds){0});
    sketch_expect("cette relation se contient elle-même");
    sketch_expect("[relation 77]");
}

static void test_values_that_nobody_walks(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=a", 0, 0, 10, 3);
    sketch_rect("indoor=room|level=0|ref=S", 0, 3, 10, 8);
    sketch_node("door=hinged|level=0|width=0.1", 5, 3);
    sketch_line("highway=footway|level=0|incline=80%", (const double[][2]){{1, 1}, {4, 1}}, 2);
    sketch_import();
    assert_true(sketch.good);
    sketch_expect("width=« 0.1 » : personne ne passe par là");
    sketch_expect("incline=« 80% » : personne ne monte cela à pied");
}

static void test_the_plan_is_named_after_the_building_that_holds_it(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("building=yes|name=Abri", 100, 100, 110, 110);
    sketch_rect("building=yes|name=Campus", 0, 0, 20, 10);
    sketch_rect("indoor=room|level=0|ref=A", 0, 0, 10, 10);
    sketch_rect("indoor=room|level=0|ref=B", 10, 0, 20, 10);
    sketch_import();
    assert_string_equal(sketch.plan.name.in[LANG_FR].at, "Campus");
}

static void test_quarters_of_a_storey(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=corridor|level=0|kiosk:ref=a", 0, 0, 10, 3);
    sketch_rect("indoor=room|level=0.25|ref=P|name:fr=Palier", 0, 3, 10, 8);
    sketch_node("door=no|level=0;0.25", 5, 3);
    sketch_node("kiosk:id=k|kiosk:bearing=0|level=0", 2, 1);
    sketch_import();
    assert_int_equal(sketch.plan.level_count, 2);
    assert_string_equal(sketch.plan.level[1].ref.in[LANG_FR].at, "0,25");
    assert_int_equal(sketch.plan.level[1].height_mm, 750);
    assert_false(sketch_says("n’est pas compris"));
    Router *router = router_for_all(&sketch.plan, &sketch.arena);
    RouteAsk ask = {
        sketch.plan.kiosk[0].node, sketch.plan.space[sketch_space("P")].node, {false}, 0};
    assert_true(route_find(router, ask).found);
    ask.who.step_free = true;
    assert_int_equal(route_why(router, ask).bar[0].obstacle.bar, BAR_STEPS);
    sketch_expect("à 75 cm l’un de l’autre en hauteur");
}

static void test_hours_that_are_not_understood_are_named(void **state) {
    (void)state;
    sketch_begin();
    sketch_rect("indoor=room|level=0|ref=A|opening_hours=sunrise-sunset", 0, 0, 10, 10);
    sketch_rect("indoor=room|level=0|ref=B|opening_hours=Mo-Fr 08:00-18:00", 10, 0, 20, 10);
    sketch_import();
    sketch_expect("opening_hours=« sunrise-sunset » n’est pas compris");
    assert_int_equal(sketch.plan.hours_count, 1);
    assert_string_equal(sketch.plan.space[sketch_space("B")].hours.in[LANG_FR].at,
                        "du lundi au vendredi, 8\u00A0h – 18\u00A0h");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_building_by_hand),
        cmocka_unit_test(test_what_joins_its_floors),
        cmocka_unit_test(test_its_doors),
        cmocka_unit_test(test_its_zone),
        cmocka_unit_test(test_a_storeroom_behind_a_narrow_door_is_said),
        cmocka_unit_test(test_a_hall_with_a_hole),
        cmocka_unit_test(test_a_ring_of_several_ways),
        cmocka_unit_test(test_ways_are_straight_where_one_can_see),
        cmocka_unit_test(test_ways_go_around_corners),
        cmocka_unit_test(test_a_ring_that_crosses_itself),
        cmocka_unit_test(test_a_ring_like_a_ball_of_wool),
        cmocka_unit_test(test_at_the_edge_of_the_world),
        cmocka_unit_test(test_doors_that_lead_nowhere),
        cmocka_unit_test(test_a_door_on_two_floors),
        cmocka_unit_test(test_doors_without_a_floor),
        cmocka_unit_test(test_shafts_that_lead_nowhere),
        cmocka_unit_test(test_levels_that_are_not_understood),
        cmocka_unit_test(test_a_room_without_a_way_in),
        cmocka_unit_test(test_two_kiosks_on_one_id),
        cmocka_unit_test(test_files_without_a_building),
        cmocka_unit_test(test_a_file_whose_spaces_are_all_lines),
        cmocka_unit_test(test_what_is_missing_is_left_aside),
        cmocka_unit_test(test_a_plan_without_doors),
        cmocka_unit_test(test_a_drawn_way_comes_before_a_found_one),
        cmocka_unit_test(test_steps_between_half_floors),
        cmocka_unit_test(test_the_audit_names_what_is_in_the_way),
        cmocka_unit_test(test_what_hangs_on_places),
        cmocka_unit_test(test_a_point_closes_what_it_stands_in),
        cmocka_unit_test(test_what_hangs_wrong),
        cmocka_unit_test(test_closing_the_lift),
        cmocka_unit_test(test_a_code_given_twice_names_both),
        cmocka_unit_test(test_ways_to_floors_that_are_not_drawn),
        cmocka_unit_test(test_a_door_beside_a_room_of_another_floor),
        cmocka_unit_test(test_a_plan_that_is_too_wide_names_what_is_far),
        cmocka_unit_test(test_a_relation_in_itself),
        cmocka_unit_test(test_values_that_nobody_walks),
        cmocka_unit_test(test_the_plan_is_named_after_the_building_that_holds_it),
        cmocka_unit_test(test_quarters_of_a_storey),
        cmocka_unit_test(test_hours_that_are_not_understood_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, sketch_teardown);
}
